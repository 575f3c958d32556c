"""What belongs to a person moves to another: reminders told, messages, requests, rests, answers. Nothing is deleted."""

from __future__ import annotations

from sqlite_utils import Database

MOVED = ("pauses", "extensions", "declines", "asked_again", "answers", "evidence", "link_codes", "numberings")
"""Tables whose rows simply change their person."""


def move(db: Database, gone_id: int, kept_id: int) -> None:
    """Give everything of one person to another and note whom the first was; call inside a transaction.

    What both were told at the same stage and address stays with each: moving it would tell of one message twice.
    """
    _move_told(db, gone_id, kept_id)
    for table in MOVED:
        db.execute(f"UPDATE {table} SET person_id = ? WHERE person_id = ?", [kept_id, gone_id])
    both = [kept_id, gone_id]
    # one routine message a person a day: where both had one, each keeps their own
    db.execute("UPDATE OR IGNORE messages SET person_id = ? WHERE person_id = ? AND state <> 'cancelled'", both)
    db.execute("UPDATE OR IGNORE questions SET person_id = ? WHERE person_id = ?", both)
    db.execute("UPDATE OR IGNORE addresses SET person_id = ? WHERE person_id = ? AND stopped_at IS NOT NULL", both)
    db.execute(
        "UPDATE OR IGNORE policies SET scope_id = ? WHERE scope = 'person' AND scope_id = ?",
        [str(kept_id), str(gone_id)],
    )
    db.execute("UPDATE people SET merged_into = ?, active = 0 WHERE id = ? OR merged_into = ?", [*both, gone_id])


def _move_told(db: Database, gone_id: int, kept_id: int) -> None:
    """Move the reminders that were part of a message, so that what one name was told is not told to the other."""
    rows = db.query(
        "SELECT g.id AS told, k.id AS untold FROM reminders g JOIN reminders k ON k.task_id = g.task_id "
        "AND k.stage = g.stage AND k.address = g.address AND k.due_version = g.due_version AND k.person_id = ? "
        "WHERE g.person_id = ? AND g.state = 'composed' AND k.state <> 'composed'",
        [kept_id, gone_id],
    )
    for row in list(rows):
        _swap(db, int(row["told"]), int(row["untold"]))
    db.execute(
        "UPDATE OR IGNORE reminders SET person_id = ? WHERE person_id = ? AND state = 'composed'", [kept_id, gone_id]
    )


def _swap(db: Database, told: int, untold: int) -> None:
    """Exchange the persons of two rows alike in all else; one steps aside meanwhile, for no two rows may be equal."""
    step_aside = "UPDATE reminders SET due_version = -1 - due_version WHERE id = ?"
    people = {
        int(row["id"]): int(row["person_id"])
        for row in db.query("SELECT id, person_id FROM reminders WHERE id IN (?, ?)", [told, untold])
    }
    db.execute(step_aside, [untold])
    db.execute("UPDATE reminders SET person_id = ? WHERE id = ?", [people[untold], told])
    db.execute("UPDATE reminders SET person_id = ? WHERE id = ?", [people[told], untold])
    db.execute(step_aside, [untold])


def waiting_of(db: Database, person_id: int) -> tuple[int, ...]:
    """Return the ids of the messages to a person that wait to be sent."""
    rows = db.query("SELECT id FROM messages WHERE person_id = ? AND state = 'waiting' ORDER BY id", [person_id])
    return tuple(int(row["id"]) for row in rows)


def tasks_of(db: Database, person_id: int) -> tuple[str, ...]:
    """Return the ids of the tasks in which a person has a part."""
    rows = db.query("SELECT task_id FROM assignments WHERE person_id = ? ORDER BY task_id", [person_id])
    return tuple(str(row["task_id"]) for row in rows)
