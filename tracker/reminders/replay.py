"""A period played through with a simulated clock: the same policy, planner, tick and outbox, on a copy in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tracker import recurring
from tracker.reminders.account import Told, told
from tracker.reminders.desk import Desk
from tracker.reminders.house import keep_house_policy
from tracker.reminders.planning import replan
from tracker.reminders.policy import instant
from tracker.reminders.rehearsing import rehearsing
from tracker.reminders.tick import tick
from tracker.store import rehearsal
from tracker.store.database import Database
from tracker.store.rehearsal import Finished, PublishedPlan

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days played through, both included; `done_on_time` supposes that all work is done on its last day."""

    first: date
    last: date
    done_on_time: bool = False


def replay(db: Database, period: Period, desk: Desk) -> tuple[Told, ...]:
    """Return every message a period would have sent, in order, as if each plan was published the day it was signed.

    The clock starts with the oldest plan, so that a part of a year shows what the whole year shows for it.
    Nothing is sent and nothing in the real database changes.
    """
    with rehearsal.copied(db) as copy:
        year = _Year(copy, rehearsing(desk))
        year.begin(period)
        return tuple(message for at in year.instants(period) for message in year.play(at) if at.date() >= period.first)


class _Year:
    """The copy and what still lies ahead in it."""

    def __init__(self, copy: Database, desk: Desk) -> None:
        self._copy = copy
        self._desk = desk
        self._plans: list[tuple[datetime, PublishedPlan]] = []
        self._finished: list[Finished] = list(rehearsal.finished(copy))
        self._on_time = False

    def begin(self, period: Period) -> None:
        """Forget what happened, and know when each plan comes."""
        keep_house_policy(self._copy, self._desk)
        plans = rehearsal.plans_in_force(self._copy)
        self._plans = sorted(
            ((instant(plan.day or period.first, self._desk.policy), plan) for plan in plans),
            key=lambda coming: (coming[0], coming[1].plan_id),
        )
        self._on_time = period.done_on_time
        rehearsal.wind_back(self._copy)

    def instants(self, period: Period) -> Iterator[datetime]:
        """Yield the instants of the clock: the hour of the daily message, every day."""
        day = min([at.date() for at, _ in self._plans] + [period.first])
        while day <= period.last:
            yield instant(day, self._desk.policy)
            day += DAY

    def play(self, at: datetime) -> tuple[Told, ...]:
        """Let one instant come: plans are published, work is done, the clock ticks."""
        schools = {plan.school_id for plan in self._published(at)} | set(self._done(at))
        for school_id in schools:
            replan(self._copy, school_id, self._desk.working_days, self._desk.policy)
        return told(tick(self._copy, at, self._desk))

    def _published(self, at: datetime) -> Iterator[PublishedPlan]:
        while self._plans and self._plans[0][0] <= at:
            when, plan = self._plans.pop(0)
            rehearsal.publish(self._copy, plan.plan_id, when)
            recurring.begin(self._copy, plan.plan_id, when)
            yield plan

    def _done(self, at: datetime) -> Iterator[int]:
        while self._finished and self._finished[0].at <= at:
            one = self._finished.pop(0)
            rehearsal.finish(self._copy, one.task_id)
            yield one.school_id
        if self._on_time:
            yield from rehearsal.finish_on_time(self._copy, at.date())
