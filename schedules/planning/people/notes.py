"""Notes behind names that say each one's part: "HT (chủ trì), KT, VT", "Kế toán (phối hợp), HT"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.people.names import People
from schedules.wording import fold

NOTED = re.compile(r"^(?P<who>.*\S)\s*\((?P<part>[^()]*)\)\W*$", re.DOTALL)
LEADS = re.compile(r"^\W*(?:chu tri|phu trach(?: chinh)?|chinh|chiu trach nhiem(?: chinh)?)\W*$")
HELPS = re.compile(r"^\W*(?:(?:cung )?phoi\s+hop|ho tro)\W*$")


def by_notes(pieces: Sequence[str]) -> tuple[People, People] | None:
    """Return (owners, helpers) among the pieces of a cell by their notes; None where no note tells a part."""
    parts = [_noted(piece) for piece in pieces]
    leads = tuple(who for who, part in parts if part == "leads")
    helps = tuple(who for who, part in parts if part == "helps")
    others = tuple(who for who, part in parts if not part)
    if not leads and not helps:
        return None
    return (leads, (*others, *helps)) if leads else (others or helps, helps if others else ())


def _noted(piece: str) -> tuple[str, str]:
    match = NOTED.match(piece.strip())
    part = fold(match["part"]) if match else ""
    if match and LEADS.match(part):
        return match["who"], "leads"
    if match and HELPS.match(part):
        return match["who"], "helps"
    return piece, ""
