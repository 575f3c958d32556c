"""What a plan says of itself: school, number, date, school year, level and kind, from its head and closing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from schedules.plan import FIRST_MONTH, Document, Header, SchoolYear
from schedules.planning.kinds import kind_of
from schedules.planning.outline import Item, Part, is_capitals
from schedules.planning.schools import level_of, school_in_head, school_in_text
from schedules.planning.signing import CITED, is_signing_line, signed_in
from schedules.wording import fold

NUMBER = re.compile(r"(\d{1,5}[a-z]?)\s*/\s*((?:\d{4}/)?k[h]\s*[-./]?\s*[a-z0-9&.\-]*[a-z0-9])")
OTHER_NUMBER = re.compile(r"^\W*so\s*:?\s*(\d{1,5}[a-z]?)\s*/\s*((?:20\d\d/)?[a-z][a-z0-9&.\-]*[a-z0-9])")
DASHED_NUMBER = re.compile(r"^\W*so\s*:?\s*(\d{1,5}\s*-\s*[a-z]{2,5}\s*/\s*[a-z][a-z0-9&.\-]*)")
"""The numbers of the Party and the unions: "03-CTr/LĐ"."""

SWAPPED = re.compile(r"/\s*(\d{1,5}[a-z]?)\s+(kh\s*-\s*[a-z0-9&.\-]*[a-z0-9])")
"""A scan may lose the number's place: "Số: /04 KH-MNPL" reads 04/KH-MNPL."""

SIGN_GOES_ON = re.compile(
    r"[ \xa0](?!(?:TP|TX|TT|TH|HCM|HN|CỘNG|ĐỘC|Q|H|P)\b)([A-ZĐ]{2,6})(?=[\s.;|]*$|\t|\s+(?:[^\W\d_][^\W\d_A-ZĐ]))"
)
"""A sign with a blank inside: "12/KH-THCS LVT"; what is no capital letter follows, or nothing."""

LINE_ENDS = re.compile(r"\n|\s*—\s*(?=[Ss]ố\b|[^—\n]{2,40},\s*ngày\b)")
"""A long dash parts what a letterhead in one line says: “Trường THPT … — Số: … — Vinh, ngày …”, not the motto."""

NUMBER_LINE = re.compile(r"^\W*[s$5][o06]?\b")
TITLED_MONTH = re.compile(r"\bthang\s+(0?[1-9]|1[0-2])(?:\s*(?:[/-]|nam)\s*(20\d\d))?\b(?!\s*[-,/&]|\s+(?:den|va)\b)")
TITLED_YEAR = re.compile(r"\b(?<!den )(?<!dau )(?<!cuoi )nam\s*:?\s*(20\d\d)\b(?!\s*[-–,]\s*20|\s*(?:den|va)\b)")
TITLE = re.compile(
    r"^\W*(?:ke hoach|lich|chuong trinh|cong tac|hoat dong|nhiem vu|trong tam|noi dung)\b|^\W*thang\s+\d"
)
FULL_DAY = re.compile(r"\b\d{1,2}\s*[/.-]\s*(0?[1-9]|1[0-2])\s*[/.-]\s*(20\d\d)\b")
YEARS = re.compile(r"(?<![\d/])(20\d\d)\s*-\s*(20\d\d)(?!\d)")
WEEK = re.compile(r"\btuan\s+(?:thu\s+)?(\d{1,2})\b")
WEEKS_OF_A_MONTH, MOST_TITLES = 5, 3
HEAD_LINES, LAST_LINES = 25, 10


def read_header(document: Document, items: Sequence[Item]) -> Header:
    """Return the header; what the plan does not say is None, never guessed."""
    head = _head(items)
    school = school_in_head(head) or school_in_text([item.block.text for item in items])
    signed = signed_in(head) or signed_in(_closing(items))
    kind = kind_of(head)
    return Header(
        school=school,
        number=_number(head),
        date=signed,
        school_year=_school_year(head, items, signed),
        level=level_of(school, head),
        kind=kind,
        source=document.source,
    )


def month_of(items: Sequence[Item]) -> int | None:
    """Return the month a plan is for by its title; None for a plan of more, or one that counts the school's weeks."""
    month = _titled_month(items)
    counted = (int(number) for item in items for number in WEEK.findall(fold(item.block.text)))
    return month[0] if month and max(counted, default=0) <= WEEKS_OF_A_MONTH else None


def plan_year_of(items: Sequence[Item]) -> int | None:
    """Return the calendar year a plan is for by its title ("… năm 2025"), None for a plan of a school year."""
    titles = _titles(items)
    if any(_years(line) for line in titles) or _titled_month(items):
        return None
    named = [fold(line) for line in titles if not is_signing_line(line)]
    found = {int(year) for line in named for year in TITLED_YEAR.findall(line)}
    return found.pop() if len(found) == 1 else None


