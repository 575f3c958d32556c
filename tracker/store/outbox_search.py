"""The outbox as people look through it: by school, person, state, day or words, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from tracker.store.letters import MessageState, OutboxMessage
from tracker.store.outbox import by_id
from tracker.store.people import MANAGER_NAME, PREVIEW

PAGE = 100


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; an empty field does not narrow. `words` is looked for in subject and text.

    `lost` asks for what people must see to: what did not arrive for sure, and what went nowhere because who it is for
    has no channel to this day; not the copies of the nameless manager where another one is reached.
    `reached` leaves out what went nowhere.
    """

    school_id: int | None = None
    person_id: int | None = None
    states: tuple[MessageState, ...] = ()
    since: date | None = None
    words: str = ""
    limit: int = PAGE
    lost: bool = False
    reached: bool = False


_LOST = (
    "(m.state IN ('failed', 'unknown') OR (m.state = 'sent' AND m.address = ? AND p.active = 1 AND NOT EXISTS "
    "(SELECT 1 FROM addresses a WHERE a.person_id = p.id AND a.stopped_at IS NULL AND a.url <> ?) "
    "AND NOT (p.name = ? AND p.office = 'manager' AND EXISTS (SELECT 1 FROM people o JOIN addresses a "
    "ON a.person_id = o.id WHERE o.school_id = p.school_id AND o.office = 'manager' AND o.active = 1 "
    "AND a.stopped_at IS NULL AND a.url NOT LIKE 'preview:%'))))"
)


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
    if query.lost:
        yield _LOST, [PREVIEW, PREVIEW, MANAGER_NAME]
    if query.reached:
        yield "m.address <> ?", [PREVIEW]
    if query.since:
        yield "m.day >= ?", [query.since.isoformat()]
    if query.words:
        yield "instr(m.subject || ' ' || m.text, ?) > 0", [query.words]
