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


def said(task: Task, about: Field) -> str:
    """Return what a task says of one field."""
    match about:
        case Field.TITLE:
            return _plain(task.title)
        case Field.PEOPLE:
            return " · ".join(_plain(", ".join(names)) for names in (task.owners, task.helpers))
        case Field.DUE:
            return _dues(task)
        case Field.WHOLE:
            return f"{_plain(task.title)} · {_dues(task)}"


def said_of(draft: Draft, operation: AboutTask) -> str:
    """Return what the plan says now of what an operation is about; raise LookupError when a task is not there."""
    if isinstance(operation, Add):
        return quoted(draft.plan.document, operation.mention.quote) if operation.mention else ""
    if isinstance(operation, Separate):
        return said_around(draft.plan.document, draft.item(operation.task))
    text = said(draft.item(operation.task).said, FIELDS[type(operation)])
    if isinstance(operation, Merge):
        text = f"{text} + {said(draft.item(operation.other).said, Field.WHOLE)}"
    return text


def quoted(document: Document, quote: str) -> str:
    """Return a quote as it is compared; empty when the document does not hold it."""
    words = _plain(quote)
    return words if words in _plain(document.text) else ""


def said_whole(*items: Item) -> str:
    """Return what the plan says of whole tasks, for the operations that join or part them."""
    return " + ".join(said(item.said, Field.WHOLE) for item in items)


def said_around(document: Document, item: Item) -> str:
    """Return what the plan says of a task in every place of it, with all that stands in the row or the paragraph."""
    blocks = {row_of(block.place): block.text for block in document.blocks}
    places = (_plain(blocks.get(row_of(one.place), one.quote)) for one in item.said.mentions)
    return " / ".join((said_whole(item), said(item.said, Field.PEOPLE), *places))


def _dues(task: Task) -> str:
    dues = [mention.due for mention in task.mentions] or [task.due]
    return " / ".join(said_due(due) for due in dues)


def said_due(due: Due) -> str:
    """Return what the plan says of one deadline: its words and its days."""
    days = "..".join(day.isoformat() for day in (due.start, due.day) if day)
    return f"{_plain(due.words)} ({days})"


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
