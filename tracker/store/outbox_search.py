"""The outbox as people look through it: by school, person, state, day or words, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from tracker.store.letters import MessageState, OutboxMessage
from tracker.store.outbox import by_id

PAGE = 100


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; an empty field does not narrow. `words` is looked for in subject and text."""

    school_id: int | None = None
    person_id: int | None = None
    states: tuple[MessageState, ...] = ()
    since: date | None = None
    words: str = ""
    limit: int = PAGE


def search(db: Database, query: Query) -> tuple[OutboxMessage, ...]:
    """Return the messages that fit, newest first."""
    parts = list(_conditions(query))
    where = " AND ".join(["1", *(condition for condition, _ in parts)])
    values = [value for _, found in parts for value in found]
    rows = db.query(
        "SELECT m.id FROM messages m JOIN people p ON p.id = m.person_id "
        f"WHERE {where} ORDER BY m.day DESC, m.id DESC LIMIT ?",
        [*values, query.limit],
    )
    return tuple(by_id(db, int(row["id"])) for row in list(rows))


def _conditions(query: Query) -> Iterable[tuple[str, list[object]]]:
    if query.school_id is not None:
        yield "p.school_id = ?", [query.school_id]
    if query.person_id is not None:
        yield "m.person_id = ?", [query.person_id]
    if query.states:
        yield f"m.state IN ({', '.join('?' * len(query.states))})", [state.value for state in query.states]
    if query.since:
        yield "m.day >= ?", [query.since.isoformat()]
    if query.words:
        yield "instr(m.subject || ' ' || m.text, ?) > 0", [query.words]
