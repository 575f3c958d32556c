"""A weekday counted in its month: thứ Năm đầu tiên hằng tháng · thứ Sáu cuối tháng 10 · Chủ nhật đầu tiên."""

from __future__ import annotations

import re

from schedules.plan import Recurrence
from schedules.wording.families.hours import weekday_of
from schedules.wording.families.shapes import SAID_MONTH, YEAR, year_of
from schedules.wording.piece import NTH, Grain, Kind, Moment, Piece, recogniser
from schedules.wording.words import number


def _weekday(match: re.Match[str]) -> Piece:
    """Thứ Năm đầu tiên hằng tháng | thứ Hai đầu tiên của tháng 12/2025; without a month that of its row or sentence."""
    month, weekday = number(match["month"]) if match["month"] else None, weekday_of(match["weekday"])
    value = number(match["nth"].removeprefix("thu ")) or 0
    moment = Moment(Grain.WEEK, value, month, year_of(match) if month else None, name=NTH, weekday=weekday)
    every = Recurrence.MONTHLY if match["every"] else None
    return Piece(*match.span(), Kind.TIME, "weeks.weekday", moment, every=every)


MONTH_WEEKDAYS = (
    recogniser(
        "weeks.weekday",
        "thu t# chu cn ngay@",
        r"(?:ngay )?(?:(?:thu |t)(?P<weekday>hai|ba|tu|nam|sau|sxu|bay|[2-7])|chu nhat|cn) "
        r"(?P<nth>dau(?: tien)?|cuoi(?: cung)?|thu (?:nhat|hai|ba|tu))(?:(?<=tien)|(?<=cung)|(?= (?:cua |trong )*"
        r"(?:(?:hang|moi|cac) )?thang\b))"
        r"(?: (?:cua |trong )*(?:(?P<every>(?:hang|moi) thang)\b|thang"
        rf"(?: (?P<month>\d{{1,2}}(?!\d)|(?:{SAID_MONTH})\b)" + YEAR + ")?))?"
        r"(?! (?:cua )?(?:nam|hoc|tuan|ky|quy|dot)\b)",
        _weekday,
    ),
)
