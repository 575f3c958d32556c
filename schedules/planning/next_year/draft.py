"""This year's plan and how its works stand → the draft of another year's, nothing dropped without being named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.law import LawBook
from schedules.plan import Duty, Header, Origin, Plan, SchoolYear, Task
from schedules.planning.next_year.feasts import with_feast
from schedules.planning.next_year.kept_lines import aims, grounds, recipients
from schedules.planning.next_year.passage import Passage
from schedules.planning.next_year.redating import moved_due
from schedules.planning.next_year.remarks import (
    SIGNING,
    day_remarks,
    figure_remarks,
    is_one_off,
    law_remarks,
    year_remarks,
)
from schedules.planning.next_year.short_names import ShortNames, short_names
from schedules.planning.next_year.weeks import rule_of
from schedules.planning.next_year.years import moved_text
from schedules.wording import Context

LOOK = "Xem lại: việc này có thể chỉ làm một lần trong năm học"


@dataclass(frozen=True, slots=True)
class Work:
    """A task of this year's plan and how it stands: done, or why it is not; None when nobody keeps account.

    `note` is what else who reviews the new plan must know of it.
    """

    task: Task
    done: bool | None = None
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NextWork:
    """A work of the new plan; `carried` says in the plan itself what is unfinished, `notes` are for who reviews it."""

    task: Task
    carried: str = ""
    notes: tuple[str, ...] = ()
    review: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """A line of the legal grounds as the old plan has it, or of its purposes, with what is to be looked at in it.

    `over` is the heading purposes stand under.
    """

    text: str
    notes: tuple[str, ...] = ()
    over: str = ""


@dataclass(frozen=True, slots=True)
class NextPlan:
    """The draft: header without number and date, grounds, works and duties; `old` is the header it comes from.

    `aims` are the purposes, with their school years moved; `standing` the duties whose law changed, with what changed.
    """

    old: Header
    header: Header
    works: tuple[NextWork, ...]
    duties: tuple[Duty, ...] = ()
    grounds: tuple[Ground, ...] = ()
    recipients: tuple[Ground, ...] = ()
    aims: tuple[Ground, ...] = ()
    standing: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """The school's calendar and the law book, by which a plan is moved."""

    calendar: SchoolCalendar
    law: LawBook


def next_plan(plan: Plan, works: Sequence[Work], target: SchoolYear, rules: Rules) -> NextPlan:
    """Return the draft for `target`; raise ValueError when the plan's own school year is unknown.

    `works` are the plan's tasks as they stand now; those the law or the tool added are no part of the draft.
    """
    year = year_of(plan.header)
    if year is None:
        raise ValueError("kế hoạch không cho biết năm học")
    own = tuple(work for work in works if work.task.origin in (Origin.PLAN, Origin.HAND))
    rule = rule_of(tuple(work.task for work in own), year, rules.calendar)
    passage = Passage(year, target, rules.calendar, rule)
    old_context = Context(rules.calendar, year, plan.header.date)
    kind = moved_text(plan.header.kind, old_context, passage.years) if plan.header.kind else None
    header = replace(plan.header, number=None, date=None, school_year=target, kind=kind, source="")
    law = _Law(rules.law, header, short_names(plan.document.text, rules.law, date(target.first, *SIGNING)))
    return NextPlan(
        old=plan.header,
        header=header,
        works=tuple(_next_work(work, passage, old_context, law) for work in own),
        duties=tuple(_next_duty(duty, old_context, passage.years) for duty in plan.duties),
        grounds=tuple(_of_year(_with_law(line, law), passage) for line in grounds(plan)),
        aims=tuple(_next_aim(aim, old_context, passage, law) for aim in aims(plan)),
        recipients=tuple(_with_law(line, law) for line in recipients(plan)),
        standing=tuple(ground for duty in plan.duties if (ground := _with_law(duty.title, law)).notes),
    )


def year_of(header: Header) -> SchoolYear | None:
    """Return the school year of a plan, from its words or else from the day it was signed."""
    return header.school_year or (SchoolYear.of(header.date) if header.date else None)


@dataclass(frozen=True, slots=True)
class _Law:
    book: LawBook
    header: Header
    short: ShortNames

    def remarks(self, text: str) -> Iterator[str]:
        year = self.header.school_year
        yield from law_remarks(text, year, self.header.level, self.book) if year else ()
        yield from self.short.remarks(text)


def _next_work(work: Work, passage: Passage, context: Context, law: _Law) -> NextWork:
    old = work.task
    moved = with_feast(old.due, old.title, moved_due(old.due, passage), passage)
    expected = moved_text(old.expected, context, passage.years) if old.expected else None
    title = moved_text(old.title, context, passage.years)
    task = replace(old, title=title, due=moved.due, expected=expected, mentions=(), original=None, confidence=1.0)
    once = is_one_off(old)
    quote = old.mentions[0].quote if old.mentions else ""
    said = "; ".join((old.title, quote, old.expected or "", *old.owners, *old.helpers))
    known = (work.note,) if work.note else ()
    notes = (*known, *moved.notes, *day_remarks(moved.due, passage.calendar), *law.remarks(said))
    return NextWork(
        task,
        _carried(work, passage.old),
        (*((LOOK,) if once else ()), *dict.fromkeys(notes), *_cut(old, quote)),
        review=once or moved.doubtful,
    )


def _carried(work: Work, year: SchoolYear) -> str:
    """Return why a work comes again although it was planned before; done ones and unknown ones say nothing."""
    if work.done is not False:
        return ""
    reason = " ".join(work.reason.split()).rstrip(".")
    return f"Chưa xong năm học {year}: {reason}" if reason else f"Chưa xong năm học {year} (chưa ghi lý do)"


def _cut(task: Task, quote: str) -> Iterator[str]:
    if task.title.endswith("…") and quote:
        yield f"tên việc đã rút gọn; kế hoạch cũ ghi: “{' '.join(quote.split())}”"


def _next_duty(duty: Duty, context: Context, years: int) -> Duty:
    return replace(duty, title=moved_text(duty.title, context, years))


def _of_year(ground: Ground, passage: Passage) -> Ground:
    told = year_remarks(ground.text, passage.old, passage.new)
    return replace(ground, notes=(*ground.notes, *told))


def _next_aim(aim: tuple[str, str], context: Context, passage: Passage, law: _Law) -> Ground:
    over, line = (moved_text(text, context, passage.years) for text in aim)
    ground = _with_law(line, law)
    return replace(ground, notes=(*ground.notes, *figure_remarks(line)), over=over)


def _with_law(line: str, law: _Law) -> Ground:
    return Ground(line, tuple(dict.fromkeys(law.remarks(line))))
