"""What field lines say ("Phụ trách: …", "Kinh phí: …"), given to the works they stand by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Task
from schedules.planning.drafts import Draft
from schedules.planning.outline import Item
from schedules.planning.people.charged_lines import charged_by
from schedules.planning.people.persons import names_beside
from schedules.planning.text.field_lines import BUDGET_LINE, EXPECTED_LINE, is_charge
from schedules.planning.text.labels import done_in, says_when
from schedules.planning.text.records import Records, lines_of, records_of
from schedules.planning.text.section_people import works_of_section
from schedules.planning.text.worn_people import Restorer, as_it_stands, told_in
from schedules.planning.words.money import budget_of
from schedules.wording import fold

Numbered = tuple[int, Draft]
"""A draft with the index of the item it was made of."""


def with_fields(
    drafts: Sequence[Numbered], items: Sequence[Item], fields: Sequence[int], restored: Restorer = as_it_stands
) -> tuple[Draft, ...]:
    """Return the drafts with what their field lines say; `fields` are the indexes of those lines."""
    made, records = list(drafts), records_of(items) if fields else {}
    for field in fields:
        target = _target(made, items, records, field)
        told = {made[target][0]} if target is not None else set()
        alone = {at for at, draft in made if not draft.task.owners or draft.handed_down}
        if section := works_of_section([at for at, _ in made], items, field):
            told = section & alone - {at for at, draft in made if names_beside(draft.task.mentions[0].quote)}
        made = [(at, _with_field(draft, items[field], restored) if at in told else draft) for at, draft in made]
    return tuple(draft for _, draft in made)


def _target(drafts: Sequence[Numbered], items: Sequence[Item], records: Records, field: int) -> int | None:
    """A field belongs to the work of its record, else to the one right above it, or to the one its heading names."""
    lines = lines_of(items, records, field)
    of_record = [found for found, (at, _) in enumerate(drafts) if at in lines]
    if of_record or any(done_in(items[at].body) or says_when(items[at].body) for at in lines):
        return of_record[-1] if of_record else None
    headings = items[field].headings
    table = max((at for at in range(field) if items[at].block.is_row), default=-1)  # what stands below is of the table
    earlier = [found for found, (at, _) in enumerate(drafts) if table < at < field and _is_near(items[at], headings)]
    later = [found for found, (at, _) in enumerate(drafts) if at > field and items[at].headings == headings]
    if earlier:
        return earlier[-1]
    named = [found for found in later if headings and drafts[found][1].named_by_heading]
    return named[0] if named else None


def _is_near(item: Item, headings: tuple[str, ...]) -> bool:
    return item.headings == headings or (bool(headings) and item.body == headings[-1])


def _with_field(draft: Draft, field: Item, restored: Restorer) -> Draft:
    """Return a draft with what a line says of it; a charge of what stands round it is of no work that names its own."""
    charged = charged_by(field.body) if is_charge(field) else None
    if charged:
        if draft.task.owners and not draft.handed_down:
            return draft
        helpers = charged.helpers or draft.task.helpers
        return replace(draft, task=replace(draft.task, owners=charged.owners, helpers=helpers))
    return replace(draft, task=_told(draft.task, field.body, restored))


def _told(task: Task, line: str, restored: Restorer) -> Task:
    plain = fold(line)
    if match := BUDGET_LINE.match(plain):
        return replace(task, budget=task.budget or budget_of(line[match.end() :].strip(" .;")))
    if match := EXPECTED_LINE.match(plain):
        return replace(task, expected=task.expected or line[match.end() :].strip(" .;"))
    owners, helpers = told_in(line, restored)
    return replace(task, owners=owners or task.owners, helpers=helpers or task.helpers)
