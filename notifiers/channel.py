"""What every channel can do, and how a batch gives back what its channels hold open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, runtime_checkable

from notifiers.message import Message
from notifiers.outcome import Outcome


class Channel(Protocol):
    """One way to a person. It never raises for what a provider says or for what the network does."""

    @property
    def name(self) -> str:
        """The channel's short name in ledgers and settings."""

    def accepts(self, address: str) -> bool:
        """Tell whether this channel sends to such an address URL."""

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one message at the aware instant `now` and say how it ended."""


@runtime_checkable
class Discerning(Protocol):
    """A channel that knows more of an address than its beginning, where somebody has the time to ask."""

    def understands(self, address: str) -> bool:
        """Tell whether an address it accepts names somebody it could send to."""


@runtime_checkable
class Holding(Protocol):
    """A channel that keeps a connection open between two messages of a batch."""

    def close(self) -> None:
        """Close what is open; the next send opens it again."""


def release(channels: Iterable[Channel]) -> None:
    """Close what the channels hold open, at the end of a batch."""
    for channel in channels:
        if isinstance(channel, Holding):
            channel.close()
