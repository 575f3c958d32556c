"""What people write to the bot: the body of a webhook or of a poll as one Incoming, and the check of its sender.

Zalo posts {ok, result: {event_name, message}} with the header X-Bot-Api-Secret-Token; some paths send the result
unwrapped, so both are read (docs.zaloplatforms.com/docs/BOT).
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from notifiers.secret import Secret


class Event(StrEnum):
    """What came in. UNSUPPORTED is what Zalo sends for protected accounts, children among them: no text."""

    TEXT = "message.text.received"
    IMAGE = "message.image.received"
    STICKER = "message.sticker.received"
    VOICE = "message.voice.received"
    UNSUPPORTED = "message.unsupported.received"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message to the bot. `chat_id` is where to answer; `at` is an aware instant, None when not told."""

    event: Event
    chat_id: str
    message_id: str
    from_id: str = ""
    from_name: str = ""
    text: str = ""
    photo: str = ""
    group: bool = False
    at: datetime | None = None

    @property
    def address(self) -> str:
        """The address by which this chat is reached."""
        return f"zalobot:{self.chat_id}"


def is_from_zalo(header: str | None, secret: Secret) -> bool:
    """Compare the header X-Bot-Api-Secret-Token with the secret in constant time; an empty secret fits nothing."""
    given = (header or "").encode("utf-8", "surrogateescape")
    return bool(secret) and hmac.compare_digest(given, secret.reveal().encode())


def read_webhook(body: bytes) -> Incoming | None:
    """Read a webhook body; None when it holds no message one could answer."""
    try:
        parsed = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return incoming(parsed) if isinstance(parsed, dict) else None


def incoming(body: Mapping[str, Any]) -> Incoming | None:
    """Read a message from a webhook body or from the result of a poll, wrapped or not."""
    result = _object(body, "result") or body
    message = _object(result, "message")
    chat, sender = _object(message, "chat"), _object(message, "from")
    chat_id = _text(chat, "id")
    if not chat_id or sender.get("is_bot") is True:
        return None
    return Incoming(
        event=_event(_text(result, "event_name")),
        chat_id=chat_id,
        message_id=_text(message, "message_id"),
        from_id=_text(sender, "id"),
        from_name=_text(sender, "display_name"),
        text=_text(message, "text") or _text(message, "caption"),
        photo=_text(message, "photo_url") or _text(message, "photo"),
        group=_text(chat, "chat_type").upper() == "GROUP",
        at=_instant(message.get("date")),
    )


def _event(name: str) -> Event:
    return Event(name) if name in set(Event) else Event.OTHER


def _object(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = body.get(name)
    return value if isinstance(value, dict) else {}


def _text(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _instant(raw: Any) -> datetime | None:
    """Return the instant of epoch milliseconds, which come as a number or as text."""
    try:
        return datetime.fromtimestamp(int(raw) / 1000, UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return None
