"""Which week rule a plan follows: each is tried on the works the plan dates twice, by week and by day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from schedules.calendar.points import with_points
from schedules.calendar.weeks import Span, WeekRule, week_of_month
from schedules.plan import Due, Precision

if TYPE_CHECKING:
    from schedules.calendar.school import SchoolCalendar

WeekWords = tuple[int, int, *tuple[int, ...]]
"""Year, month, then the numbers of the weeks: (2023, 11, 3, 4) is “Tháng 11: Tuần 3, 4”."""

Anchor = tuple[WeekWords, Due]


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How many of a plan's fixed dates a week rule meets, and which week words it misses."""

    rule: WeekRule
    fitted: int
    total: int
    missed: tuple[WeekWords, ...] = ()

    @property
    def words(self) -> str:
        """The score as a page shows it."""
        return f"khớp {self.fitted}/{self.total} mốc"


def score_week_rules(anchors: Iterable[Anchor], calendar: SchoolCalendar) -> tuple[RuleScore, ...]:
    """Return every rule with its score, best first; the calendar's own rule comes first among equals."""
    known = [(words, with_points(due, calendar.working_days)) for words, due in anchors if due.dated]
    rules = sorted(WeekRule, key=lambda rule: rule is not calendar.week_rule)
    scores = (_score(rule, known) for rule in rules)
    return tuple(sorted(scores, key=lambda score: -score.fitted))


def _score(rule: WeekRule, anchors: list[Anchor]) -> RuleScore:
    missed = tuple(words for words, due in anchors if not _fits(_span(rule, words), due))
    return RuleScore(rule, len(anchors) - len(missed), len(anchors), missed)


def _span(rule: WeekRule, words: WeekWords) -> Span | None:
    year, month, *numbers = words
    weeks = [week_of_month(rule, year, month, number) for number in numbers]
    found = [week for week in weeks if week]
    return (found[0][0], found[-1][1]) if found and len(found) == len(weeks) else None


def _fits(span: Span | None, due: Due) -> bool:
    """Whether weeks agree with a due: they hold its first or last day to act, or lie inside its month."""
    if span is None or due.day is None:
        return False
    if due.precision is not Precision.DAY and due.start:
        return due.start <= span[0] and span[1] <= due.day
    points: tuple[date | None, ...] = (due.start, due.remind_by)
    return any(span[0] <= point <= span[1] for point in points if point)
