"""Official Account chats: consultation messages to a person, and messages to a group the account owns."""

from __future__ import annotations

import re
from datetime import datetime

from notifiers.message import Message
from notifiers.outcome import Outcome, bad_recipient
from notifiers.zalo.delivery import Answer, deliver
from notifiers.zalo.oa_api import OaApi, OaCall
from notifiers.zalo.parts import parts
from notifiers.zalo.sayings import chat_text, without_mentions


class ZaloOaChannel:
    """Sends zalooa:USER_ID as consultation text: free text to those who wrote within the last 7 days."""

    name = "zalo_oa"

    def __init__(self, api: OaApi) -> None:
        self._api = api

    def accepts(self, address: str) -> bool:
        """Tell whether the address is zalooa:USER_ID."""
        return address.lower().startswith("zalooa:")

    def understands(self, address: str) -> bool:
        """Tell whether there is a user's id in the address."""
        return bool(identity(address))

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one message at the aware instant `now`, in numbered parts when long."""
        user_id = identity(message.to)
        if not user_id:
            return bad_recipient("Địa chỉ Official Account không đúng; cần dạng zalooa:MÃ_NGƯỜI_DÙNG")
        return deliver(parts(chat_text(message)), lambda text: self._post(user_id, text, message.key, now))

    def _post(self, user_id: str, text: str, key: str, now: datetime) -> Answer:
        data = {"recipient": {"user_id": user_id}, "message": {"text": text}}
        url = f"{self._api.settings.openapi_url}/v3.0/oa/message/cs"
        return self._api.call(OaCall(url, now, data, key=key))


class ZaloGroupChannel:
    """Sends zalogroup:GROUP_ID as text to a group (GMF); mentions in the text are opened up, so nobody is pinged."""

    name = "zalo_group"

    def __init__(self, api: OaApi) -> None:
        self._api = api

    def accepts(self, address: str) -> bool:
        """Tell whether the address is zalogroup:GROUP_ID."""
        return address.lower().startswith("zalogroup:")

    def understands(self, address: str) -> bool:
        """Tell whether there is a group's id in the address."""
        return bool(identity(address))

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one message at the aware instant `now`, in numbered parts when long."""
        group_id = identity(message.to)
        if not group_id:
            return bad_recipient("Địa chỉ nhóm Zalo không đúng; cần dạng zalogroup:MÃ_NHÓM")
        texts = parts(without_mentions(chat_text(message)))
        return deliver(texts, lambda text: self._post(group_id, text, message.key, now))

    def _post(self, group_id: str, text: str, key: str, now: datetime) -> Answer:
        data = {"recipient": {"group_id": group_id}, "message": {"text": text}}
        url = f"{self._api.settings.openapi_url}/v3.0/oa/group/message"
        return self._api.call(OaCall(url, now, data, key=key))


def identity(address: str) -> str:
    """Return the id after the scheme of an address; empty when it is none."""
    found = re.fullmatch(r"[a-z]+:([\w.-]{1,128})", address.strip(), re.ASCII | re.IGNORECASE)
    return found[1] if found else ""
