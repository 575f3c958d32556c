"""A period played through with a simulated clock: the same policy, planner, tick and outbox, on a copy in memory.

From the present on it is what the clock will do, from how things stand. The days before today are played as if each
plan had been published the day it was signed, whatever was sent, answered and received since.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tracker import recurring
from tracker.reminders.account import Told, told
from tracker.reminders.desk import Desk
from tracker.reminders.hours import Hours
from tracker.reminders.house import keep_house_policy, plan_all
from tracker.reminders.planning import replan, withdraw_done
from tracker.reminders.policy import instant
from tracker.reminders.rehearsing import rehearsing
from tracker.reminders.tick import TickReport, tick
from tracker.store import rehearsal, schools
from tracker.store.database import Database
from tracker.store.letters import MessageState
from tracker.store.rehearsal import Finished, PublishedPlan
from tracker.zone import HO_CHI_MINH

DAY = timedelta(days=1)

FURTHEST = 10
"""Years ahead that a replay goes: plans are of a year, and every day until then is played."""

Before = Callable[[datetime], set[int]]
"""What happens in a copy before the clock ticks at an instant: the schools whose reminders it changes."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days played through, both included.

    `done_on_time` supposes that all work is done on its last day to act; what is late already stays so.
    """

    first: date
    last: date
    done_on_time: bool = False


def too_far(last: date, today: date) -> str:
    """Return why a replay does not go on to a day, empty when it does."""
    if last.year - today.year <= FURTHEST:
        return ""
    return f"ngày {last:%d/%m/%Y} quá xa, chỉ diễn được đến hết năm {today.year + FURTHEST}"


def replay(db: Database, period: Period, desk: Desk) -> tuple[Told, ...]:
    """Return every message of a period, in order: from the desk's present on what `remind` will send.

    Of the days before today it is what would have been sent if each plan was published when it was signed; that clock
    starts with the oldest plan, so that a part of a year shows what the whole year shows for it. Nothing is sent and
    nothing in the real database changes.
    """
    now = desk.wall().astimezone(HO_CHI_MINH)
    past = replace(period, last=min(period.last, now.date() - DAY))
    reports = [
        *(_as_signed(db, past, desk) if past.first <= past.last else ()),
        *(ahead(db, period.last, desk, done_on_time=period.done_on_time) if period.last >= now.date() else ()),
    ]
    return tuple(one for report in reports if report.at.date() >= period.first for one in going(report))


def ahead(db: Database, last: date, desk: Desk, *, done_on_time: bool = False) -> Generator[TickReport, None, None]:
    """Yield what the clock will do from the desk's present to a day, tick by tick, on a copy of how things stand."""
    now = desk.wall().astimezone(HO_CHI_MINH)

    def supposed(at: datetime) -> set[int]:
        if done_on_time:
            withdraw_done(copy, rehearsal.finish_on_time(copy, at.date(), now.date()))
        return set()

    with rehearsal.copied(db) as copy:
        player = rehearsing(desk)
        if keep_house_policy(copy, player):
            plan_all(copy, player)
        yield from _walk(copy, player, now, last, supposed)


def going(report: TickReport) -> tuple[Told, ...]:
    """Return the messages of a tick that go out, without those the last look before sending dropped."""
    return tuple(one for one in told(report) if one.message.state is not MessageState.CANCELLED)


def _as_signed(db: Database, period: Period, desk: Desk) -> Iterator[TickReport]:
    with rehearsal.copied(db) as copy:
        player = rehearsing(desk)
        keep_house_policy(copy, player)
        year = _Year(copy, player, period)
        if not year.plans:
            return
        start = min(at.date() for at, _ in year.plans)
        yield from _walk(copy, player, instant(start, player.policy), period.last, year.comes)


def _walk(copy: Database, desk: Desk, start: datetime, last: date, before: Before) -> Iterator[TickReport]:
    """Tick at an instant and then whenever there may be something to do, up to the end of a day."""
    policies = Hours(copy, desk)
    hours = {desk.policy, *(policies.policy(school.id) for school in schools.all_schools(copy))}
    at = start
    while at.date() <= last:
        for school_id in before(at):
            replan(copy, school_id, desk.working_days, desk.policy)
        report = tick(copy, at, desk)
        yield report
        daily = (instant(at.date() + days * DAY, policy) for policy in hours for days in (0, 1))
        waits = (held.hold.until for held in report.held)
        stops = (*daily, *waits, rehearsal.next_instant(copy, at) or at)
        at = min(stop for stop in stops if stop > at)


class _Year:
    """The copy of a year wound back, and what still lies ahead in it."""

    def __init__(self, copy: Database, desk: Desk, period: Period) -> None:
        """Forget what happened, and know when each plan comes."""
        self._copy = copy
        days = ((instant(plan.day or period.first, desk.policy), plan) for plan in rehearsal.plans_in_force(copy))
        self.plans: list[tuple[datetime, PublishedPlan]] = sorted(
            days, key=lambda coming: (coming[0], coming[1].plan_id)
        )
        self._finished: list[Finished] = list(rehearsal.finished(copy))
        self._on_time = period.done_on_time
        rehearsal.wind_back(copy)

    def comes(self, at: datetime) -> set[int]:
        """Let an instant come: plans are published, work is done; return the schools that have news."""
        published = {plan.school_id for plan in self._published(at)}
        withdraw_done(self._copy, tuple(self._done(at)))
        return published

    def _published(self, at: datetime) -> Iterator[PublishedPlan]:
        while self.plans and self.plans[0][0] <= at:
            when, plan = self.plans.pop(0)
            rehearsal.publish(self._copy, plan.plan_id, when)
            recurring.begin(self._copy, plan.plan_id, when)
            yield plan

    def _done(self, at: datetime) -> Iterator[str]:
        while self._finished and self._finished[0].at <= at:
            one = self._finished.pop(0)
            rehearsal.finish(self._copy, one.task_id)
            yield one.task_id
        if self._on_time:
            yield from rehearsal.finish_on_time(self._copy, at.date())
