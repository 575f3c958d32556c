"""The lines of a plan's title, and the month or calendar year they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.plan import SchoolYear
from schedules.planning.head.signing import CITED, is_signing_line
from schedules.planning.outline import Item, Part
from schedules.wording import fold

TITLED_MONTH = re.compile(r"\bthang\s+(0?[1-9]|1[0-2])(?:\s*(?:[/-]|nam)\s*(20\d\d))?\b(?!\s*[-,/&]|\s+(?:den|va)\b)")
TITLED_YEAR = re.compile(r"\b(?<!den )(?<!dau )(?<!cuoi )nam\s*:?\s*(20\d\d)\b(?!\s*[-–,]\s*20|\s*(?:den|va)\b)")
TITLE = re.compile(
    r"^\W*(?:ke hoach|lich|chuong trinh|cong tac|hoat dong|nhiem vu|trong tam|noi dung)\b|^\W*thang\s+\d"
)
SUBJECT = re.compile(r"^\W*(?:v\s*/\s*v|ve viec)\b")
GROUND = re.compile(r"^\W*(?:can cu|kem theo)\b")
CITES = re.compile(r"\bso\s*:?\s*\d|\d\s*/\s*(?:20\d\d\s*/\s*)?[a-z]{2,}|\bngay\s+\d")
"""A paper named by its number or its day is one a plan rests on: “Thực hiện Kế hoạch số 12 …” is no title."""

ENROLS = re.compile(r"\b(?:tuyen sinh|xet tuyen|thi vao|dau cap|trong he|he nam)\b")
YEARS = re.compile(r"(?<![\d/])(20\d\d)\s*-\s*(20\d\d)(?!\d)")
LESSONS = ("bai day", "bai soan", "giao an", "bao giang", "tiet day", "thuc don", "chu de")
NUMBERED_WEEK = r"tuan\s+(?:thu\s+)?(\d{1,2})\b"
WEEK = re.compile("".join(rf"(?<!\b{noun} )" for noun in LESSONS) + rf"\b{NUMBERED_WEEK}")
LEADING_WEEK = re.compile(rf"^\W*(?:(?:tu|trong|vao|cuoi|dau|het)\s+)?{NUMBERED_WEEK}")
WEEKS_OF_A_MONTH, MOST_TITLES = 5, 3
HEAD_LINES = 25


def titles_of(items: Sequence[Item]) -> list[Item]:
    """Return the lines of the title: from "KẾ HOẠCH" on, up to what the plan rests on."""
    lines: list[Item] = []
    for item in items[:HEAD_LINES]:
        text = item.block.text
        if item.part is not Part.HEAD or item.block.is_row:
            continue
        if lines and (rests_on(text) or len(lines) > MOST_TITLES or is_sentence(text)):
            break
        if lines or TITLE.match(fold(text)):
            lines.append(item)
    return lines


def rests_on(line: str) -> bool:
    """Whether a line names what the plan rests on: "Căn cứ …", "Thực hiện Kế hoạch số …"."""
    folded = fold(line)
    return GROUND.match(folded) is not None or (bool(CITED.match(folded)) and bool(CITES.search(folded)))


def is_sentence(line: str) -> bool:
    """Whether a line ends as sentences and lists do, and titles do not."""
    return line.rstrip().endswith((":", ";", "."))


def is_title(line: str) -> bool:
    """Whether a line of the head opens the title, or is the matter of a letter ("V/v …")."""
    folded = fold(line)
    return not is_sentence(line) and (TITLE.match(folded) or SUBJECT.match(folded)) is not None


def years_in(text: str) -> list[SchoolYear]:
    """Return the school years a text writes in full, in order: "năm học 2024-2025"."""
    pairs = [(int(first), int(second)) for first, second in YEARS.findall(fold(text))]
    return [SchoolYear(first) for first, second in pairs if second == first + 1]


def month_of(items: Sequence[Item]) -> int | None:
    """Return the month a plan is for by its title; None for a plan of more, or one that counts the school's weeks."""
    month = titled_month(items)
    if month is None:
        return None
    texts = [fold(text) for item in items for text in _texts_of(item)]
    leading = [int(week[1]) for text in texts if (week := LEADING_WEEK.match(text))]
    counted = leading or [int(number) for text in texts for number in WEEK.findall(text)]
    return month[0] if max(counted, default=0) <= WEEKS_OF_A_MONTH else None


def _texts_of(item: Item) -> Sequence[str]:
    """Return the cells of a row, or the line: a week that leads one is a time, one further on may name lessons."""
    return [cell.text for cell in item.block.cells] if item.block.is_row else [item.body]


def titled_month(items: Sequence[Item]) -> tuple[int, int | None] | None:
    """Return the month a title names and its year where it is written, None where it names none."""
    for item in items[:HEAD_LINES]:
        folded = fold(item.block.text)
        titled = item.part is Part.HEAD and not item.block.is_row and TITLE.match(folded) and "ngay" not in folded
        months = TITLED_MONTH.findall(folded) if titled else []
        if len(months) == 1:
            return int(months[0][0]), int(months[0][1]) if months[0][1] else None
    return None


def titled_year(items: Sequence[Item]) -> int | None:
    """Return the calendar year a plan is for by its title ("… năm 2025"), None for a plan of a school year."""
    lines = [item.block.text for item in titles_of(items)]
    if any(years_in(line) for line in lines) or titled_month(items):
        return None
    named = [fold(line) for line in lines if not is_signing_line(line)]
    found = {int(year) for line in named for year in TITLED_YEAR.findall(line)}
    return found.pop() if len(found) == 1 else None
