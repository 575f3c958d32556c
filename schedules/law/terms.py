"""Counting a legal term step by step, as Điều 147–148 of the Civil Code 2015 (Bộ luật Dân sự) says.

The day the term starts from is not counted (Điều 147 khoản 2). A month runs to the same date of a later month,
or to that month's last day (Điều 148 khoản 3). A term whose last day is off ends with the next working day
(Điều 148 khoản 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from schedules.calendar import WorkingDays
from schedules.calendar.spoken import WEEKDAYS
from schedules.law.rules import Unit

WORDS = {Unit.DAY: "ngày", Unit.WORKING_DAY: "ngày làm việc", Unit.MONTH: "tháng"}


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day of a term, and the sentences that lead to it."""

    day: date
    steps: tuple[str, ...]


def spoken(day: date) -> str:
    """Return a day with its weekday: “thứ Hai 16/10/2023”."""
    return f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def count_term(start: date, term: int, unit: Unit, working_days: WorkingDays) -> Counted:
    """Return where a term that starts from a day ends, with every step and the days off it passed named."""
    if unit is Unit.WORKING_DAY:
        return _count_working_days(start, term, working_days)
    end = start + timedelta(days=term) if unit is Unit.DAY else months_after(start, term)
    counting = "không tính ngày đầu (khoản 2 Điều 147" if unit is Unit.DAY else "đến ngày tương ứng (khoản 3 Điều 148"
    step = f"Đếm {term:02d} {WORDS[unit]} từ {start:%d/%m/%Y}, {counting} Bộ luật Dân sự 2015): {spoken(end)}."
    return Counted(*_to_working_day(end, working_days, step))


def months_after(day: date, months: int) -> date:
    """Return the same date some months later, or the last day of that month (Bộ luật Dân sự 2015, Điều 148)."""
    return day + relativedelta(months=months)


def _count_working_days(start: date, term: int, working_days: WorkingDays) -> Counted:
    end = working_days.add(start, term)
    step = f"Đếm {term:02d} ngày làm việc từ {start:%d/%m/%Y}, không tính ngày đầu: {spoken(end)}."
    passed = _off_between(start, end, working_days)
    skipped = (f"Bỏ qua ngày nghỉ: {'; '.join(passed)}.",) if passed else ()
    return Counted(end, (step, *skipped, *_doubts(start, end, working_days)))


def _to_working_day(end: date, working_days: WorkingDays, step: str) -> tuple[date, tuple[str, ...]]:
    day = working_days.on_or_after(end)
    if day == end:
        return end, (step, *_doubts(end, end, working_days))
    passed = "; ".join(_off_between(end - timedelta(days=1), day, working_days))
    moved = (
        f"Ngày cuối rơi vào ngày nghỉ ({passed}) nên thời hạn kết thúc vào ngày làm việc kế tiếp "
        f"(khoản 5 Điều 148 Bộ luật Dân sự 2015): {spoken(day)}."
    )
    return day, (step, moved, *_doubts(end, day, working_days))


def _off_between(after: date, before: date, working_days: WorkingDays) -> list[str]:
    days = (after + timedelta(days=n) for n in range(1, (before - after).days))
    return [f"{day:%d/%m} ({why})" for day in days if (why := working_days.why_off(day))]


def _doubts(first: date, last: date, working_days: WorkingDays) -> tuple[str, ...]:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    doubted: dict[str, list[str]] = {}
    for day in days:
        if doubt := working_days.doubt(day):
            doubted.setdefault(doubt, []).append(f"{day:%d/%m}")
    return tuple(f"Lưu ý ngày {', '.join(each)}: {doubt}." for doubt, each in doubted.items())
