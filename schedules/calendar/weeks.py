"""“Tuần k” of a month under the four rules schools use, and the weeks of a school year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum

MONDAY, THURSDAY, SUNDAY = 0, 3, 6
WEEK = timedelta(days=7)
DAY = timedelta(days=1)

Span = tuple[date, date]


class WeekRule(StrEnum):
    """Which days “tuần k tháng m” means."""

    THURSDAY = "thursday"
    BLOCKS = "blocks"
    ROWS = "rows"
    FIRST_MONDAY = "first_monday"

    @property
    def label(self) -> str:
        """The rule in Vietnamese, as a page shows it."""
        return LABELS[self]


LABELS = {
    WeekRule.THURSDAY: "tuần thứ Hai–Chủ nhật, thuộc tháng có ngày thứ Năm",
    WeekRule.BLOCKS: "khối 7 ngày (1–7, 8–14, 15–21, 22–28, 29–hết tháng)",
    WeekRule.ROWS: "hàng của tờ lịch, cắt theo tháng",
    WeekRule.FIRST_MONDAY: "tuần trọn kể từ thứ Hai đầu tiên của tháng",
}


def week_of_month(rule: WeekRule, year: int, month: int, number: int) -> Span | None:
    """Return first and last day of week `number` of a month, clipped to it; None when it does not exist."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    start = STARTS[rule](first) + (number - 1) * WEEK
    if number < 1 or not _belongs(rule, start, last):
        return None
    return max(start, first), min(start + 6 * DAY, last)


def week_from(first: date, year: int, month: int, number: int) -> Span | None:
    """Return week `number` of a month whose week 1 begins on the day `first`, ending with the month; None past it."""
    start, last = first + (number - 1) * WEEK, date(year, month, monthrange(year, month)[1])
    return (start, min(start + 6 * DAY, last)) if number >= 1 and start <= last else None


def weeks_of_month(rule: WeekRule, year: int, month: int) -> tuple[Span, ...]:
    """Return every week of a month under a rule, in order."""
    found = (week_of_month(rule, year, month, number) for number in range(1, 7))
    return tuple(week for week in found if week)


def mondays(start: date) -> Iterator[date]:
    """Yield the Mondays on or after a day, without end."""
    monday = on_or_after(start, MONDAY)
    while True:
        yield monday
        monday += WEEK


def on_or_after(day: date, weekday: int) -> date:
    """Return the first day on or after `day` that is the weekday (Monday is 0)."""
    return day + ((weekday - day.weekday()) % 7) * DAY


def _belongs(rule: WeekRule, start: date, last: date) -> bool:
    owner = start + THURSDAY * DAY if rule is WeekRule.THURSDAY else start
    return owner <= last


def _monday_of(day: date) -> date:
    return day - day.weekday() * DAY


STARTS: dict[WeekRule, Callable[[date], date]] = {
    WeekRule.THURSDAY: lambda first: on_or_after(first, THURSDAY) - THURSDAY * DAY,
    WeekRule.BLOCKS: lambda first: first,
    WeekRule.ROWS: _monday_of,
    WeekRule.FIRST_MONDAY: lambda first: on_or_after(first, MONDAY),
}
