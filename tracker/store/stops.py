"""Addresses out of use: their owner wants no more, or letters come back. Kept and shown, written to no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from tracker.store.history import Actor, Change, append
from tracker.store.ledger import text_of


class StopWhy(StrEnum):
    """Why an address is out of use."""

    ASKED = "asked"
    BOUNCED = "bounced"


@dataclass(frozen=True, slots=True)
class StoppedAddress:
    """An address of a person that is out of use, since when and why, and whether they are reached otherwise."""

    person_id: int
    name: str
    url: str
    at: datetime
    why: StopWhy
    reached_otherwise: bool = False


_SELECT = (
    "SELECT a.*, p.name, EXISTS (SELECT 1 FROM addresses o WHERE o.person_id = a.person_id AND o.stopped_at IS NULL "
    "AND o.url NOT LIKE 'preview:%') AS otherwise FROM addresses a JOIN people p ON p.id = a.person_id "
    "WHERE a.stopped_at IS NOT NULL AND "
)


def addresses_of(db: Database, person_id: int) -> tuple[str, ...]:
    """Return every address of a person, in use or not."""
    rows = db.query("SELECT url FROM addresses WHERE person_id = ? ORDER BY rank, id", [person_id])
    return tuple(str(row["url"]) for row in rows)


def stop(db: Database, person_id: int, url: str, why: StopWhy, actor: Actor) -> bool:
    """Take an address out of use; False when it was already. The history keeps its kind only."""
    rows = db.query(
        "UPDATE addresses SET stopped_at = ?, stopped_why = ? WHERE person_id = ? AND url = ? AND stopped_at IS NULL "
        "RETURNING id",
        [text_of(actor.at), why.value, person_id, url],
    )
    if not list(rows):
        return False
    append(db, actor, Change("person", str(person_id), f"address {why.value}", url.partition(":")[0], None))
    return True


def resume(db: Database, person_id: int, url: str, actor: Actor) -> bool:
    """Put an address back into use; False when it was not out of use."""
    rows = db.query(
        "UPDATE addresses SET stopped_at = NULL, stopped_why = NULL WHERE person_id = ? AND url = ? "
        "AND stopped_at IS NOT NULL RETURNING id",
        [person_id, url],
    )
    if not list(rows):
        return False
    append(db, actor, Change("person", str(person_id), "address resumed", None, url.partition(":")[0]))
    return True


def of_person(db: Database, person_id: int) -> tuple[StoppedAddress, ...]:
    """Return the addresses of one person that are out of use."""
    return tuple(map(_record, db.query(_SELECT + "a.person_id = ? ORDER BY a.rank", [person_id])))


def since(db: Database, at: datetime, school_id: int | None = None) -> tuple[StoppedAddress, ...]:
    """Return addresses of active people, of one school or all, taken out of use since an instant; oldest first."""
    rows = db.query(
        _SELECT + "a.stopped_at >= :at AND p.active = 1 AND (:school IS NULL OR p.school_id = :school) "
        "ORDER BY a.stopped_at, a.id",
        {"at": text_of(at), "school": school_id},
    )
    return tuple(map(_record, rows))


def _record(row: dict[str, object]) -> StoppedAddress:
    return StoppedAddress(
        person_id=int(str(row["person_id"])),
        name=str(row["name"]),
        url=str(row["url"]),
        at=datetime.fromisoformat(str(row["stopped_at"])),
        why=StopWhy(str(row["stopped_why"])),
        reached_otherwise=bool(row["otherwise"]),
    )
