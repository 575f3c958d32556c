"""Zalo Bot: the settings and the channel for people and groups that wrote to the school's bot first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from notifiers.message import Message
from notifiers.outcome import Outcome
from notifiers.secret import Secret


@dataclass(frozen=True, slots=True)
class ZaloBotSettings:
    """How to speak as the school's Zalo bot."""

    token: Secret = field(default_factory=Secret)
    """The bot's token as Zalo gave it (digits:secret); empty means that the bot is not set up."""
    webhook_secret: Secret = field(default_factory=Secret)
    """Secret of 8 to 256 characters that Zalo repeats in X-Bot-Api-Secret-Token; empty means long polling."""
    base_url: str = "https://bot-api.zaloplatforms.com"
    """Address of the Bot API; another one only in tests."""
    connect_seconds: float = 10.0
    """How long opening the connection may take."""
    read_seconds: float = 30.0
    """How long Zalo's answer may take; an answer later than this is an unknown outcome."""


class ZaloBotChannel:
    """Sends zalobot:CHAT_ID addresses."""

    name = "zalo_bot"

    def __init__(self, settings: ZaloBotSettings) -> None:
        self._settings = settings

    def accepts(self, address: str) -> bool:
        """Tell whether the address is zalobot:CHAT_ID."""
        return address.lower().startswith("zalobot:")

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one message."""
        raise NotImplementedError(message.key, now)
