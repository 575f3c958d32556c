"""Schools: found or made by name, without minding accents."""

from __future__ import annotations

import re
import unicodedata

from sqlite_utils import Database

from schedules.wording import fold
from tracker.store.records import School

UNNAMED = "Trường chưa rõ tên"
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Categories of signs that show nothing: controls, turned directions, lone halves of a sign."""


def _record(row: dict[str, object]) -> School:
    return School(int(str(row["id"])), str(row["name"]), str(row["slug"]), int(str(row["revision"])))


def folded(name: str) -> str:
    """Return a name as it is compared: folded, single blanks."""
    return " ".join(fold(name).split())


def slug_of(name: str) -> str:
    """Return the part of a public address that stands for a name: folded words joined by dashes."""
    return re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-") or "truong"


def all_schools(db: Database) -> tuple[School, ...]:
    """Return every school, oldest first."""
    return tuple(_record(row) for row in db.query("SELECT * FROM schools ORDER BY id"))


def standing(db: Database) -> tuple[School, ...]:
    """Return every school people choose between: not the nameless one once its last draft was withdrawn."""
    rows = db.query(
        "SELECT * FROM schools s WHERE s.name <> ? OR EXISTS "
        "(SELECT 1 FROM plans p WHERE p.school_id = s.id AND p.status <> 'withdrawn') ORDER BY s.id",
        [UNNAMED],
    )
    return tuple(_record(row) for row in rows)


def by_id(db: Database, school_id: int) -> School:
    """Return the school with this id; raise LookupError when there is none."""
    for row in db.query("SELECT * FROM schools WHERE id = ?", [school_id]):
        return _record(row)
    raise LookupError(f"không có trường số {school_id}")


def one_line(name: str) -> str:
    """Return a name as it is kept: on one line, without signs nobody sees that no calendar or document may hold."""
    return " ".join(
        "".join(sign for sign in name if sign.isspace() or unicodedata.category(sign) not in UNSEEN).split()
    )


def by_name(db: Database, name: str) -> School | None:
    """Return the school of this name or slug, accents and case not minded."""
    name = one_line(name)
    rows = db.query("SELECT * FROM schools WHERE name_folded = ? OR slug = ?", [folded(name), name])
    return next((_record(row) for row in rows), None)


def ensure(db: Database, name: str) -> School:
    """Return the school of this name, making it when it is new; raises inside a transaction only."""
    name = one_line(name) or UNNAMED
    known = by_name(db, name)
    if known:
        return known
    slug, taken, suffix = slug_of(name), {school.slug for school in all_schools(db)}, 2
    while slug in taken:
        slug, suffix = f"{slug_of(name)}-{suffix}", suffix + 1
    db.execute("INSERT INTO schools (name, name_folded, slug) VALUES (?, ?, ?)", [name, folded(name), slug])
    found = by_name(db, name)
    if found is None:
        raise LookupError(f"không lưu được trường “{name}”")
    return found
