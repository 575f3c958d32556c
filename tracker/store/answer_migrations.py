"""The tables of answers, chats and receipts: migrations after those of `tracker.store.migrations`. Append only too."""

from __future__ import annotations

from sqlite_utils import Database

from tracker.store.migrations import _run, migrations

__all__ = ["migrations"]


@migrations()
def m501_answers(db: Database) -> None:
    """What people answered, by link or by message; what they asked to hear again; the numbers of their last list."""
    _run(
        db,
        """
        CREATE TABLE answers (
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, person_id INTEGER NOT NULL REFERENCES people(id),
            task_id TEXT NOT NULL REFERENCES tasks(id), action TEXT NOT NULL, day TEXT, reason TEXT NOT NULL DEFAULT '',
            via TEXT NOT NULL, token_hash TEXT, extension_id INTEGER REFERENCES extensions(id), undone_at TEXT);
        CREATE UNIQUE INDEX answers_once ON answers(token_hash) WHERE token_hash IS NOT NULL AND undone_at IS NULL;
        CREATE INDEX answers_by_person ON answers(person_id, id);
        CREATE TABLE asked_again (
            id INTEGER PRIMARY KEY, task_id TEXT NOT NULL REFERENCES tasks(id),
            person_id INTEGER NOT NULL REFERENCES people(id), day TEXT NOT NULL, due_version INTEGER NOT NULL,
            at TEXT NOT NULL, ended_at TEXT);
        CREATE INDEX asked_again_in_force ON asked_again(task_id) WHERE ended_at IS NULL;
        CREATE TABLE numberings (
            id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES people(id), at TEXT NOT NULL,
            message_id INTEGER REFERENCES messages(id), task_ids TEXT NOT NULL);
        CREATE INDEX numberings_by_person ON numberings(person_id, id);
        CREATE TABLE questions (
            person_id INTEGER PRIMARY KEY REFERENCES people(id), at TEXT NOT NULL, record TEXT NOT NULL);
    """,
    )


@migrations()
def m502_addresses_out_of_use(db: Database) -> None:
    """An address its owner wants no more, or that letters come back from, stays visible but is not written to."""
    db.execute("ALTER TABLE addresses ADD COLUMN stopped_at TEXT")
    db.execute("ALTER TABLE addresses ADD COLUMN stopped_why TEXT")


@migrations()
def m503_chats(db: Database) -> None:
    """Codes that tie a chat to a name, what was written to the bot, and what came as proposed evidence."""
    _run(
        db,
        """
        CREATE TABLE link_codes (
            id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES people(id), code_hash TEXT NOT NULL UNIQUE,
            made_at TEXT NOT NULL, expires_at TEXT NOT NULL, used_at TEXT);
        CREATE TABLE chat_messages (
            id INTEGER PRIMARY KEY, message_id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, address TEXT NOT NULL,
            person_id INTEGER REFERENCES people(id), event TEXT NOT NULL, understood TEXT NOT NULL DEFAULT '',
            answered TEXT NOT NULL DEFAULT '');
        CREATE INDEX chat_messages_by_address ON chat_messages(address, at);
        CREATE TABLE evidence (
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, person_id INTEGER NOT NULL REFERENCES people(id),
            task_id TEXT REFERENCES tasks(id), url TEXT NOT NULL, words TEXT NOT NULL DEFAULT '', via TEXT NOT NULL,
            decision TEXT, decided_at TEXT, decided_by TEXT);
        CREATE INDEX evidence_by_task ON evidence(task_id);
    """,
    )


@migrations()
def m504_official_account(db: Database) -> None:
    """The tokens of an Official Account, a consent under way, and what Zalo reports of our messages."""
    _run(
        db,
        """
        CREATE TABLE oa_tokens (
            oa_id TEXT PRIMARY KEY, access TEXT NOT NULL, refresh TEXT NOT NULL, expires_at TEXT NOT NULL,
            stopped TEXT NOT NULL DEFAULT '');
        CREATE TABLE oa_consents (
            state_hash TEXT PRIMARY KEY, verifier TEXT NOT NULL, made_at TEXT NOT NULL, expires_at TEXT NOT NULL);
        CREATE TABLE receipts (
            identity TEXT PRIMARY KEY, message_id INTEGER NOT NULL REFERENCES messages(id), event TEXT NOT NULL,
            at TEXT NOT NULL);
        CREATE INDEX receipts_by_message ON receipts(message_id);
        CREATE INDEX messages_by_provider_id ON messages(provider_id) WHERE provider_id IS NOT NULL;
    """,
    )
