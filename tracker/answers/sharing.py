"""With whom someone shares a work: who else leads it, who helps."""

from __future__ import annotations

from tracker.reminders.wording import PARTS
from tracker.store import people
from tracker.store.database import Database
from tracker.store.records import Part


def role_words(db: Database, task_id: str, person_id: int) -> str:
    """Return someone's part in a work and with whom: “Thầy/cô chủ trì cùng Thầy Bình; phối hợp: Cô Hà”.

    Empty for who has no part in it, as a manager who stands in for a missing lead.
    """
    held = people.assigned(db, task_id)
    own = dict(held).get(person_id)
    if own is None:
        return ""
    others = [(people.by_id(db, one), part) for one, part in held if one != person_id]
    leads, helpers = (
        ", ".join(one.name for one, part in others if part is wanted and one.active)
        for wanted in (Part.LEAD, Part.HELPER)
    )
    if own is Part.LEAD:
        with_whom = (f" cùng {leads}" if leads else "") + (f"; phối hợp: {helpers}" if helpers else "")
    else:
        with_whom = (f" với {leads}" if leads else "") + (f"; cùng phối hợp: {helpers}" if helpers else "")
    return f"Thầy/cô {PARTS[own]}{with_whom}"
