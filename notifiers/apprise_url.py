"""Apprise: the way to every other service a school wants; the address is the Apprise URL itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from notifiers.message import Message
from notifiers.outcome import Outcome


@dataclass(frozen=True, slots=True)
class AppriseSettings:
    """How long Apprise may take."""

    connect_seconds: float = 10.0
    """How long opening a connection may take."""
    read_seconds: float = 30.0
    """How long a service's answer may take."""
    total_seconds: float = 90.0
    """How long one message may take in all; after that its outcome is unknown."""


class AppriseChannel:
    """Sends to any URL with a scheme and two slashes."""

    name = "apprise"

    def __init__(self, settings: AppriseSettings) -> None:
        self._settings = settings

    def accepts(self, address: str) -> bool:
        """Tell whether the address looks like an Apprise URL."""
        return re.match(r"[a-z][a-z0-9+.-]*://", address, re.IGNORECASE) is not None

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one message."""
        raise NotImplementedError(message.key, now)
