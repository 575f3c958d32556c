"""Records → the JSON of the contract: what other programs may rely on. Days are ISO; absent is null."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from json import JSONEncoder
from typing import TYPE_CHECKING, Any

from schedules.plan import Bound, Due, Duty, Finding, Header, Mention, Origin, Place, Plan, Recurrence, Task
from tracker.deadline_words import MOVED
from tracker.places import Places

if TYPE_CHECKING:
    from tracker.reports.board import Staff
    from tracker.store.records import StoredTask

Json = dict[str, Any]
encode = JSONEncoder(ensure_ascii=False).encode


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def place_json(place: Place) -> Json:
    """Return where something stands, without the parts that are not known."""
    parts = ("page", "paragraph", "table", "row", "column", "line")
    return {part: getattr(place, part) for part in parts if getattr(place, part) is not None}


def mention_json(mention: Mention) -> Json:
    """Return one place where the plan words a deadline."""
    return {
        "quote": mention.quote,
        "place": place_json(mention.place),
        "start": _day(mention.due.start),
        "due": _day(mention.due.day),
        "words": mention.due.words or None,
        "why": mention.due.basis or None,
    }


def due_json(due: Due) -> Json:
    """Return a deadline as `tracker when` prints it; no deadline is all null with precision "none"."""
    return {
        "start": _day(due.start),
        "due": _day(due.day),
        "remind_by": _day(due.remind_by),
        "late_from": _day(due.late_from),
        "precision": due.precision.value,
        "bound": due.bound.value if due.bound else None,
        "recurrence": due.recurrence.value if due.recurrence else None,
        "words": due.words or None,
        "why": due.basis or None,
        "hour": due.hour.isoformat("minutes") if due.hour else None,
        "implied": list(due.implied) or None,
    }


def due_line(due: Due) -> str:
    """Return `due_json` as one line of JSON, written out: a batch asks for it thousands of times a second."""
    hour = f'"{due.hour:%H:%M}"' if due.hour else "null"
    implied = ", ".join([f'"{part}"' for part in due.implied])
    filled = f"[{implied}]" if implied else "null"
    return (
        f'{{"start": {_said(due.start)}, "due": {_said(due.day)}, "remind_by": {_said(due.remind_by)}, '
        f'"late_from": {_said(due.late_from)}, "precision": "{due.precision}", "bound": {_said(due.bound)}, '
        f'"recurrence": {_said(due.recurrence)}, "words": {_quoted(due.words)}, "why": {_quoted(due.basis)}, '
        f'"hour": {hour}, "implied": {filled}}}'
    )


@lru_cache(maxsize=4096)
def _said(part: date | Bound | Recurrence | None) -> str:
    """Return a part that holds nothing to escape; the same days come again, and writing one takes longer."""
    return f'"{part}"' if part else "null"


def _quoted(words: str) -> str:
    return encode(words) if words else "null"


def task_json(task: Task) -> Json:
    """Return a task as `tracker read` prints it."""
    due = due_json(task.due)
    when = ("start", "due", "remind_by", "late_from", "precision", "bound", "recurrence")
    return {
        "title": task.title,
        **{key: due[key] for key in when},
        "owners": list(task.owners),
        "helpers": list(task.helpers),
        "criterion": task.criterion,
        "standard": task.standard,
        "budget": task.budget.words if task.budget else None,
        "budget_vnd": task.budget.vnd if task.budget else None,
        "expected": task.expected,
        "confidence": round(task.confidence, 2),
        "origin": (Origin.CHECKPOINT if task.origin is Origin.HAND else task.origin).value,
        "words": due["words"],
        "why": due["why"],
        "citation": task.citation,
        "original": task.original,
        "mentions": [mention_json(mention) for mention in task.mentions],
        **({"public": True} if task.public else {}),
        **(_legal(task) if task.origin is Origin.LAW else {}),
        # the contract knows three origins; “plan” would promise a quote that a task typed by a person does not have
        **({"added_by_hand": True} if task.origin is Origin.HAND else {}),
    }


def _legal(task: Task) -> Json:
    """Return how the law's day was computed, step by step, and whether the rule was checked against its text."""
    from schedules.law import LawTask

    if not isinstance(task, LawTask):
        return {}
    return {"rule": task.rule_id, "steps": list(task.steps), "verified": task.verified, "law_source": task.source}


def stored_task_json(stored: StoredTask, today: date, staff: Staff) -> Json:
    """Return a task in force with its id, its state and, when late, by how many days.

    `owners` and `helpers` are who does it now; where the plan names others, these stand under `named_in_plan`. Work
    that was reported done and is not taken for done says why under `not_accepted`.
    """
    from tracker.store.records import Part

    late = stored.days_late(today)
    owners, helpers = (staff.doing(stored, part) for part in (Part.LEAD, Part.HELPER))
    told = replace(stored.task, public=stored.public, owners=owners, helpers=helpers)
    return {
        "id": stored.id,
        "state": stored.state.value,
        **({"days_late": late} if late else {}),
        "published": stored.published,
        **({"repeats": stored.repeats} if stored.repeats else {}),
        **({"moved_from": _day(stored.moved_from.day)} if stored.moved_from and stored.task.due.rule == MOVED else {}),
        **({"dropped_by_hand": True} if stored.set_aside_at else {}),
        **({"not_accepted": why} if (why := staff.unaccepted.get(stored.id)) else {}),
        **task_json(told),
        **(_named(stored.task) if (owners, helpers) != (stored.task.owners, stored.task.helpers) else {}),
        "done_at": stored.done_at.isoformat() if stored.done_at else None,
        "done_by": stored.done_by,
        "checked_at": stored.checked_at.isoformat() if stored.checked_at else None,
        "checked_by": stored.checked_by,
    }


def _named(task: Task) -> Json:
    return {"named_in_plan": {"owners": list(task.owners), "helpers": list(task.helpers)}}


def duty_json(duty: Duty) -> Json:
    """Return a responsibility without a date."""
    return {
        "title": duty.title,
        "owners": list(duty.owners),
        "quote": duty.quote,
        "place": place_json(duty.place),
        "recurrence": duty.recurrence.value if duty.recurrence else None,
    }


def finding_json(finding: Finding, places: Places | None = None) -> Json:
    """Return one remark of the proof-reader; `where` tells each of its places in words, in their order."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "quotes": list(finding.quotes),
        "suggestion": finding.suggestion or None,
        "places": [place_json(place) for place in finding.places],
        **({"where": list(places.each(finding))} if places else {}),
    }


def header_json(header: Header) -> Json:
    """Return what a plan says of itself."""
    return {
        "school": header.school,
        "number": header.number,
        "date": _day(header.date),
        "school_year": str(header.school_year) if header.school_year else None,
        "level": header.level.value if header.level else None,
        "kind": header.kind,
        "source": header.source,
    }


def plan_json(plan: Plan) -> Json:
    """Return a plan as `tracker read` prints it."""
    places = Places(plan.document)
    return {
        "document": header_json(plan.header),
        "tasks": [task_json(task) for task in plan.tasks],
        "duties": [duty_json(duty) for duty in plan.duties],
        "findings": [finding_json(finding, places) for finding in plan.findings],
    }
