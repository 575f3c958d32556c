"""Pure: the school's work of a day or a week as text to paste into its Zalo group, naming no one unless asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from tracker.feeds.public import without_names
from tracker.hand_ins import acted_on
from tracker.reminders.wording import short
from tracker.spoken import OFF, day_words, due_words, is_off
from tracker.store.records import StoredTask

LONGEST = 1900
"""A chat takes 2,000 characters; a text to paste must not be cut."""

TOMORROW = timedelta(days=1)
SUNDAY = 6


PRESSING = "Cần xong ngay, chưa tính quá hạn:"
"""Over works whose last useful day is over though they are not late yet."""


class Span(StrEnum):
    """What a bulletin covers: a day and the next, or a week from Monday to Sunday."""

    DAY = "day"
    WEEK = "week"


NOTHING_DUE = {
    Span.DAY: "Hôm nay và ngày mai không có việc đến hạn.",
    Span.WEEK: "Tuần này không còn việc nào đến hạn.",
}
"""What stands in the place of works when all there is to tell is overdue."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What is asked for: which school, which day, which span; `leads` only when people are to be named.

    `staff` are the names that must not stand in a title when nobody is named.
    """

    school: str
    today: date
    span: Span
    staff: tuple[str, ...] = ()
    leads: Mapping[str, tuple[str, ...]] | None = None
    address: str = ""

    @property
    def first(self) -> date:
        """The first day covered."""
        return self.today - timedelta(days=self.today.weekday()) if self.span is Span.WEEK else self.today

    @property
    def last(self) -> date:
        """The last day covered."""
        return self.first + timedelta(days=SUNDAY) if self.span is Span.WEEK else self.today + TOMORROW

    def heading(self) -> str:
        """The first line."""
        if self.span is Span.WEEK:
            return f"VIỆC TUẦN {self.first.day}/{self.first.month}–{self.last.day}/{self.last.month}/{self.last.year}"
        return f"VIỆC {day_words(self.today).upper()}"


def group_text(tasks: Sequence[StoredTask], asked: Bulletin) -> str:
    """Return the text to paste; empty when nothing falls into the span and nothing is overdue."""
    open_tasks = [task for task in tasks if task.open and task.published]
    late = [task for task in open_tasks if task.days_late(asked.today)]
    coming = sorted((task for task in open_tasks if task not in late and _within(task, asked)), key=_order)
    if not coming and not late:
        return ""
    head = [f"{asked.heading()}", asked.school, ""]
    foot = _foot(late, asked)
    for shown in range(len(coming), -1, -1):
        days = _days(coming[:shown], asked) if coming else (NOTHING_DUE[asked.span],)
        text = "\n".join([*head, *days, *_more(len(coming) - shown), *foot])
        if len(text) <= LONGEST:
            return text
    return "\n".join([*head, *_more(len(coming)), *foot])


def _within(task: StoredTask, asked: Bulletin) -> bool:
    """Whether a task must be finished in the span, on the strict reading or on the day named."""
    days = (task.task.due.remind_by, task.task.due.day)
    return any(day is not None and asked.first <= day <= asked.last for day in days)


def _day(task: StoredTask) -> date:
    due = acted_on(task.task)
    return (due.start if is_off(due) else due.remind_by) or due.day or date.max


def _order(task: StoredTask) -> tuple[date, int, str]:
    return _day(task), task.position, task.id


def _days(coming: Sequence[StoredTask], asked: Bulletin) -> Iterator[str]:
    """Yield the tasks under the day by which each should be finished, or takes place; first those whose day is over."""
    for day, found in groupby(coming, lambda task: max(_day(task), asked.today - TOMORROW)):
        yield f"{_capital(day_words(day))}:" if day >= asked.today else PRESSING
        for task in found:
            yield f"- {_title(task, asked)}{_due(task)}{_who(task, asked)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _title(task: StoredTask, asked: Bulletin) -> str:
    title = task.task.title if asked.leads is not None else without_names(task.task.title, asked.staff)
    return short(title)


def _due(task: StoredTask) -> str:
    """Return the deadline where it is another day than the one the work stands under."""
    due = acted_on(task.task)
    if is_off(due):
        return f" ({OFF})" if due.start in (None, due.day) else f" ({due_words(due)}, {OFF})"
    return f" (hạn: {due_words(task.task.due)})" if due.day != due.remind_by else ""


def _who(task: StoredTask, asked: Bulletin) -> str:
    names = (asked.leads or {}).get(task.id, ())
    return f" – {', '.join(names)}" if names else ""


def _more(count: int) -> list[str]:
    return [f"và {count} việc khác."] if count else []


def _foot(late: Sequence[StoredTask], asked: Bulletin) -> list[str]:
    """Return the last lines: overdue work is only counted, for a group is no place to shame anyone."""
    lines = [f"Quá hạn chưa xong: {len(late)} việc; mỗi người xem tin nhắc riêng của mình."] if late else []
    lines += [f"Xem: {asked.address}"] if asked.address else []
    return ["", *lines] if lines else []
