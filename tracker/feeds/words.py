"""What an event says: a short line for the phone's month, a longer text behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from schedules.plan import Bound, Due, Mention, Origin, Precision, Task
from tracker.deadline_words import MOVED, Worded, worded
from tracker.feeds.public import named_by_work, without_names
from tracker.feeds.text import clip, line, lines
from tracker.feeds.view import FeedView, Parts
from tracker.hand_ins import acted_on
from tracker.moving import dropped_words
from tracker.spoken import OFF, day_words, due_words, is_off
from tracker.store.feeds import FeedKind
from tracker.store.records import StoredTask, TaskState
from tracker.zone import HO_CHI_MINH

SUMMARY_LENGTH = 120
QUOTE_LENGTH = 400
TITLE_LENGTH = 1000
BLANKET = timedelta(days=7)
"""A span longer than this would cover a phone's month; only its last day is shown."""

CATEGORIES = {
    Origin.PLAN: "Kế hoạch",
    Origin.LAW: "Theo quy định",
    Origin.CHECKPOINT: "Mốc đề xuất",
    Origin.HAND: "Thêm khi duyệt",
}
UNTITLED = "Việc theo kế hoạch"


def first_day(due: Due) -> date | None:
    """Return the day its event begins: the first of a span of at most a week, else the last day alone."""
    if due.day and due.start and not due.hour and timedelta() <= due.day - due.start < BLANKET:
        return due.start
    return due.day


def title(view: FeedView, task: Task) -> str:
    """Return the title on one line, without names where anybody may read it."""
    plain = line(task.title)
    if view.public:
        plain = named_by_work(plain, (*task.owners, *task.helpers, *view.people))
    return clip(plain, TITLE_LENGTH) or UNTITLED


def summary(view: FeedView, stored: StoredTask) -> str:
    """Return the event's one line: what it is, led by the one thing that must not be missed."""
    return clip(_lead(view, stored) + title(view, stored.task), SUMMARY_LENGTH)


UNACCEPTED = "Báo xong, chưa được chấp nhận: "
"""What leads the line of work whose evidence was refused; parents read it as work that is to come."""


def _lead(view: FeedView, stored: StoredTask) -> str:
    if stored.id in view.unaccepted:
        return ("" if view.public else UNACCEPTED) + _bound(stored.task.due)
    match stored.state:
        case TaskState.CANCELLED:
            return "Đã hủy: "
        case TaskState.DONE if view.kind is FeedKind.COMMITTEE:
            return "✓ Chờ kiểm tra: " + _bound(stored.task.due)
        case TaskState.DONE | TaskState.CHECKED:
            return "✓ " + _bound(stored.task.due)
    return _proposed(stored.task) + _bound(stored.task.due)


def _proposed(task: Task) -> str:
    return "Đề xuất: " if task.origin is Origin.CHECKPOINT else ""


def _bound(due: Due) -> str:
    if due.day is None:
        return ""
    if due.bound is Bound.BEFORE and due.hour:
        return f"Trước {due.hour:%H:%M}: "
    if due.bound is Bound.BEFORE and due.precision is Precision.DAY:
        return f"Trước {due.day.day}/{due.day.month}: "
    return "Hạn chót: " if due.start and due.day - due.start >= BLANKET else ""


def categories(view: FeedView, task: Task) -> list[str]:
    """Return the tags some programs show; nothing is said by them alone."""
    if view.public:
        return ["Công khai"]
    return [CATEGORIES[task.origin], *([f"Tiêu chí {line(task.criterion)}"] if task.criterion else [])]


def task_url(view: FeedView, stored: StoredTask) -> str | None:
    """Return the page of a task, where pages have an address and the reader may sign in."""
    return f"{view.base_url.rstrip('/')}/viec/{stored.id}" if view.base_url and not view.public else None


def description(view: FeedView, stored: StoredTask) -> str:
    """Return the text behind an event, one fact a line; a public one tells what, when and by which rule."""
    facts = (_public_facts if view.public else _facts)(view, stored)
    return "\n".join(lines(fact) for fact in facts)


def _public_facts(view: FeedView, stored: StoredTask) -> Iterator[str]:
    task = stored.task
    names = (*task.owners, *task.helpers, *view.people)
    yield from _whole_title(view, stored)
    yield _due(task, lambda words: without_names(words, names))
    if task.citation:
        yield f"Căn cứ: {without_names(line(task.citation), names)}"


def _facts(view: FeedView, stored: StoredTask) -> Iterator[str]:
    task = stored.task
    yield from _whole_title(view, stored)
    yield from _life(stored)
    yield _due(task, str)
    if task.due.rule == MOVED:
        yield clip(task.due.basis, QUOTE_LENGTH)
    if stored.open and is_off(acted_on(task)):
        yield f"Việc này {OFF}"
    elif stored.open and task.due.remind_by and task.due.remind_by != task.due.day:
        yield f"Nên xong muộn nhất: {day_words(task.due.remind_by)}"
    yield from _labelled(task, view.parts.get(stored.id) or Parts(task.owners, task.helpers))
    if task.origin is Origin.PLAN and (quote := _quote(task)):
        yield f"Kế hoạch viết: “{clip(line(quote), QUOTE_LENGTH)}”"
    if plan := view.plans.get(stored.plan_id):
        yield f"Nguồn: {plan}"
    if url := task_url(view, stored):
        yield f"Xem chi tiết, báo đã xong: {url}"


def _whole_title(view: FeedView, stored: StoredTask) -> Iterator[str]:
    whole = title(view, stored.task)
    if len(_lead(view, stored)) + len(whole) > SUMMARY_LENGTH:
        yield whole


def _life(stored: StoredTask) -> Iterator[str]:
    if stored.state is TaskState.CANCELLED:
        yield f"{dropped_words(stored)}; lịch giữ lại 30 ngày để mọi người biết."
    for moment, words in ((stored.done_at, "Đã xong"), (stored.checked_at, "Đã kiểm tra")):
        if moment:
            yield f"{words}: {day_words(_day(moment))}"


def _day(moment: datetime) -> date:
    return moment.astimezone(HO_CHI_MINH).date()


def _due(task: Task, clean: Callable[[str], str]) -> str:
    """Return the deadline in days and in whose words it is: the plan's own, or a person's beside them."""
    told = worded(task).each(lambda words: clip(clean(line(words)), QUOTE_LENGTH))
    return f"Hạn: {due_words(task.due)}{_literal(task, told)}"


def _literal(task: Task, told: Worded) -> str:
    if task.origin in {Origin.HAND, Origin.CHECKPOINT}:
        return ""
    if told.beside:
        return f" ({told.beside[0].lower()}{told.beside[1:]})"
    return f" (nguyên văn: “{told.said}”)" if told.said else ""


def _labelled(task: Task, parts: Parts) -> Iterator[str]:
    facts = (
        ("Chủ trì", ", ".join(parts.leads)),
        ("Phối hợp", ", ".join(parts.helpers)),
        ("Tiêu chí", task.criterion),
        ("Kết quả cần có", task.expected),
        ("Căn cứ", task.citation),
    )
    for label, value in facts:
        if value:
            yield f"{label}: {clip(line(value), QUOTE_LENGTH)}"


def _quote(task: Task) -> str:
    """Return the plan's sentence the deadline in force rests on."""
    in_force: list[Mention] = [one for one in task.mentions if one.due == task.due] or list(task.mentions)
    return in_force[0].quote if in_force else ""
