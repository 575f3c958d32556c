"""Pure: what is said back to an answer: what was noted, of which task, and what follows."""

from __future__ import annotations

from schedules.calendar import WorkingDays
from schedules.plan import Task
from tracker.answers.acting import Standing
from tracker.answers.rest import heard_words, rest_words
from tracker.answers.token import Action
from tracker.spoken import day_words, due_words
from tracker.store.answers import StoredAnswer
from tracker.store.extensions import Extension
from tracker.store.records import StoredTask


def said(answer: StoredAnswer, at: Standing, working_days: WorkingDays) -> str:
    """Return one or two sentences that name the task, for the page and for the chat."""
    task = at.task.task
    day = day_words(answer.day) if answer.day else ""
    match answer.action:
        case Action.DONE if at.leads:
            return f"Đã ghi: việc {named(task)} đã xong. Lời nhắc của việc này dừng lại."
        case Action.DONE:
            return (
                f"Đã ghi: phần phối hợp của thầy/cô ở việc {named(task)} đã xong. Người chủ trì báo khi cả việc xong."
            )
        case Action.RECEIVED:
            rest = rest_words(task.due, answer.day) if answer.day else ""
            return f"Đã ghi: thầy/cô đã nhận việc {named(task)}; {rest}".rstrip("; ")
        case Action.SNOOZE:
            heard = heard_words(task.due, answer.day, working_days) if answer.day else ""
            return f"Sẽ nhắc lại việc {named(task)} vào {heard}. Hạn không đổi: {due_words(task.due)}."
        case Action.NOT_MINE:
            return (
                f"Đã báo người quản lý kế hoạch: việc {named(task)} không phải của thầy/cô. "
                "Việc vẫn đứng tên thầy/cô cho đến khi giao cho người khác hoặc có trả lời."
            )
        case _:
            return (
                f"Đã gửi người quản lý kế hoạch đề nghị gia hạn việc {named(task)} đến {day}. "
                f"Hạn vẫn là {due_words(task.due)} cho đến khi được duyệt."
            )


def named(task: Task, quotes: str = "“{}”") -> str:
    """Return a work by its title in quotes, of one that comes again with its day: several times of it may be open."""
    day = task.due.day if task.due.recurrence else None
    return quotes.format(task.title) + (f" ({day.day}/{day.month}/{day.year})" if day else "")


def decided(asked: Extension, task: StoredTask) -> str:
    """Return what was decided on a request for more time and which deadline holds; "" while nobody decided."""
    if asked.approved is None:
        return ""
    due, why = due_words(task.task.due), asked.why.rstrip(" .")
    if why:
        why = f" {'Lời nhắn' if asked.approved else 'Lý do'}: {why}."
    if asked.approved:
        given = f" đến {day_words(asked.granted)}" if asked.granted else ""
        return f"Đề nghị gia hạn đến {day_words(asked.day)} đã được đồng ý{given}. Hạn bây giờ là {due}.{why}"
    return f"Đề nghị gia hạn đến {day_words(asked.day)} không được đồng ý. Hạn vẫn là {due}.{why}"
