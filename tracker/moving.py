"""Pure: works that people moved after their plan was published, by granting more time or by hand, or dropped.

The plan's words stay in `Due.words`; the day, why it is that day and which of the two it was are people's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from schedules.plan import Bound, Due, Precision, Task
from tracker.deadline_words import EXTENDED, MOVED, worded
from tracker.spoken import day_words, due_words
from tracker.store.extensions import Extension
from tracker.store.history import Actor
from tracker.store.records import StoredTask

PASSED = "đã qua trước khi dùng Đúng Hạn"
LET_BE = f"{PASSED}, không theo dõi"
"""What is said of a time of recurring work that was over as its plan came in force: nobody dropped it."""


@dataclass(frozen=True, slots=True)
class NewDays:
    """The days a deadline is moved to: the last one, and the first of work that takes several.

    `sure` says that someone looked again at days that may be a slip.
    """

    day: date
    start: date | None = None
    sure: bool = False


def moved_along(due: Due, day: date) -> date | None:
    """Return the first day of work moved to a last one where nobody said it; None for work of one day.

    What is held keeps its length, so its first day moves along; what is due by a day may still begin as early.
    """
    if due.day is None or due.start is None or due.start >= due.day:
        return None
    if due.bound is Bound.DURING:
        return day - (due.day - due.start)
    return due.start if due.start < day else None


def granted(due: Due, extension: Extension, actor: Actor) -> Due:
    """Return a deadline moved for who asked, to the day given; who approved it and why it was asked are its basis."""
    was = f"{due.day:%d/%m/%Y}" if due.day else "chưa có ngày"
    start = due.start if due.start and due.start != due.day and due.start <= extension.until else None
    asked = f" (xin đến {extension.day:%d/%m/%Y})" if extension.granted else ""
    basis = f"Gia hạn từ {was}{asked}: {extension.reason or 'không ghi lý do'}; {actor.who} duyệt."
    return _at(due, NewDays(extension.until, start), EXTENDED, basis)


def moved(stored: StoredTask, to: NewDays, actor: Actor) -> Due:
    """Return a task's deadline moved by hand; its basis says what the plan says, who moved it, when and why."""
    old = replace(stored.task, due=before_move(stored))
    start = to.start if to.start != to.day else None
    new = _at(old.due, NewDays(to.day, start), MOVED, "")
    why = (actor.why or "").rstrip(".")
    days = due_words(new) if start else day_words(to.day)
    basis = f"{_said(old)}; {actor.who} dời sang {days} vào {day_words(actor.at.date())}. Lý do: {why}."
    return replace(new, basis=basis)


def before_move(stored: StoredTask) -> Due:
    """Return the deadline as it was before someone moved it by hand."""
    by_hand = stored.task.due.rule == MOVED and stored.moved_from
    return stored.moved_from if by_hand and stored.moved_from else stored.task.due


def as_planned(stored: StoredTask) -> Task:
    """Return a work with the deadline its plan gave it: what people moved once is no rule for another time."""
    task = replace(stored.task, due=before_move(stored))
    if task.due.rule != EXTENDED:
        return task
    planned = next((one.due for one in task.mentions if one.due and one.due.words == task.due.words), None)
    return replace(task, due=planned) if planned else task


def dropped_words(stored: StoredTask) -> str:
    """Return what became of a dropped work: left out by its plan, dropped by the school, or one time of it dropped."""
    if stored.set_aside_at is None:
        return "Việc này không còn trong kế hoạch"
    if stored.let_be:
        return f"Lần này {LET_BE}; các lần khác vẫn có"
    return "Lần này đã bỏ, các lần khác vẫn có" if stored.one_time_dropped else "Nhà trường đã bỏ việc này"


def _at(due: Due, to: NewDays, rule: str, basis: str) -> Due:
    held = due.bound is Bound.DURING and rule == MOVED
    return Due(
        words=due.words,
        start=to.start,
        day=to.day,
        precision=Precision.DAY,
        bound=Bound.DURING if held and (to.start or due.precision is Precision.DAY) else Bound.BY,
        recurrence=due.recurrence,
        basis=basis,
        rule=rule,
        until=due.until,
    )


def _said(task: Task) -> str:
    """Return what held before, in whose words it is; a reviewer's come first, as everywhere a reason begins so."""
    told = worded(task)
    source = f"{told.source} “{told.said}”" if told.said else ""
    if told.given:
        words = f"Người duyệt ghi “{told.given}”" + (f" ({source[0].lower()}{source[1:]})" if source else "")
    else:
        words = source or "Trước đây chưa ghi hạn bằng chữ"
    if task.due.day is None:
        return words
    granted_before = ", đã gia hạn đến" if task.due.rule == EXTENDED else ", tức"
    return f"{words}{granted_before} {due_words(task.due)}"
