"""Files given as evidence: which piece of evidence is which file; the bytes lie beside the database."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

VIA = "file"
"""How evidence came that is a file."""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """The file of a piece of evidence: its fingerprint, the name it was sent under, how it ends on disk, its bytes."""

    evidence_id: int
    sha256: str
    name: str
    suffix: str
    size: int


def keep(db: Database, file: EvidenceFile) -> None:
    """Keep which file a piece of evidence is; it is never changed and never taken away."""
    db.execute(
        "INSERT INTO evidence_files (evidence_id, sha256, name, suffix, size) VALUES (?, ?, ?, ?, ?)",
        [file.evidence_id, file.sha256, file.name, file.suffix, file.size],
    )


def of_task(db: Database, task_id: str) -> dict[int, EvidenceFile]:
    """Return evidence id → its file, for what was shown of a task as a file."""
    rows = db.query(
        "SELECT f.* FROM evidence_files f JOIN evidence e ON e.id = f.evidence_id WHERE e.task_id = ?", [task_id]
    )
    return {int(row["evidence_id"]): EvidenceFile(**row) for row in rows}


def every(db: Database) -> tuple[EvidenceFile, ...]:
    """Return one record for each file on disk, whichever pieces of evidence it serves."""
    return tuple(
        EvidenceFile(**row) for row in db.query("SELECT * FROM evidence_files GROUP BY sha256 ORDER BY sha256")
    )


def bytes_of_school(db: Database, school_id: int) -> int:
    """Return how many bytes the files of a school take; one file given twice lies there once."""
    rows = db.query(
        "SELECT sum(size) AS size FROM (SELECT DISTINCT f.sha256, f.size FROM evidence_files f "
        "JOIN evidence e ON e.id = f.evidence_id JOIN people p ON p.id = e.person_id WHERE p.school_id = ?)",
        [school_id],
    )
    return next((int(row["size"] or 0) for row in rows), 0)
