"""Tables of the members of a committee ("Họ tên | Chức vụ | Nhiệm vụ"): what each answers for, and no dated work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.plan import Block, Duty
from schedules.planning.drafts import Understood
from schedules.planning.tables.columns import TIMES, Columns, Role
from schedules.wording import fold

MEMBERS = re.compile(r"^\W*(?:ho (?:va |, ?)?ten\b|ho,? ten\b|thanh vien\b|chuc vu\b|chuc danh\b)")


def is_of_members(columns: Columns, header: Sequence[Block]) -> bool:
    """Whether a table lists people with what they answer for: headed so, with people and no column of times."""
    named = any(MEMBERS.match(fold(cell.text)) for row in header for cell in row.cells)
    return named and Role.LEAD in columns and not any(role in columns for role in TIMES)


def as_duties(found: Understood) -> Understood:
    """Return what a table of members gave with its works without a day made duties."""
    drafts = tuple(draft for draft in found.drafts if draft.task.due.dated)
    made = [draft.task for draft in found.drafts if not draft.task.due.dated]
    duties = (Duty(task.title, task.owners, one.quote, one.place) for task in made for one in task.mentions[:1])
    return Understood(drafts, found.findings, (*found.duties, *duties))
