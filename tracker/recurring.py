"""Recurring work comes again: once a time of it is over, the next one is a task of its own.

A time left undone stays what it is, and stays late. The next one is found by the plan's own words, has the same people
as the one before, and its own id, so that a calendar, a reminder and a “đã xong” always mean one time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import takewhile

from schedules.calendar import SchoolCalendar, last_in_time
from schedules.plan import Bound, Due, Recurrence, SchoolYear, Task
from schedules.wording import Context, find, is_stretch, next_time, times_within
from tracker import identity
from tracker.moving import before_move
from tracker.review.leaving import fell_with_plan
from tracker.store import people, repeats, tasks
from tracker.store.database import Database
from tracker.store.history import Actor, Change, append, of_subject
from tracker.store.records import StoredPlan, StoredTask, TaskState
from tracker.store.repeats import Passed

WHO = "Đúng Hạn"
DROPPED = "kế hoạch không còn việc này"
OVER = "lần này đã qua khi kế hoạch phát hành"
BACK = "kế hoạch có hiệu lực lại"
WORDED_ANEW = "kế hoạch mới ghi thời gian khác"
NEVER: Mapping[str, str] = {}
DAY, SATURDAY = timedelta(days=1), 5


def begin(db: Database, plan_id: int, at: datetime) -> None:
    """Note from which day on the recurring work of a published plan comes again; what was over by then is let be."""
    for one in tasks.of_plan(db, plan_id):
        if goes_on(one) and one.task.due.comes_again and not repeats.is_set(db, one.id):
            _restart(db, one, at)


def let_be(db: Database, stored: StoredPlan, at: datetime, once: Mapping[str, str] = NEVER) -> tuple[StoredTask, ...]:
    """Set aside the first time of recurring work that was over before its plan said it: nobody could be reminded.

    It is told as one time dropped, as its later times that were over are not made, and can be taken up again. `stored`
    is the plan as it was before it came in force; of one taken back, the times that were in force `once` (since when,
    by id) stay, and those let be then are let be still. Return what was set aside now.
    """
    for one in tasks.of_plan(db, stored.id):
        if one.set_aside_at and one.published_at is None and once.get(one.id) == one.set_aside_at.isoformat():
            tasks.set_aside(db, one.id, at)
    if stored.returned and not once:
        return ()  # brought back by a release that did not note which
    aside: list[StoredTask] = []
    for one in tasks.of_plan(db, stored.id):
        if one.open and one.published_at is None and one.id not in once and over_at(one.task.due, at.date()):
            tasks.set_state(db, one.id, TaskState.CANCELLED, Actor(WHO, at, OVER))
            tasks.set_aside(db, one.id, at)
            aside.append(one)
    return tuple(aside)


def over_at(due: Due, day: date) -> bool:
    """Whether a deadline is one of recurring work and its last day in time lies before `day`, late yet or not."""
    last = last_in_time(due)
    return due.comes_again and last is not None and last < day


def follow(db: Database, plan_id: int, actor: Actor) -> None:
    """Bring the later times of recurring work in line with what the plan says of it now."""
    _come_back(db, tasks.every_time(db, plan_id), actor)
    times = tasks.every_time(db, plan_id)
    later: dict[str, list[StoredTask]] = {one.id: [] for one in times if one.repeats is None}
    for one in times:
        if one.repeats and goes_on(one):
            later[one.repeats].append(one)
    for first in times:
        if first.repeats is None:
            _follow(db, first, later[first.id], actor)


def _come_back(db: Database, times: Sequence[StoredTask], actor: Actor) -> None:
    """Let the times that fell away with their plan be to do again as it comes back, where it words them as before."""
    firsts = {one.id: one for one in times if one.repeats is None and one.published_at is None and goes_on(one)}
    for one in times:
        first = firsts.get(one.repeats or "")
        if first and not goes_on(one) and one.task.due.words == first.task.due.words and _fell_with_plan(db, one):
            tasks.set_state(db, one.id, TaskState.OPEN, replace(actor, why=BACK))
    for first_id in firsts:
        repeats.set_next(db, first_id, None)  # what comes next is found anew on the day the plan is published


def _fell_with_plan(db: Database, one: StoredTask) -> bool:
    states = (entry for entry in reversed(of_subject(db, "task", one.id)) if entry.what == "state")
    last = next(states, None)
    return last is not None and fell_with_plan(last.why or "")


def goes_on(one: StoredTask) -> bool:
    """Whether the plan asks for a task: it was not dropped, or only by hand, this one time."""
    return one.left_out_at is None and (one.state is not TaskState.CANCELLED or one.set_aside_at is not None)


def resume(db: Database, first_ids: Collection[str], at: datetime) -> None:
    """Let recurring work in force that was left out and is in the plan again come again from an instant on."""
    for one in (tasks.by_id(db, first_id) for first_id in first_ids):
        if one.published_at and goes_on(one) and one.task.due.comes_again:
            _restart(db, one, at)


def _follow(db: Database, first: StoredTask, later: list[StoredTask], actor: Actor) -> None:
    if not goes_on(first):
        _cancel(db, later, replace(actor, why=DROPPED))
        repeats.set_next(db, first.id, None)
    elif any(one.task.due.words != first.task.due.words for one in later):
        ahead = [one for one in later if one.task.due.day and one.task.due.day >= actor.at.date()]
        _cancel(db, ahead, replace(actor, why=WORDED_ANEW))
        _restart(db, first, actor.at)
    elif first.published_at and not later and first.task.due.comes_again and repeats.is_set(db, first.id):
        _restart(db, first, first.published_at)
    else:
        for one in later:
            if one.open:
                _take_over(db, first, one, actor)


def _take_over(db: Database, first: StoredTask, one: StoredTask, actor: Actor) -> None:
    """Let a later time say what the plan says now; who does it changes only where the plan names others."""
    if (one.task.owners, one.task.helpers) != (first.task.owners, first.task.helpers):
        people.assign(db, one.id, people.assigned(db, first.id))
    tasks.change(db, one.id, replace(first.task, due=one.task.due), actor)


def advance(db: Database, now: datetime, calendar: SchoolCalendar) -> frozenset[int]:
    """Set the next time of all work whose newest one lies before `now`; return the schools that have news."""
    return frozenset(work.school_id for work in repeats.passed(db, now.date()) if _comes_again(db, work, now, calendar))


def not_made(first: StoredTask, later: Iterable[StoredTask], plan: StoredPlan, calendar: SchoolCalendar) -> list[date]:
    """Return the days on which recurring work was due and that were over when it came in force, so no task was made.

    `later` are all of its times after the first, cancelled ones included.
    """
    known = {one.id: one.published_at for one in (first, *later)}
    since = max((at.date() for at in known.values() if at), default=None)
    start = before_move(first).day
    if since is None or start is None or not first.task.due.comes_again:
        return []
    coming = _times_after(Passed(first, plan.school_id, start, plan.school_year), calendar)
    over = takewhile(lambda due: due.day is not None and due.day < since, coming)
    return [due.day for due in over if due.day and identity.time_id(first.id, due) not in known]


def _comes_again(db: Database, work: Passed, now: datetime, calendar: SchoolCalendar) -> bool:
    day: date | None = work.day
    news = False
    coming = _times_after(work, calendar)
    while day is not None and day < now.date():
        due = next(coming, None)
        if due is not None:
            _set(db, work.first, due, now)
            news = True
        day = due.day if due else None
    repeats.set_next(db, work.first.id, day)
    return news


def _times_after(work: Passed, calendar: SchoolCalendar) -> Iterator[Due]:
    """Yield the times of a work after its newest, earliest first; weekly work rests on holidays."""
    year = SchoolYear.parse(work.school_year) if work.school_year else None
    context = Context(calendar, year)
    due = _first_due(work.first)
    stretch = _stretch(work.first.task, context)
    before = None if stretch else due.day
    for time in times_within(stretch, context) if stretch else _following(due, context):
        if time.day and time.day > work.day and not _rests(time, before, calendar):
            yield time
        before = time.day


def _following(due: Due, context: Context) -> Iterator[Due]:
    while (time := next_time(due, context)) is not None:
        yield time
        due = time


def _stretch(task: Task, context: Context) -> Due | None:
    """Return the first and last day between which a work comes again, where its words name them."""
    said = [one.due for one in task.mentions if one.due.words == task.due.words]
    read = (one.due for one in find(task.due.words, context) if one.due.recurrence is task.due.recurrence)
    return next((due for due in (*said, *read) if is_stretch(due)), None)


def _rests(due: Due, before: date | None, calendar: SchoolCalendar) -> bool:
    """Whether a weekly time falls away: its weekday is a holiday, or no day since the last time was worked."""
    if due.recurrence is not Recurrence.WEEKLY or due.day is None or due.remind_by is None:
        return False
    on_holiday = due.day.weekday() < SATURDAY and not calendar.working_days.is_working(due.day)
    return (on_holiday and due.bound is Bound.DURING) or (before is not None and due.remind_by <= before)


def _first_due(first: StoredTask) -> Due:
    """Return the deadline as the plan words it, whatever day it was put off to since."""
    due = before_move(first)
    worded = (one.due for one in first.task.mentions if one.due.comes_again and one.due.words == due.words)
    return next(worded, due)


def _set(db: Database, first: StoredTask, due: Due, now: datetime) -> None:
    """Put one time of a work in force: a new task, or one that is in the store already."""
    actor = Actor(WHO, now)
    task_id = identity.time_id(first.id, due)
    try:
        known = tasks.by_id(db, task_id)
    except LookupError:
        before = (first, *tasks.later_times(db, first.id))[-1]
        new = StoredTask(
            task_id, first.plan_id, first.position, replace(first.task, due=due), TaskState.OPEN, 0, 0, now
        )
        tasks.add(db, replace(new, published_at=now, repeats=first.id, parents_see=first.parents_see))
        people.assign(db, task_id, people.assigned(db, before.id))
        append(db, actor, Change("task", task_id, "repeated", None, tasks.words(due)))
        return
    if not goes_on(known):
        tasks.set_state(db, task_id, TaskState.OPEN, actor)
    repeats.come_into_force(db, task_id, now)


def _restart(db: Database, first: StoredTask, at: datetime) -> None:
    due = before_move(first)
    repeats.set_next(db, first.id, max(due.day, at.date() - DAY) if due.day and due.comes_again else None)


def _cancel(db: Database, times: list[StoredTask], actor: Actor) -> None:
    """Drop times that nobody has done yet."""
    for one in times:
        if one.open:
            tasks.set_state(db, one.id, TaskState.CANCELLED, actor)
