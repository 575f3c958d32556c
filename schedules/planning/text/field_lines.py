"""Lines that say one thing of the work they stand by: who does it, what it costs, what it should give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Task
from schedules.planning.drafts import Draft
from schedules.planning.outline import Item
from schedules.planning.people.named import is_owner_line, named_in
from schedules.planning.tables.money import budget_of
from schedules.wording import fold

BUDGET_LINE = re.compile(r"^\W*(?:du kien\s+)?kinh phi[^:]{0,20}:\s*(?=\S)")
EXPECTED_LINE = re.compile(r"^\W*(?:ket qua|san pham|yeu cau)[^:]{0,20}:\s*(?=\S)")
NOTE_LINE = re.compile(
    r"^\W*(?:muc tieu|chi tieu|hinh thuc|dia diem|thanh phan|doi tuong|tai khoan|luu y|ghi chu|chu diem|chu de|"
    r"trong tam|phuong cham|khau hieu|trang phuc|so luong|quy mo|tieu chi|co cau|giai thuong|phuong tien|"
    r"the le|diem (?:yeu|manh)|hien trang|nguyen nhan|han che|ton tai|uu diem)\b[^.:]{0,40}:"
)
DESCRIPTION = re.compile(
    r"^\W*(?:dia diem|thanh phan|doi tuong|chu diem|chu de|phuong cham|khau hieu|trang phuc|tieu chi|co cau|"
    r"giai thuong|diem (?:yeu|manh)|hien trang|nguyen nhan|han che|ton tai|uu diem)\b[^.:]{0,40}:"
)
"""Notes that set no work even where they name a day."""

Numbered = tuple[int, Draft]
"""A draft with the index of the item it was made of."""


def is_field(item: Item) -> bool:
    """Whether an item says something of another work and is none itself."""
    plain = fold(item.body)
    told = BUDGET_LINE.match(plain) or EXPECTED_LINE.match(plain) or is_owner_line(item.body)
    return not item.block.is_row and bool(told)


def is_note(item: Item) -> bool:
    """Whether an item tells where, how or for whom, and no work."""
    return bool(NOTE_LINE.match(fold(item.body)))


def describes(text: str) -> bool:
    """Whether a line tells what a work is like, so that a day in it is none of a deadline: "Chủ đề: mừng 20/11"."""
    return bool(DESCRIPTION.match(fold(text)))


def with_fields(drafts: Sequence[Numbered], items: Sequence[Item], fields: Sequence[int]) -> tuple[Draft, ...]:
    """Return the drafts with what their field lines say; `fields` are the indexes of those lines."""
    made = list(drafts)
    for field in fields:
        target = _target(made, items, field)
        if target is not None:
            made = [
                (at, replace(draft, task=_told(draft.task, items[field].body)))
                if at == made[target][0]
                else (at, draft)
                for at, draft in made
            ]
    return tuple(draft for _, draft in made)


def _target(drafts: Sequence[Numbered], items: Sequence[Item], field: int) -> int | None:
    """A field belongs to the work right above it, or to the work its heading names, wherever that is dated."""
    headings = items[field].headings
    earlier = [found for found, (at, _) in enumerate(drafts) if at < field and _is_near(items[at], headings)]
    later = [found for found, (at, _) in enumerate(drafts) if at > field and items[at].headings == headings]
    if earlier:
        return earlier[-1]
    named = [found for found in later if headings and drafts[found][1].named_by_heading]
    return named[0] if named else None


def _is_near(item: Item, headings: tuple[str, ...]) -> bool:
    return item.headings == headings or (bool(headings) and item.body == headings[-1])


def _told(task: Task, line: str) -> Task:
    plain = fold(line)
    if match := BUDGET_LINE.match(plain):
        return replace(task, budget=task.budget or budget_of(line[match.end() :].strip(" .;")))
    if match := EXPECTED_LINE.match(plain):
        return replace(task, expected=task.expected or line[match.end() :].strip(" .;"))
    owners, helpers, _ = named_in(line)
    return replace(task, owners=owners or task.owners, helpers=helpers or task.helpers)
