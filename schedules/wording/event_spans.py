"""The day of a well-known event: fixed by the sun, by the moon, or by the school year's frame."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from schedules.calendar import WorkingDays
from schedules.plan import Precision, SchoolYear
from schedules.wording.context import Context
from schedules.wording.piece import Moment
from schedules.wording.span import Doubt, Span, impossible, show, unknown

LABELS = {
    "tet": "mùng 1 Tết Nguyên đán",
    "trung_thu": "Tết Trung thu (rằm tháng Tám âm lịch)",
    "gio_to": "Giỗ Tổ Hùng Vương (10/3 âm lịch)",
    "khai_giang": "khai giảng",
}
ONE_DAY = timedelta(days=1)
LEAP = 2000
MONTHS = 12


def event_span(moment: Moment, context: Context) -> Span | Doubt:
    """Return the day of an event; unknown without a year."""
    if moment.month is not None:
        return _fixed(moment)
    if moment.year is None:
        return unknown(f"chưa biết năm của {LABELS[moment.name]}")
    if moment.name == "khai_giang":
        frame = context.calendar.frame(SchoolYear(moment.year))
        return _on(frame.opening, f"khai giảng năm học {SchoolYear(moment.year)}", "frame")
    day = context.calendar.lunar(moment.name, moment.year)
    if day is None:
        return unknown(f"chưa có lịch âm của năm {moment.year}")
    return _on(day, f"{LABELS[moment.name]} năm {moment.year}", "lunar")


def days_off(span: Span, working_days: WorkingDays) -> Span:
    """Return the days off around a feast: “trước kỳ nghỉ Tết”, “5 ngày sau kỳ nghỉ Tết”."""
    first = working_days.on_or_before(span.start) + ONE_DAY
    last = working_days.on_or_after(span.end) - ONE_DAY
    return span._replace(start=first, end=last, why=f"{span.why}, kỳ nghỉ {show(first, last)}")


def _on(day: date, name: str, implied: str) -> Span:
    return Span(day, day, Precision.DAY, (implied,), f"{name} là ngày {show(day)}")


def _fixed(moment: Moment) -> Span | Doubt:
    month = moment.month or 0
    if not 1 <= month <= MONTHS or not 1 <= moment.value <= monthrange(moment.year or LEAP, month)[1]:
        return impossible(f"không có ngày {moment.value}/{month}")
    if moment.year is None:
        return unknown("chưa biết năm: cần năm học hoặc ngày ký của văn bản")
    day = date(moment.year, month, moment.value)
    return Span(day, day, Precision.DAY, (), f"ngày {show(day)}")
