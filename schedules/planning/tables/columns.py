"""What each column of a table is for, found from the words of its header row."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import Enum, auto
from functools import lru_cache

from schedules.plan import Block
from schedules.planning.tables.people_columns import doers_beside, doing_beside, helpers_at, is_done_to, led_team
from schedules.planning.tables.solutions import MENDING, STATE, is_how, is_state
from schedules.planning.tables.squeezed_head import spread_over
from schedules.planning.words.likeness import likeness
from schedules.wording import fold


class Role(Enum):
    """What a column holds."""

    NUMBER = auto()
    CRITERION = auto()
    MONTH = auto()
    WEEK = auto()
    START = auto()
    END = auto()
    TIME = auto()
    EXPECTED = auto()
    WORK = auto()
    TOPIC = auto()
    LEAD_AND_HELP = auto()
    LEAD = auto()
    HELP = auto()
    BUDGET = auto()
    EVIDENCE = auto()
    ABOUT = auto()
    HOW = auto()
    OTHER = auto()


Columns = dict[Role, int]
PEOPLE = frozenset({Role.LEAD, Role.HELP, Role.LEAD_AND_HELP})
WORDED_TIMES = frozenset({Role.TIME, Role.START, Role.END})
"""Columns whose cells say a time in words; those of months and weeks may only count."""

TIMES = WORDED_TIMES | {Role.MONTH, Role.WEEK}

PAST_DAY = (
    r"^(so( hieu)?\W+)?((va )?ngay|thoi gian|thoi diem|nam)\W*(thang\W*)?(nam )?"
    r"(sinh|ban hanh|ky|cap|vao (dang|doan|nganh|nghe|truong)|ket nap|tuyen dung|bo nhiem|nhap hoc|van ban)\b|"
    r"^vao (dang|doan|nganh|nghe|bien che)$"
)
"""Columns that tell when a paper was issued or a person was born: days of the past, none to do anything by."""

HEADER_WORDS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        (Role.NUMBER, r"^(tt|stt|so tt|so thu tu|#)$"),
        (Role.LEAD, r"^(nguoi|thanh vien|(nhom|to),? ca nhan|ca nhan|ho (va )?ten)\b(?!.*phoi hop)"),
        (Role.OTHER, PAST_DAY),
        (Role.WORK, MENDING),
        (Role.OTHER, STATE),
        (Role.OTHER, r"^(ma|ky hieu)\b(?! (?:hoa )?(?:minh chung|mc)\b)"),
        (
            Role.WORK,
            (
                r"^(?:(?:cac|ten|noi dung) )?(?:cong viec|hoat dong|nhiem vu|noi dung)\b.*"
                r"\bcan (?:(?:huy dong|co|dung)\b|(?:nguon luc|kinh phi)$)"
            ),
        ),
        (
            Role.OTHER,
            (
                r"ghi chu|^chuc vu|hien trang$|"
                r"han che|nguyen nhan|muc do|dieu chinh|dieu kien|nguon luc|so tiet|^ket qua$|"
                r"danh gia$"
            ),
        ),
        (Role.LEAD_AND_HELP, r"(chu tri|phu trach|thuc hien).*phoi hop"),
        (Role.START, r"^((thoi (gian|diem)|ngay|moc) )?(bat dau|khoi dau)( thuc hien)?$|^tu( ngay)?$"),
        (Role.END, r"^((thoi (gian|diem)|ngay|moc) )?ket thuc$|^den( ngay)?$"),
        (
            Role.TIME,
            (
                r"thoi gian|thoi han|moc|thoi diem|tien do|^han\b|han (nop|chot|hoan thanh|cuoi)|^ngay( thang)?$|"
                r"hoan thanh$|thang/tuan|^thang nam$|^thu\b.*\bngay\b|^ngay\b|^tu ngay\W+den( ngay)?$"
            ),
        ),
        (Role.MONTH, r"^thang\b|^thang,? nam"),
        (Role.WEEK, r"^tuan\b"),
        (Role.BUDGET, r"kinh phi|du toan|so tien"),
        (Role.CRITERION, r"tieu chi|tieu chuan"),
        (Role.EVIDENCE, r"minh chung"),
        (Role.EXPECTED, r"ket qua|muc tieu|san pham|chi so|yeu cau can dat|du kien"),
        (
            Role.WORK,
            (
                r"cong viec|noi dung|giai phap|nhiem vu|hoat dong|bien phap|^viec|su kien|chu de|chuyen de|"
                r"^(?:ten )?nhanh\b|^ten (?!nguoi|giao vien|hoc sinh|lop)|^mon( thi| kiem tra)?$|"
                r"^(?:mon ?/ ?)?bai (?:thi|kiem tra|khao sat)$"
            ),
        ),
        (Role.HELP, r"phoi hop"),
        (
            Role.LEAD,
            (
                r"^thanh phan (?:kiem tra|danh gia|giam sat|thuc hien)$|"
                r"chu tri|phu trach|nguoi|luc luong|dau moi|thuc hien|phan cong|bo phan|don vi|trach nhiem"
            ),
        ),
    )
)
ACTIVITY = re.compile(r"cong viec|giai phap|hoat dong|bien phap|viec can")
THEME = re.compile(r"^\W*(?:chu de|chu diem|su kien|mon)\b")
"""Columns that name what works stand under, once another column says what is done."""

LONGEST_HEADER = 70
FIRST_ROWS = 4
DATA = re.compile(r"^\W*\d{1,3}\W*$|.*\d{1,2}\s*/\s*\d")
"""A cell with a number alone or a day is data, so the header is above it."""

TOLD = re.compile(r"(?:(?:tuan|thang|ngay) ?|tieu (?:chuan|chi) )(?:\d|[ivx]+\b)")
"""“Tuần 13”, “Ngày 20/11” tell a time, “Tiêu chuẩn 1: …” a group of works: they head no column."""

LONGEST_LABEL = 4


def find_columns(rows: Sequence[Block]) -> tuple[Columns, int]:
    """Return the columns of a table and how many rows its header takes; ({}, 0) when no header is understood."""
    for at, row in enumerate(rows[:FIRST_ROWS]):
        labels = [cell.text for cell in row.cells]
        if at and any(DATA.match(label) for label in labels):
            return {}, 0
        below = second_level(row, rows[at + 1]) if at + 1 < len(rows) else []
        columns = by_labels(below or labels)
        if _understood(columns):
            return columns, at + (2 if below else 1)
    return {}, 0


def second_level(above: Block, below: Block) -> list[str]:
    """Return the labels of a header of two rows ("Thời gian" over "Bắt đầu", "Kết thúc"); [] where it has one."""
    upper, lower = [cell.text for cell in above.cells], [cell.text for cell in below.cells]
    own = [text for at, text in enumerate(lower) if text.strip() and text not in upper[at : at + 1]]
    if under := _under_times(upper, lower):
        return under
    known = [text for text in own if header_role(text) is not None]
    merged = any(cell.merged_from and cell.merged_from.row == above.place.row for cell in below.cells)
    goes_on = bool(lower) and (not lower[0].strip() or lower[0] == upper[0])
    plain = len(known) == len(own) or all(_is_label(text) for text in own)
    if not known or (not merged and (not goes_on or len(own) < 2 or not plain)):  # noqa: PLR2004
        return []
    upper = spread_over(upper, lower)
    return [_under(upper[at] if at < len(upper) else "", text) for at, text in enumerate(lower)]


def _under(above: str, text: str) -> str:
    """Return the label of a column of two: the lower one, led by what it is a part of where that is a state."""
    if not text.strip():
        return above
    return f"{above} – {text}" if is_state(above) and header_role(text) is Role.WORK else text


def _under_times(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the labels where a row holds only a beginning and an end, not set under the times they part."""
    if len(lower) < 2 or any(text.strip() for text in lower[2:]):  # noqa: PLR2004
        return []
    times = [at for at, text in enumerate(upper) if header_role(text) is Role.TIME]
    parted = [header_role(text) for text in lower[:2]] == [Role.START, Role.END]
    return [*upper[: times[0]], *lower[:2], *upper[times[0] + 1 :]] if parted and times else []


