"""Terms counted in days, weeks or months.

The first day does not count; a last day that is off runs on to the next working day (BLDS 2015, Điều 147–148).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from schedules.calendar import WorkingDays
from schedules.plan import Precision
from schedules.wording.piece import Count
from schedules.wording.span import Doubt, Span, show, unknown

DAYS = {"ngay": 1, "tuan": 7}
MONTHS = {"thang": 1, "nam": 12}
LABELS = {
    "ngay lam viec": "ngày làm việc",
    "ngay": "ngày",
    "tuan": "tuần",
    "thang": "tháng",
    "nam": "năm",
}
LONGEST = 3660
LAW = "ngày đầu không tính, ngày cuối rơi vào ngày nghỉ thì sang ngày làm việc kế tiếp (BLDS 2015, Điều 147–148)"


def counted_span(start: date, count: Count, working_days: WorkingDays) -> Span | Doubt:
    """Return the last day of a counted term as a span of one day."""
    if not 0 < count.number * DAYS.get(count.unit, 30 * MONTHS.get(count.unit, 0)) <= LONGEST and (
        count.unit != "ngay lam viec"
    ):
        return unknown("thời hạn dài bất thường")
    day = _back(start, count, working_days) if count.back else _forward(start, count, working_days)
    side = "trước" if count.back else "kể từ"
    law = "" if count.back else f" ({LAW})"
    why = f"{count.number} {LABELS[count.unit]} {side} {show(start)} = {show(day)}{law}"
    return Span(day, day, Precision.DAY, ("count",), why)


def _forward(start: date, count: Count, working_days: WorkingDays) -> date:
    if count.unit == "ngay lam viec":
        return working_days.add(start, count.number)
    return working_days.on_or_after(_shifted(start, count.unit, count.number))


def _back(start: date, count: Count, working_days: WorkingDays) -> date:
    if count.unit != "ngay lam viec":
        return _shifted(start, count.unit, -count.number)
    day = start
    for _ in range(count.number):
        day = working_days.on_or_before(day - timedelta(days=1))
    return day


def _shifted(day: date, unit: str, number: int) -> date:
    if unit in DAYS:
        return day + timedelta(days=DAYS[unit] * number)
    at = day.year * 12 + day.month - 1 + MONTHS[unit] * number
    year, month = at // 12, at % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
