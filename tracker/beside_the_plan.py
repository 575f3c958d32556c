"""What stands beside a plan's own words: what the law asks in its year, and checkpoints the tool proposes."""

from __future__ import annotations

from dataclasses import replace

from schedules.calendar import SchoolCalendar
from schedules.law import LawTask, checkpoints, load_law
from schedules.plan import NO_DUE, Plan, SchoolYear, Task

COMMITTEE = "Tổ Giám sát"


def with_law(plan: Plan, calendar: SchoolCalendar) -> Plan:
    """Return the plan with the law's tasks of its school year; what the plan wants later is found by proof-reading."""
    year = year_of(plan)
    if year is None:
        return plan
    return replace(plan, tasks=(*plan.tasks, *load_law().tasks(year, plan.header.level, calendar)))


def with_checkpoints(plan: Plan, calendar: SchoolCalendar) -> Plan:
    """Return the plan with a proposal for each year-long or dateless work; a plan without any gets its own reviews."""
    year = year_of(plan)
    if year is None:
        return plan
    works = [task for task in plan.tasks if not isinstance(task, LawTask)] or [_whole(plan)]
    proposed = [mark for task in works for mark in checkpoints(task, year, calendar, load_law())]
    return replace(plan, tasks=(*plan.tasks, *proposed))


def year_of(plan: Plan) -> SchoolYear | None:
    """Return the school year a plan is for, from its words or else from the day it was signed."""
    header = plan.header
    return header.school_year or (SchoolYear.of(header.date) if header.date else None)


def _whole(plan: Plan) -> Task:
    """Stand for a plan without any task of its own: the committee reviews it as a whole."""
    return Task(title=plan.header.kind or "Kế hoạch", due=NO_DUE, owners=(COMMITTEE,))
