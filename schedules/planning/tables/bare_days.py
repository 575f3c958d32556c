"""Days without their month in a column of times ("25-29", "Trước 15"): those of the month their row stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import NO_DUE, Due, Precision
from schedules.planning.drafts import in_column
from schedules.planning.tables.columns import Role
from schedules.planning.tables.row import Row
from schedules.planning.tables.row_dues import above, row_context
from schedules.wording import Context, fold, when

SPAN = re.compile(r"^\W*(?:tu\s+)?(?:ngay\s+)?(?P<first>\d{1,2})\s*(?:-|den(?: ngay)?|–)\s*(?P<last>\d{1,2})\W*$")
LAST = re.compile(r"^\W*(?P<how>truoc|den het|het|den|cham nhat)\s+(?:ngay\s+)?(?P<last>\d{1,2})\W*$")
MONTHS = 12
HOW = {"truoc": "trước ngày", "cham nhat": "chậm nhất ngày"}
"""How a last day is bound; the others are "đến hết"."""


def with_bare_days(rows: Sequence[Row], context: Context) -> list[Row]:
    """Return the rows with the days that only lack their month, where some number of the table can be no month."""
    found = [_days(row) for row in rows]
    if not any(days["last"] and int(days["last"]) > MONTHS for days in found if days):
        return list(rows)  # "9-12" and "trước 10" may count months or weeks
    return [
        replace(row, told=due) if days and (due := _dated(row, days, context)).dated else row
        for row, days in zip(rows, found, strict=True)
    ]


def _days(row: Row) -> re.Match[str] | None:
    if row.told.dated or row.text(Role.WEEK) or row.text(Role.START) or row.text(Role.END):
        return None
    time = fold(" ".join(row.text(Role.TIME).split()))
    return SPAN.match(time) or LAST.match(time)


def _dated(row: Row, days: re.Match[str], context: Context) -> Due:
    """Return the due of bare days in the one month over them; none where no month stands over them or it lacks them."""
    month = _month(row, context)
    if not month:
        return NO_DUE
    last = f"{days['last']}/{month}"
    if days.re is SPAN:
        if int(days["first"]) >= int(days["last"]):
            return NO_DUE
        wording = f"từ ngày {days['first']} đến ngày {last}"
    else:
        wording = f"{HOW.get(days['how'], 'đến hết ngày')} {last}"
    due = when(wording, in_column(context))
    return replace(due, words=" ".join(row.text(Role.TIME).split()), implied=(*due.implied, "month"))


def _month(row: Row, context: Context) -> str:
    """Return the month a row stands in as "9/2024", "" where it stands in none or in several."""
    here = row_context(row, context)
    if row.month and here.school_year:
        return f"{row.month}/{row.year or context.plan_year or here.school_year.year_of(row.month)}"
    over = above(row, context)
    one = over.start and over.day and (over.start.year, over.start.month) == (over.day.year, over.day.month)
    return f"{over.day:%m/%Y}" if over.precision is Precision.MONTH and over.day and one else ""
