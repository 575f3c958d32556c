"""The Zalo Bot channel: people and groups that wrote to the school's bot first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from notifiers.message import Message
from notifiers.outcome import Outcome, OutcomeKind, bad_configuration, bad_recipient, sent, unknown
from notifiers.zalo.bot_api import BotApi, Call
from notifiers.zalo.bot_settings import ZaloBotSettings
from notifiers.zalo.parts import parts
from notifiers.zalo.sayings import chat_text

__all__ = ["ZaloBotChannel", "ZaloBotSettings"]


class ZaloBotChannel:
    """Sends zalobot:CHAT_ID addresses as plain text, in numbered parts when long."""

    name = "zalo_bot"

    def __init__(self, settings: ZaloBotSettings) -> None:
        self._api = BotApi(settings)

    def accepts(self, address: str) -> bool:
        """Tell whether the address is zalobot:CHAT_ID."""
        return address.lower().startswith("zalobot:")

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one message at the aware instant `now`."""
        chat_id = message.to.partition(":")[2].strip("/")
        if not re.fullmatch(r"[\w.@-]{1,128}", chat_id, re.ASCII):
            return bad_recipient("Địa chỉ bot Zalo không đúng; cần dạng zalobot:MÃ_TRÒ_CHUYỆN")
        texts = parts(chat_text(message))
        if not texts:
            return bad_configuration("Tin trống, không có gì để gửi")
        return self._send_parts(chat_id, texts, message.key, now)

    def _send_parts(self, chat_id: str, texts: tuple[str, ...], key: str, now: datetime) -> Outcome:
        identities: list[str] = []
        for text in texts:
            answer = self._api.call(Call("sendMessage", {"chat_id": chat_id, "text": text}, now, key))
            if isinstance(answer, Outcome):
                return _after_parts(answer, len(identities), len(texts))
            identities.append(_identity(answer))
        return sent(",".join(filter(None, identities)) or None, "Zalo đã nhận tin", f"{len(texts)} phần")


def _after_parts(outcome: Outcome, done: int, total: int) -> Outcome:
    """Return the outcome of a message of which `done` parts went: repeating it would double those parts."""
    if not done or outcome.kind is OutcomeKind.UNKNOWN:
        return outcome
    return unknown(f"Mới gửi {done}/{total} phần rồi dừng: {outcome.reason}", outcome.detail)


def _identity(answer: Mapping[str, Any]) -> str:
    return str(answer.get("message_id") or "")
