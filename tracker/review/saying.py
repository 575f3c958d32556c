"""What the plan itself says of each part of a task, as text: two readings that say the same give the same text."""

from __future__ import annotations

from schedules.plan import Document, Due, Task
from schedules.wording import fold
from tracker.review.draft import Draft, Field, Item
from tracker.review.operations import (
    AboutTask,
    Add,
    Assign,
    Confirm,
    Drop,
    Merge,
    Redate,
    Restore,
    Retitle,
    Separate,
    Split,
)
from tracker.review.touching import row_of

FIELDS: dict[type[AboutTask], Field] = {
    Retitle: Field.TITLE,
    Redate: Field.DUE,
    Assign: Field.PEOPLE,
    Split: Field.WHOLE,
    Separate: Field.WHOLE,
    Merge: Field.WHOLE,
    Drop: Field.WHOLE,
    Add: Field.WHOLE,
    Restore: Field.WHOLE,
    Confirm: Field.WHOLE,
}


AND, BESIDE = " + ", " · "
"""What stands between two works, and between two fields of one."""


def said(task: Task, about: Field) -> str:
    """Return what a task says of one field."""
    match about:
        case Field.TITLE:
            return plain(task.title)
        case Field.PEOPLE:
            return BESIDE.join(plain(", ".join(names)) for names in (task.owners, task.helpers))
        case Field.DUE:
            return _dues(task)
        case Field.WHOLE:
            return f"{plain(task.title)}{BESIDE}{_dues(task)}"


def said_of(draft: Draft, operation: AboutTask) -> str:
    """Return what the plan says now of what an operation is about; raise LookupError when a task is not there."""
    if isinstance(operation, Add):
        return quoted(draft.plan.document, operation.mention.quote) if operation.mention else ""
    if isinstance(operation, Separate):
        return said_around(draft.plan.document, draft.item(operation.task))
    if isinstance(operation, Merge):
        return said_whole(draft.item(operation.task), draft.item(operation.other))
    item, about = draft.item(operation.task), FIELDS[type(operation)]
    return said_whole(item) if about is Field.WHOLE else said_all(item, about)


def quoted(document: Document, quote: str) -> str:
    """Return a quote as it is compared; empty when the document does not hold it."""
    words = plain(quote)
    return words if words in plain(document.text) else ""


def said_all(item: Item, about: Field) -> str:
    """Return what the plan says of one field of a work, in every work merged into it."""
    return AND.join(said(task, about) for task in (item.said, *item.also))


def said_whole(*items: Item) -> str:
    """Return what the plan says of whole tasks, for the operations that join or part them."""
    return AND.join(said(item.said, Field.WHOLE) for item in items)


def said_around(document: Document, item: Item) -> str:
    """Return what the plan says of a task in every place of it, with all that stands in the row or the paragraph."""
    blocks = {row_of(block.place): block.text for block in document.blocks}
    places = (plain(blocks.get(row_of(one.place), one.quote)) for one in item.said.mentions)
    return " / ".join((said_whole(item), said(item.said, Field.PEOPLE), *places))


def _dues(task: Task) -> str:
    dues = [mention.due for mention in task.mentions] or [task.due]
    return " / ".join(said_due(due) for due in dues)


def said_due(due: Due) -> str:
    """Return what the plan says of one deadline: its words and its days."""
    days = "..".join(day.isoformat() for day in (due.start, due.day) if day)
    return f"{plain(due.words)} ({days})"


def plain(text: str) -> str:
    """Return a text as two readings of it are compared."""
    return " ".join(fold(text).split())
