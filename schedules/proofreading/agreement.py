"""Whether two deadlines of one work can both be kept, and which is in force when they cannot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from schedules.calendar import SLACK
from schedules.plan import Bound, Due, Precision

FINENESS = tuple(Precision)
SEVERAL_WEEKS = timedelta(days=10)


def agree(first: Due, second: Due) -> bool:
    """Whether work done in one span would meet the other; undated ones contradict nothing."""
    one, two = span(first), span(second)
    if one is None or two is None:
        return True
    if one[0] <= two[1] and two[0] <= one[1]:
        return True
    early, late = (one, two) if one[1] < two[0] else (two, one)
    deadline = second if late is two else first
    return deadline.start is None and late[1] - early[1] <= SLACK


def span(due: Due) -> tuple[date, date] | None:
    """Return the first and last day on which the work may be done; a lone deadline is its own day."""
    if due.day is None:
        return None
    last = due.day - timedelta(days=1) if due.bound is Bound.BEFORE and due.precision is Precision.DAY else due.day
    return (due.start or last, last)


def is_season(due: Due) -> bool:
    """Whether a due is a stretch of days of its own, in which several milestones may lie."""
    return (
        due.start is not None
        and due.day is not None
        and due.precision is Precision.DAY
        and due.day - due.start >= SEVERAL_WEEKS
    )


def conflicts(dues: Sequence[Due]) -> bool:
    """Whether the deadlines of one work contradict each other; milestones inside its season do not."""
    dated = [due for due in dues if due.day]
    season = next((due for due in dated if is_season(due)), None)
    if season:
        return any(not agree(season, due) for due in dated)
    return any(not agree(one, two) for at, one in enumerate(dated) for two in dated[at + 1 :])


def in_force(dues: Sequence[Due]) -> Due:
    """Return the due to follow: the season or the finest of those that agree, the earliest when they do not."""
    dated = [(due.day, due) for due in dues if due.day]
    if not dated:
        return dues[0]
    if conflicts(dues):
        return min(dated, key=lambda pair: (pair[0], FINENESS.index(pair[1].precision)))[1]
    season = next((due for _, due in dated if is_season(due)), None)
    return season or min(dated, key=lambda pair: (FINENESS.index(pair[1].precision), pair[0]))[1]
