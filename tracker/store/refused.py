"""Addresses a provider refused as ones that do not exist: still in use, but tried after the others of their person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from tracker.store.history import Actor, Change, append
from tracker.store.ledger import text_of


@dataclass(frozen=True, slots=True)
class RefusedAddress:
    """An address in use that was refused: whose, since when, in which words, and whether they are reached otherwise."""

    person_id: int
    name: str
    url: str
    at: datetime
    why: str
    reached_otherwise: bool = False


_OTHERWISE = (
    "EXISTS (SELECT 1 FROM addresses o WHERE o.person_id = a.person_id AND o.stopped_at IS NULL "
    "AND o.refused_at IS NULL AND o.url NOT LIKE 'preview:%')"
)
_SELECT = (
    f"SELECT a.*, p.name, {_OTHERWISE} AS otherwise FROM addresses a JOIN people p ON p.id = a.person_id "
    "WHERE a.refused_at IS NOT NULL AND a.stopped_at IS NULL AND p.active = 1 AND "
)


def refuse(db: Database, person_id: int, url: str, why: str, actor: Actor) -> bool:
    """Remember that an address was refused, since the first time; False when it was known or is theirs no more."""
    rows = db.query(
        "UPDATE addresses SET refused_at = ?, refused_why = ? WHERE person_id = ? AND url = ? AND refused_at IS NULL "
        "RETURNING id",
        [text_of(actor.at), why, person_id, url],
    )
    if not list(rows):
        return False
    append(db, actor, Change("person", str(person_id), "address refused", url.partition(":")[0], None))
    return True


def trust(db: Database, person_id: int, url: str, actor: Actor) -> bool:
    """Forget that an address was refused: it took a message again, or someone mended it; False when it was not."""
    rows = db.query(
        "UPDATE addresses SET refused_at = NULL, refused_why = NULL WHERE person_id = ? AND url = ? "
        "AND refused_at IS NOT NULL RETURNING id",
        [person_id, url],
    )
    if not list(rows):
        return False
    append(db, actor, Change("person", str(person_id), "address trusted", None, url.partition(":")[0]))
    return True


def of_school(db: Database, school_id: int) -> tuple[RefusedAddress, ...]:
    """Return the refused addresses of a school's active people, by name."""
    rows = db.query(_SELECT + "p.school_id = ? ORDER BY p.name_folded, a.rank", [school_id])
    return tuple(map(_record, list(rows)))


def since(db: Database, at: datetime, school_id: int | None = None) -> tuple[RefusedAddress, ...]:
    """Return the addresses of one school, or of all, refused since an instant, oldest first."""
    rows = db.query(
        _SELECT + "a.refused_at >= :at AND (:school IS NULL OR p.school_id = :school) ORDER BY a.refused_at, a.id",
        {"at": text_of(at), "school": school_id},
    )
    return tuple(map(_record, list(rows)))


def _record(row: dict[str, object]) -> RefusedAddress:
    return RefusedAddress(
        person_id=int(str(row["person_id"])),
        name=str(row["name"]),
        url=str(row["url"]),
        at=datetime.fromisoformat(str(row["refused_at"])),
        why=str(row["refused_why"] or ""),
        reached_otherwise=bool(row["otherwise"]),
    )
