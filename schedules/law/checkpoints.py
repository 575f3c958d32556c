"""Days the tool proposes for work without a day of its own: the end of học kỳ I and of the school year.

They are proposals and say so: the plan names no such day. Where a rule asks for reviews (TT 57/2026: cuối học
kỳ I, cuối năm học) the proposal cites it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from schedules.calendar import SchoolCalendar, with_points
from schedules.calendar.frames import Frame
from schedules.law.rules import FRAME_DAYS, UNVERIFIED, Rule
from schedules.plan import Bound, Due, Origin, Precision, Recurrence, SchoolYear, Task

MOST_OF_A_YEAR = 240
SAME_TIME = 31
"""A proposal less than a month before the work's own last day would only repeat it."""

SHORT_CYCLES = {Recurrence.QUARTERLY, Recurrence.MONTHLY, Recurrence.WEEKLY}


def propose(task: Task, school_year: SchoolYear, calendar: SchoolCalendar, rules: Iterable[Rule]) -> tuple[Task, ...]:
    """Return proposed reviews of a year-long, several-year or dateless work within a school year, else nothing."""
    if task.origin is not Origin.PLAN or not _needs_checkpoints(task.due):
        return ()
    frame = calendar.frame(school_year)
    reviews = [rule for rule in rules if rule.review]
    days = {name: getattr(frame, name) for name in FRAME_DAYS}
    return tuple(
        _checkpoint(task, with_points(_due(name, day, frame, reviews), calendar.working_days))
        for name, day in days.items()
        if _within(task.due, day)
    )


def _needs_checkpoints(due: Due) -> bool:
    if due.recurrence in SHORT_CYCLES:
        return False
    if due.day is None or due.precision is Precision.YEAR:
        return True
    return due.start is not None and (due.day - due.start).days >= MOST_OF_A_YEAR


def _within(due: Due, day: date) -> bool:
    """Whether a proposal falls inside the work's own time and does not merely repeat its last day."""
    if due.start and day < due.start:
        return False
    if due.day is None:
        return True
    ahead = (due.day - day).days
    return ahead >= SAME_TIME or (ahead < 0 and due.recurrence is Recurrence.YEARLY)


def _due(name: str, day: date, frame: Frame, reviews: list[Rule]) -> Due:
    asked = next((f" {rule.citation} yêu cầu rà soát vào mốc này." for rule in reviews if rule.holds_on(day)), "")
    doubt = "" if frame.verified else f", {UNVERIFIED}"
    return Due(
        words=f"{FRAME_DAYS[name]} (mốc đề xuất)",
        day=day,
        precision=Precision.DAY,
        bound=Bound.BY,
        implied=("day",),
        basis=f"Mốc đề xuất, kế hoạch không nêu: {FRAME_DAYS[name]} là {day:%d/%m/%Y} ({frame.source}{doubt}).{asked}",
        rule=f"checkpoint.{name}",
    )


def _checkpoint(task: Task, due: Due) -> Task:
    return Task(
        title=f"Rà soát ({due.words.partition(' (')[0]}): {task.title}",
        due=due,
        owners=task.owners,
        helpers=task.helpers,
        criterion=task.criterion,
        standard=task.standard,
        confidence=task.confidence,
        origin=Origin.CHECKPOINT,
    )
