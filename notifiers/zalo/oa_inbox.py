"""Webhooks of the Official Account: the check of their signature, and what they report.

X-ZEvent-Signature is "mac=" and the plain SHA-256 of app id, raw body, timestamp and a secret, not an HMAC. Public
texts disagree on which secret signs (the account's key or the app's), so either is accepted and named.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from notifiers.secret import Secret
from notifiers.zalo.loose_json import instant, object_in, parsed, text_in
from notifiers.zalo.oa_settings import ZaloOaSettings


class OaEvent(StrEnum):
    """What an event means for us."""

    DELIVERED = "user_received_message"
    SEEN = "user_seen_message"
    TEXT = "user_send_text"
    IMAGE = "user_send_image"
    FOLLOW = "follow"
    UNFOLLOW = "unfollow"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Report:
    """One event. `message_ids` are ours for DELIVERED and SEEN, theirs for TEXT; `tracking_id` comes with ZBS.

    `identity` is the same when Zalo repeats the event; `at` is an aware instant, None when not told.
    """

    event: OaEvent
    user_id: str
    message_ids: tuple[str, ...]
    tracking_id: str
    text: str
    at: datetime | None
    identity: str


def signed_by(header: str | None, body: bytes, settings: ZaloOaSettings) -> str | None:
    """Return which secret signed the raw body ("webhook_secret" or "app_secret"); None when none did."""
    given = (header or "").strip().removeprefix("mac=").strip().lower().encode("utf-8", "surrogateescape")
    stamp = text_in(parsed(body), "timestamp")
    secrets = {"webhook_secret": settings.webhook_secret, "app_secret": settings.app_secret}
    matches = [name for name, secret in secrets.items() if _fits(given, body, (settings.app_id, stamp), secret)]
    return matches[0] if matches else None


def _fits(given: bytes, body: bytes, frame: tuple[str, str], secret: Secret) -> bool:
    if not secret:
        return False
    app_id, stamp = frame
    expected = hashlib.sha256(app_id.encode() + body + stamp.encode() + secret.reveal().encode()).hexdigest()
    return hmac.compare_digest(given, expected.encode())


def read_report(body: bytes, oa_id: str) -> Report | None:
    """Read the body of a webhook of the account `oa_id`; None when it is no event."""
    event = parsed(body)
    name = text_in(event, "event_name")
    if not name:
        return None
    message = object_in(event, "message")
    ids, user_id = _ids(message), _person(event, oa_id)
    return Report(
        event=OaEvent(name) if name in set(OaEvent) else OaEvent.OTHER,
        user_id=user_id,
        message_ids=ids,
        tracking_id=text_in(message, "tracking_id") or text_in(event, "tracking_id"),
        text=text_in(message, "text"),
        at=instant(message.get("delivery_time")) or instant(event.get("timestamp")),
        identity="|".join((name, user_id, *(ids or (text_in(event, "timestamp"),)))),
    )


def _person(event: Mapping[str, Any], oa_id: str) -> str:
    """Return the side of the event that is not the account: follower, sender or recipient."""
    sides = (text_in(object_in(event, side), "id") for side in ("follower", "sender", "recipient"))
    return next((one for one in sides if one and one != oa_id), "")


def _ids(message: Mapping[str, Any]) -> tuple[str, ...]:
    many = message.get("msg_ids")
    found = [str(one) for one in many] if isinstance(many, list) else [text_in(message, "msg_id")]
    return tuple(filter(None, found))
