"""What would be sent as a calendar: messages of a rehearsal and a span of days in, months of cells out."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from schedules.calendar import known_day
from tracker.reminders.account import Told
from tracker.reminders.replay import too_far

DAY = timedelta(days=1)
COMING = timedelta(days=30)
LONGEST = timedelta(days=366)
"""A school year at most: longer asks for more work than a page should do."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days looked at, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Cell:
    """One day: what goes, to how many people; `off` when nobody works."""

    day: date
    messages: tuple[Told, ...]
    off: bool

    @property
    def people(self) -> int:
        """How many people hear something."""
        return len({one.message.draft.person_id for one in self.messages})


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its cells, and how many empty places stand before the first (weeks begin on Monday)."""

    first: date
    blanks: int
    cells: tuple[Cell, ...]

    @property
    def messages(self) -> int:
        """How many messages the month has."""
        return sum(len(cell.messages) for cell in self.cells)


def usual_span(today: date) -> Span:
    """Return the coming month, from today on: what is over was sent or not, whatever is played."""
    return Span(today, today + COMING)


def read_span(first: str, last: str, today: date) -> Span:
    """Return the days typed (ISO), the usual ones where nothing is; raise ValueError with a sentence."""
    usual = usual_span(today)
    try:
        span = Span(
            known_day(date.fromisoformat(first)) if first else usual.first,
            known_day(date.fromisoformat(last)) if last else usual.last,
        )
    except ValueError as error:
        raise ValueError("Ngày không đúng dạng. Hãy chọn lại ngày đầu và ngày cuối.") from error
    if span.last < span.first:
        raise ValueError("Ngày cuối đứng trước ngày đầu. Hãy đổi lại.")
    if span.last - span.first > LONGEST:
        raise ValueError("Khoảng ngày dài quá một năm học. Hãy chọn ngắn hơn.")
    if told := too_far(span.last, today):
        raise ValueError(f"{told[:1].upper()}{told[1:]}. Hãy chọn ngày gần hơn.")
    return span


def months_of(span: Span, messages: Iterable[Told], is_working: Callable[[date], bool]) -> tuple[Month, ...]:
    """Return the months of a span, every day of it as a cell."""
    told: dict[date, list[Told]] = {}
    for one in messages:
        told.setdefault(one.at.date(), []).append(one)
    months, day = [], span.first
    while day <= span.last:
        end = min(_next_month(day) - DAY, span.last)
        days = [day + DAY * number for number in range((end - day).days + 1)]
        cells = tuple(Cell(one, tuple(told.get(one, ())), not is_working(one)) for one in days)
        months.append(Month(day, calendar.weekday(day.year, day.month, day.day), cells))
        day = end + DAY
    return tuple(months)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + 32 * DAY).replace(day=1)
