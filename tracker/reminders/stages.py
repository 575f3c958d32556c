"""Pure: a deadline under a policy → its stages: before it, on the day, once it is late, and up the reporting line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from schedules.calendar import WorkingDays
from schedules.plan import Due, Precision, Recurrence
from tracker.reminders.policy import DAY, Policy, instant

START, HALF = "start", "half"
ASKED = "R-"
"""How stages begin that someone asked for themselves: hear of the work again on a day."""
DECIDED = "X-"
"""How stages begin that tell someone how their request for more time was decided; the request's number follows."""
REQUESTED = f"{DECIDED}Q"
"""How stages begin that tell who looks after the plan that someone asks for more time; its number follows."""
DECLINED = "N-"
"""How stages begin that tell who looks after the plan that someone says a work is not theirs; its number follows."""
KEPT = f"{DECLINED}A"
"""How stages begin that tell who said that a work is not theirs that it stays; the number of what they said follows."""
EVIDENCE = "P-"
"""How stages begin that tell someone what became of a proof they gave; the number of that evidence follows."""
WAITS = "H-"
"""How stages begin that tell who does a work that it waits for others; the number of that wait follows."""
GOES_ON = f"{WAITS}E"
"""How stages begin that tell them that the wait is over; its number follows."""
GIVEN = "G-"
"""How stages begin that tell someone that a work was given to them; the number of the history's entry follows."""
NOTED = f"{GIVEN}N"
"""How stages begin that tell who does a late or done work what the committee found; the entry's number follows."""
CHANGED = "C-"
"""How stages begin that tell someone what they heard no longer holds; the number of the message they heard follows."""


class Ear(StrEnum):
    """In which quality someone hears of a task, nearest to the work first."""

    LEAD = "lead"
    HELPER = "helper"
    COMMITTEE = "committee"
    MANAGER = "manager"


WEEK = 7
"""Days after which weekly work comes again: a time of it left undone is told once a week from then on."""

DOERS = frozenset({Ear.LEAD, Ear.HELPER})
ESCALATED = {f"E-{ear}": frozenset({ear}) for ear in (Ear.HELPER, Ear.COMMITTEE, Ear.MANAGER)}


@dataclass(frozen=True, slots=True)
class Stage:
    """A point at which people are told: its name in the ledger, its instant, and who hears it."""

    name: str
    at: datetime
    ears: frozenset[Ear]


def ears_of(name: str) -> frozenset[Ear]:
    """Return who hears a stage, by its name in the ledger."""
    if name in ESCALATED:
        return ESCALATED[name]
    if is_request(name) or is_declined(name):
        return frozenset(Ear)
    return frozenset({Ear.LEAD}) if is_late(name) or is_decision(name) else DOERS


def is_late(name: str) -> bool:
    """Whether a stage belongs to work that is overdue."""
    return name.startswith(("L+", "E-"))


def is_long_late(name: str) -> bool:
    """Whether a stage is one of those told each week of work that is late for more than a week."""
    return name.startswith("L+") and int(name.removeprefix("L+")) >= WEEK


def is_request(name: str) -> bool:
    """Whether a stage tells of a request for more time that waits for its answer."""
    return name.startswith(REQUESTED)


def is_declined(name: str) -> bool:
    """Whether a stage tells that someone says a work is not theirs."""
    return name.startswith(DECLINED) and not is_kept(name)


def is_kept(name: str) -> bool:
    """Whether a stage tells someone that a work stays theirs though they said it is not."""
    return name.startswith(KEPT)


def is_decision(name: str) -> bool:
    """Whether a stage tells of the answer to a request for more time."""
    return name.startswith(DECIDED) and not is_request(name)


def is_evidence(name: str) -> bool:
    """Whether a stage tells that evidence was taken, or was not."""
    return name.startswith(EVIDENCE)


def is_wait(name: str) -> bool:
    """Whether a stage tells that a work waits for others, or does no more."""
    return name.startswith(WAITS)


def is_wait_over(name: str) -> bool:
    """Whether a stage tells that a work waits for others no more."""
    return name.startswith(GOES_ON)


def is_tiding(name: str) -> bool:
    """Whether a stage tells that a work was given to someone, or what the committee noted of it."""
    return name.startswith(GIVEN)


def is_noted(name: str) -> bool:
    """Whether a stage tells what the committee noted of a work that is late or done."""
    return name.startswith(NOTED)


def is_change(name: str) -> bool:
    """Whether a stage tells that what someone heard no longer holds."""
    return name.startswith(CHANGED)


def is_reminder(name: str) -> bool:
    """Whether a stage reminds of a deadline; the others go beside the reminders and take none's place."""
    beside = (is_request, is_declined, is_kept, is_decision, is_evidence, is_wait, is_tiding, is_change)
    return not any(one(name) for one in beside)


def tells_deadline(name: str) -> bool:
    """Whether who hears of a stage hears a deadline, so that its change is news to them."""
    return not (is_request(name) or is_evidence(name))


