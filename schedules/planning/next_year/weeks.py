"""Which week rule a plan was read under, told by its own weeks."""

from __future__ import annotations

from dataclasses import replace

from schedules.calendar import SchoolCalendar, WeekRule
from schedules.plan import Precision, SchoolYear, Task
from schedules.wording import Context, when


def rule_of(tasks: tuple[Task, ...], school_year: SchoolYear, calendar: SchoolCalendar) -> WeekRule | None:
    """Return the rule under which the weeks of a plan give its days; None when it is the calendar's or none does."""
    weeks = [task.due for task in tasks if task.due.precision is Precision.WEEK and task.due.day]
    if not weeks:
        return None
    counts = {}
    for rule in (calendar.week_rule, *WeekRule):
        context = Context(calendar.with_week_rule(rule), school_year, time_column=True)
        read = (when(due.words, replace(context, table_month=due.day.month if due.day else None)) for due in weeks)
        counts[rule] = sum(one.day == due.day for one, due in zip(read, weeks, strict=True))
    best = max(counts, key=lambda rule: counts[rule])
    return best if counts[best] > counts[calendar.week_rule] else None
