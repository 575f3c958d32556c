"""A day and the bare numbers of its months: ngày 20 tháng 10, 12 và 3 · trước ngày 15 tháng 9, 12, 5."""

from __future__ import annotations

import re

from schedules.wording.families.shapes import COUNTED, YEAR, numbers, year_of
from schedules.wording.piece import SHARED, Grain, Kind, Moment, Piece, recogniser

MONTHS = 12
EACH = re.compile(r"\d{1,2}(?!\d)")
ENDS = r"(?= ?(?:\Z|[.;)\n]|(?:hang|moi) nam\b|(?:ve|len|gui|cho|theo|tai) |,(?! ?\d)))"


def _read(match: re.Match[str]) -> list[Piece] | None:
    """Ngày 20 tháng 10, 12 và 3: the day of each month, a time of its own."""
    months, year, at = numbers(match["months"]), year_of(match), match.start("months")
    if max(months) > MONTHS or min(months) < 1 or len(set(months)) < len(months):
        return None
    spots = list(EACH.finditer(match["months"]))
    starts = [match.start(), *(at + spot.start() for spot in spots[1:])]
    ends = [*(at + spot.end() for spot in spots[:-1]), match.end()]
    day = int(match["day"])
    return [
        Piece(start, end, Kind.TIME, SHARED, Moment(Grain.DAY, day, month, year and year - (month > months[-1])))
        for start, end, month in zip(starts, ends, months, strict=True)
    ]


SHARED_DAYS = (
    recogniser(
        SHARED,
        "ngay# mong# mung#",
        r"(?:ngay |mong |mung )+(?P<day>\d{1,2}) (?:cua )?thang "
        r"(?P<months>\d{1,2}(?:(?:,|;|,? va) \d{1,2}(?![\d/])){1,11})" + COUNTED + YEAR + ENDS,
        _read,
    ),
)
