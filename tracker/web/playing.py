"""The desk by which pages play what the clock will do: the school's own policy and calendar, nothing sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from notifiers import Message, Outcome, OutcomeKind
from tracker.reminders.desk import Desk
from tracker.reminders.house import house_policy
from tracker.reminders.reasons import Reason
from tracker.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Anywhere:
    """Stands in for every channel: takes any address, sends nothing."""

    name: str = "rehearsal"

    def accepts(self, address: str) -> bool:  # noqa: ARG002 - the contract of every channel
        """Take every address."""
        return True

    def send(self, message: Message, now: datetime) -> Outcome:  # noqa: ARG002 - the contract of every channel
        """Say that it would have been sent."""
        return Outcome(OutcomeKind.SENT, Reason.PLANNED.sentence, provider_id=message.key)


def playing_desk(visit: Visit) -> Desk:
    """Return the desk by which a visit looks ahead, its present the instant of the visit."""
    return Desk(
        channels=(Anywhere(),),
        wall=lambda: visit.now,
        policy=house_policy(visit.db),
        calendar=visit.site.calendar_of(),
    )
