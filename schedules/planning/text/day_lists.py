"""Days and months listed behind the first: "(ngày 16, 17)" in the row of its month, "tháng 10/2025, 01/2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedules.planning.drafts import in_column
from schedules.wording import Context, Found, fold, when

ONE = re.compile(r"^\W*(?:(?:vao|trong|cac)\s+)*ngay\s+\d{1,2}\W*$")
NEXT = re.compile(r"\s*(?:[,;&]|\bvà\b)\s*(?:ngày\s+)?(?P<day>\d{1,2})(?!\d|\s*[/%.-]\s*\d|,\d)", re.IGNORECASE)
ONE_MONTH = re.compile(r"^\W*(?:(?:vao|trong|cac)\s+)*thang\s+\d{1,2}\s*/\s*20\d\d\W*$")
NEXT_MONTH = re.compile(
    r"\s*(?:[,;&]|\bvà\b)\s*(?:tháng\s+)?(?P<month>(?:0?[1-9]|1[0-2])\s*/\s*20\d\d)(?![\d/])", re.IGNORECASE
)
ENDS = re.compile(r"\s*(?:[.;:)]|,\s+[^\W\d]|$)")
"""What stands behind the last of them: of “ngày 14, 15 em nghỉ” only the first is a day."""


def with_listed_times(found: Sequence[Found], text: str, context: Context) -> list[Found]:
    """Return the times of a text, with each further day of one month, and each further month, that a list names."""
    taken = [(one.start, one.end) for one in found]
    days = [each for one in found for each in (one, *(_further(one, text, taken) if context.table_month else ()))]
    return [each for one in days for each in (one, *_months(one, text, taken, context))]


def _months(one: Found, text: str, taken: Sequence[tuple[int, int]], context: Context) -> Iterator[Found]:
    at, last = one.end, one.due.day
    if last is None or not ONE_MONTH.match(fold(one.quote)):
        return
    while match := NEXT_MONTH.match(text, at):
        if any(first < match.end() and at < end for first, end in taken):
            return
        due = when(f"tháng {match['month']}", in_column(context))
        if due.start is None or due.day is None or due.start <= last:
            return
        at, last = match.end(), due.day
        words = match["month"]
        yield replace(one, start=match.start("month"), end=at, quote=words, due=replace(due, words=words))


def _further(one: Found, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Found]:
    day = one.due.day
    if day is None or one.due.start not in {None, day} or one.problem or not ONE.match(fold(one.quote)):
        return
    listed, at, last = list[re.Match[str]](), one.end, day.day
    while (match := NEXT.match(text, at)) and int(match["day"]) > last:
        listed.append(match)
        at, last = match.end(), int(match["day"])
    free = not any(first < at and one.end < end for first, end in taken)
    if not listed or not free or not ENDS.match(text, at):
        return
    for match in listed:
        try:
            then = day.replace(day=int(match["day"]))
        except ValueError:
            return
        start = match.start("day")
        due = replace(one.due, start=then if one.due.start else None, day=then, words=match["day"])
        yield replace(one, start=start, end=match.end(), quote=match["day"], due=due)