def _is_label(text: str) -> bool:
    return len(text.split()) <= LONGEST_LABEL and not any(letter.isdigit() for letter in text)


def is_repeat(row: Block, header: Block) -> bool:
    """Whether a row repeats the header, as tables split over pages do."""
    return [fold(cell.text) for cell in row.cells] == [fold(cell.text) for cell in header.cells]


def label_over(header: Sequence[Block], at: int) -> str:
    """Return the words over a column: those of the last row of its header that has any, "" where none has."""
    texts = (row.cells[at].text.strip() for row in reversed(header) if at < len(row.cells))
    return next((text for text in texts if text), "")


def people_beside(header: Sequence[Block], sides: Collection[int]) -> Columns:
    """Return the columns besides the times of a table that say who does the works of a row."""
    width = max(len(block.cells) for block in header)
    roles = {at: header_role(label_over(header, at)) for at in range(width) if at not in sides}
    return {role: at for at, role in roles.items() if role in PEOPLE}


def _understood(columns: Columns) -> bool:
    known = [role for role in columns if role not in {Role.OTHER, Role.NUMBER}]
    return Role.WORK in columns and len(known) > 1


def by_labels(texts: Sequence[str]) -> Columns:
    """Return the columns whose header words tell what they are for."""
    columns: Columns = {}
    for at, text in enumerate(texts):
        role = header_role(text)
        if role is Role.WORK and Role.WORK in columns:
            before = texts[columns[Role.WORK]]
            if is_how(text, before, texts) and any(header_role(one) in TIMES for one in texts):
                columns.setdefault(Role.HOW, at)
                continue
            aimed = Role.EXPECTED in columns or Role.CRITERION in columns
            acts = aimed and ACTIVITY.search(fold(text)) and not ACTIVITY.search(fold(before))
            if acts or (THEME.search(fold(before)) and not THEME.search(fold(text))):
                columns[Role.TOPIC] = columns[Role.WORK]
                columns[Role.WORK] = at
            continue
        if role is not None:
            columns.setdefault(role, at)
    if Role.START in columns and Role.END not in columns and columns.get(Role.TIME, -1) > columns[Role.START]:
        columns[Role.END] = columns.pop(Role.TIME)  # "Bắt đầu | Hoàn thành"
    return _with_people(columns, texts)


