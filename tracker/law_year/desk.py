"""The law's year of a school at the store: what is on its calendar, what today's rules ask otherwise, what to keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.law import Affected, LawTask, affected, dated_by_plan, load_law
from schedules.plan import Header, Plan, SchoolYear, Task
from tracker.importing import Incoming
from tracker.law_year.paper import KIND, left_out, line, paper
from tracker.law_year.question import Question, question_in
from tracker.store import plans, readings, tasks
from tracker.store.database import Database
from tracker.store.records import PlanStatus, Revision, School, StoredPlan, StoredTask


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a year is looked at: the school's calendar and today, a day in Viet Nam."""

    calendar: SchoolCalendar
    today: date

    def past(self, task: Task) -> bool:
        """Whether a work put on the calendar today would be overdue at once."""
        return task.due.late_from is not None and task.due.late_from <= self.today


@dataclass(frozen=True, slots=True)
class Kept:
    """A year kept before: its plan, what was asked, its works as the law asked them then, the same in the store."""

    stored: StoredPlan
    question: Question
    plan: Plan
    in_store: Mapping[int, StoredTask]

    def stored_task(self, task: Task) -> StoredTask | None:
        """Return a work of this year as it stands in the store."""
        return next((self.in_store.get(i) for i, each in enumerate(self.plan.tasks) if each is task), None)


@dataclass(frozen=True, slots=True)
class Row:
    """One work of a year: asked by the law now (`law`), kept before (`kept`), or both; `works` are those of plans.

    `declined` says that people left it out when they last kept the year, `past` that it would be overdue at once.
    """

    law: LawTask | None = None
    kept: Task | None = None
    stored: StoredTask | None = None
    works: tuple[Task, ...] = ()
    declined: bool = False
    past: bool = False

    @property
    def key(self) -> str:
        """The name of the row in a form: the same while the law and what is kept stay as they are."""
        return "" if self.task is None else f"{self.task.due.rule}|{self.task.due.day}|{self.task.title}"

    @property
    def task(self) -> Task | None:
        """The work as the calendar has it, or would: what people said is to stay stays."""
        return self.kept if self.declined and self.kept else self.law or self.kept

    @property
    def untold(self) -> bool:
        """Whether the work is kept for an event the question no longer tells: the law did not change."""
        events = {f"law.{rule.id}" for rule in load_law().rules if rule.event}
        return self.law is None and self.kept is not None and self.kept.due.rule in events

    @property
    def changed(self) -> bool:
        """Whether what is kept is no longer what the law asks, and nobody has said to leave it so."""
        return self.kept is not None and not self.declined and (self.law is None or line(self.law) != line(self.kept))

    @property
    def wanted(self) -> bool:
        """Whether the work goes on the calendar unless someone says otherwise."""
        return self.kept is not None or not (self.works or self.declined or self.past)


@dataclass(frozen=True, slots=True)
class LawYear:
    """What the law asks of a school in a year, beside what its calendar holds."""

    school: School
    question: Question
    rows: tuple[Row, ...]
    kept: Kept | None = None

    @property
    def changed(self) -> tuple[Row, ...]:
        """The works on the calendar that the rules ask otherwise now."""
        return tuple(row for row in self.rows if row.changed)


def kept_year(db: Database, school: School, year: SchoolYear) -> Kept | None:
    """Return what a school last kept of a year, a draft too; None when it keeps nothing or its paper is unreadable."""
    stored = plans.by_key(db, school.id, plans.key_of(Header(kind=KIND, school_year=year)))
    if stored is None or stored.status is PlanStatus.WITHDRAWN:
        return None
    return _kept(db, stored, plans.newest_revision(db, stored.id))


def _kept(db: Database, stored: StoredPlan, revision: Revision) -> Kept | None:
    try:
        question = question_in(block.text for block in revision.plan.document.blocks)
    except ValueError:
        return None
    known = {one.id: one for one in tasks.of_plan(db, stored.id)}
    ids = enumerate(readings.of_revision(db, revision.id))
    return Kept(stored, question, revision.plan, {i: known[each] for i, each in ids if each in known})


def law_year(db: Database, school: School, question: Question, at: Standpoint) -> LawYear:
    """Return the year row by row, what is asked first; raise ValueError for an event that gives no day."""
    return _against(db, school, question, at, kept_year(db, school, question.school_year))


def _against(db: Database, school: School, question: Question, at: Standpoint, kept: Kept | None) -> LawYear:
    asked = question.asked(at.calendar)
    works = dict(dated_by_plan(_plan_works(db, school), asked))
    declined = left_out(kept.plan) if kept else frozenset()
    rows = [Row(law, works=works.get(law, ()), declined=line(law) in declined, past=at.past(law)) for law in asked]
    year = LawYear(school, question, tuple(rows), kept)
    return _beside(year, kept) if kept else year


def _beside(year: LawYear, kept: Kept) -> LawYear:
    """Return the year with what is kept of it set beside what is asked; what nothing asks for any more comes last."""
    asked = [row.law for row in year.rows if row.law]
    touched = {id(each.task): each for each in affected(kept.plan.tasks, asked, load_law().rules)}
    pairs, gone = _paired(kept, asked, touched)
    told = [(row, pairs.get(id(row.law))) for row in year.rows]
    rows = [replace(row, kept=task, stored=kept.stored_task(task) if task else None) for row, task in told]
    return replace(year, rows=(*rows, *(Row(kept=task, stored=kept.stored_task(task)) for task in gone)))


def _paired(
    kept: Kept, asked: Sequence[LawTask], touched: Mapping[int, Affected]
) -> tuple[dict[int, Task], list[Task]]:
    """Return the kept work of each task asked, by identity, and the kept works nothing asks for."""
    same = {(law.due.rule, law.title): law for law in asked}
    pairs: dict[int, Task] = {}
    gone: list[Task] = []
    for task in kept.plan.tasks:
        found = touched.get(id(task))
        law = found.instead if found else same.get((task.due.rule, task.title))
        if law is None:
            gone.append(task)
        else:
            pairs[id(law)] = task
    return pairs, gone


def _plan_works(db: Database, school: School) -> list[Task]:
    """Return the open works in force of a school's own plans."""
    return [one.task for one in tasks.of_school(db, school.id) if one.published and one.open]


Choose = Callable[[Row], Task | None]
"""What becomes of a row: the task that goes on the calendar, None when none does."""


def chosen(year: LawYear, choose: Choose) -> Incoming:
    """Return a year as the plan to store; what people left out is written down as such."""
    picked = [(row, choose(row)) for row in year.rows]
    on = [task for _, task in picked if task is not None]
    left = [row.law for row, task in picked if row.law and (task is None or line(task) != line(row.law))]
    made = paper(year.question, year.school.name, on, left)
    return Incoming(made.content, made.plan, year.school.name)


def as_asked(row: Row) -> Task | None:
    """Choose what the law asks now wherever the work is wanted; what people said is to stay stays."""
    return (row.law if row.changed else row.task) if row.wanted else None


def years_in_force(db: Database, school: School, at: Standpoint) -> Iterator[LawYear]:
    """Yield the years of which a school has the law's works on its calendar, held against today's rules.

    What is in force counts, not a newer draft: agreed to and not yet published is not yet moved. A year that cannot
    be asked again (an event no rule knows any more) raises ValueError with a sentence.
    """
    for stored in plans.of_school(db, school.id):
        if stored.kind == KIND and stored.status is PlanStatus.PUBLISHED:
            revision = plans.revision_in_force(db, stored.id)
            kept = _kept(db, stored, revision) if revision else None
            if kept:
                yield _against(db, school, kept.question, at, kept)
