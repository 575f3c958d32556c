"""Tasks in force: stored, found, changed; every change raises `sequence` where people should see it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime

from sqlite_utils import Database

from schedules.plan import Due, Place, Task
from tracker.store import codec
from tracker.store.history import Actor, Change, append
from tracker.store.records import Part, StoredTask, TaskState

Row = dict[str, object]
KEPT_DAYS = re.compile(r" \((\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?\)")

_SELECT = "SELECT t.* FROM tasks t JOIN plans p ON p.id = t.plan_id "


def _instant(value: object) -> datetime | None:
    return datetime.fromisoformat(str(value)) if value else None


def _record(row: Row) -> StoredTask:
    return StoredTask(
        id=str(row["id"]),
        plan_id=int(str(row["plan_id"])),
        position=int(str(row["position"])),
        task=codec.task_from_json(str(row["record"])),
        state=TaskState(str(row["state"])),
        sequence=int(str(row["sequence"])),
        due_version=int(str(row["due_version"])),
        changed_at=datetime.fromisoformat(str(row["changed_at"])),
        published=row["published_at"] is not None,
        published_at=_instant(row["published_at"]),
        done_at=_instant(row["done_at"]),
        done_by=str(row["done_by"]) if row["done_by"] else None,
        checked_at=_instant(row["checked_at"]),
        checked_by=str(row["checked_by"]) if row["checked_by"] else None,
        repeats=str(row["repeats"]) if row["repeats"] else None,
        moved_from=codec.due_from_json(str(row["moved_from"])) if row["moved_from"] else None,
        set_aside_at=_instant(row["set_aside_at"]),
        parents_see=None if row["parents_see"] is None else bool(row["parents_see"]),
        left_out_at=_instant(row["left_out_at"]),
    )


def by_id(db: Database, task_id: str) -> StoredTask:
    """Return one task; raise LookupError when there is none."""
    for row in list(db.query(_SELECT + "WHERE t.id = ?", [task_id])):
        return _record(row)
    raise LookupError(f"không có việc mã {task_id}")


def of_plan(db: Database, plan_id: int) -> tuple[StoredTask, ...]:
    """Return the tasks a plan speaks of, in its order, cancelled ones included; of recurring work the first time."""
    return tuple(one for one in every_time(db, plan_id) if one.repeats is None)


def every_time(db: Database, plan_id: int) -> tuple[StoredTask, ...]:
    """Return the tasks of a plan in its order, cancelled ones included, every time of recurring work."""
    rows = db.query(_SELECT + "WHERE t.plan_id = ? ORDER BY t.position, t.due, t.id", [plan_id])
    return tuple(_record(row) for row in rows)


def later_times(db: Database, first_id: str) -> tuple[StoredTask, ...]:
    """Return every time of recurring work after the first, earliest first, cancelled ones included."""
    rows = db.query(_SELECT + "WHERE t.repeats = ? ORDER BY t.due, t.id", [first_id])
    return tuple(_record(row) for row in rows)


def of_school(db: Database, school_id: int) -> tuple[StoredTask, ...]:
    """Return every task of a school, earliest deadline first, undated last, cancelled ones included."""
    rows = db.query(_SELECT + "WHERE p.school_id = ? ORDER BY t.due IS NULL, t.due, t.plan_id, t.position", [school_id])
    return tuple(_record(row) for row in rows)


def of_all(db: Database) -> tuple[StoredTask, ...]:
    """Return every task of every school, earliest deadline first, undated last."""
    rows = db.query(_SELECT + "ORDER BY t.due IS NULL, t.due, t.plan_id, t.position")
    return tuple(_record(row) for row in rows)


def _days(due: Due) -> list[str | None]:
    return [day.isoformat() if day else None for day in (due.start, due.day, due.remind_by, due.late_from)]


def add(db: Database, stored: StoredTask) -> None:
    """Store a task seen for the first time."""
    db.execute(
        "INSERT INTO tasks "
        "(id, plan_id, position, state, start, due, remind_by, late_from, changed_at, record, repeats, published_at, "
        "parents_see) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            stored.id,
            stored.plan_id,
            stored.position,
            stored.state.value,
            *_days(stored.task.due),
            stored.changed_at.isoformat(),
            codec.task_to_json(stored.task),
            stored.repeats,
            stored.published_at.isoformat() if stored.published_at else None,
            stored.parents_see,
        ],
    )


def change(db: Database, task_id: str, task: Task, actor: Actor) -> StoredTask:
    """Give a task new content; a moved deadline raises `due_version` too. Nothing is written when all is equal.

    Words that only stand elsewhere in the document (a line more before them) are no change anybody should see.
    """
    old = by_id(db, task_id)
    if old.task == task:
        return old
    if _anywhere(old.task) == _anywhere(task):
        db.execute("UPDATE tasks SET record = ? WHERE id = ?", [codec.task_to_json(task), task_id])
        return by_id(db, task_id)
    moved = days_of(old.task.due) != days_of(task.due)
    db.execute(
        "UPDATE tasks SET record = ?, start = ?, due = ?, remind_by = ?, late_from = ?, sequence = sequence + 1, "
        "due_version = due_version + ?, changed_at = ? WHERE id = ?",
        [codec.task_to_json(task), *_days(task.due), int(moved), actor.at.isoformat(), task_id],
    )
    for what, was, now in _differences(old.task, task):
        append(db, actor, Change("task", task_id, what, was, now))
    return by_id(db, task_id)


def _differences(old: Task, new: Task) -> Iterator[tuple[str, str, str]]:
    """Yield each thing that changed of a task, as it was and is; where it is none of these, that something did."""
    moved, people = days_of(old.due) != days_of(new.due), _named(old) != _named(new)
    if moved:
        yield "moved", words(old.due), words(new.due)
    if old.title != new.title or not (moved or people):
        yield "changed", old.title, new.title
    if people:
        yield "people named", _named(old), _named(new)


def _named(task: Task) -> str:
    """Return whom the plan names for a task, in the history's words."""
    parts = ((Part.LEAD, task.owners), (Part.HELPER, task.helpers))
    return ", ".join(f"{name} ({part.value})" for part, names in parts for name in names) or "chưa có ai"


