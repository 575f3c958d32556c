"""Plans and each import of them: found again by key, kept with the file as it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from schedules.plan import Header, Plan
from tracker.store import codec
from tracker.store.records import PlanStatus, Revision, StoredPlan
from tracker.store.schools import folded

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Import:
    """A file as it came, with what was read from it."""

    content: bytes
    sha256: str
    plan: Plan
    at: datetime


def other_schools_with(db: Database, sha256: str, school_id: int) -> tuple[str, ...]:
    """Return the names of other schools for which the very same file is kept."""
    rows = db.query(
        "SELECT DISTINCT s.name FROM revisions r JOIN plans p ON p.id = r.plan_id JOIN schools s ON s.id = p.school_id "
        "WHERE r.sha256 = ? AND p.school_id <> ? AND p.status <> 'withdrawn' ORDER BY s.name",
        [sha256, school_id],
    )
    return tuple(str(row["name"]) for row in rows)


def key_of(header: Header) -> str:
    """Return what a re-import finds a plan by: its number (or its kind) and its school year."""
    return f"{_named(header.number or header.kind or header.source)}|{header.school_year or ''}"


def bore(plan: StoredPlan, number: str) -> bool:
    """Whether a plan first came under a number: a corrected copy may have given it another since."""
    return plan.key.partition("|")[0] == _named(number)


def _named(words: str) -> str:
    return "-".join(folded(words).split())


def _instant(value: object) -> datetime | None:
    return datetime.fromisoformat(str(value)) if value else None


def _plan(row: Row) -> StoredPlan:
    return StoredPlan(
        id=int(str(row["id"])),
        school_id=int(str(row["school_id"])),
        key=str(row["key"]),
        number=str(row["number"]) if row["number"] else None,
        day=date.fromisoformat(str(row["day"])) if row["day"] else None,
        school_year=str(row["school_year"]) if row["school_year"] else None,
        kind=str(row["kind"]) if row["kind"] else None,
        source=str(row["source"]),
        status=PlanStatus(str(row["status"])),
        created_at=datetime.fromisoformat(str(row["created_at"])),
        published_at=_instant(row["published_at"]),
    )


def _revision(row: Row) -> Revision:
    return Revision(
        id=int(str(row["id"])),
        plan_id=int(str(row["plan_id"])),
        number=int(str(row["number"])),
        sha256=str(row["sha256"]),
        source=str(row["source"]),
        status=PlanStatus(str(row["status"])),
        imported_at=datetime.fromisoformat(str(row["imported_at"])),
        plan=codec.plan_from_json(str(row["record"])),
    )


def by_id(db: Database, plan_id: int) -> StoredPlan:
    """Return one plan; raise LookupError when there is none."""
    for row in list(db.query("SELECT * FROM plans WHERE id = ?", [plan_id])):
        return _plan(row)
    raise LookupError(f"không có kế hoạch số {plan_id}")


def by_key(db: Database, school_id: int, key: str) -> StoredPlan | None:
    """Return the plan a re-import belongs to, if it was imported before: by a number it bears or bore."""
    named = "SELECT ifnull(stands_for, id) FROM plans WHERE school_id = ? AND key = ?"
    rows = list(db.query(f"SELECT * FROM plans WHERE id = ({named})", [school_id, key]))
    return _plan(rows[0]) if rows else None


def of_school(db: Database, school_id: int) -> tuple[StoredPlan, ...]:
    """Return the plans of a school, newest first; drafts that were withdrawn are not among them."""
    rows = db.query("SELECT * FROM plans WHERE school_id = ? AND status <> 'withdrawn' ORDER BY id DESC", [school_id])
    return tuple(_plan(row) for row in rows)


def ever_told(db: Database, school_id: int) -> tuple[StoredPlan, ...]:
    """Return the plans of a school people were told of or may still be, newest first: recalled ones, no deleted draft.

    A recalled plan is withdrawn and keeps the instant it came into force.
    """
    rows = db.query(
        "SELECT * FROM plans WHERE school_id = ? AND (status <> 'withdrawn' OR published_at IS NOT NULL) "
        "ORDER BY id DESC",
        [school_id],
    )
    return tuple(_plan(row) for row in rows)


def ever_of_school(db: Database, school_id: int) -> tuple[StoredPlan, ...]:
    """Return every plan a school ever had, withdrawn and recalled ones too: their dropped tasks still name them."""
    rows = db.query("SELECT * FROM plans WHERE school_id = ? ORDER BY id DESC", [school_id])
    return tuple(_plan(row) for row in rows)


def add(db: Database, school_id: int, header: Header, at: datetime, *, key: str | None = None) -> StoredPlan:
    """Store a plan seen for the first time, as a draft; under the key of its number or kind, unless one is given."""
    key = key or key_of(header)
    db.execute(
        "INSERT INTO plans (school_id, key, number, day, school_year, kind, source, status, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 'draft', ?)",
        [school_id, key, *_header_values(header), at.isoformat()],
    )
    stored = by_key(db, school_id, key)
    if stored is None:
        raise LookupError("kế hoạch vừa lưu không tìm thấy lại")
    return stored


def _header_values(header: Header) -> list[str | None]:
    year = str(header.school_year) if header.school_year else None
    return [header.number, header.date.isoformat() if header.date else None, year, header.kind, header.source]


def set_header(db: Database, plan_id: int, header: Header) -> None:
    """Take over what a newer import says of the plan itself."""
    db.execute(
        "UPDATE plans SET number = ?, day = ?, school_year = ?, kind = ?, source = ? WHERE id = ?",
        [*_header_values(header), plan_id],
    )


def withdraw(db: Database, plan_id: int) -> None:
    """Take a draft out of the lists, a recalled plan's too; everything kept of it stays."""
    db.execute("UPDATE plans SET status = 'withdrawn' WHERE id = ? AND status = 'draft'", [plan_id])


