"""The years written in a plan's words, moved on: years of deadlines and school years, never those of documents."""

from __future__ import annotations

import re

from schedules.planning.next_year.lunar_names import moved_lunar_names
from schedules.wording import Context, find, fold

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
SHORT_YEAR = re.compile(r"(?<![\d/.-])(\d{1,2}([/.-])\d{1,2}\2)(\d\d)(?![\d/.-])")
"""A day of three parts with one sign between them; “10-14/10” is two days of a month."""

PAIR = re.compile(r"(?<![\d/])(20\d\d)(\s*[-–—−/]\s*)(20\d\d)(?![\d/])")
SHORT_PAIR = re.compile(r"(?<![\d/])(20\d\d)(\s*[-–—−]\s*)(\d\d)(?![\d/.-])")
LAST_OF_FEBRUARY = re.compile(r"(?<!\d)29(\s*[/.-]\s*0?2(?!\d)|\s+tháng\s+(?:0?2(?!\d)|hai\b))", re.IGNORECASE)
NAMED_PAIR = re.compile(r"(?:năm học|niên khóa|\bNH)\s*:?\s*20\d\d\s*[-–—−/]\s*\d\d(?!\d)", re.IGNORECASE)
NAMED_YEAR = re.compile(r"(?<!\d )năm\s+20\d\d(?!\d|\s*[-–—−]\s*\d)", re.IGNORECASE)
FESTIVE_YEAR = re.compile(r"\b(?:tết|xuân|trung thu|khai giảng|hè)\b[^.;,\d]{0,25}20\d\d(?![\d/])", re.IGNORECASE)
ANNIVERSARY = re.compile(r"(kỷ niệm\s+(?:lần thứ\s+)?)(\d{1,3})(\s+năm\b)", re.IGNORECASE)
LONGER = re.compile(r"\b(giai doan|nhiem ky|khoa|chu ky|chuong trinh|de an|nghi quyet|chien luoc)\W+(nam\W+)?$")
"""What stands before a span of years that is no school year's business to move."""

BEFORE = 30
CENTURY = 100


def moved_words(words: str, years: int) -> str:
    """Return the words of a deadline with every year in them moved; pairs of a school year stay a pair."""
    return moved_lunar_names(_moved_years(words, years), years)


def _moved_years(words: str, years: int) -> str:
    short = SHORT_PAIR.sub(lambda match: _short_pair(match, years), words)
    moved = YEAR.sub(lambda match: str(int(match[0]) + years), short)
    return SHORT_YEAR.sub(lambda match: f"{match[1]}{(int(match[3]) + years) % CENTURY:02}", moved)


def moved_text(text: str, context: Context, years: int) -> str:
    """Return a title or a sentence with its school years, deadlines and anniversaries moved, all else as it is.

    `context` is that of the plan it stands in. Years of circulars, of periods (giai đoạn 2021-2025) and of
    documents are no deadlines and stay.
    """
    spans = [match.span() for match in PAIR.finditer(text) if _follow(match)]
    spans += [match.span() for pattern in (NAMED_PAIR, NAMED_YEAR, FESTIVE_YEAR) for match in pattern.finditer(text)]
    spans += [(found.start, found.end) for found in find(text, context) if YEAR.search(found.quote)]
    moved, end = "", 0
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < end or LONGER.search(fold(text[max(0, start - BEFORE) : start])):
            continue
        moved += text[end:start] + _moved_years(text[start:stop], years)
        end = stop
    moved += text[end:]
    counted = ANNIVERSARY.sub(lambda match: f"{match[1]}{int(match[2]) + years}{match[3]}", moved)
    return moved_lunar_names(counted, years)


def within_february(words: str) -> str:
    """Return the words with 29/2 written as 28/2, for a year that has no 29th."""
    return LAST_OF_FEBRUARY.sub(r"28\1", words)


def _follow(pair: re.Match[str]) -> bool:
    return int(pair[3]) == int(pair[1]) + 1


def _short_pair(match: re.Match[str], years: int) -> str:
    """Move the second half of “2023-24”; the first moves with all other years."""
    if int(match[3]) != (int(match[1]) + 1) % CENTURY:
        return match[0]
    return f"{match[1]}{match[2]}{(int(match[3]) + years) % CENTURY:02}"
