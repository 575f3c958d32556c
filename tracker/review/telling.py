"""Decisions in words, for the history and for the list of what can be undone."""

from __future__ import annotations

from tracker.review.draft import Draft
from tracker.review.operations import (
    AboutTask,
    Add,
    Answer,
    Assign,
    ChooseWeeks,
    Confirm,
    Drop,
    Merge,
    Operation,
    Redate,
    Restore,
    Retitle,
    Separate,
    Split,
    Unmerge,
)
from tracker.spoken import due_words


def told(draft: Draft, operation: Operation) -> str:
    """Return one decision as a sentence."""
    match operation:
        case Answer(how=how, message=message) if how:
            return f"{how}: {message}"
        case Answer(accepted=True, message=message):
            return f"nhận gợi ý: {message}"
        case Answer(reason=reason, message=message):
            return f"bỏ qua vì {reason}: {message}"
        case ChooseWeeks(rule=rule):
            return f"tính tuần theo {rule.label}"
        case Unmerge(task=task, other=other):
            return f"“{title_of(draft, task)}”: thôi gộp với “{title_of(draft, other)}”, là hai việc khác nhau"
    title = operation.title if isinstance(operation, Add) else title_of(draft, operation.task)
    return f"“{title}”: {_done(draft, operation)}"


def title_of(draft: Draft, task_id: str) -> str:
    """Return the title of a task of the draft, its id when it is not there any more."""
    try:
        return draft.item(task_id).task.title
    except LookupError:
        return task_id


def _done(draft: Draft, operation: AboutTask) -> str:
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
            return f"là {len(works)} việc khác nhau: {', '.join(f'“{one.title}”' for one in works)}"
        case Merge(other=other):
            return f"gộp với “{title_of(draft, other)}”"
        case Drop(reason=reason):
            return f"bỏ vì {reason}"
        case Add(mention=mention, due=due, owners=owners):
            people = f", giao {', '.join(owners)}" if owners else ""
            return f"{'lập thành việc' if mention else 'thêm việc bằng tay'}, {due_words(due)}{people}"
        case Restore() | Confirm():
            return "lấy lại" if isinstance(operation, Restore) else "đã xem, đúng"
