"""A channel that ends every send as it was told, and remembers what arrived."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from notifiers import Message, Outcome, OutcomeKind


@dataclass
class Wild:
    """A channel that ends every send as it was told, and remembers what arrived."""

    name: str = "wild"
    ends: OutcomeKind = OutcomeKind.SENT
    tried: list[tuple[datetime, Message]] = field(default_factory=list)

    def accepts(self, address: str) -> bool:
        return address.startswith("wild:")

    def send(self, message: Message, now: datetime) -> Outcome:
        self.tried.append((now, message))
        after = timedelta(minutes=5) if self.ends is OutcomeKind.RETRY_AFTER else None
        return Outcome(self.ends, "thử", retry_after=after)