def _anywhere(task: Task) -> Task:
    """Return a task without what only tells where its words stand and how surely they were read."""
    return replace(task, mentions=tuple(replace(one, place=Place()) for one in task.mentions), confidence=1.0)


def days_of(due: Due) -> tuple[date | None, date | None]:
    """Return the two days by which a deadline counts as moved or not."""
    return due.start, due.day


def words(due: Due) -> str:
    """Return a deadline as the history keeps it."""
    span = [day.isoformat() for day in (due.start, due.day) if day]
    return f"{due.words} ({'..'.join(dict.fromkeys(span))})" if span else due.words or "chưa có hạn"


def span_of(kept: str) -> tuple[date, date] | None:
    """Return the first and last day of a deadline in the words of the history; None when it names no day."""
    found = list(KEPT_DAYS.finditer(kept))
    if not found or found[-1].end() != len(kept):
        return None
    first, last = found[-1].groups()
    return date.fromisoformat(first), date.fromisoformat(last or first)


def touch(db: Database, task_id: str, actor: Actor) -> None:
    """Raise a task's `sequence`: something people should see changed beside its record."""
    db.execute("UPDATE tasks SET sequence = sequence + 1, changed_at = ? WHERE id = ?", [actor.at.isoformat(), task_id])


def stamp_open(db: Database, plan_id: int, at: datetime) -> None:
    """Note that the words people see of a plan's open tasks changed at an instant, their days and titles did not."""
    db.execute("UPDATE tasks SET changed_at = ? WHERE plan_id = ? AND state = 'open'", [at.isoformat(), plan_id])


