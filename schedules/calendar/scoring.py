"""Which week rule a plan follows: each is tried on the works the plan dates twice, by week and by day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from schedules.calendar.points import with_points
from schedules.calendar.weeks import Span, WeekRule, week_of_month
from schedules.plan import Bound, Due, Precision

if TYPE_CHECKING:
    from schedules.calendar.school import SchoolCalendar

WeekWords = tuple[int, int, *tuple[int, ...]]
"""Year, month, then the numbers of the weeks: (2023, 11, 3, 4) is “Tháng 11: Tuần 3, 4”."""

Anchor = tuple[WeekWords, Due]

SLACK = timedelta(days=31)
"""Work planned within a month before its latest day keeps that day; planned earlier still, it is another occasion."""


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How many of a plan's fixed dates a week rule meets, which week words it misses, how many dates gainsay it."""

    rule: WeekRule
    fitted: int
    total: int
    missed: tuple[WeekWords, ...] = ()
    gainsaid: int = 0

    @property
    def words(self) -> str:
        """The score as a page shows it."""
        kept = "" if self.gainsaid or not self.missed else ", không trái mốc nào"
        return f"khớp {self.fitted}/{self.total} mốc{kept}"


def score_week_rules(anchors: Iterable[Anchor], calendar: SchoolCalendar) -> tuple[RuleScore, ...]:
    """Return every rule with its score, least gainsaid first; among equals the calendar's own, then the best fitting.

    A latest day that falls in another week by chance speaks for no other rule: only a date that cannot be
    kept in the weeks of the calendar's own rule makes a plan leave it.
    """
    known = [(words, with_points(due, calendar.working_days)) for words, due in anchors if due.dated]
    scores = [_score(rule, known) for rule in WeekRule]
    own = calendar.week_rule
    return tuple(sorted(scores, key=lambda score: (score.gainsaid, score.rule is not own, -score.fitted)))


def _score(rule: WeekRule, anchors: list[Anchor]) -> RuleScore:
    missed = tuple((words, due) for words, due in anchors if not _fits(_span(rule, words), due))
    gainsaid = sum(not _leaves_time(_span(rule, words), due) for words, due in missed)
    return RuleScore(rule, len(anchors) - len(missed), len(anchors), tuple(words for words, _ in missed), gainsaid)


def _span(rule: WeekRule, words: WeekWords) -> Span | None:
    year, month, *numbers = words
    weeks = [week_of_month(rule, year, month, number) for number in numbers]
    found = [week for week in weeks if week]
    return (found[0][0], found[-1][1]) if found and len(found) == len(weeks) else None


def _fits(span: Span | None, due: Due) -> bool:
    """Whether weeks agree with a due: they lie inside its days, or hold its first or last day to act."""
    if span is None or due.day is None:
        return False
    inside = due.start is not None and due.start <= span[0] and span[1] <= due.day
    if inside or (due.precision is not Precision.DAY and due.start):
        return inside
    return any(span[0] <= point <= span[1] for point in (due.start, due.remind_by) if point)


def _leaves_time(span: Span | None, due: Due) -> bool:
    """Whether work done in some weeks still meets a latest day, and not so early that another occasion is meant."""
    if span is None or due.day is None or due.start or due.bound not in {Bound.BEFORE, Bound.BY}:
        return False
    last = due.remind_by or due.day
    return span[0] <= last <= span[1] + SLACK
