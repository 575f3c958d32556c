"""Days without their month in a column of times ("25-29", "Trước 15", "Ngày 14, 15"): those of their row's month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from schedules.plan import Block, Due, Precision
from schedules.planning.drafts import in_column
from schedules.planning.tables.columns import Columns, Role
from schedules.planning.tables.row import Row
from schedules.planning.tables.row_dues import above, row_context
from schedules.wording import Context, fold, when

SPAN = re.compile(r"^\W*(?:tu\s+)?(?:ngay\s+)?(?P<first>\d{1,2})\s*(?:-|den(?: ngay)?|–)\s*(?P<last>\d{1,2})\W*$")
LAST = re.compile(r"^\W*(?P<how>truoc|den het|het|den|cham nhat)\s+(?:ngay\s+)?(?P<last>\d{1,2})\W*$")
LISTED = re.compile(
    r"^\W*(?:cac\s+)?(?P<named>ngay\s+)?\d{1,2}(?:\s*(?:[,;&+]|\bva\b)\s*(?:ngay\s+)?\d{1,2})*"
    r"\s*(?:[,;&+]|\bva\b)\s*(?:ngay\s+)?(?P<last>\d{1,2})\W*$"
)
ALONE = re.compile(r"^\W*(?P<last>\d{1,2})\W*$")
HEADER = re.compile(r"^\W*(?:thu\W+)?ngay(?: (?:thang|thuc hien|to chuc|hoan thanh|lam))?\W*$")
NUMBER = re.compile(r"\d{1,2}")
MONTHS = 12
HOW = {"truoc": "trước ngày", "cham nhat": "chậm nhất ngày"}
"""How a last day is bound; the others are "đến hết"."""


def names_days(header: Block, columns: Columns) -> bool:
    """Whether the header says that its column of times holds days: "Ngày"."""
    at = columns.get(Role.TIME, len(header.cells))
    return at < len(header.cells) and HEADER.match(fold(header.cells[at].text)) is not None


def with_bare_days(rows: Sequence[Row], context: Context, *, named: bool = False) -> list[Row]:
    """Return the rows with the days that only lack their month, where some number of the table can be no month.

    Where the column is `named` one of days, a number alone is one too.
    """
    found = [_days(row, named=named) for row in rows]
    if not named and not any(days["last"] and int(days["last"]) > MONTHS for days in found if days):
        return list(rows)  # "9-12" and "trước 10" may count months or weeks
    return [
        made
        for row, days in zip(rows, found, strict=True)
        for made in ([replace(row, told=due) for due in _dated(row, days, context)] if days else ()) or [row]
    ]


def _days(row: Row, *, named: bool) -> re.Match[str] | None:
    if row.told.dated or row.text(Role.WEEK) or row.text(Role.START) or row.text(Role.END):
        return None
    time = fold(" ".join(row.text(Role.TIME).split()))
    return SPAN.match(time) or LAST.match(time) or LISTED.match(time) or (ALONE.match(time) if named else None)


def _dated(row: Row, days: re.Match[str], context: Context) -> list[Due]:
    """Return the dues of bare days in the one month over them, one for days on end.

    [] where no month stands over them or it lacks one of them.
    """
    month = _month(row, context)
    dues = [when(wording, in_column(context)) for wording in _wordings(days, month)] if month else []
    words = " ".join(row.text(Role.TIME).split())
    return [
        replace(due, words=words, implied=(*due.implied, "month")) for due in dues if all(one.dated for one in dues)
    ]


def _wordings(days: re.Match[str], month: str) -> list[str]:
    """Return bare days written out with their month; [] where they run backwards."""
    last = f"{days['last']}/{month}"
    if days.re is LAST:
        return [f"{HOW.get(days['how'], 'đến hết ngày')} {last}"]
    each = [int(day) for day in NUMBER.findall(days[0])]
    if any(then <= day for day, then in pairwise(each)):
        return []
    if days.re is SPAN or each[-1] - each[0] == len(each) - 1:
        return [f"từ ngày {each[0]} đến ngày {last}"]
    return [f"ngày {day}/{month}" for day in each]


def _month(row: Row, context: Context) -> str:
    """Return the month a row stands in as "9/2024", "" where it stands in none or in several."""
    here = row_context(row, context)
    if row.month and here.school_year:
        return f"{row.month}/{row.year or context.plan_year or here.school_year.year_of(row.month)}"
    over = above(row, context)
    one = over.start and over.day and (over.start.year, over.start.month) == (over.day.year, over.day.month)
    return f"{over.day:%m/%Y}" if over.precision is Precision.MONTH and over.day and one else ""
