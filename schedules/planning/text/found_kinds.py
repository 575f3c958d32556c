"""What a wording of a time is: a day of its own, a last day, an event the calendar dates; and which refines which."""

from __future__ import annotations

from schedules.plan import Bound, Due, Precision
from schedules.wording import Found


def is_frame(found: Found) -> bool:
    """Whether a wording names an event that the school's calendar dates, and no day of its own."""
    told = found.due.dated and found.due.bound is Bound.DURING and "frame" in found.due.implied
    return told and is_bare(found)


def is_bare(found: Found) -> bool:
    """Whether a wording holds no number: it names a time and does not count one."""
    return not any(sign.isdigit() for sign in found.quote)


def is_day(found: Found) -> bool:
    """Whether a wording is one day of its own, on which something is held."""
    due = found.due
    own = due.precision is Precision.DAY and due.bound is Bound.DURING and "frame" not in due.implied
    return own and due.day is not None and due.start in {None, due.day} and any(sign.isdigit() for sign in found.quote)


def is_last_day(found: Found) -> bool:
    """Whether a wording sets one last day: "trước ngày 20/5", "chậm nhất 20/5"."""
    due = found.due
    return due.day is not None and due.precision is Precision.DAY and due.bound in {Bound.BEFORE, Bound.BY}


def is_span(found: Found) -> bool:
    """Whether a wording is a span from its first day to its last: "từ 15/12 đến 20/12"."""
    due = found.due
    return due.precision is Precision.DAY and due.start is not None and due.day is not None and due.start < due.day


def is_stretch(found: Found) -> bool:
    """Whether a wording is a week or a month in which something is held."""
    due = found.due
    return due.day is not None and due.precision in {Precision.WEEK, Precision.MONTH} and due.bound is Bound.DURING


def refines(one: Due, due: Due) -> bool:
    """Whether a due is a day within a due that is coarser."""
    if one.precision is not Precision.DAY or due.precision is Precision.DAY or not one.day or not due.day:
        return False
    return one.bound is Bound.DURING and (due.start or one.day) <= one.day <= due.day
