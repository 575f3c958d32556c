"""A school's calendar: frames, weeks, working days and lunar days under one set of habits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice

from schedules.calendar.frames import Frame, frame_of
from schedules.calendar.lunar import lunar
from schedules.calendar.own_frames import OwnFrame
from schedules.calendar.weeks import DAY, Span, WeekRule, mondays, week_from, week_of_month
from schedules.calendar.working_days import WorkingDays
from schedules.plan import SchoolYear

SCHOOL_WEEKS = 35
"""Weeks of real teaching in a school year: 18 + 17, in every decision since 2021."""

MOST_OF_A_WEEK = 3
AROUND_TET = timedelta(days=10)
LAST_MONTH_NEAR_TET = 3


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """What days mean at one school.

    A plan may fix weeks itself: `month_weeks` holds year, month and first day of its week 1, `school_weeks` the
    number of a school week and its Monday. `own_frames` are the school's own files, before those of the house.
    """

    province: str | None = None
    week_rule: WeekRule = WeekRule.THURSDAY
    working_days: WorkingDays = field(default_factory=WorkingDays)
    month_weeks: tuple[tuple[int, int, date], ...] = ()
    school_weeks: tuple[tuple[int, date], ...] = ()
    own_frames: tuple[OwnFrame, ...] = ()

    def frame(self, school_year: SchoolYear) -> Frame:
        """Return opening, terms and end of a school year; by rule and unverified where there is no data."""
        own = (own.frame for own in self.own_frames if own.speaks_for(self.province, school_year))
        return next(own, None) or frame_of(school_year, self.province)

    def week(self, year: int, month: int, number: int) -> Span | None:
        """Return “tuần k tháng m”, first and last day, clipped to the month; None when there is none."""
        fixed = next((first for in_year, of, first in self.month_weeks if (in_year, of) == (year, month)), None)
        return week_from(fixed, year, month, number) if fixed else week_of_month(self.week_rule, year, month, number)

    def school_week(self, school_year: SchoolYear, number: int) -> Span | None:
        """Return school week 1–35, Monday to Sunday, from the first Monday on or after opening, less Tết.

        Weeks the plan fixes are counted on from there.
        """
        if not 1 <= number <= SCHOOL_WEEKS:
            return None
        frame = self.frame(school_year)
        fixed = [known for known in self.school_weeks if known[0] <= number and SchoolYear.of(known[1]) == school_year]
        counted, start = max(fixed, default=(1, frame.opening))
        taught = (monday for monday in mondays(start) if monday == start or not self._is_break(monday, frame))
        monday = next(islice(taught, number - counted, None))
        return monday, monday + 6 * DAY

    def lunar(self, name: str, year: int) -> date | None:
        """Return the day of "tet" (first day), "trung_thu" or "gio_to" in a calendar year."""
        return lunar(name, year)

    def with_week_rule(self, rule: WeekRule) -> SchoolCalendar:
        """Return the same calendar under another week rule."""
        return replace(self, week_rule=rule)

    def _is_break(self, monday: date, frame: Frame) -> bool:
        """Whether most of Monday to Friday is a known school break or the public Tết days."""
        weekdays = [monday + offset * DAY for offset in range(5)]
        return sum(self._is_break_day(day, frame) for day in weekdays) >= MOST_OF_A_WEEK

    def _is_break_day(self, day: date, frame: Frame) -> bool:
        if any(first <= day <= last for first, last in frame.breaks):
            return True
        if day.month > LAST_MONTH_NEAR_TET:
            return False
        tet = self.lunar("tet", day.year)
        return tet is not None and abs(day - tet) <= AROUND_TET and not self.working_days.is_working(day)


def load_calendar(
    province: str | None = None,
    *,
    saturdays: bool = False,
    week_rule: WeekRule = WeekRule.THURSDAY,
    extra_off: Iterable[date] = (),
    extra_working: Iterable[date] = (),
) -> SchoolCalendar:
    """Return a school's calendar from its province and habits; ValueError when a day is off and worked."""
    off, working = frozenset(extra_off), frozenset(extra_working)
    if both := sorted(off & working):
        raise ValueError(
            f"ngày {both[0]:%d/%m/%Y} vừa khai là ngày nghỉ riêng vừa là ngày làm bù; hãy bỏ một trong hai"
        )
    return SchoolCalendar(province, week_rule, WorkingDays(saturdays, off, working))
