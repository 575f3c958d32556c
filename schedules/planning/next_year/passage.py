"""The way from one school year to another, and what comes out at its end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from schedules.calendar import SchoolCalendar, WeekRule
from schedules.plan import Due, SchoolYear
from schedules.wording import Context, when


@dataclass(frozen=True, slots=True)
class Passage:
    """From one school year to another, under a school's calendar; `plan_rule` where the plan counts weeks otherwise."""

    old: SchoolYear
    new: SchoolYear
    calendar: SchoolCalendar
    plan_rule: WeekRule | None = None

    @property
    def years(self) -> int:
        """How many years the words move."""
        return self.new.first - self.old.first

    @property
    def before(self) -> Context:
        """The context in which a full wording of the old plan is read."""
        return Context(self._counting, self.old, time_column=True)

    @property
    def after(self) -> Context:
        """The context in which the same wording is read in the new year: nothing is signed, it stands in a column."""
        return Context(self._counting, self.new, time_column=True)

    @property
    def reading(self) -> Context:
        """The context in which the new plan will be read once it is written: under the calendar's own week rule."""
        return Context(self.calendar, self.new, time_column=True)

    @property
    def _counting(self) -> SchoolCalendar:
        return self.calendar.with_week_rule(self.plan_rule) if self.plan_rule else self.calendar


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline in the new year, and what a person should know of how it got there; `doubtful` asks for a look."""

    due: Due
    notes: tuple[str, ...] = ()
    doubtful: bool = False


def read_whole(words: str, context: Context) -> Due:
    """Return what words say; all of them are kept, as the column of the new plan will hold them."""
    return replace(when(words, context), words=" ".join(words.split()))
