"""When people are reminded, as data: stages around a deadline, and the hours that are fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from schedules.calendar import WorkingDays
from tracker.days_off_words import OFF, WEEKEND
from tracker.reminders.reasons import Reason
from tracker.zone import HO_CHI_MINH

DAY = timedelta(days=1)
MOST_DAYS = 366
STAGES = ("days_before", "month_days_before", "term_days_before", "overdue_days")
COUNTS = (
    *("long_days", "start_before", "overdue_every", "overdue_most"),
    *("helpers_after", "committee_after", "manager_after"),
)


@dataclass(frozen=True, slots=True)
class Policy:
    """How a school reminds; every field is a default a school, plan, task or person may override."""

    days_before: tuple[int, ...] = (7, 3, 1, 0)
    """Stages: how many days before the last day to act."""
    month_days_before: tuple[int, ...] = (14,)
    """Stages more for work dated by a month."""
    term_days_before: tuple[int, ...] = (30, 14)
    """Stages more for work dated by a term or a year."""
    long_days: int = 32
    """Work that lasts at least so many days, more than a month, is also told of before it starts and at half-time."""
    start_before: int = 3
    """How many days before long work starts people are told."""
    overdue_days: tuple[int, ...] = (1, 3, 7)
    """On which days of being late people are told; 1 is the first late working day."""
    overdue_every: int = 7
    """Days from one overdue notice to the next after those days; whole weeks go with the message that opens a week."""
    overdue_most: int = 26
    """How many overdue notices there are at most, half a year; 0 means none."""
    helpers_after: int = 3
    """Days late after which helpers hear that the work is overdue."""
    committee_after: int = 7
    """Days late after which the monitoring committee hears of it."""
    manager_after: int = 14
    """Days late after which the person in charge of the plan hears of it."""
    week_summary: bool = True
    """Whether the committee and the managers are told of the week on its first working day."""
    send_at: time = time(7)
    """The hour of the daily message; nothing goes before it."""
    quiet_from: time = time(21)
    """Nothing goes from this hour on; it waits for the next working day."""

    def __post_init__(self) -> None:
        """Refuse, with the name of the field, what nobody could be reminded by; raise ValueError."""
        if not self.days_before:
            raise ValueError("days_before: cần ít nhất một nấc nhắc, ví dụ [7, 3, 1, 0]")
        for name in STAGES:
            if any(not 0 <= days <= MOST_DAYS for days in getattr(self, name)):
                raise ValueError(f"{name}: mỗi nấc là số ngày từ 0 đến {MOST_DAYS}")
        if 0 in self.overdue_days:
            raise ValueError("overdue_days: ngày quá hạn đầu tiên là 1")
        for name in COUNTS:
            if not 0 <= getattr(self, name) <= MOST_DAYS:
                raise ValueError(f"{name}: cần số từ 0 đến {MOST_DAYS}")
        if self.overdue_every == 0:
            raise ValueError("overdue_every: cần số ngày từ 1")
        if self.send_at >= self.quiet_from:
            raise ValueError("send_at: giờ gửi phải trước giờ nghỉ quiet_from")


@dataclass(frozen=True, slots=True)
class Hold:
    """Nothing may go now: why, until which instant, and the day off everybody does not expect, if it is one."""

    reason: Reason
    until: datetime
    day_off: str = ""

    @property
    def sentence(self) -> str:
        """The reason in Vietnamese, with the day off by its name."""
        said = self.reason.sentence
        return said.replace("ngày nghỉ", f"ngày nghỉ ({self.day_off})", 1) if self.day_off else said


def instant(day: date, policy: Policy) -> datetime:
    """Return the instant of the daily message on a day."""
    return datetime.combine(day, policy.send_at, HO_CHI_MINH)


def hold(now: datetime, policy: Policy, working_days: WorkingDays) -> Hold | None:
    """Return why nothing may go at `now` (a day off, quiet hours), or None when messages may go."""
    local = now.astimezone(HO_CHI_MINH)
    today = local.date()
    if why := working_days.why_off(today):
        named = "" if why in WEEKEND else why.removeprefix(OFF)
        return Hold(Reason.HELD_DAY_OFF, instant(working_days.after(today), policy), named)
    if local.time() < policy.send_at:
        return Hold(Reason.HELD_QUIET_HOURS, instant(today, policy))
    if local.time() >= policy.quiet_from:
        return Hold(Reason.HELD_QUIET_HOURS, instant(working_days.after(today), policy))
    return None