def _with_people(columns: Columns, texts: Sequence[str]) -> Columns:
    """Return the columns with who takes part as helpers, and who inspects before who is inspected."""
    made, named = dict(columns), columns.get(Role.LEAD)
    if apart := doers_beside(texts, named):
        made[Role.LEAD], made[Role.ABOUT] = apart
    elif named is not None and is_done_to(texts[named]):
        made[Role.ABOUT] = made.pop(Role.LEAD)
    elif (
        doing := doing_beside(texts, [at for at, text in enumerate(texts) if header_role(text) is Role.LEAD])
    ) is not None:
        made[Role.LEAD] = doing
    team, leads = led_team(texts), made.get(Role.LEAD)
    if team and leads in {None, *team}:
        made[Role.LEAD], leads = team[0], team[0]
    helping = team[1] if team and leads == team[0] else helpers_at(texts)
    if leads is not None and Role.HELP not in made and helping not in {None, leads}:
        made = {role: at for role, at in made.items() if at != helping or role is Role.OTHER}
        made[Role.HELP] = helping or 0
    return made


def is_of_the_past(label: str) -> bool:
    """Whether a header cell is over days that are over: when a paper was issued, when somebody was born."""
    return re.match(PAST_DAY, fold(label).strip()) is not None


@lru_cache(maxsize=2048)
def header_role(text: str) -> Role | None:
    """Return what a column is for by the words of its header cell, None when they do not tell."""
    folded = " ".join(fold(text).split()).strip(" :.*_")
    if not folded or len(folded) > LONGEST_HEADER or TOLD.match(folded):
        return None
    role = next((role for role, pattern in HEADER_WORDS if pattern.search(folded)), None)
    return _misread(folded) if role is None else role


MISREAD = (
    ("thoi gian thuc hien", Role.TIME),
    ("thoi gian hoan thanh", Role.TIME),
    ("noi dung cong viec", Role.WORK),
    ("nguoi thuc hien", Role.LEAD),
    ("nguoi phu trach", Role.LEAD),
    ("moc thoi gian", Role.TIME),
    ("thoi gian", Role.TIME),
    ("thang", Role.MONTH),
    ("tuan", Role.WEEK),
    ("tu ngay", Role.START),
    ("den ngay", Role.END),
    ("tu ngay den ngay", Role.TIME),
    ("thuc hien", Role.LEAD),
    ("nguoi kiem tra", Role.LEAD),
    ("noi dung", Role.WORK),
    ("cong viec", Role.WORK),
    ("nhiem vu", Role.WORK),
    ("phu trach", Role.LEAD),
    ("chu tri", Role.LEAD),
    ("phoi hop", Role.HELP),
    ("muc tieu", Role.EXPECTED),
    ("ket qua can dat", Role.EXPECTED),
    ("kinh phi", Role.BUDGET),
    ("minh chung", Role.EVIDENCE),
    ("tieu chi", Role.CRITERION),
    ("hoat dong", Role.WORK),
    ("giai phap", Role.WORK),
    ("bien phap", Role.WORK),
    ("dau moi", Role.LEAD),
    ("phan cong", Role.LEAD),
    ("trach nhiem", Role.LEAD),
    ("ghi chu", Role.OTHER),
)
"""Headers as scans misread them: one letter in five may be wrong."""


def _misread(folded: str) -> Role | None:
    return next((role for words, role in MISREAD if likeness(folded, words) >= 0.8), None)  # noqa: PLR2004
