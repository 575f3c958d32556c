"""The overdue board, pure: tasks, who has a part in them and today in; rows by urgency out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.hand_ins import acted_on
from tracker.naming import plain, same_person
from tracker.reminders.wording import is_pressing
from tracker.spoken import days_left
from tracker.store.people import has_no_channel
from tracker.store.records import Part, Person, StoredTask, TaskState

Parts = Mapping[str, tuple[tuple[int, Part], ...]]

RECENT = timedelta(days=14)
"""How long finished work stays on the board: two Monday meetings."""


@dataclass(frozen=True, slots=True)
class Row:
    """One task on the board: who leads and helps, days late, days left to act, the last note beside it.

    `dropped` is why, by whom and when work was dropped by hand; empty for all other. `unreached` names the leads of
    late work who have no channel.
    """

    task: StoredTask
    leads: tuple[str, ...]
    helpers: tuple[str, ...]
    days_late: int
    days_left: int | None
    note: str | None = None
    dropped: str = ""
    unreached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """Rows by urgency. `ownerless` repeats open rows nobody leads; `undated` are open rows without a day.

    `pressing` is work whose last useful day is over though it is not late yet: it is not told as due, as in letters.

    `done` is what was finished lately, `earlier` what was finished before, `unchecked` all that is done and nobody
    checked yet. `dropped` is what the plan asks for and someone dropped by hand. `unaccepted` is what was reported
    done and is not taken for done; it is in none of the others that are done, but for checks that stand no more.
    """

    overdue: tuple[Row, ...]
    this_week: tuple[Row, ...]
    coming: tuple[Row, ...]
    undated: tuple[Row, ...]
    ownerless: tuple[Row, ...]
    done: tuple[Row, ...]
    unchecked: tuple[Row, ...] = ()
    earlier: tuple[Row, ...] = ()
    dropped: tuple[Row, ...] = ()
    unaccepted: tuple[Row, ...] = ()
    pressing: tuple[Row, ...] = ()

    @property
    def open_count(self) -> int:
        """How many tasks someone still has to do."""
        return sum(map(len, (self.overdue, self.pressing, self.this_week, self.coming, self.undated)))


@dataclass(frozen=True, slots=True)
class Staff:
    """Who has a part in which task, what was last written beside each, how those dropped by hand were dropped.

    `unaccepted` is why works that were reported done are not taken for done.
    """

    people: Mapping[int, Person]
    parts: Parts
    notes: Mapping[str, str] = field(default_factory=dict)
    dropped: Mapping[str, str] = field(default_factory=dict)
    unaccepted: Mapping[str, str] = field(default_factory=dict)

    def names(self, task_id: str, part: Part) -> tuple[str, ...]:
        """Return the names of those with this part in a task; who left the school is not named."""
        found = (self.people.get(person_id) for person_id, held in self.parts.get(task_id, ()) if held is part)
        return tuple(person.name for person in found if person and person.active)

    def unreached(self, task_id: str) -> tuple[str, ...]:
        """Return the names of those who lead a task and whom no reminder reaches."""
        leads = (self.people.get(one) for one, part in self.parts.get(task_id, ()) if part is Part.LEAD)
        return tuple(one.name for one in leads if one and has_no_channel(one))

    def doing(self, task: StoredTask, part: Part) -> tuple[str, ...]:
        """Return who has this part in a task now, named and ordered as its plan does where the plan names them."""
        said = dict.fromkeys((*task.task.owners, *task.task.helpers))
        ranks = {words: rank for rank, words in enumerate(said)}
        now = [(name, _as_said(name, tuple(said))) for name in self.names(task.id, part)]
        now.sort(key=lambda one: ranks.get(one[1], len(ranks)))
        return tuple(words or name for name, words in now)


def board(tasks: Sequence[StoredTask], staff: Staff, today: date) -> Board:
    """Sort published tasks into the board's sections as of `today`, drafts and what no plan asks for left out."""
    published = [task for task in tasks if task.published]
    rows = [_row(task, staff, today) for task in published if task.state is not TaskState.CANCELLED]
    unfinished = [row for row in rows if row.task.open]
    reported = [row for row in rows if row.task.state is TaskState.DONE]
    refused = [row for row in reported if row.task.id in staff.unaccepted]
    finished = [row for row in rows if row.task.finished and row not in refused]
    dated = [row for row in unfinished if row.days_left is not None and not row.days_late]
    pressing = [row for row in dated if is_pressing(acted_on(row.task.task), today)]
    ahead = [row for row in dated if row not in pressing]
    sunday = 6 - today.weekday()
    return Board(
        overdue=tuple(sorted((row for row in unfinished if row.days_late), key=_most_late_first)),
        this_week=tuple(sorted((row for row in ahead if _left(row) <= sunday), key=_soonest_first)),
        coming=tuple(sorted((row for row in ahead if _left(row) > sunday), key=_soonest_first)),
        undated=tuple(row for row in unfinished if row.days_left is None),
        ownerless=tuple(row for row in unfinished if not row.leads),
        done=_newest_first(row for row in finished if _recently_done(row.task, today)),
        earlier=_newest_first(row for row in finished if not _recently_done(row.task, today)),
        dropped=tuple(_row(task, staff, today) for task in published if task.id in staff.dropped and not task.let_be),
        unchecked=_newest_first(row for row in reported if row not in refused),
        unaccepted=_newest_first(refused),
        pressing=tuple(sorted(pressing, key=_soonest_first)),
    )


def with_part(tasks: Sequence[StoredTask], parts: Parts, person_id: int) -> tuple[StoredTask, ...]:
    """Return the tasks in which one person has a part."""
    return tuple(task for task in tasks if any(held[0] == person_id for held in parts.get(task.id, ())))


def _as_said(name: str, said: Sequence[str]) -> str:
    """Return the words in which a plan names this person, just so before with another address or post; "" without."""
    exact = (words for words in said if plain(words) == plain(name))
    return next(exact, "") or next((words for words in said if same_person(words, name)), "")


def _row(task: StoredTask, staff: Staff, today: date) -> Row:
    return Row(
        task=task,
        leads=staff.names(task.id, Part.LEAD),
        helpers=staff.names(task.id, Part.HELPER),
        days_late=task.days_late(today),
        days_left=days_left(task.task.due, today),
        note=staff.notes.get(task.id),
        dropped=staff.dropped.get(task.id, ""),
        unreached=staff.unreached(task.id) if task.days_late(today) else (),
    )


def _left(row: Row) -> int:
    return row.days_left if row.days_left is not None else 0


def _most_late_first(row: Row) -> tuple[int, str]:
    return -row.days_late, row.task.id


def _soonest_first(row: Row) -> tuple[date, int, int]:
    """By the day the row names, as people read it down the page; then by what must be acted on first."""
    return row.task.task.due.day or date.max, _left(row), row.task.position


def _recently_done(task: StoredTask, today: date) -> bool:
    return task.done_at is not None and today - task.done_at.date() <= RECENT


def _newest_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: -row.task.done_at.timestamp() if row.task.done_at else 0.0))
