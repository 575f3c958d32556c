"""A month or week over a table ("1. Tháng 10/2024", "Kế hoạch tháng 11"): its rows are of that month or week."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Due, Precision
from schedules.planning.drafts import in_column
from schedules.planning.outline import Item, Rank
from schedules.planning.tables.contents import is_time
from schedules.planning.tables.programmes import LINES_ABOVE
from schedules.planning.tables.row import Row
from schedules.wording import Context, fold, when

SPAN = r"(?:thang|tuan)\s+(?:thu\s+)?(?:\d|[ivx]+\b)"
NAMING = (
    r"(?:ke hoach|cong tac|noi dung|lich|cong viec|nhiem vu|hoat dong|chuong trinh|trong tam|chinh|cu the|chi tiet|"
    r"thuc hien|cac|cua|trong|chu yeu|giao duc|chuyen mon|trien khai|tien do|"
    r"kiem tra|noi bo|giam sat|du gio|thao giang|hoi giang|khao sat|boi duong|phu dao|sinh hoat|ngoai khoa|"
    r"to|tong phu trach|lien doi|chi doi|chi doan|cong doan|doan|doi|nha truong|truong)"
)
"""What a plan, its works or whose it is are called: “Kế hoạch kiểm tra tháng 10/2025”."""

OPENED = re.compile(rf"^\W*(?:{NAMING}\W+)*(?={SPAN})")
COUNTED = re.compile(rf"^\W*(?:\d{{1,2}}|[ivx]{{1,4}}|[a-h])\s*[.)/]\s*(?:{NAMING}\W+)*{SPAN}")
CLOSED = re.compile(rf"\s*(?:[:–-]|\W\s)\W*{NAMING}(?:\W+{NAMING})*(?:\s+(?:sau|nhu sau))?\W*$")
FINE_SPANS = frozenset({Precision.MONTH, Precision.WEEK, Precision.DAY})
LONGEST_DAYS = 31


def span_over(items: Sequence[Item], first: Item, context: Context) -> str:
    """Return the words of the month or week over the table a row opens, "" where nothing over it is only such a time.

    The nearest time counts: the lines right above the table come before the headings over it.
    """
    at = next(at for at, item in enumerate(items) if item is first)
    lines: list[str] = []
    for item in reversed(items[max(0, at - LINES_ABOVE) : at]):
        if item.block.is_row:
            break
        lines.append(item.body)
        if item.rank is not Rank.TEXT:
            break
    for line in (*lines, *reversed(first.headings)):
        words = _time_in(line)
        due = when(words, in_column(context)) if words and is_time(words, context) else None
        if due and due.dated:
            return words if _is_one_span(due) else ""
    return ""


def under_span(rows: Sequence[Row], words: str) -> list[Row]:
    """Return the rows of a table under the words of the time over it, as they are where there is none.

    A row that swallowed a heading of another time, as pasted cells do, leaves open where that time begins.
    """
    if not words or any(COUNTED.match(fold(line)) for row in rows for line in _lines_of(row)):
        return list(rows)
    return [replace(row, spans=(words, *row.spans)) for row in rows]


def _lines_of(row: Row) -> list[str]:
    return [line for cell in row.block.cells for line in cell.text.split("\n")]


def _time_in(line: str) -> str:
    """Return the month or week a line names besides words of plans and works, "" where it tells anything else."""
    opened = OPENED.match(fold(line))
    if not opened:
        return ""
    rest = line[opened.end() :]
    closed = CLOSED.search(fold(rest))
    return rest[: closed.start() if closed else len(rest)].strip(" :.*_–-")


def _is_one_span(due: Due) -> bool:
    """Whether a time is one month, or a stretch of days no longer than one."""
    if due.precision not in FINE_SPANS or due.recurrence or not due.start or not due.day:
        return False
    return (due.day - due.start).days < LONGEST_DAYS