def says_deadline(name: str) -> bool:
    """Whether the news of a stage says the deadline of its work and how near it is, as a reminder would."""
    return is_decision(name) or is_kept(name) or is_tiding(name)


def tells_as_it_is(name: str) -> bool:
    """Whether who hears of a stage hears a deadline beside other news, and not that it is another than before."""
    return is_wait(name) or is_tiding(name) or is_kept(name) or is_declined(name)


def stages(due: Due, policy: Policy, working_days: WorkingDays) -> tuple[Stage, ...]:
    """Return the stages of a deadline, earliest first; none for a due without a day.

    On a day off a stage before the deadline goes the working day before, a later one the working day after. Where two
    fall on one day for the same people, the one nearest the deadline stays.
    """
    if due.remind_by is None or due.late_from is None:
        return ()
    weekly = due.recurrence is Recurrence.WEEKLY
    return _stages(_Span(due.start, due.remind_by, due.late_from, due.precision, weekly), policy, working_days)


@dataclass(frozen=True, slots=True)
class _Span:
    """What of a deadline decides its stages."""

    start: date | None
    remind_by: date
    late_from: date
    precision: Precision
    weekly: bool = False

    def days_before(self, policy: Policy) -> list[int]:
        """Return how many days before the end people are told, the farthest first."""
        more: tuple[int, ...] = ()
        if self.precision is Precision.MONTH:
            more = policy.month_days_before
        elif self.precision in {Precision.TERM, Precision.YEAR}:
            more = policy.term_days_before
        told = {*policy.days_before, *more}
        return sorted((days for days in told if not self.weekly or 2 * days < WEEK), reverse=True)

    def begins_unheard(self, policy: Policy) -> bool:
        """Whether the first day is named and lies before the farthest stage that is counted from the last."""
        if self.start is None or self.precision is not Precision.DAY:
            return False
        return self.remind_by - max(self.days_before(policy), default=0) * DAY > self.start

    def told_late(self, days: int) -> bool:
        """Whether people further up are still told so many days after it became late."""
        return not self.weekly or days < WEEK

    def days_late(self, policy: Policy) -> list[int]:
        """Return on which days after it became late, 0 the first, its lead is told; half a week of weekly work."""
        told = sorted({days - 1 for days in policy.overdue_days})[: policy.overdue_most]
        return [days for days in told if not self.weekly or 2 * days < WEEK]


@lru_cache(maxsize=8192)
def _stages(span: _Span, policy: Policy, working_days: WorkingDays) -> tuple[Stage, ...]:
    found = [
        *_long(span, policy, working_days),
        *_before(span, policy, working_days),
        *_late(span, policy, working_days),
    ]
    nearest = {(day, ears_of(name)): name for name, day in found}
    named = (Stage(name, instant(day, policy), ears) for (day, ears), name in nearest.items())
    return tuple(sorted(named, key=lambda stage: stage.at))


def _long(span: _Span, policy: Policy, working_days: WorkingDays) -> Iterator[tuple[str, date]]:
    """Yield the start and half-time of long work, and the start of work nobody would hear of before it."""
    if span.start is None:
        return
    is_long = (span.remind_by - span.start).days >= policy.long_days
    if is_long or span.begins_unheard(policy):
        yield START, working_days.on_or_before(span.start - policy.start_before * DAY)
    if is_long:
        yield HALF, working_days.on_or_before(span.start + (span.remind_by - span.start) // 2)


def _before(span: _Span, policy: Policy, working_days: WorkingDays) -> Iterator[tuple[str, date]]:
    """Yield the stages counted back from the last day to act."""
    for count in span.days_before(policy):
        yield f"D-{count}", working_days.on_or_before(span.remind_by - count * DAY)


def _late(span: _Span, policy: Policy, working_days: WorkingDays) -> Iterator[tuple[str, date]]:
    """Yield the overdue notices, and who hears of it further up, each with its grace."""
    told = [(days, working_days.on_or_after(span.late_from + days * DAY)) for days in span.days_late(policy)]
    for days, day in (*told, *_again(span, told[-1][1] if told else span.late_from, policy, working_days)):
        yield f"L+{days}", day
    for name, days in zip(ESCALATED, (policy.helpers_after, policy.committee_after, policy.manager_after), strict=True):
        if span.told_late(days):
            yield name, working_days.on_or_after(span.late_from + timedelta(days=days))


def _again(span: _Span, last: date, policy: Policy, working_days: WorkingDays) -> Iterator[tuple[int, date]]:
    """Yield the notices after the `last` counted one, as long as there are any: days late, and the day they go.

    Whole weeks go on the first working day of a week, so that all that is late stands in one message.
    """
    every, left = policy.overdue_every, policy.overdue_most - len(span.days_late(policy))
    first = last - timedelta(days=last.weekday()) if every % WEEK == 0 else last
    for number in range(1, 1 + left):
        day = first + timedelta(days=number * every)
        yield (day - span.late_from).days, working_days.on_or_after(day)
