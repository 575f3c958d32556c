"""Working days of a school: Monday to Friday and make-up Saturdays, less days off, plus its own days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from schedules.calendar.days_off import days_off
from schedules.calendar.weeks import SUNDAY

SATURDAY = 5
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Which days are worked; the school's own days win over the public ones."""

    saturdays: bool = False
    extra_off: frozenset[date] = frozenset()
    extra_working: frozenset[date] = frozenset()
    _from: dict[date, date] = field(default_factory=dict, init=False, repr=False, compare=False)
    _until: dict[date, date] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_working(self, day: date) -> bool:
        """Whether the school works on a day."""
        return self.why_off(day) is None

    def why_off(self, day: date) -> str | None:
        """Return why a day is off, in Vietnamese; None on a working day."""
        if day in self.extra_working:
            return None
        if day in self.extra_off:
            return "ngày nghỉ riêng của trường"
        year = days_off(day.year)
        if day in year.off:
            return year.off[day]
        if day in year.made_up:
            return None
        if day.weekday() == SUNDAY:
            return "Chủ nhật"
        return "thứ Bảy" if day.weekday() == SATURDAY and not self.saturdays else None

    def doubt(self, day: date) -> str | None:
        """Return why a day's being off or worked is not certain, None when it is."""
        if day in self.extra_working or day in self.extra_off:
            return None
        return days_off(day.year).doubts.get(day)

    def on_or_before(self, day: date) -> date:
        """Return the last working day up to and including a day."""
        found = self._until.get(day)
        return found or self._until.setdefault(day, self._walk(day, -DAY))

    def on_or_after(self, day: date) -> date:
        """Return the first working day from a day on, the day included."""
        found = self._from.get(day)
        return found or self._from.setdefault(day, self._walk(day, DAY))

    def after(self, day: date) -> date:
        """Return the first working day strictly after a day."""
        return self.on_or_after(day + DAY)

    def add(self, day: date, count: int) -> date:
        """Return the `count`-th working day after a day, itself not counted (BLDS 2015, Điều 147)."""
        for _ in range(count):
            day = self.after(day)
        return day

    def _walk(self, day: date, step: timedelta) -> date:
        while not self.is_working(day):
            day += step
        return day
