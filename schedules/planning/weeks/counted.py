"""School weeks counted from the start of the year, held against the month their row or heading names."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from schedules.plan import Due
from schedules.planning.drafts import in_column
from schedules.proofreading.weeks_outside import OUTSIDE
from schedules.wording import Context, when

COUNTED = "weeks.school"
UNSURE = 0.6
SATURDAY, SUNDAY = timedelta(days=5), timedelta(days=6)


def kept_in_month(due: Due, context: Context) -> Due:
    """Return the due, or the whole month of its row where the weeks it counts do not touch that month.

    A plan may leave the weeks of Tết or of exams uncounted: then its own month is surer than any count.
    """
    month, year = context.table_month, _year(context)
    if not month or not year or not due.rule.startswith(COUNTED) or not due.start or not due.day:
        return due
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if due.start + SATURDAY >= first and due.day - SUNDAY <= last:
        return due
    whole = when(f"Tháng {month}/{year}", in_column(context))
    basis = (
        f"“{due.words}” đếm từ đầu năm học là {due.start:%d/%m/%Y} – {due.day:%d/%m/%Y}, "
        f"ra ngoài tháng {month} mà kế hoạch ghi, nên lấy cả tháng {month}/{year}."
    )
    return replace(whole, words=due.words, basis=basis, implied=(OUTSIDE,))


def _year(context: Context) -> int | None:
    if not context.table_month:
        return None
    known = context.school_year.year_of(context.table_month) if context.school_year else None
    return context.plan_year or known


def sureness(due: Due) -> float:
    """Return the confidence of a work with this due: 0.95 as worded, less by a count that failed, 0.5 without any."""
    return 0.5 if not due.dated else UNSURE if OUTSIDE in due.implied else 0.95
