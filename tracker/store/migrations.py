"""The shape of the database, in the order it grew. Append only: a migration that ran is never edited."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

migrations = Migrations("tracker")


def _run(db: Database, script: str) -> None:
    """Execute the statements of a script one by one: `executescript` would commit the migration half-way."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement.strip())
            statement = ""


@migrations()
def m001_schools_and_people(db: Database) -> None:
    """Schools, the people of each, and how they are reached."""
    _run(
        db,
        """
        CREATE TABLE schools (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL UNIQUE,
            slug TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE people (
            id INTEGER PRIMARY KEY, school_id INTEGER NOT NULL REFERENCES schools(id),
            name TEXT NOT NULL, name_folded TEXT NOT NULL, office TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1,
            UNIQUE (school_id, name_folded));
        CREATE TABLE addresses (
            id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES people(id),
            url TEXT NOT NULL, rank INTEGER NOT NULL, UNIQUE (person_id, url));
    """,
    )


@migrations()
def m002_plans_and_tasks(db: Database) -> None:
    """Plans, each import of them, and the tasks in force."""
    _run(
        db,
        """
        CREATE TABLE plans (
            id INTEGER PRIMARY KEY, school_id INTEGER NOT NULL REFERENCES schools(id), key TEXT NOT NULL,
            number TEXT, day TEXT, school_year TEXT, kind TEXT, source TEXT NOT NULL, status TEXT NOT NULL,
            created_at TEXT NOT NULL, published_at TEXT, UNIQUE (school_id, key));
        CREATE TABLE revisions (
            id INTEGER PRIMARY KEY, plan_id INTEGER NOT NULL REFERENCES plans(id), number INTEGER NOT NULL,
            sha256 TEXT NOT NULL, source TEXT NOT NULL, content BLOB NOT NULL, record TEXT NOT NULL,
            status TEXT NOT NULL, imported_at TEXT NOT NULL, UNIQUE (plan_id, number));
        CREATE TABLE tasks (
            id TEXT PRIMARY KEY, plan_id INTEGER NOT NULL REFERENCES plans(id), position INTEGER NOT NULL,
            state TEXT NOT NULL, start TEXT, due TEXT, remind_by TEXT, late_from TEXT,
            sequence INTEGER NOT NULL DEFAULT 0, due_version INTEGER NOT NULL DEFAULT 0,
            changed_at TEXT NOT NULL, published_at TEXT, done_at TEXT, done_by TEXT, checked_at TEXT, checked_by TEXT,
            record TEXT NOT NULL);
        CREATE INDEX tasks_by_plan ON tasks(plan_id, position);
        CREATE INDEX tasks_by_lateness ON tasks(state, late_from);
        CREATE TABLE assignments (
            task_id TEXT NOT NULL REFERENCES tasks(id), person_id INTEGER NOT NULL REFERENCES people(id),
            part TEXT NOT NULL, PRIMARY KEY (task_id, person_id));
        CREATE INDEX assignments_by_person ON assignments(person_id);
    """,
    )


@migrations()
def m003_history_is_append_only(db: Database) -> None:
    """Who, when, what was, what is, why; the database itself refuses to rewrite it."""
    _run(
        db,
        """
        CREATE TABLE history (
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, subject TEXT NOT NULL,
            subject_id TEXT NOT NULL, what TEXT NOT NULL, was TEXT, now TEXT, why TEXT);
        CREATE INDEX history_by_subject ON history(subject, subject_id, id);
        CREATE TRIGGER history_never_changes BEFORE UPDATE ON history
            BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
        CREATE TRIGGER history_never_shrinks BEFORE DELETE ON history
            BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
    """,
    )


@migrations()
def m004_feeds(db: Database) -> None:
    """Feed links (only the hash of each secret) and the bytes last made for each."""
    _run(
        db,
        """
        CREATE TABLE feeds (
            id INTEGER PRIMARY KEY, school_id INTEGER NOT NULL REFERENCES schools(id),
            person_id INTEGER REFERENCES people(id), kind TEXT NOT NULL, generation INTEGER NOT NULL,
            secret_hash TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, revoked_at TEXT,
            fetched_at TEXT, fetched_by TEXT);
        CREATE UNIQUE INDEX feeds_one_live ON feeds(school_id, kind, ifnull(person_id, 0)) WHERE revoked_at IS NULL;
        CREATE TABLE feed_bytes (
            feed_id INTEGER PRIMARY KEY REFERENCES feeds(id), revision INTEGER NOT NULL, day TEXT NOT NULL,
            etag TEXT NOT NULL, last_modified TEXT NOT NULL, body BLOB NOT NULL);
    """,
    )


