"""Whether two deadlines of one work can both be kept, and which is in force when they cannot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from schedules.calendar import SLACK
from schedules.plan import Bound, Due, Precision

FINENESS = tuple(Precision)
SEVERAL_WEEKS = timedelta(days=10)
Days = tuple[date, date]


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


def span(due: Due) -> Days | None:
    """Return the first and last day on which the work may be done; a lone deadline is its own day."""
    if due.day is None:
        return None
    last = due.day - timedelta(days=1) if due.bound is Bound.BEFORE and due.precision is Precision.DAY else due.day
    return (due.start or last, last)


def lies_in(inner: Days, outer: Days) -> bool:
    """Whether some days, first and last, all lie within others."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


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
    dated = list(dict.fromkeys(due for due in dues if due.day))  # one said a hundred times is one
    season = next((due for due in dated if is_season(due)), None)
    if season:
        return any(not agree(season, due) for due in dated)
    return any(
        not agree(one, two) or _are_two_ends(one, two) for at, one in enumerate(dated) for two in dated[at + 1 :]
    )


def _are_two_ends(first: Due, second: Due) -> bool:
    """Whether two dues are last days of the same work that differ: "trước ngày 15/10" and "trước ngày 10/11"."""
    ends = {Bound.BEFORE, Bound.BY}
    if first.bound not in ends or second.bound not in ends or first.start or second.start:
        return False
    return first.precision is second.precision is Precision.DAY and span(first) != span(second)


def overtaken(dues: Sequence[Due], signed: date | None) -> list[Due]:
    """Return the dues that were over when the plan was signed, where another begins later: no deadlines of it."""
    spans = [(due, span(due)) for due in dues]
    past = [(due, known[1]) for due, known in spans if known and signed and known[1] < signed]
    ahead = [known[0] for due, known in spans if known and signed and known[1] >= signed]
    return [due for due, last in past if any(first > last for first in ahead)]


def in_force(dues: Sequence[Due], signed: date | None = None) -> Due:
    """Return the due to follow: the season or the finest of those that agree, the earliest when they do not.

    Of two as fine that end on one day the one that tells its first day, too.

    One that was over when the plan was `signed` never wins over a later one that was not.
    """
    over = overtaken(dues, signed)
    dated = [(due.day, due) for due in dues if due.day and due not in over]
    if not dated:
        return dues[0]
    if conflicts([due for _, due in dated]):
        return min(dated, key=lambda pair: (pair[0], FINENESS.index(pair[1].precision)))[1]
    season = next((due for _, due in dated if is_season(due)), None)
    return season or min(dated, key=lambda pair: (FINENESS.index(pair[1].precision), pair[0], _is_last_day(pair[1])))[1]


def _is_last_day(due: Due) -> bool:
    """Whether a due only tells by when: of two that end on one day, the days told from first to last say more."""
    return due.start is None and due.bound in {Bound.BEFORE, Bound.BY}


def undecided(dues: Sequence[Due], signed: date | None = None) -> bool:
    """Whether somebody must choose among the dues of one work: they contradict, or some were over at the signing."""
    return bool(overtaken(dues, signed)) or conflicts(dues)
