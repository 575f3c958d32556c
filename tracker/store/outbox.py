"""The outbox: messages claimed with a lease before they are sent, and what became of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from tracker.store.history import Actor, Change, append
from tracker.store.ledger import text_of
from tracker.store.letters import Draft, Kind, Letter, MessageState, OutboxMessage, Result
from tracker.store.rows import Row, fetch
from tracker.zone import HO_CHI_MINH


@dataclass(frozen=True, slots=True)
class Lease:
    """Who may send a claimed message, and until which instant of the machine's own clock."""

    by: str
    until: datetime


def _instant(value: object) -> datetime | None:
    return datetime.fromisoformat(str(value)).astimezone(HO_CHI_MINH) if value else None


def _words(value: object) -> str | None:
    return None if value is None else str(value)


def _draft(row: Row) -> Draft:
    return Draft(
        key=str(row["key"]),
        person_id=int(str(row["person_id"])),
        kind=Kind(str(row["kind"])),
        day=date.fromisoformat(str(row["day"])),
        address=str(row["address"]),
        channel=str(row["channel"]),
        letter=Letter(
            stage=str(row["stage"]),
            reason=str(row["reason"]),
            subject=str(row["subject"]),
            text=str(row["text"]),
            html=str(row["html"]),
        ),
        hop=int(str(row["hop"])),
        chain_id=int(str(row["chain_id"])) if row["chain_id"] else None,
        repeated=bool(row["repeated"]),
    )


def _record(row: Row) -> OutboxMessage:
    return OutboxMessage(
        id=int(str(row["id"])),
        draft=_draft(row),
        state=MessageState(str(row["state"])),
        composed_at=datetime.fromisoformat(str(row["composed_at"])),
        not_before=datetime.fromisoformat(str(row["not_before"])),
        attempts=int(str(row["attempts"])),
        finished_at=_instant(row["finished_at"]),
        outcome=_words(row["outcome"]),
        outcome_reason=_words(row["outcome_reason"]),
        provider_id=_words(row["provider_id"]),
        detail=_words(row["detail"]),
    )


def add(db: Database, draft: Draft, at: datetime) -> int:
    """Put a message in the outbox, to be sent from now on; return its id."""
    letter = draft.letter
    rows = db.query(
        "INSERT INTO messages (key, chain_id, hop, person_id, kind, day, address, channel, stage, reason, subject, "
        "text, html, repeated, state, composed_at, not_before) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?) RETURNING id",
        [
            *(draft.key, draft.chain_id, draft.hop, draft.person_id, draft.kind.value, draft.day.isoformat()),
            *(draft.address, draft.channel, letter.stage, letter.reason, letter.subject, letter.text, letter.html),
            *(int(draft.repeated), text_of(at), text_of(at)),
        ],
    )
    return int(next(iter(list(rows)))["id"])


_THEIRS = "SELECT 1 FROM addresses a WHERE a.person_id = m.person_id AND a.stopped_at IS NULL AND "
_COUNTS = (
    "m.state <> 'cancelled' "
    f"AND NOT (m.address LIKE 'preview:%' AND EXISTS ({_THEIRS} a.url NOT LIKE 'preview:%')) "
    f"AND NOT (m.state = 'failed' AND NOT EXISTS ({_THEIRS} a.url = m.address))"
)
"""Whether a message takes its person's place of a day: one that surely went nowhere, by a way that is theirs no more,
does not."""


def kinds_of_day(db: Database, day: date) -> dict[int, frozenset[Kind]]:
    """Return person id → the kinds of message this day already has for them, but for those that surely went nowhere.

    Those count while there is no other way to reach the person, lest they be made again and again.
    """
    rows = db.query(
        f"SELECT m.person_id, group_concat(DISTINCT m.kind) AS kinds FROM messages m "
        f"WHERE m.day = ? AND {_COUNTS} GROUP BY m.person_id",
        [day.isoformat()],
    )
    return {int(row["person_id"]): frozenset(map(Kind, str(row["kinds"]).split(","))) for row in rows}


