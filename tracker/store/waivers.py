"""Findings a school passed over with a reason: the same rule about the same words stays quiet from then on."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from tracker.store.history import Actor


def of_school(db: Database, school_id: int) -> dict[tuple[str, str], str]:
    """Return (rule, folded quote) → reason for everything a school passed over."""
    rows = db.query("SELECT rule, quote_folded, reason FROM waivers WHERE school_id = ? ORDER BY id", [school_id])
    return {(str(row["rule"]), str(row["quote_folded"])): str(row["reason"]) for row in rows}


def add(db: Database, school_id: int, waived: Iterable[tuple[str, str]], actor: Actor) -> None:
    """Remember (rule, folded quote) for a school; the actor's `why` is the reason, the newest one counts."""
    for rule, quote in waived:
        db.execute(
            "INSERT INTO waivers (school_id, rule, quote_folded, reason, at, who) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (school_id, rule, quote_folded) "
            "DO UPDATE SET reason = excluded.reason, at = excluded.at, who = excluded.who",
            [school_id, rule, quote, actor.why or "", actor.at.isoformat(), actor.who],
        )


def remove(db: Database, school_id: int, waived: Iterable[tuple[str, str]]) -> None:
    """Forget (rule, folded quote) of a school: the finding speaks again."""
    for rule, quote in waived:
        db.execute(
            "DELETE FROM waivers WHERE school_id = ? AND rule = ? AND quote_folded = ?", [school_id, rule, quote]
        )
