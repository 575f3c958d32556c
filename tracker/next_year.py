"""Next year's draft of a plan: how its works stand, the Word document, and a second reading of what was written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from schedules.calendar import SchoolCalendar
from schedules.law import load_law
from schedules.plan import Plan, SchoolYear, Task
from schedules.planning import understand
from schedules.planning.next_year import NextPlan, Rules, Work, next_plan, year_of
from schedules.reading import read_bytes
from schedules.wording import fold
from tracker.moving import as_planned
from tracker.present import Present, handed_over
from tracker.refusal import Refusal
from tracker.reports import words_beside
from tracker.reports.plan_document import plan_document
from tracker.reports.superior import superior_of
from tracker.store import notes, plans, tasks
from tracker.store.database import Database
from tracker.store.pauses import awaited_in
from tracker.store.records import StoredPlan, StoredTask, TaskState

NEXT_YEAR = re.compile(r"\b(?:nam(?: hoc)? (?:sau|toi)|sang nam)\b")
NOT = re.compile(r"\b(?:khong|chang)\b")
DONE = frozenset({TaskState.DONE, TaskState.CHECKED})


class NoYearError(Refusal):
    """The draft cannot be made for want of a school year, or the year asked for is not a later one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan and how its works stand."""

    plan: Plan
    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class NextDraft:
    """The draft, its .docx, what our own reader reads in it, and where that differs from what was meant."""

    plan: NextPlan
    content: bytes
    read: Plan
    differing: tuple[str, ...] = ()


def unaccounted(plan: Plan) -> Standing:
    """Return a plan of which nobody keeps account."""
    return Standing(plan, tuple(Work(task) for task in plan.tasks))


def standing_of(db: Database, stored: StoredPlan, today: date) -> Standing:
    """Return a stored plan and its works as they stand on a day; of the dropped ones those put off to next year.

    A work that was handed over is of who has it now, with a note of whom the plan named.
    """
    in_force = plans.revision_in_force(db, stored.id) or plans.newest_revision(db, stored.id)
    said = notes.newest_of_school(db, stored.school_id)
    waiting = {task_id: f"đang chờ {who}".strip() for task_id, who in awaited_in(db, stored.school_id, today).items()}
    found, dropped = words_beside.found(db, stored.school_id), notes.why_dropped(db, stored.id)
    works: list[Work] = []
    every = tasks.of_plan(db, stored.id)
    present = handed_over(db, stored.school_id, every)
    for one in every:
        if one.one_time_dropped:
            works.append(_held(Work(as_planned(one)), present.get(one.id)))
        elif one.state is not TaskState.CANCELLED:
            told = (said.get(one.id) or waiting.get(one.id, ""), found.get(one.id, ""))
            work = _work(one, "; ".join(filter(None, (words.rstrip(" .") for words in told))), today)
            works.append(_held(replace(work, task=as_planned(one)), present.get(one.id)))
        elif put_off(why := dropped.get(one.id, "")):
            works.append(_held(Work(as_planned(one), done=False, reason=why), present.get(one.id)))
    return Standing(in_force.plan, tuple(works))


def _held(work: Work, now: Present | None) -> Work:
    """Return a work as that of who leads it now, and says whom the plan named; where nobody leads, as planned."""
    if now is None or not now.leads:
        return work
    named = ", ".join(work.task.owners)
    was = f"kế hoạch năm trước ghi {named}" if named else "kế hoạch năm trước chưa ghi người phụ trách"
    task = replace(work.task, owners=now.leads, helpers=tuple(one for one in now.helpers if one not in now.leads))
    return replace(work, task=task, note=f"{was}; việc này nay do {', '.join(now.leads)} phụ trách")


def put_off(why: str) -> bool:
    """Whether a work was dropped because it is left for another school year."""
    folded = fold(why)
    return NEXT_YEAR.search(folded) is not None and NOT.search(folded) is None


def _work(stored: StoredTask, reason: str, today: date) -> Work:
    """An open work counts as unfinished once its time is over; before that, and in a draft, nobody can say."""
    if stored.state in DONE:
        return Work(stored.task, done=True)
    late = stored.task.due.late_from
    over = stored.published and late is not None and late <= today
    return Work(stored.task, done=False, reason=reason) if over else Work(stored.task)


def next_draft(standing: Standing, target: SchoolYear | None, calendar: SchoolCalendar, at: datetime) -> NextDraft:
    """Return the draft for `target`, by default the year after the plan's; `at` is the instant its comments bear.

    Raises NoYearError with a sentence when the plan's year is unknown or the target is not after it.
    """
    plan = standing.plan
    year = year_of(plan.header)
    if year is None:
        raise NoYearError(
            f"{plan.header.source}: kế hoạch không ghi năm học nên chưa soạn được cho năm sau. "
            "Hãy ghi “Năm học 2023-2024” ở tiêu đề rồi nhập lại."
        )
    asked = target or SchoolYear(year.first + 1)
    if asked <= year:
        raise NoYearError(
            f"Kế hoạch này là của năm học {year}; cần một năm học sau đó, ví dụ {year.first + 1}-{year.second + 1}."
        )
    made = next_plan(plan, standing.works, asked, Rules(calendar, load_law()))
    content = plan_document(made, at, superior_of(plan.document))
    read = understand(read_bytes(content, file_name(made)), calendar)
    return NextDraft(made, content, read, tuple(_differing(made, read)))


def file_name(made: NextPlan) -> str:
    """Return the name under which a draft is kept."""
    return f"Dự thảo kế hoạch năm học {made.header.school_year}.docx"


def _differing(made: NextPlan, read: Plan) -> Iterator[str]:
    """Name each work that does not come back with the same days: then a person has to look, not to trust."""
    standing = {duty.title for duty in read.duties}
    works = (work.task for work in made.works)
    # A work without any day comes back as a duty: nothing of it is lost.
    meant = Counter(_mark(task) for task in works if task.due.start or task.due.day or task.title not in standing)
    found = Counter(_mark(task) for task in read.tasks)
    yield from (
        f"“{title}” soạn ra {_days(first, last)} nhưng đọc lại không thấy" for title, first, last in meant - found
    )
    yield from (f"đọc lại thấy thêm “{title}” {_days(first, last)}" for title, first, last in found - meant)


def _mark(task: Task) -> tuple[str, date | None, date | None]:
    return task.title, task.due.start, task.due.day


def _days(first: date | None, last: date | None) -> str:
    shown = [f"{day.day}/{day.month}/{day.year}" for day in dict.fromkeys((first, last)) if day]
    return f"({'–'.join(shown)})" if shown else "(chưa có hạn)"
