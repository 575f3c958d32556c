"""A day and the bare numbers of its months: ngày 20 tháng 10, 12 và 3 · trước ngày 15 tháng 9, 12, 5."""

from __future__ import annotations

import re

from schedules.wording.families.shapes import COUNTED, LIST_ENDS, YEAR, members, numbers, year_of
from schedules.wording.piece import SHARED, Grain, Kind, Moment, Piece

MONTHS = 12
EACH = re.compile(r"\d{1,2}(?!\d)")
MORE_MONTHS = re.compile(r"(?P<months>(?:(?:,|;|,? va) \d{1,2}(?![\d/])){1,11})" + COUNTED + YEAR + LIST_ENDS)
"""Further months behind a day and its first, up to what ends their list."""


def months_of(first: re.Match[str], more: re.Match[str]) -> list[Piece] | None:
    """Return the day of a match in its own month and in each further one, times of their own."""
    months, year, day = [int(first["month"]), *numbers(more["months"])], year_of(more), int(first["day"])
    if max(months) > MONTHS or min(months) < 1 or len(set(months)) < len(months):
        return None
    spots = EACH.finditer(more.string, first.start("month"), more.end("months"))
    places = members(spots, first.start(), more.end())
    return [
        Piece(*place, Kind.TIME, SHARED, Moment(Grain.DAY, day, month, year and year - (month > months[-1])))
        for place, month in zip(places, months, strict=True)
    ]