def _titles(items: Sequence[Item]) -> list[str]:
    """Return the lines of the title: from "KẾ HOẠCH" on, up to what the plan rests on."""
    lines: list[str] = []
    for item in items[:HEAD_LINES]:
        text = item.block.text
        if item.part is not Part.HEAD or item.block.is_row:
            continue
        if lines and (CITED.match(fold(text)) or len(lines) > MOST_TITLES or text.rstrip().endswith((":", ";", "."))):
            break
        if lines or TITLE.match(fold(text)):
            lines.append(text)
    return lines


def _titled_month(items: Sequence[Item]) -> tuple[int, int | None] | None:
    for item in items[:HEAD_LINES]:
        folded = fold(item.block.text)
        titled = item.part is Part.HEAD and not item.block.is_row and TITLE.match(folded) and "ngay" not in folded
        months = TITLED_MONTH.findall(folded) if titled else []
        if len(months) == 1:
            return int(months[0][0]), int(months[0][1]) if months[0][1] else None
    return None


def _head(items: Sequence[Item]) -> list[str]:
    """Return the lines of the letterhead and title, cells one by one."""
    lines: list[str] = []
    for item in items[:HEAD_LINES]:
        if item.part is not Part.HEAD and not item.block.is_row:
            break
        cells = [cell.text for cell in item.block.cells if cell.merged_from is None] or [item.block.text]
        pieces = [line for cell in cells for line in LINE_ENDS.split(cell.replace("**", ""))]
        lines += [line.strip() for line in pieces if line.strip()]
    return lines[: HEAD_LINES * 2]


def _closing(items: Sequence[Item]) -> list[str]:
    """Return the lines after the recipients; a plan without them is signed in its last lines."""
    closing = [item.block.text for item in items if item.part is Part.CLOSING]
    last = [item.block.text for item in items[-LAST_LINES:] if is_signing_line(item.block.text)]
    return closing if signed_in(closing) else last


def _number(head: Sequence[str]) -> str | None:
    for line in head:
        folded = fold(line)
        if not NUMBER_LINE.match(folded):
            continue
        if match := DASHED_NUMBER.match(folded):
            return "".join(line[match.start(1) : match.end(1)].split())
        for pattern in (NUMBER, SWAPPED, OTHER_NUMBER):
            if match := pattern.search(folded):
                symbol = re.sub(r"\s+", "", line[match.start(2) : match.end(2)])
                goes_on = SIGN_GOES_ON.match(line, match.end(2)) if symbol.isupper() or "-" in symbol else None
                return f"{line[match.start(1) : match.end(1)]}/{symbol}" + (f" {goes_on[1]}" if goes_on else "")
    return None


def _is_sentence(line: str) -> bool:
    return line.rstrip().endswith((":", ";", "."))


def _school_year(head: Sequence[str], items: Sequence[Item], signed: date | None) -> SchoolYear | None:
    """Take the title's years, else those written most often, else the year the plan was signed in."""
    titles = [line for line in head if is_capitals(line) or not (CITED.match(fold(line)) or _is_sentence(line))]
    titled = [found for line in titles for found in _years(line)]
    if titled:
        return titled[0]
    month = _titled_month(items)
    if month and month[1]:
        return next(
            known for known in (SchoolYear(month[1]), SchoolYear(month[1] - 1)) if known.year_of(month[0]) == month[1]
        )
    told = (found for item in items if item.part is not Part.GROUNDS for found in _years(item.block.text))
    # A year that was over at the signing is only told of.
    written = Counter(found for found in told if signed is None or found >= SchoolYear.of(signed))
    if written:
        return max(written, key=lambda found: (written[found], found))
    if signed:
        return SchoolYear.of(signed)
    # A calendar of a week may be dated by its own span alone: "(Từ ngày 06/10/2025 đến ngày 11/10/2025)".
    dated = {found for line in head if not CITED.search(fold(line)) for found in _years_of_days(line)}
    return dated.pop() if len(dated) == 1 else None


def _years_of_days(line: str) -> list[SchoolYear]:
    days = ((int(year), int(month)) for month, year in FULL_DAY.findall(line))
    return [SchoolYear(year if month >= FIRST_MONTH else year - 1) for year, month in days]


def _years(text: str) -> list[SchoolYear]:
    pairs = [(int(first), int(second)) for first, second in YEARS.findall(fold(text))]
    return [SchoolYear(first) for first, second in pairs if second == first + 1]
