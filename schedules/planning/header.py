"""What a plan says of itself: school, number, date, school year, level and kind, from its head and closing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from schedules.plan import Document, Header, SchoolYear
from schedules.planning.kinds import kind_of
from schedules.planning.outline import Item, Part, is_capitals
from schedules.planning.schools import level_of, school_in_head, school_in_text
from schedules.wording import fold

NUMBER = re.compile(r"(\d{1,5}[a-z]?)\s*/\s*((?:\d{4}/)?k[h]\s*[-./]?\s*[a-z0-9&.\-]*[a-z0-9])")
OTHER_NUMBER = re.compile(r"^\W*so\s*:?\s*(\d{1,5}[a-z]?)\s*/\s*((?:20\d\d/)?[a-z][a-z0-9&.\-]*[a-z0-9])")
SWAPPED = re.compile(r"/\s*(\d{1,5}[a-z]?)\s+(kh\s*-\s*[a-z0-9&.\-]*[a-z0-9])")
"""A scan may lose the number's place: "Số: /04 KH-MNPL" reads 04/KH-MNPL."""

NUMBER_LINE = re.compile(r"^\W*[s$5][o06]?\b")
SIGNED = re.compile(r"\bng\w{1,2}y?\s*[:.]?\s*(\d{1,2})\s+th\w{2,4}\s+(\d{1,2})\s+n\w{1,2}m?\s+(20\d\d)\b")
PLACED = re.compile(
    r"(?:^|\t|\s{2,}|\S.*?\s{2,})(?:\(?[^\s,;:.()][^,;:.()\d]{0,40}|[^,;:.()]{2,30})[,;]?\s*"
    r"ng\w{1,2}y\s+\d{1,2}\s+th\w{2,4}\s+\d{1,2}\s+n\w{1,2}m\s+20\d\d\W*$"
)
"""“Trà Ngạn, ngày 23 tháng 9 năm 2024”: a line that says where and when a plan was signed, and nothing else."""

MOST_PLACE_WORDS = 6
SIGNED_SHORT = re.compile(r"\bngay\s*:?\s*(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)\b")
YEARS = re.compile(r"(?<![\d/])(20\d\d)\s*-\s*(20\d\d)(?!\d)")
HEAD_LINES = 25
LATEST_HEAD = 14
CITED = re.compile(r"\b(kem theo|can cu|thuc hien|theo|quyet dinh|thong tu|cong van|van ban|nghi dinh|bao cao)\b")


def read_header(document: Document, items: Sequence[Item]) -> Header:
    """Return the header; what the plan does not say is None, never guessed."""
    head = _head(items)
    school = school_in_head(head) or school_in_text([item.block.text for item in items])
    signed = _signed(head) or _signed(_closing(items))
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


def _head(items: Sequence[Item]) -> list[str]:
    """Return the lines of the letterhead and title, cells one by one."""
    lines: list[str] = []
    for item in items[:HEAD_LINES]:
        if item.part is not Part.HEAD and not item.block.is_row:
            break
        cells = [cell.text for cell in item.block.cells if cell.merged_from is None] or [item.block.text]
        lines += [line.strip() for cell in cells for line in cell.split("\n") if line.strip()]
    return lines[: HEAD_LINES * 2]


def _closing(items: Sequence[Item]) -> list[str]:
    return [item.block.text for item in items if item.part is Part.CLOSING]


def _number(head: Sequence[str]) -> str | None:
    for line in head:
        folded = fold(line)
        if not NUMBER_LINE.match(folded):
            continue
        for pattern in (NUMBER, SWAPPED, OTHER_NUMBER):
            if match := pattern.search(folded):
                symbol = re.sub(r"\s+", "", line[match.start(2) : match.end(2)])
                return f"{line[match.start(1) : match.end(1)]}/{symbol}"
    return None


def _signed(lines: Sequence[str]) -> date | None:
    for line in lines:
        folded = fold(line)
        if CITED.search(folded.split("ngay")[0]):
            continue
        for pattern in (SIGNED, SIGNED_SHORT):
            if match := pattern.search(folded):
                return _day(*(int(part) for part in match.groups()))
    return None


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _school_year(head: Sequence[str], items: Sequence[Item], signed: date | None) -> SchoolYear | None:
    """Take the title's years, else those written most often, else the year the plan was signed in."""
    titled = [found for line in head if is_capitals(line) or not CITED.match(fold(line)) for found in _years(line)]
    if titled:
        return titled[0]
    written = Counter(found for item in items if item.part is not Part.GROUNDS for found in _years(item.block.text))
    if written:
        return max(written, key=lambda found: (written[found], found))
    return SchoolYear.of(signed) if signed else None


def _years(text: str) -> list[SchoolYear]:
    pairs = [(int(first), int(second)) for first, second in YEARS.findall(fold(text))]
    return [SchoolYear(first) for first, second in pairs if second == first + 1]
