"""Work that runs past the plan's school year or comes back every year: carry it over, look at it yearly (L18)."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Due, Finding, Plan, Precision, Recurrence, SchoolYear, Severity

RULE = "qua-nam-hoc"
LONG = frozenset({Precision.YEAR, Precision.TERM})


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding that names every such work."""
    year = plan.header.school_year
    spanning = [task for task in plan.tasks if year and _spans(task.due, year)]
    if not spanning:
        return
    words = ", ".join(dict.fromkeys(f"“{task.due.words}”" for task in spanning))
    message = f"{len(spanning)} việc kéo dài qua năm học {year} hoặc lặp lại hằng năm ({words})."
    quotes = tuple(task.mentions[0].quote for task in spanning)
    places = tuple(task.mentions[0].place for task in spanning)
    advice = "Chuyển tiếp sang kế hoạch năm sau và kiểm tra vào cuối mỗi năm học."
    yield Finding(RULE, Severity.INFO, message, quotes, advice, places)


def _spans(due: Due, year: SchoolYear) -> bool:
    if due.day is None:
        return False
    past = SchoolYear.of(due.day) > year
    long = due.precision in LONG or (due.start is not None and SchoolYear.of(due.start) != SchoolYear.of(due.day))
    return (past and long) or (due.recurrence is Recurrence.YEARLY and due.precision in LONG)
