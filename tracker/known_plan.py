"""Which plan of the store a file is a copy of: by its number, or, where it has none, by its kind and its works."""

from __future__ import annotations

from schedules.plan import Header, Plan
from schedules.wording import fold
from tracker.review.same_plan import shared
from tracker.store import plans
from tracker.store.database import Database
from tracker.store.records import StoredPlan


def known_plan(db: Database, school_id: int, plan: Plan) -> StoredPlan | None:
    """Return the plan a file is a copy of, None where the school has none.

    A number and a school year name one plan. Without a number many papers of a year share their kind, each group's
    “Kế hoạch chuyên môn” among them: a file is a copy of one only if it bears its name and day, or holds its works.
    """
    header = plan.header
    if header.number:
        return plans.by_key(db, school_id, plans.key_of(header))
    for key in (own_key(header), plans.key_of(header)):
        known = plans.by_key(db, school_id, key)
        if known is not None and (key != plans.key_of(header) or _is_copy(db, known, plan)):
            return known
    return next((one for one in _of_kind(db, school_id, header) if _is_copy(db, one, plan)), None)


def new_key(db: Database, school_id: int, header: Header) -> str:
    """Return the key of a plan seen for the first time: that of its kind, or one of its own where that is taken."""
    key = plans.key_of(header)
    return key if header.number or plans.by_key(db, school_id, key) is None else own_key(header)


def own_key(header: Header) -> str:
    """Return a key only files of one name and one day of signing have."""
    return f"{plans.key_of(header)}|{header.date or ''}|{fold(header.source)}"


def _of_kind(db: Database, school_id: int, header: Header) -> list[StoredPlan]:
    """Return the other plans without a number of one kind and year, the newest first."""
    wanted = plans.key_of(header)
    return [
        one for one in plans.ever_of_school(db, school_id) if one.number is None and one.key.startswith(f"{wanted}|")
    ]


def _is_copy(db: Database, known: StoredPlan, plan: Plan) -> bool:
    header = plan.header
    if known.source == header.source and known.day == header.date:
        return True
    try:
        kept = plans.newest_revision(db, known.id).plan
    except LookupError:
        return True
    old, new = ([(task.title, task.due.day) for task in one.tasks] for one in (kept, plan))
    return not old or not new or shared(old, new, (known.kind or "", header.kind or "")) > 0