def recall(db: Database, plan_id: int) -> None:
    """Take a published plan out of force and out of the lists; everything kept of it stays."""
    db.execute("UPDATE plans SET status = 'withdrawn' WHERE id = ? AND status = 'published'", [plan_id])


def discard(db: Database, revision_id: int) -> None:
    """Take an import that was never published out of its plan's row of revisions, and the drafts it had replaced.

    They are kept; the newest is the revision that was published last again.
    """
    db.execute(
        "UPDATE revisions SET status = 'withdrawn' WHERE status IN ('draft', 'superseded') "
        "AND plan_id = (SELECT plan_id FROM revisions WHERE id = ? AND status = 'draft') "
        "AND number > (SELECT max(p.number) FROM revisions p WHERE p.plan_id = revisions.plan_id "
        "AND p.status = 'published')",
        [revision_id],
    )


def take_up_again(db: Database, plan_id: int) -> None:
    """Make a withdrawn plan a draft again; the tasks of a recalled one stay dropped until it is published anew."""
    db.execute("UPDATE plans SET status = 'draft' WHERE id = ? AND status = 'withdrawn'", [plan_id])


def publish(db: Database, plan_id: int, revision_id: int, at: datetime) -> None:
    """Put one revision in force; the one before is superseded, the first instant of publishing is kept."""
    db.execute("UPDATE revisions SET status = 'superseded' WHERE plan_id = ? AND status = 'published'", [plan_id])
    db.execute("UPDATE revisions SET status = 'published' WHERE id = ?", [revision_id])
    db.execute(
        "UPDATE plans SET status = 'published', published_at = ifnull(published_at, ?) WHERE id = ?",
        [at.isoformat(), plan_id],
    )


def add_revision(db: Database, plan_id: int, imported: Import) -> Revision:
    """Keep one import of a plan, the file included; drafts before it are superseded."""
    db.execute("UPDATE revisions SET status = 'superseded' WHERE plan_id = ? AND status = 'draft'", [plan_id])
    rows = db.query(
        "INSERT INTO revisions (plan_id, number, sha256, source, content, record, status, imported_at) "
        "SELECT ?, ifnull(max(number), 0) + 1, ?, ?, ?, ?, 'draft', ? FROM revisions WHERE plan_id = ? RETURNING *",
        [
            plan_id,
            imported.sha256,
            imported.plan.header.source,
            imported.content,
            codec.plan_to_json(imported.plan),
            imported.at.isoformat(),
            plan_id,
        ],
    )
    return _revision(next(iter(list(rows))))


def revisions_like(db: Database, plan_id: int, sha256: str) -> tuple[Revision, ...]:
    """Return the imports of the very same file among those of a plan, in their order, and at last its newest import."""
    found = db.query("SELECT * FROM revisions WHERE plan_id = ? AND sha256 = ? ORDER BY number", [plan_id, sha256])
    newest = newest_revision(db, plan_id)
    return (*(one for one in map(_revision, list(found)) if one.number != newest.number), newest)


def newest_revision(db: Database, plan_id: int) -> Revision:
    """Return the last import of a plan that was not discarded; raise LookupError when it has none."""
    newest = "SELECT * FROM revisions WHERE plan_id = ? AND status <> 'withdrawn' ORDER BY number DESC LIMIT 1"
    for row in list(db.query(newest, [plan_id])):
        return _revision(row)
    raise LookupError(f"kế hoạch số {plan_id} chưa có bản nào")


def revision_in_force(db: Database, plan_id: int) -> Revision | None:
    """Return the published revision of a plan, or None while it is a draft."""
    rows = list(db.query("SELECT * FROM revisions WHERE plan_id = ? AND status = 'published'", [plan_id]))
    return _revision(rows[0]) if rows else None


def content_of(db: Database, revision_id: int) -> bytes:
    """Return the file of one import as it came, byte for byte; raise LookupError when there is none."""
    for row in list(db.query("SELECT content FROM revisions WHERE id = ?", [revision_id])):
        return bytes(row["content"])
    raise LookupError(f"không có bản kế hoạch mã {revision_id}")
