"""Channels that look like the real ones and send nothing: for dry runs and replays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from notifiers import Channel, Message, Outcome, OutcomeKind
from tracker.reminders.desk import Desk


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Stands in for a channel: same name, same addresses, nothing leaves."""

    channel: Channel

    @property
    def name(self) -> str:
        """The name of the channel it stands in for."""
        return self.channel.name

    def accepts(self, address: str) -> bool:
        """Tell whether the real channel would send there."""
        return self.channel.accepts(address)

    def send(self, message: Message, now: datetime) -> Outcome:  # noqa: ARG002 - the contract of every channel
        """Say that it would have been sent."""
        return Outcome(OutcomeKind.SENT, "Diễn thử, không gửi gì", provider_id=message.key)


def rehearsed(channels: Iterable[Channel]) -> tuple[Channel, ...]:
    """Return stand-ins for channels, in the same order."""
    return tuple(Rehearsal(channel) for channel in channels)


def rehearsing(desk: Desk) -> Desk:
    """Return the same desk with channels that send nothing."""
    return replace(desk, channels=rehearsed(desk.channels))
