"""When people are reminded, as data: stages counted back from the last day to act, and the hours that are fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from schedules.calendar import WorkingDays
from tracker.reminders.reasons import Reason
from tracker.zone import HO_CHI_MINH

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Policy:
    """How a school reminds; every field is a default a school may change."""

    days_before: tuple[int, ...] = (7, 3, 1, 0)
    """Stages: how many days before the last day to act."""
    send_at: time = time(7)
    """The hour of the daily message; nothing goes before it."""
    quiet_from: time = time(21)
    """Nothing goes from this hour on; it waits for the next working day."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Nothing may go now: why, and until which instant."""

    reason: Reason
    until: datetime


def stage_name(days: int) -> str:
    """Return the name of the stage so many days before the last day to act."""
    return f"D-{days}"


@lru_cache(maxsize=4096)
def stages(remind_by: date, policy: Policy, working_days: WorkingDays) -> tuple[tuple[str, datetime], ...]:
    """Return stages with their instants; on a day off a stage goes the working day before.

    Where two fall on one day, the one nearest the deadline stays.
    """
    days = sorted(set(policy.days_before), reverse=True)
    moved = {working_days.on_or_before(remind_by - count * DAY): stage_name(count) for count in days}
    return tuple((stage, instant(day, policy)) for day, stage in moved.items())


def instant(day: date, policy: Policy) -> datetime:
    """Return the instant of the daily message on a day."""
    return datetime.combine(day, policy.send_at, HO_CHI_MINH)


def hold(now: datetime, policy: Policy, working_days: WorkingDays) -> Hold | None:
    """Return why nothing may go at `now` (a day off, quiet hours), or None when messages may go."""
    local = now.astimezone(HO_CHI_MINH)
    today = local.date()
    if not working_days.is_working(today):
        return Hold(Reason.HELD_DAY_OFF, instant(working_days.after(today), policy))
    if local.time() < policy.send_at:
        return Hold(Reason.HELD_QUIET_HOURS, instant(today, policy))
    if local.time() >= policy.quiet_from:
        return Hold(Reason.HELD_QUIET_HOURS, instant(working_days.after(today), policy))
    return None