def owed_a_week(db: Database, monday: date) -> frozenset[int]:
    """Return who was to be told of the week from a Monday on, in vain so far, and has a channel now."""
    rows = db.query(
        "SELECT DISTINCT m.person_id FROM messages m WHERE m.kind = 'summary' AND m.day >= ? "
        f"AND EXISTS ({_THEIRS} a.url NOT LIKE 'preview:%') AND NOT EXISTS (SELECT 1 FROM messages n "
        f"WHERE n.person_id = m.person_id AND n.kind = 'summary' AND n.day >= ? AND {_COUNTS.replace('m.', 'n.')})",
        [monday.isoformat(), monday.isoformat()],
    )
    return frozenset(int(row["person_id"]) for row in rows)


def count(db: Database, person_id: int, day: date) -> int:
    """Return how many messages a day ever had for a person, also cancelled ones; sign-in links are none of a day."""
    rows = db.query(
        "SELECT count(*) AS n FROM messages WHERE person_id = ? AND day = ? AND kind <> 'sign_in'",
        [person_id, day.isoformat()],
    )
    return int(next(iter(list(rows)))["n"])


def claim(db: Database, now: datetime, lease: Lease, *, sign_in: bool = False) -> OutboxMessage | None:
    """Take the next message due for sending under a lease; None when there is none. Call inside a transaction.

    Letters that carry a `sign_in` link go by a sender of their own: they wait for no hour and no tick.
    """
    rows = fetch(
        db,
        "UPDATE messages SET state = 'sending', attempts = attempts + 1, lease_until = ?, lease_by = ? WHERE id = "
        "(SELECT id FROM messages WHERE state = 'waiting' AND not_before <= ? AND (kind = 'sign_in') = ? "
        "ORDER BY not_before, id LIMIT 1) RETURNING *",
        [text_of(lease.until), lease.by, text_of(now), int(sign_in)],
    )
    return next((_record(row) for row in rows), None)


def finish(
    db: Database, message_id: int, result: Result, at: datetime, lease: Lease | None = None
) -> OutboxMessage | None:
    """Record how a try ended and return the message; None when the lease is no longer ours, and nothing is written."""
    waits = result.state is MessageState.WAITING
    rows = fetch(
        db,
        "UPDATE messages SET state = ?, outcome = ?, outcome_reason = ?, provider_id = ifnull(?, provider_id), "
        "detail = ?, repeated = max(repeated, ?), attempts = attempts - ?, finished_at = ?, "
        "not_before = ifnull(?, not_before), "
        "lease_until = NULL, lease_by = NULL WHERE id = ? AND (? IS NULL OR lease_by = ?) RETURNING *",
        [
            *(result.state.value, result.outcome, result.reason, result.provider_id, result.detail),
            *(int(result.repeated), int(not result.tried), None if waits else text_of(at)),
            *(text_of(result.not_before) if result.not_before else None, message_id),
            *(lease.by if lease else None, lease.by if lease else None),
        ],
    )
    return next((_record(row) for row in rows), None)


def send_again(db: Database, message_id: int, actor: Actor) -> None:
    """Let someone repeat a message that ended failed or unknown; an unknown one says that it is a repeat."""
    try:
        rows = db.query(
            "UPDATE messages SET repeated = max(repeated, state = 'unknown'), state = 'waiting', attempts = 0, "
            "finished_at = NULL, not_before = ? WHERE id = ? AND state IN ('failed', 'unknown') RETURNING outcome",
            [text_of(actor.at), message_id],
        )
        repeated = list(rows)
    except sqlite3.IntegrityError:
        raise LookupError(f"tin số {message_id} không cần gửi lại: đã có tin khác của ngày ấy thay nó") from None
    for row in repeated:
        append(db, actor, Change("message", str(message_id), "sent again", row["outcome"], None))
        return
    raise LookupError(f"tin số {message_id} không ở trạng thái có thể gửi lại")