@migrations()
def m005_a_changed_task_raises_its_school(db: Database) -> None:
    """A counter per school that no change of a task can forget to raise: the feed cache hangs on it."""
    bump = (
        "UPDATE schools SET revision = revision + 1 WHERE id = (SELECT school_id FROM plans WHERE id = {row}.plan_id);"
    )
    by_task = (
        "UPDATE schools SET revision = revision + 1 WHERE id = (SELECT p.school_id FROM plans p "
        "JOIN tasks t ON t.plan_id = p.id WHERE t.id = {row}.task_id);"
    )
    for table, statement in (("tasks", bump), ("assignments", by_task)):
        for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            db.execute(
                f"CREATE TRIGGER {table}_{event.lower()}_raises AFTER {event} ON {table} "
                f"BEGIN {statement.format(row=row)} END"
            )
    db.execute(
        "CREATE TRIGGER plans_update_raises AFTER UPDATE ON plans "
        "BEGIN UPDATE schools SET revision = revision + 1 WHERE id = NEW.school_id; END"
    )


@migrations()
def m006_waivers(db: Database) -> None:
    """Findings a school has answered with “bỏ qua, có lý do”; they stay quiet for that school."""
    _run(
        db,
        """
        CREATE TABLE waivers (
            id INTEGER PRIMARY KEY, school_id INTEGER NOT NULL REFERENCES schools(id), rule TEXT NOT NULL,
            quote_folded TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
            UNIQUE (school_id, rule, quote_folded));
    """,
    )


@migrations()
def m201_sign_in(db: Database) -> None:
    """One-time sign-in links and the sessions they open; of every secret only its hash."""
    _run(
        db,
        """
        CREATE TABLE sign_in_links (
            token_hash TEXT PRIMARY KEY, made_at TEXT NOT NULL, expires_at TEXT NOT NULL, used_at TEXT);
        CREATE TABLE sessions (
            token_hash TEXT PRIMARY KEY, who TEXT NOT NULL, made_at TEXT NOT NULL, expires_at TEXT NOT NULL,
            ended_at TEXT);
    """,
    )


@migrations()
def m101_reminders_and_messages(db: Database) -> None:
    """The ledger (who is told what at which stage) and the outbox (what is sent, and what became of it)."""
    _run(
        db,
        """
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, chain_id INTEGER REFERENCES messages(id),
            hop INTEGER NOT NULL DEFAULT 0, person_id INTEGER NOT NULL REFERENCES people(id),
            kind TEXT NOT NULL, day TEXT NOT NULL, address TEXT NOT NULL, channel TEXT NOT NULL,
            stage TEXT NOT NULL, reason TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL,
            state TEXT NOT NULL, composed_at TEXT NOT NULL, not_before TEXT NOT NULL, lease_until TEXT, lease_by TEXT,
            attempts INTEGER NOT NULL DEFAULT 0, repeated INTEGER NOT NULL DEFAULT 0, finished_at TEXT,
            outcome TEXT, outcome_reason TEXT, provider_id TEXT, detail TEXT);
        CREATE UNIQUE INDEX messages_one_a_day ON messages(person_id, day, kind, hop) WHERE state <> 'cancelled';
        CREATE INDEX messages_to_send ON messages(not_before, id) WHERE state = 'waiting';
        CREATE INDEX messages_in_flight ON messages(lease_until) WHERE state = 'sending';
        CREATE INDEX messages_by_day ON messages(day, person_id);
        CREATE TABLE reminders (
            id INTEGER PRIMARY KEY, task_id TEXT NOT NULL REFERENCES tasks(id),
            person_id INTEGER NOT NULL REFERENCES people(id), stage TEXT NOT NULL, address TEXT NOT NULL,
            due_version INTEGER NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
            shown_stage TEXT, message_id INTEGER REFERENCES messages(id),
            UNIQUE (task_id, person_id, stage, address, due_version));
        CREATE INDEX reminders_planned ON reminders(at) WHERE state = 'planned';
        CREATE INDEX reminders_by_message ON reminders(message_id) WHERE message_id IS NOT NULL;
    """,
    )


