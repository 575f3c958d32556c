"""The settings of the Zalo bot, and the limits of its free plan."""

from __future__ import annotations

from dataclasses import dataclass, field

from notifiers.secret import Secret

USERS = 50
MESSAGES_A_MONTH = 3000
GROUPS = 3
"""Limits of the Basic plan as bot.zapps.me showed them on 2026-09-26; they move, so they only warn."""


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
    users: int = USERS
    """How many people the plan lets the bot write to."""
    messages_a_month: int = MESSAGES_A_MONTH
    """How many messages the plan lets the bot send in a calendar month."""
    share_link: str = ""
    """The address at which people open the bot, as Zalo's “share” shows it; shown as a QR code with linking codes."""
