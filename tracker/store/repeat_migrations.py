"""Recurring work, people of two names, changes told or made by hand: migrations after those of answers. Append only."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.answer_migrations import migrations
from tracker.store.migrations import _run

__all__ = ["migrations"]


@migrations()
def m601_recurring_work_comes_again(db: Database) -> None:
    """Each time of recurring work is a task of its own: which it repeats, and the day after which the next one comes.

    Work published before this is taken up from its first time on.
    """
    _run(
        db,
        """
        ALTER TABLE tasks ADD COLUMN repeats TEXT REFERENCES tasks(id);
        ALTER TABLE tasks ADD COLUMN next_after TEXT;
        CREATE INDEX tasks_to_repeat ON tasks(next_after) WHERE next_after IS NOT NULL;
        CREATE INDEX tasks_by_first_time ON tasks(repeats) WHERE repeats IS NOT NULL;
        UPDATE tasks SET next_after = due WHERE published_at IS NOT NULL AND state <> 'cancelled' AND due IS NOT NULL
            AND json_extract(record, '$.due.recurrence') IN ('weekly', 'monthly', 'quarterly', 'termly');
    """,
    )


@migrations()
def m701_people_of_two_names(db: Database) -> None:
    """Whom a name turned out to be: its works, reminders and addresses are theirs, its row stays for the history."""
    db.execute("ALTER TABLE people ADD COLUMN merged_into INTEGER REFERENCES people(id)")


@migrations()
def m801_changes_are_told(db: Database) -> None:
    """What each message carried when its channel was asked, so that who heard of a work hears when it changes.

    Of what was told before this only what still holds is taken over: old changes are not told after the fact.
    Several changes of one day go as they fall, like decisions.
    """
    _run(
        db,
        """
        CREATE TABLE carried (
            message_id INTEGER NOT NULL REFERENCES messages(id), reminder_id INTEGER NOT NULL REFERENCES reminders(id),
            reason TEXT NOT NULL, PRIMARY KEY (message_id, reminder_id)) WITHOUT ROWID;
        CREATE INDEX carried_by_reminder ON carried(reminder_id);
        INSERT INTO carried (message_id, reminder_id, reason)
            SELECT m.id, r.id, r.reason FROM messages m JOIN reminders r ON r.message_id = ifnull(m.chain_id, m.id)
            JOIN tasks t ON t.id = r.task_id JOIN plans p ON p.id = t.plan_id
            WHERE r.state = 'composed' AND (m.state IN ('sending', 'sent', 'unknown') OR m.repeated)
            AND t.state <> 'cancelled' AND p.status = 'published' AND r.due_version = t.due_version
            AND (r.stage IN ('E-committee', 'E-manager') OR EXISTS
                (SELECT 1 FROM assignments a WHERE a.task_id = r.task_id AND a.person_id = r.person_id));
        DROP INDEX messages_one_a_day;
        CREATE UNIQUE INDEX messages_one_a_day ON messages(person_id, day, kind, hop)
            WHERE state <> 'cancelled' AND kind NOT IN ('decision', 'change');
    """,
    )


@migrations()
def m901_works_changed_by_hand(db: Database) -> None:
    """What a work moved by hand goes back to and since which version it is moved; when one was dropped by hand."""
    for column in ("moved_from TEXT", "moved_version INTEGER", "set_aside_at TEXT"):
        db.execute(f"ALTER TABLE tasks ADD COLUMN {column}")


@migrations()
def m902_evidence_is_refused_for_a_reason(db: Database) -> None:
    """Why a piece of evidence was not taken: who gave it reads that."""
    db.execute("ALTER TABLE evidence ADD COLUMN why TEXT")


@migrations()
def m903_parents_see_a_work_by_hand(db: Database) -> None:
    """Whether someone showed a work to parents (1) or hid it from them (0); else the plan's words decide."""
    db.execute("ALTER TABLE tasks ADD COLUMN parents_see INTEGER")
