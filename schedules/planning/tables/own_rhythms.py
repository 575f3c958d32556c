"""Work that says its own rhythm in a row without a time: "Họp giao ban sáng thứ Hai hằng tuần" under a day."""

from __future__ import annotations

import re

from schedules.plan import Due, Precision
from schedules.planning.rhythms import first_in_month
from schedules.planning.tables.bracket_days import Spans
from schedules.planning.text.segments import segments
from schedules.wording import Context, fold

RHYTHM = re.compile(
    r"\b(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? (?:(?:cua )?(?:hang|moi) tuan|cac tuan)|"
    r"(?:ngay|truoc|den) (?:ngay )?\d{1,2} (?:hang|moi) thang)\b"
)
"""A weekday of every week, a day of every month; “báo cáo hằng tháng” is what is handed in."""


def says_rhythm(work: str) -> bool:
    """Whether a work says on which day of every week or month it comes again."""
    return RHYTHM.search(fold(work)) is not None


def own_rhythm(work: str, context: Context) -> tuple[Due, Spans] | None:
    """Return the rhythm a work of a row without a time says itself, its first time in the row's month; else None."""
    parts = segments(work, context, line=True) if says_rhythm(work) else ()
    if len(parts) != 1 or not parts[0].due.comes_again or parts[0].due.precision is not Precision.DAY:
        return None
    shift = parts[0].start
    return first_in_month(parts[0].due, context), tuple((start + shift, end + shift) for start, end in parts[0].spans)
