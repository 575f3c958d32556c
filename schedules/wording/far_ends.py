"""The end of the period a first day lies in: “từ ngày 1/9 đến hết năm” ends on 31/12 of its year."""

from __future__ import annotations

from schedules.plan import FIRST_MONTH, SchoolYear
from schedules.wording.context import Context
from schedules.wording.piece import Grain, Moment

SCHOOL = {Grain.TERM, Grain.SCHOOL_WEEK, Grain.SCHOOL_YEAR}


def rest_of(first: Moment, name: str, context: Context) -> Moment | None:
    """Return the year, school year, term, quarter or month that a start lies in; None while its year is unknown."""
    year, month = first.year, first.month or FIRST_MONTH
    if year is None:
        return None
    begun = year if first.grain in SCHOOL or month >= FIRST_MONTH else year - 1
    if name == "nam hoc":
        return Moment(Grain.SCHOOL_YEAR, year=begun)
    if name == "hoc ky":
        return Moment(Grain.TERM, _term(first, begun, context), year=begun)
    if name == "quy":
        return Moment(Grain.QUARTER, (month + 2) // 3, year=year)
    return Moment(Grain.YEAR, year=year) if name == "nam" else Moment(Grain.MONTH, 0, month, year)


def _term(first: Moment, begun: int, context: Context) -> int:
    """Return the term a start lies in: the first until the frame ends it."""
    if first.grain == Grain.TERM:
        return first.value
    end = context.calendar.frame(SchoolYear(begun)).term1_end
    year, month = first.year or begun, first.month or FIRST_MONTH
    return 1 if (year, month, max(first.value, 1)) <= (end.year, end.month, end.day) else 2