def told_since(db: Database, person_id: int, words: str, day: date) -> bool:
    """Whether a message of a day or later says some words to a person; one that went nowhere does not.

    What was kept to be looked at alone says nothing to who is reached by now.
    """
    rows = db.query(
        "SELECT 1 FROM messages m WHERE m.person_id = ? AND m.day >= ? AND m.state <> 'failed' "
        f"AND {_COUNTS} AND instr(m.text, ?) LIMIT 1",
        [person_id, day.isoformat(), words],
    )
    return bool(list(rows))


def last_made(db: Database, person_id: int, kind: Kind) -> datetime | None:
    """Return when a person's newest message of a kind was made, of those that went or still may."""
    rows = db.query(
        "SELECT composed_at FROM messages WHERE person_id = ? AND kind = ? "
        "AND state NOT IN ('cancelled', 'failed') AND address NOT LIKE 'preview:%' ORDER BY id DESC LIMIT 1",
        [person_id, kind.value],
    )
    return next((_instant(row["composed_at"]) for row in list(rows)), None)


def rewrite(db: Database, message_id: int, letter: Letter) -> None:
    """Give a message other words: what it says is what is true when it is sent."""
    db.execute(
        "UPDATE messages SET stage = ?, reason = ?, subject = ?, text = ?, html = ? WHERE id = ?",
        [letter.stage, letter.reason, letter.subject, letter.text, letter.html, message_id],
    )


def left_behind(db: Database, wall: datetime, gone: Callable[[str], bool]) -> tuple[OutboxMessage, ...]:
    """Return the messages in flight whose sender disappeared: who is gone, or whose lease is over by the wall clock."""
    rows = list(db.query("SELECT * FROM messages WHERE state = 'sending' ORDER BY id"))
    until = text_of(wall)
    return tuple(_record(row) for row in rows if str(row["lease_until"]) <= until or gone(str(row["lease_by"])))


def waiting_before(db: Database, day: date) -> tuple[OutboxMessage, ...]:
    """Return the messages of earlier days that still wait for a first success."""
    rows = db.query(
        "SELECT * FROM messages WHERE state = 'waiting' AND day < ? AND kind <> 'sign_in' ORDER BY id",
        [day.isoformat()],
    )
    return tuple(_record(row) for row in rows)


def waiting_elsewhere(db: Database, day: date) -> tuple[OutboxMessage, ...]:
    """Return the messages of a day that wait for an address their person has no more, or wants no more."""
    rows = db.query(
        "SELECT m.* FROM messages m WHERE m.state = 'waiting' AND m.day = ? AND m.address <> 'preview:' "
        "AND m.kind <> 'sign_in' AND NOT EXISTS "
        "(SELECT 1 FROM addresses a WHERE a.person_id = m.person_id AND a.url = m.address AND a.stopped_at IS NULL) "
        "ORDER BY m.id",
        [day.isoformat()],
    )
    return tuple(_record(row) for row in rows)


def of_chains(db: Database, chains: Iterable[int]) -> dict[int, OutboxMessage]:
    """Return the newest message of each chain of addresses, by the id of its first."""
    ids = sorted(set(chains))
    marks = ", ".join("?" * len(ids))
    rows = db.query(f"SELECT * FROM messages WHERE id IN ({marks}) OR chain_id IN ({marks}) ORDER BY id", [*ids, *ids])
    return {one.chain: one for one in map(_record, list(rows))}


def addresses_of_chain(db: Database, chain: int) -> frozenset[str]:
    """Return where a message was sent or is to be sent so far, by the id of the first of its chain."""
    rows = db.query("SELECT address FROM messages WHERE id = ? OR chain_id = ?", [chain, chain])
    return frozenset(str(row["address"]) for row in list(rows))


def by_id(db: Database, message_id: int) -> OutboxMessage:
    """Return one message; raise LookupError when there is none."""
    for row in list(db.query("SELECT * FROM messages WHERE id = ?", [message_id])):
        return _record(row)
    raise LookupError(f"không có tin số {message_id}")
