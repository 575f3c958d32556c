"""What a tick works with: channels, policy, calendar, addresses of pages, and the machine's own clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from notifiers import Channel
from schedules.calendar import SchoolCalendar, WorkingDays
from tracker.answers.links import AnswerLinks
from tracker.reminders.policy import Policy

LEASE = timedelta(minutes=10)
"""Longer than any channel may take for one message; see the time limits of the channels' settings."""


def no_step(name: str) -> None:
    """Do nothing at a named point of a tick; a crash test passes something less gentle."""


def nobody(holder: str) -> bool:  # noqa: ARG001 - stands in for who knows of holders
    """Say of no holder of a lease that its process is over."""
    return False


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a tick is given besides the database and the instant it works for.

    `wall` is the machine's own clock: leases are measured by it alone, whatever instant a tick is asked about, so that
    one asked about another hour takes nothing from a sender at work. `gone` knows of holders of leases whose process
    is surely over: what they held is settled at once.
    """

    channels: tuple[Channel, ...]
    wall: Callable[[], datetime]
    policy: Policy = field(default_factory=Policy)
    calendar: SchoolCalendar = field(default_factory=SchoolCalendar)
    base_url: str = ""
    step: Callable[[str], None] = no_step
    gone: Callable[[str], bool] = nobody
    links: AnswerLinks | None = None

    @property
    def working_days(self) -> WorkingDays:
        """The days worked at the school."""
        return self.calendar.working_days
