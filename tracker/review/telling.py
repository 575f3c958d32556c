"""Decisions in words, for the history and for the list of what can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Task
from tracker.review.draft import Draft
from tracker.review.operations import (
    Add,
    Answer,
    Assign,
    ChooseWeeks,
    Confirm,
    Drop,
    Merge,
    OneGroup,
    Operation,
    Redate,
    Replaces,
    Restore,
    Retitle,
    Separate,
    Split,
    Unmerge,
)
from tracker.spoken import due_words

OfOne = Retitle | Redate | Assign | Split | Separate | Drop | Add | Restore | Confirm
"""Decisions about one task alone."""


def told(draft: Draft, operation: Operation, earlier: Sequence[Operation] | None = None) -> str:
    """Return one decision as a sentence.

    `earlier` are the decisions before it where the draft has it already: what it renamed is told by its name till then.
    """
    match operation:
        case Answer():
            return _answered(operation)
        case ChooseWeeks(rule=rule, of=of):
            return f"tính tuần theo {rule.label}" + (f", như trường đã chọn ở {of}" if of else "")
        case Replaces(name=name, of=of):
            return f"{name} là bản sửa, thay cho {of}"
        case OneGroup(name=name, also=also):
            return f"{', '.join(f'“{one}”' for one in also)}: cùng một nhóm, ghi là “{name}”"
        case Unmerge(task=task, other=other):
            first, second = _pair(draft, task, other)
            return f"{first}: thôi gộp với {second}, là hai việc khác nhau"
        case Merge(task=task, other=other):
            first, second = _pair(draft, task, other)
            return f"{first}: gộp với {second}"
    title = operation.title if isinstance(operation, Add) else title_of(draft, operation.task)
    if isinstance(operation, Retitle) and earlier is not None:
        title = _title_before(draft, operation, earlier)
    if isinstance(operation, Separate) and title == operation.task:
        title = operation.works[0].title
    return f"“{title}”: {_done(operation)}"


def _answered(answer: Answer) -> str:
    if answer.how:
        return f"{answer.how}: {answer.message}"
    return f"nhận gợi ý: {answer.message}" if answer.accepted else f"bỏ qua vì {answer.reason}: {answer.message}"


def title_of(draft: Draft, task_id: str) -> str:
    """Return the title of a task of the draft, its id when it is not there any more."""
    try:
        return draft.item(task_id).task.title
    except LookupError:
        return task_id


def _title_before(draft: Draft, operation: Retitle, earlier: Sequence[Operation]) -> str:
    """Return the title a work had when it was given another: by the newest decision before, else by the plan."""
    given = [one.title for one in earlier if isinstance(one, Retitle) and one.task == operation.task]
    if given:
        return given[-1]
    try:
        return draft.item(operation.task).said.title
    except LookupError:
        return operation.task


def names_of(works: Sequence[Task]) -> list[str]:
    """Return how works told together are named: “title”, with its deadline behind it where two have one title."""
    titles = Counter(one.title for one in works)
    days = [f" ({due_words(one.due)})" if titles[one.title] > 1 else "" for one in works]
    return [f"“{one.title}”{day}" for one, day in zip(works, days, strict=True)]


def _pair(draft: Draft, task: str, other: str) -> list[str]:
    """Return the names of two works a decision joins or parts, each with the deadline it had alone."""
    try:
        first, second = draft.item(task), draft.item(other)
    except LookupError:
        return [f"“{title_of(draft, one)}”" for one in (task, other)]
    alone = next((one for one in first.parts if one.id == task), first)
    due = alone.task.due if first.parts else first.said.due
    return names_of([replace(first.task, due=due), second.task])


def _done(operation: OfOne) -> str:
    match operation:
        case Retitle(title=title):
            return f"đổi tên thành “{title}”"
        case Redate(due=due, mention=mention):
            return f"{'chọn hạn' if mention else 'đổi hạn thành'} {due_words(due)}"
        case Assign(owners=owners, helpers=helpers):
            lead = f"giao {', '.join(owners)}" if owners else "không giao ai"
            return f"{lead}; phối hợp: {', '.join(helpers)}" if helpers else lead
        case Split(title=title):
            return f"tách thêm việc “{title}”"
        case Separate(works=works):
            return f"là {len(works)} việc khác nhau: {', '.join(names_of(works))}"
        case Drop(reason=reason):
            return f"bỏ vì {reason}"
        case Add(mention=mention, due=due, owners=owners):
            people = f", giao {', '.join(owners)}" if owners else ""
            return f"{'lập thành việc' if mention else 'thêm việc bằng tay'}, {due_words(due)}{people}"
        case Restore() | Confirm():
            return "lấy lại" if isinstance(operation, Restore) else "đã xem, đúng"
