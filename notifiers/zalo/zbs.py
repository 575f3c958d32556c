"""ZBS template messages (ZNS until 2025): approved templates to any Vietnamese phone, or to a user id."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from notifiers.message import Message
from notifiers.outcome import Outcome, bad_configuration, bad_recipient, defer, sent
from notifiers.zalo.hours import is_night, morning_after
from notifiers.zalo.oa_api import OaApi, OaCall
from notifiers.zalo.oa_chat import identity
from notifiers.zalo.oa_settings import Template
from notifiers.zalo.zbs_fields import MissingFieldError, filled


class ZbsChannel:
    """Sends zbs:PHONE (never at night) and zbsuid:USER_ID."""

    name = "zbs"

    def __init__(self, api: OaApi) -> None:
        self._api = api

    def accepts(self, address: str) -> bool:
        """Tell whether the address is zbs:PHONE or zbsuid:USER_ID."""
        return address.lower().startswith(("zbs:", "zbsuid:"))

    def understands(self, address: str) -> bool:
        """Tell whether there is a phone number or a user's id in the address."""
        if address.lower().startswith("zbsuid:"):
            return bool(identity(address))
        return bool(international(address.partition(":")[2]))

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one message at the aware instant `now` with the template it names, or with the first one."""
        template = self._template(message.template)
        if template is None:
            return bad_configuration(f"Chưa khai mẫu tin ZBS “{message.template or 'mặc định'}”")
        try:
            data = filled(template, message)
        except MissingFieldError as missing:
            return bad_configuration(str(missing))
        payload = {"template_id": template.template_id, "template_data": data}
        if message.to.lower().startswith("zbsuid:"):
            return self._to_user(message, payload, now)
        return self._to_phone(message, payload, now)

    def _to_phone(self, message: Message, payload: Mapping[str, Any], now: datetime) -> Outcome:
        phone = international(message.to.partition(":")[2])
        if not phone:
            return bad_recipient("Số điện thoại không đúng; cần dạng zbs:0912345678")
        if is_night(now):
            return defer(morning_after(now, message.key), "Zalo không gửi mẫu tin ban đêm; gửi vào buổi sáng")
        body = {"phone": phone, **payload, "tracking_id": tracking_id(message.key), "sending_mode": "1"}
        if self._api.settings.development:
            body["mode"] = "development"
        url = f"{self._api.settings.business_url}/message/template"
        return _read(self._api.call(OaCall(url, now, body, table="zbs", key=message.key)))

    def _to_user(self, message: Message, payload: Mapping[str, Any], now: datetime) -> Outcome:
        user_id = identity(message.to)
        if not user_id:
            return bad_recipient("Địa chỉ ZBS không đúng; cần dạng zbsuid:MÃ_NGƯỜI_DÙNG")
        nested = self._api.settings.nested_user
        whom = {"recipient": {"user_id": user_id}} if nested else {"user_id": user_id}
        url = f"{self._api.settings.openapi_url}/v3.0/oa/message/template"
        return _read(self._api.call(OaCall(url, now, {**whom, **payload}, key=message.key)))

    def _template(self, name: str) -> Template | None:
        known = self._api.settings.templates
        return next((one for one in known if name in {"", one.name}), None)


def international(phone: str) -> str:
    """Return a Vietnamese mobile number as 84xxxxxxxxx; empty when it is none (Zalo's error -108)."""
    digits = re.sub(r"[\s().+-]", "", phone)
    found = re.fullmatch(r"(?:84|0084|0)([35789]\d{8})", digits, re.ASCII)
    return f"84{found[1]}" if found else ""


def tracking_id(key: str) -> str:
    """Return the id that delivery reports bring back: the same for every repeat, at most 48 characters."""
    return hashlib.sha256(key.encode()).hexdigest()[:40]


def _read(answer: Mapping[str, Any] | Outcome) -> Outcome:
    if isinstance(answer, Outcome):
        return answer
    quota = answer.get("quota")
    left = quota.get("remainingQuota") if isinstance(quota, dict) else None
    identity = answer.get("msg_id") or answer.get("message_id")
    detail = f"còn {left} tin trong ngày" if left is not None else ""
    return sent(str(identity) if identity else None, "Zalo đã nhận tin", detail)