def show_to_parents(db: Database, task_id: str, actor: Actor, *, see: bool) -> None:
    """Note whether anybody may see a task, whatever its plan's words say; the same again writes nothing."""
    if by_id(db, task_id).parents_see is see:
        return
    db.execute("UPDATE tasks SET parents_see = ? WHERE id = ?", [see, task_id])
    touch(db, task_id, actor)
    append(db, actor, Change("task", task_id, "shown to parents" if see else "hidden from parents"))


def place(db: Database, task_id: str, position: int) -> None:
    """Note where a task stands in its plan, when that changed."""
    db.execute("UPDATE tasks SET position = ? WHERE id = ? AND position <> ?", [position, task_id, position])


def mark_published(db: Database, plan_id: int, at: datetime, once: Collection[str] = ()) -> None:
    """Note the instant from which the tasks of a plan may reach people; those dropped before then never do.

    Those that had been in force `once` are no news by this alone: calendars know them as they stand.
    """
    db.execute(
        "UPDATE tasks SET published_at = ?, "
        "changed_at = CASE WHEN id IN (SELECT value FROM json_each(?)) THEN changed_at ELSE ? END "
        "WHERE plan_id = ? AND published_at IS NULL AND (state <> 'cancelled' OR set_aside_at IS NOT NULL)",
        [at.isoformat(), json.dumps(list(once)), at.isoformat(), plan_id],
    )


def set_state(db: Database, task_id: str, state: TaskState, actor: Actor) -> StoredTask:
    """Move a task to another state; the same state again writes nothing."""
    old = by_id(db, task_id)
    if old.state is state:
        return old
    done = (actor.at.isoformat(), actor.who) if state is TaskState.DONE else (None, None)
    if TaskState.CHECKED in (old.state, state) and state in (TaskState.DONE, TaskState.CHECKED):
        # a check, or taking one back, leaves the owner's own fact as it was
        done = (old.done_at.isoformat() if old.done_at else actor.at.isoformat(), old.done_by or actor.who)
    checked = (actor.at.isoformat(), actor.who) if state is TaskState.CHECKED else (None, None)
    db.execute(
        "UPDATE tasks SET state = ?, sequence = sequence + 1, changed_at = ?, done_at = ?, done_by = ?, "
        "checked_at = ?, checked_by = ?, set_aside_at = NULL WHERE id = ?",
        [state.value, actor.at.isoformat(), *done, *checked, task_id],
    )
    append(db, actor, Change("task", task_id, "state", old.state.value, state.value))
    return by_id(db, task_id)


def leave_out(db: Database, task_id: str, actor: Actor) -> None:
    """Tell once more, and why, that a task is dropped: it fell with its plan, which came back without it."""
    touch(db, task_id, actor)
    append(db, actor, Change("task", task_id, "state", None, TaskState.CANCELLED.value))


def keep_done(db: Database, task_id: str, actor: Actor, *, left_out: bool) -> None:
    """Note that a plan does not have a work that was done, or has it again: what was done, by whom and when stays."""
    old = by_id(db, task_id)
    if (old.left_out_at is not None) is left_out:
        return
    noted = actor.at.isoformat() if left_out else None
    db.execute("UPDATE tasks SET left_out_at = ? WHERE id = ?", [noted, task_id])
    append(db, actor, Change("task", task_id, "left out" if left_out else "taken in again"))


def keep_moved_from(db: Database, moved: StoredTask, before: StoredTask) -> None:
    """Note what a task goes back to when its move by hand is taken back, and since which version it is moved."""
    db.execute(
        "UPDATE tasks SET moved_from = ?, moved_version = ? WHERE id = ?",
        [codec.due_to_json(before.task.due), moved.due_version, moved.id],
    )


def set_aside(db: Database, task_id: str, at: datetime | None) -> None:
    """Note that a dropped task was dropped by hand while its plan asks for it; None that the plan does not any more."""
    noted = at.isoformat() if at else None
    db.execute(
        "UPDATE tasks SET set_aside_at = ? WHERE id = ? AND state = 'cancelled' AND set_aside_at IS NOT ?",
        [noted, task_id, noted],
    )
