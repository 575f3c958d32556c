"""The Zalo Bot API: one method call in, its result or an outcome out.

Contract: POST {base}/bot{token}/{method} with JSON; envelope {ok, result, error_code, description}; HTTP 200 alone
is no success (docs.zaloplatforms.com/docs/BOT).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from notifiers.outcome import Outcome, OutcomeKind, bad_configuration, unknown
from notifiers.secret import Redactor, hide
from notifiers.zalo.bot_settings import ZaloBotSettings
from notifiers.zalo.error_table import row_for
from notifiers.zalo.loose_json import number
from notifiers.zalo.wire import LOGGERS, Reply, Request, Silence, Wire

IDLE = 408
"""A poll that ends without a message answers ok:false with this number."""
POLL_SECONDS = 30
SLACK_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Call:
    """One method call; `key` names the message it is about, `now` the aware instant."""

    method: str
    payload: Mapping[str, Any]
    now: datetime
    key: str = ""


class BotApi:
    """The bot of one token."""

    def __init__(self, settings: ZaloBotSettings) -> None:
        token = settings.token.reveal()
        self._settings = settings
        self._wire = Wire(settings.connect_seconds, settings.read_seconds)
        self._redact = Redactor([token, token.partition(":")[2]])
        hide([token, token.partition(":")[2]], LOGGERS)

    def call(self, call: Call) -> Mapping[str, Any] | Outcome:
        """Call a method and return its result, or the outcome that an error or a silence means."""
        return self._read(call, self._ask(call, self._wire))

    def me(self, now: datetime) -> Mapping[str, Any] | Outcome:
        """Return what Zalo says of the bot: id, account_name, account_type, can_join_groups."""
        return self.call(Call("getMe", {}, now))

    def updates(self, now: datetime, seconds: int = POLL_SECONDS) -> Mapping[str, Any] | Outcome | None:
        """Wait up to `seconds` for one message to the bot; None when nobody wrote. Works only without a webhook."""
        wire = Wire(self._settings.connect_seconds, seconds + SLACK_SECONDS)
        call = Call("getUpdates", {"timeout": seconds}, now)
        reply = self._ask(call, wire)
        if isinstance(reply, Reply) and _code(reply) == IDLE:
            return None
        return self._read(call, reply)

    def set_webhook(self, url: str, now: datetime) -> Mapping[str, Any] | Outcome:
        """Ask Zalo to post messages to an https address, with the webhook secret of the settings."""
        secret = self._settings.webhook_secret.reveal()
        return self.call(Call("setWebhook", {"url": url, "secret_token": secret}, now))

    def delete_webhook(self, now: datetime) -> Mapping[str, Any] | Outcome:
        """Take the webhook away, so that polling works again."""
        return self.call(Call("deleteWebhook", {}, now))

    def _ask(self, call: Call, wire: Wire) -> Reply | Silence | Outcome:
        token = self._settings.token.reveal()
        if not token:
            return bad_configuration("Chưa khai mã (token) của bot Zalo; mở phần cài đặt kênh để khai")
        return wire.ask(Request(f"{self._settings.base_url}/bot{token}/{call.method}", json=call.payload))

    def _read(self, call: Call, reply: Reply | Silence | Outcome) -> Mapping[str, Any] | Outcome:
        if isinstance(reply, Outcome):
            return reply
        if isinstance(reply, Silence):
            return reply.outcome()
        body = reply.body or {}
        if reply.accepted and body.get("ok") is True:
            result = body.get("result")
            return result if isinstance(result, dict) else {}
        return self._refused(call, reply)

    def _refused(self, call: Call, reply: Reply) -> Outcome:
        if reply.accepted and reply.body is None:
            return unknown("Zalo trả lời không đọc được; có thể tin đã tới", f"HTTP {reply.status}")
        code, words = _code(reply), self._redact(_words(reply))
        outcome = row_for("bot", code, words).outcome(call.now, call.key, f"{code} {words}".strip())
        if outcome.kind is OutcomeKind.RETRY_AFTER and reply.retry_after is not None:
            return replace(outcome, retry_after=timedelta(seconds=reply.retry_after))
        return outcome


def _code(reply: Reply) -> int:
    """Return the error number, which Zalo writes as a number or as text; else the HTTP status."""
    told = number((reply.body or {}).get("error_code"))
    return reply.status if told is None else told


def _words(reply: Reply) -> str:
    return " ".join(str((reply.body or {}).get("description", "")).split())[:200]
