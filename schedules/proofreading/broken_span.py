"""Work the text spreads over weeks without a break, of which a table names only some of those weeks (L10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Mention, Plan, Severity, Task
from schedules.proofreading.agreement import is_season

RULE = "bang-bo-trong-giua-dot"
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)

Days = tuple[date, date]


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per task whose table mentions leave a week or more of its season unnamed between them."""
    for task in plan.tasks:
        season = next((mention for mention in task.mentions if _tells_season(mention)), None)
        named = [mention for mention in task.mentions if mention.place.table is not None and mention.due.day]
        gaps = _gaps(named) if season else []
        if season and gaps:
            yield _finding(task, season, named, gaps)


def _tells_season(mention: Mention) -> bool:
    return mention.place.table is None and is_season(mention.due)


def _gaps(named: Sequence[Mention]) -> list[Days]:
    """Return the stretches of a week or longer between the days the mentions name, first and last day of each."""
    spans = sorted((mention.due.start or mention.due.day, mention.due.day) for mention in named if mention.due.day)
    gaps, reached = [], spans[0][1] if spans else date.min
    for _, (start, day) in pairwise(spans):
        if start - reached > A_WEEK:
            gaps.append((reached + A_DAY, start - A_DAY))
        reached = max(reached, day)
    return gaps


def _finding(task: Task, season: Mention, named: Sequence[Mention], gaps: Sequence[Days]) -> Finding:
    told = "; ".join(f"{first:%d/%m/%Y}–{last:%d/%m/%Y}" for first, last in gaps)
    message = f"“{task.title}” kéo dài “{season.due.words}”, nhưng bảng không ghi việc này trong {told}."
    mentions = (season, *named)
    return Finding(
        RULE,
        Severity.INFO,
        message,
        tuple(mention.quote for mention in mentions),
        "Xem việc có tạm dừng trong thời gian ấy không; nếu không, ghi thêm vào bảng.",
        tuple(mention.place for mention in mentions),
    )
