"""Preview: the channel that needs nothing; the outbox page shows the stored message, and nothing leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from notifiers.message import Message
from notifiers.outcome import Outcome, sent


@dataclass(frozen=True, slots=True)
class PreviewChannel:
    """Takes every message for preview: addresses and sends nothing anywhere."""

    name: str = "preview"

    def accepts(self, address: str) -> bool:
        """Tell whether the address is preview: (with anything after it)."""
        return address.lower().startswith("preview:")

    def send(self, message: Message, now: datetime) -> Outcome:  # noqa: ARG002 - the contract of every channel
        """Return SENT with the message's own key; the message stays in the outbox for people to read."""
        return sent(message.key, "Đã ghi vào trang tin gửi (xem thử, không gửi ra ngoài)")
