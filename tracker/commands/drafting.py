"""What `tracker nextyear` does once its options are read: a plan in, the draft of a later year out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from schedules.plan import SchoolYear
from schedules.planning.next_year import NextWork
from tracker.commands.chosen_plan import plan_named
from tracker.commands.looking import opened_to_look
from tracker.commands.whole_file import write_whole
from tracker.contract import task_json
from tracker.next_year import NextDraft, next_draft, standing_of, unaccounted
from tracker.plan_reading import PlanReader, Unreadable
from tracker.refusal import Refusal
from tracker.reports.next_year_words import counts, markdown
from tracker.zone import current_instant


def of_file(folder: Path, path: Path, target: SchoolYear | None) -> NextDraft:
    """Return the draft from a file that nobody keeps account of; raise Refusal with a sentence when that cannot be."""
    reader = PlanReader.for_folder(folder)
    try:
        plan = reader.read_file(path)
    except Unreadable as error:
        raise Refusal(str(error)) from error
    return next_draft(unaccounted(plan), target, reader.calendar, current_instant())


def of_stored(folder: Path, named: str, target: SchoolYear | None) -> NextDraft:
    """Return the draft from a stored plan, found by id or number, with how its works stand now."""
    calendar, now = PlanReader.for_folder(folder).calendar, current_instant()
    with opened_to_look(folder) as db:
        standing = standing_of(db, plan_named(db, named), now.date())
    return next_draft(standing, target, calendar, now)


def write(made: NextDraft, output: Path) -> None:
    """Write the draft as the name asks: .docx to sign, .md to look through."""
    write_whole(output, markdown(made.plan).encode() if output.suffix.lower() == ".md" else made.content)


def draft_json(made: NextDraft) -> dict[str, Any]:
    """Return the draft as one JSON document."""
    header = made.plan.header
    return {
        "document": {"school": header.school, "school_year": str(header.school_year), "kind": header.kind},
        **counts(made.plan),
        "tasks": [_work_json(work) for work in made.plan.works],
        "differing": list(made.differing),
    }


def _work_json(work: NextWork) -> dict[str, Any]:
    return {
        **task_json(work.task),
        "words": work.task.due.words,
        "carried": work.carried or None,
        "review": work.review,
        "notes": list(work.notes),
    }
