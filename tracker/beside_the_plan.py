"""What stands beside a plan's own words: what the law asks in its year, and checkpoints the tool proposes."""

from __future__ import annotations

from dataclasses import replace

from schedules.calendar import SchoolCalendar
from schedules.law import LawTask, checkpoints, dated_by_plan, load_law
from schedules.plan import NO_DUE, Finding, Plan, SchoolYear, Severity, Task

COMMITTEE = "Tổ Giám sát"
RULE_DATED = "luat-da-co-trong-ke-hoach"


def with_law(plan: Plan, calendar: SchoolCalendar) -> Plan:
    """Return the plan with the law's tasks of its school year; what the plan dates itself is named, not asked twice."""
    year = year_of(plan)
    if year is None:
        return plan
    asked = load_law().tasks(year, plan.header.level, calendar)
    dated = dated_by_plan(plan.tasks, asked)
    met = [law for law, _ in dated]
    left = tuple(task for task in asked if task not in met)
    told = (_told(dated),) if dated else ()
    return replace(plan, tasks=(*plan.tasks, *left), findings=(*plan.findings, *told))


def _told(dated: tuple[tuple[LawTask, tuple[Task, ...]], ...]) -> Finding:
    works = list(dict.fromkeys(work for _, doing in dated for work in doing))
    pairs = "; ".join(f"“{law.title}” ({law.cited}) – “{doing[0].title}”" for law, doing in dated)
    message = f"{len(dated)} việc quy định yêu cầu đã có hạn trong kế hoạch nên không thêm lần nữa: {pairs}."
    mentions = [mention for work in works for mention in work.mentions]
    quotes, places = tuple(mention.quote for mention in mentions), tuple(mention.place for mention in mentions)
    return Finding(RULE_DATED, Severity.INFO, message, quotes, "Hạn của kế hoạch được giữ.", places)


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