@migrations()
def m102_heartbeats(db: Database) -> None:
    """When each clock last beat, so that silence is seen."""
    _run(
        db,
        """
        CREATE TABLE heartbeats (name TEXT PRIMARY KEY, at TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '');
    """,
    )


@migrations()
def m301_a_changed_name_raises_its_school(db: Database) -> None:
    """Names stand in feeds too: a renamed school or person makes their bytes new."""
    db.execute(
        "CREATE TRIGGER schools_name_raises AFTER UPDATE OF name ON schools WHEN NEW.name IS NOT OLD.name "
        "BEGIN UPDATE schools SET revision = revision + 1 WHERE id = NEW.id; END"
    )
    for event in ("INSERT", "UPDATE OF name, active"):
        db.execute(
            f"CREATE TRIGGER people_{event.split()[0].lower()}_raises AFTER {event} ON people "
            "BEGIN UPDATE schools SET revision = revision + 1 WHERE id = NEW.school_id; END"
        )


@migrations()
def m302_feed_bytes_know_how_they_were_made(db: Database) -> None:
    """Bytes made by another release or for another address are not served again."""
    db.execute("ALTER TABLE feed_bytes ADD COLUMN variant TEXT NOT NULL DEFAULT ''")


@migrations()
def m103_policies_pauses_extensions(db: Database) -> None:
    """How a school, plan, task or person differs from the usual policy; what rests; who asked for more time."""
    _run(
        db,
        """
        CREATE TABLE policies (
            scope TEXT NOT NULL, scope_id TEXT NOT NULL, overrides TEXT NOT NULL, PRIMARY KEY (scope, scope_id));
        CREATE TABLE pauses (
            id INTEGER PRIMARY KEY, task_id TEXT NOT NULL REFERENCES tasks(id),
            person_id INTEGER REFERENCES people(id), kind TEXT NOT NULL, until TEXT, note TEXT NOT NULL DEFAULT '',
            at TEXT NOT NULL, who TEXT NOT NULL, ended_at TEXT);
        CREATE INDEX pauses_in_force ON pauses(task_id) WHERE ended_at IS NULL;
        CREATE TABLE extensions (
            id INTEGER PRIMARY KEY, task_id TEXT NOT NULL REFERENCES tasks(id),
            person_id INTEGER NOT NULL REFERENCES people(id), day TEXT NOT NULL, reason TEXT NOT NULL,
            asked_at TEXT NOT NULL, decision TEXT, decided_at TEXT, decided_by TEXT, why TEXT);
        CREATE INDEX extensions_open ON extensions(task_id) WHERE decision IS NULL;
    """,
    )


@migrations()
def m104_troubles_are_found_at_once(db: Database) -> None:
    """What keeps messages from arriving is looked for at every tick."""
    _run(
        db,
        """
        CREATE INDEX messages_lost ON messages(composed_at) WHERE state IN ('failed', 'unknown');
        CREATE INDEX messages_misconfigured ON messages(composed_at) WHERE outcome = 'permanent_configuration';
        CREATE INDEX messages_by_person ON messages(person_id, id);
    """,
    )


@migrations()
def m401_reviews(db: Database) -> None:
    """Which id each task of a reading has, and what people decided about drafts, batch by batch."""
    _run(
        db,
        """
        CREATE TABLE readings (
            revision_id INTEGER NOT NULL REFERENCES revisions(id), number INTEGER NOT NULL, task_id TEXT NOT NULL,
            PRIMARY KEY (revision_id, number));
        CREATE TABLE decisions (
            id INTEGER PRIMARY KEY, plan_id INTEGER NOT NULL REFERENCES plans(id), batch INTEGER NOT NULL,
            record TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
            undone_at TEXT, ended_at TEXT, settled_at TEXT);
        CREATE INDEX decisions_in_force ON decisions(plan_id, id) WHERE undone_at IS NULL AND ended_at IS NULL;
    """,
    )


@migrations()
def m105_decisions_are_told(db: Database) -> None:
    """Who asked for more time hears the decision; several decisions of one day go as they fall."""
    _run(
        db,
        """
        ALTER TABLE extensions ADD COLUMN due_version INTEGER;
        CREATE INDEX extensions_decided ON extensions(task_id) WHERE due_version IS NOT NULL;
        DROP INDEX messages_one_a_day;
        CREATE UNIQUE INDEX messages_one_a_day ON messages(person_id, day, kind, hop)
            WHERE state <> 'cancelled' AND kind <> 'decision';
    """,
    )
