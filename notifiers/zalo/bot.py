"""The Zalo Bot channel: people and groups that wrote to the school's bot first."""

from __future__ import annotations

import re
from datetime import datetime

from notifiers.message import Message
from notifiers.outcome import Outcome, bad_recipient
from notifiers.zalo.bot_api import BotApi, Call
from notifiers.zalo.bot_settings import ZaloBotSettings
from notifiers.zalo.delivery import Answer, deliver
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

    def understands(self, address: str) -> bool:
        """Tell whether there is a chat's id in the address."""
        return bool(_chat_of(address))

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one message at the aware instant `now`."""
        chat_id = _chat_of(message.to)
        if not chat_id:
            return bad_recipient("Địa chỉ bot Zalo không đúng; cần dạng zalobot:MÃ_TRÒ_CHUYỆN")
        return deliver(parts(chat_text(message)), lambda text: self._post(chat_id, text, message.key, now))

    def _post(self, chat_id: str, text: str, key: str, now: datetime) -> Answer:
        return self._api.call(Call("sendMessage", {"chat_id": chat_id, "text": text}, now, key))


def _chat_of(address: str) -> str:
    chat_id = address.partition(":")[2].strip("/")
    return chat_id if re.fullmatch(r"[\w.@-]{1,128}", chat_id, re.ASCII) else ""
