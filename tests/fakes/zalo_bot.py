"""A Zalo Bot server with the quirks of the real one: 200 with ok:false, idle polls that end as 408."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.http import Answer, FakeHttp, Seen, running_http

TOKEN = "1234567890:bi-mat-cua-bot-thu"


def refused(code: int | str, description: str, status: int = 200) -> Answer:
    return Answer({"ok": False, "error_code": code, "description": description}, status)


@dataclass
class FakeZaloBot(FakeHttp):
    """`sent` holds (chat_id, text); `refuse` maps a chat_id to an answer; `inbox` holds results for polls."""

    respond: Any = None
    token: str = TOKEN
    sent: list[tuple[str, str]] = field(default_factory=list)
    refuse: dict[str, Answer] = field(default_factory=dict)
    inbox: list[dict[str, Any]] = field(default_factory=list)
    webhook: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.respond = self._respond

    def _respond(self, seen: Seen) -> Answer:
        bot, _, method = seen.path.removeprefix("/bot").partition("/")
        if bot != self.token:
            return refused(401, "Unauthorized")
        act = getattr(self, f"_{method}", None)
        return act(seen.json) if act else refused(404, "Not Found")

    def _getMe(self, payload) -> Answer:  # noqa: N802 - named after the method
        return _ok({"id": "1", "account_name": "bot.truong", "account_type": "BASIC", "can_join_groups": False})

    def _sendMessage(self, payload) -> Answer:  # noqa: N802
        chat_id, text = payload["chat_id"], payload["text"]
        if chat_id in self.refuse:
            return self.refuse[chat_id]
        if not 1 <= len(text) <= 2000:
            return refused(400, "text must be 1 to 2000 characters")
        self.sent.append((chat_id, text))
        return _ok({"message_id": f"tin-{len(self.sent)}", "date": 1716508800000})

    def _getUpdates(self, payload) -> Answer:  # noqa: N802
        return _ok(self.inbox.pop(0)) if self.inbox else refused("408", "Request timeout")

    def _setWebhook(self, payload) -> Answer:  # noqa: N802
        self.webhook = payload
        return _ok({"url": payload["url"]})

    def _deleteWebhook(self, payload) -> Answer:  # noqa: N802
        self.webhook = {}
        return _ok({"url": ""})


def _ok(result: dict[str, Any]) -> Answer:
    return Answer({"ok": True, "result": result})


def incoming_text(text: str, chat_id: str = "chat-lan") -> dict[str, Any]:
    """A message to the bot as a poll returns it and a webhook posts it (there wrapped in "result")."""
    message = {
        "from": {"id": "nguoi-1", "display_name": "Cô Lan", "is_bot": False},
        "chat": {"id": chat_id, "chat_type": "PRIVATE"},
        "text": text,
        "message_id": "den-1",
        "date": 1716508800000,
    }
    return {"event_name": "message.text.received", "message": message}


@contextmanager
def running_zalo_bot() -> Iterator[FakeZaloBot]:
    with running_http(FakeZaloBot()) as fake:
        yield fake
