"""Pure: the school's week, for those who look after the plan: due, overdue, without owner; the most urgent by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from schedules.calendar import WorkingDays
from tracker.reminders.planner import silent_because
from tracker.reminders.wording import left_words, short
from tracker.store.records import StoredTask

MOST_NAMED = 6
SOON = timedelta(days=30)
"""Work without an owner is worth a line when its deadline is nearer than this."""


@dataclass(frozen=True, slots=True)
class Week:
    """Whose week, its Monday, how many tasks fall due in it, are overdue, or have no owner, and the first by name."""

    monday: date
    due: int
    overdue: int
    ownerless: int
    school: str = ""
    named: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """The week with whose it is: “Tuần 18/09–24/09: 3 việc đến hạn – Trường Mầm non Hoa Ban”."""
        return f"{self.words} – {self.school}" if self.school else self.words

    @property
    def words(self) -> str:
        """The week in one line: “Tuần 18/09–24/09: 3 việc đến hạn, 1 việc quá hạn, 2 việc chưa có người phụ trách”."""
        counts = (
            (self.due, "việc đến hạn"),
            (self.overdue, "việc quá hạn"),
            (self.ownerless, "việc chưa có người phụ trách"),
        )
        told = ", ".join(f"{count} {words}" for count, words in counts if count)
        return f"Tuần {self.monday:%d/%m}–{self.monday + timedelta(days=6):%d/%m}: {told}"


def opens_week(today: date, working_days: WorkingDays) -> bool:
    """Whether a day is the first working day of its week."""
    return working_days.on_or_after(_monday(today)) == today


def week_of(tasks: Iterable[StoredTask], led: Collection[str], today: date, school: str = "") -> Week | None:
    """Return the week a day lies in, from the tasks reminded of and the ids of those led; None when nothing is up."""
    monday = _monday(today)
    asked = [task for task in tasks if silent_because(task) is None]
    late = [one for one in asked if one.days_late(today)]
    ahead = [(one, day) for one in asked if one not in late and (day := one.task.due.remind_by) and day >= monday]
    due = [one for one, day in ahead if day < monday + timedelta(days=7)]
    ownerless = [one for one, day in ahead if one.id not in led and day <= today + SOON]
    if not (due or late or ownerless):
        return None
    named = _named((*_most_late_first(late, today), *due), today)
    return Week(monday, len(due), len(late), len(ownerless), school, named)


def _most_late_first(late: Sequence[StoredTask], today: date) -> list[StoredTask]:
    """Return late works with the longest late first: what is not named must not be what was forgotten longest."""
    return sorted(late, key=lambda one: -one.days_late(today))


def _named(tasks: Sequence[StoredTask], today: date) -> tuple[str, ...]:
    """Return a line for each of the first tasks, and how many more there are."""
    lines = [f"{short(one.task.title)}: {left_words(one.task.due, today)}" for one in tasks[:MOST_NAMED]]
    more = len(tasks) - MOST_NAMED
    return (*lines, f"và {more} việc khác") if more > 0 else tuple(lines)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
