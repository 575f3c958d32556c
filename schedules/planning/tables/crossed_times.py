"""When a work is due that stands where two times cross in a table: a week of a month, days of it, a weekday."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace

from schedules.calendar import WeekRule
from schedules.plan import NO_DUE, Due
from schedules.planning.drafts import in_column
from schedules.planning.tables.axis_labels import Axis, Label
from schedules.planning.tables.columns import Role
from schedules.planning.tables.crossed_table import Crossed, Meeting
from schedules.planning.tables.row import Row
from schedules.planning.tables.row_dues import row_context
from schedules.planning.text.weekdays import within
from schedules.proofreading.agreement import Days, span
from schedules.wording import Context, when

FEWEST_WEEKS, WEEKS = 3, range(1, 7)
NAMES, SATURDAY = {2: "hai", 3: "ba", 4: "tư", 5: "năm", 6: "sáu", 7: "bảy"}, 7


def timed(row: Row, meeting: Meeting, table: Crossed, context: Context) -> Row:
    """Return a row with the time its place tells; without any where its place is not sure."""
    weeks, months, days = (meeting.along(axis) for axis in (Axis.WEEK, Axis.MONTH, Axis.WEEKDAY))
    if not meeting.sure or not weeks:
        return row
    if days:
        return replace(row, told=_days_of(weeks, days, context))
    if len(months) != 1:
        return row
    every = [label for label in (*table.across.values(), *table.down.values()) if label.axis is Axis.WEEK]
    if len(weeks) == len(set(every)) >= FEWEST_WEEKS:
        return in_month_of(row, months[0])  # merged over all the weeks
    row = in_month_of(row, months[0])
    if weeks[0].days or weeks[-1].days:
        return replace(row, told=_month_days(row, weeks, context)) if all(week.days for week in weeks) else row
    first, last = weeks[0].first, weeks[-1].last
    time = f"Tuần {first}" if first == last else f"Tuần {first} - {last}"
    return replace(row, texts={**row.texts, Role.TIME: time})


def in_month_of(row: Row, month: Label) -> Row:
    """Return a row that stands for a whole month."""
    return replace(row, month=month.first, year=month.year, month_words=month.words)


def _month_days(row: Row, weeks: Sequence[Label], context: Context) -> Due:
    """Return the days of a month that the headings of its weeks tell, ending with the month: "Tuần 4 (22-30)"."""
    here = row_context(row, context)
    if not row.month or not here.school_year or not weeks[0].days or not weeks[-1].days:
        return NO_DUE
    year = row.year or context.plan_year or here.school_year.year_of(row.month)
    first, last = weeks[0].days[0], min(weeks[-1].days[1], monthrange(year, row.month)[1])
    if not 1 <= first <= last:
        return NO_DUE
    due = when(f"từ ngày {first}/{row.month}/{year} đến ngày {last}/{row.month}/{year}", in_column(here))
    return replace(due, words=_span_of_words(weeks), implied=(*due.implied, "month"))


def _days_of(weeks: Sequence[Label], days: Sequence[Label], context: Context) -> Due:
    """Return the weekdays of one week as days."""
    week = when(weeks[0].words, in_column(context))
    told = [within(f"thứ {NAMES[day.first]}" if day.first <= SATURDAY else "chủ nhật", week) for day in days]
    first, last = told[0], told[-1]
    if len(weeks) > 1 or first is None or last is None:
        return NO_DUE
    return replace(first.due, day=last.due.day, words=f"{_span_of_words(days)}, {weeks[0].words}")


def _span_of_words(labels: Sequence[Label]) -> str:
    return labels[0].words if len(labels) == 1 else f"{labels[0].words} – {labels[-1].words}"


def window_of(row: Row, context: Context) -> Days | None:
    """Return the days the place of a row may mean, under whichever rule the weeks of its month are counted."""
    here = row_context(row, context)
    if row.told.dated:
        return span(row.told)
    if not row.month or not here.school_year:
        return None
    year = row.year or context.plan_year or here.school_year.year_of(row.month)
    numbers = [int(digit) for digit in re.findall(r"\d", row.time)] or WEEKS
    counted = [context.calendar.with_week_rule(rule) for rule in WeekRule]
    weeks = [week for each in counted for number in numbers if (week := each.week(year, row.month, number))]
    return (min(week[0] for week in weeks), max(week[1] for week in weeks)) if weeks else None
