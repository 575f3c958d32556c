"""What people write to the bot: the body of a webhook or of a poll as one Incoming, and the check of its sender.

Zalo posts {ok, result: {event_name, message}} with the header X-Bot-Api-Secret-Token; some paths send the result
unwrapped, so both are read (docs.zaloplatforms.com/docs/BOT).
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from notifiers.secret import Secret
from notifiers.zalo.loose_json import instant, object_in, parsed, text_in


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
    return incoming(parsed(body))


def incoming(body: Mapping[str, Any]) -> Incoming | None:
    """Read a message from a webhook body or from the result of a poll, wrapped or not."""
    result = object_in(body, "result") or body
    message = object_in(result, "message")
    chat, sender = object_in(message, "chat"), object_in(message, "from")
    chat_id = text_in(chat, "id")
    if not chat_id or sender.get("is_bot") is True:
        return None
    return Incoming(
        event=_event(text_in(result, "event_name")),
        chat_id=chat_id,
        message_id=text_in(message, "message_id"),
        from_id=text_in(sender, "id"),
        from_name=text_in(sender, "display_name"),
        text=text_in(message, "text") or text_in(message, "caption"),
        photo=text_in(message, "photo_url") or text_in(message, "photo"),
        group=text_in(chat, "chat_type").upper() == "GROUP",
        at=instant(message.get("date")),
    )


def _event(name: str) -> Event:
    return Event(name) if name in set(Event) else Event.OTHER
