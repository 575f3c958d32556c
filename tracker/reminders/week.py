"""Pure: the school's week in one line, for those who look after the plan: due, overdue, without owner."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from schedules.calendar import WorkingDays
from tracker.reminders.planner import silent_because
from tracker.store.records import StoredTask

SOON = timedelta(days=30)
"""Work without an owner is worth a line when its deadline is nearer than this."""


@dataclass(frozen=True, slots=True)
class Week:
    """Monday and Sunday, and how many tasks fall due in it, are overdue, or have no owner."""

    monday: date
    due: int
    overdue: int
    ownerless: int

    @property
    def words(self) -> str:
        """The week as a subject: “Tuần 18/09–24/09: 3 việc đến hạn, 1 việc quá hạn, 2 việc chưa có người phụ trách”."""
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


def week_of(tasks: Iterable[StoredTask], led: Collection[str], today: date) -> Week | None:
    """Return the week a day lies in, from the tasks reminded of and the ids of those led; None when nothing is up."""
    monday = _monday(today)
    dues = [(task.id, task.task.due) for task in tasks if silent_because(task) is None]
    late = [one for one, due in dues if due.late_from and today >= due.late_from]
    ahead = [(one, due.remind_by) for one, due in dues if due.remind_by and due.remind_by >= monday and one not in late]
    week = Week(
        monday,
        due=sum(day < monday + timedelta(days=7) for _, day in ahead),
        overdue=len(late),
        ownerless=sum(one not in led and day <= today + SOON for one, day in ahead),
    )
    return week if week.due or week.overdue or week.ownerless else None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
