"""What the Official Account can be asked: may it write to a person, did a message arrive, what a template needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

from notifiers.outcome import Outcome
from notifiers.zalo.loose_json import instant, number, object_in
from notifiers.zalo.oa_api import OaApi, OaCall, packed
from notifiers.zalo.oa_settings import Template
from notifiers.zalo.zbs_fields import parameters_from

CONSULTATION = timedelta(days=7)
"""Consultation messages are allowed up to 7 days after a person's last word (error -230 after that)."""


@dataclass(frozen=True, slots=True)
class Window:
    """When a person last turned to the account (aware instant, None when never), and how many free messages remain."""

    last_word: datetime | None
    free_left: int | None = None

    def open(self, now: datetime) -> bool:
        """Tell whether a consultation message may be sent at `now`."""
        return self.last_word is not None and now - self.last_word <= CONSULTATION


class Delivery(IntEnum):
    """What Zalo knows of a template message."""

    UNKNOWN = -1
    PUSHED = 0
    DELIVERED = 1


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """A template as Zalo keeps it: its fields, its status and its prices in đồng (None when not told)."""

    template: Template
    status: str
    phone_price: int | None
    user_price: int | None


class OaFacts:
    """Questions to one Official Account; each returns an Outcome when it cannot be answered."""

    def __init__(self, api: OaApi) -> None:
        self._api = api

    def window(self, user_id: str, now: datetime) -> Window | Outcome:
        """Ask when a person last turned to the account."""
        url = f"{self._api.settings.openapi_url}/v3.0/oa/quota/message"
        data = self._api.call(OaCall(url, now, {"user_id": user_id}))
        if isinstance(data, Outcome):
            return data
        return Window(instant(data.get("last_interaction")), number(object_in(data, "cs_reply").get("remain")))

    def account(self, now: datetime) -> Mapping[str, Any] | Outcome:
        """Ask for the account itself: is_verified, package_name, linked_ZCA."""
        return self._api.call(OaCall(f"{self._api.settings.openapi_url}/v2.0/oa/getoa", now, params={}))

    def groups(self, now: datetime, offset: int = 0) -> Mapping[str, Any] | Outcome:
        """Ask for up to 50 groups the account owns."""
        url = f"{self._api.settings.openapi_url}/v3.0/oa/group/getgroupsofoa"
        return self._api.call(OaCall(url, now, params=packed({"offset": offset, "count": 50})))

    def delivery(self, message_id: str, now: datetime) -> Delivery | Outcome:
        """Ask whether a ZBS message by phone arrived."""
        data = self._zbs("/message/status", {"message_id": message_id}, now)
        if isinstance(data, Outcome):
            return data
        status = number(data.get("status"))
        return Delivery(status) if status in set(Delivery) else Delivery.UNKNOWN

    def remaining(self, now: datetime) -> int | Outcome | None:
        """Ask how many ZBS messages may still go today; None when Zalo does not say."""
        data = self._zbs("/message/quota", {}, now)
        return data if isinstance(data, Outcome) else number(data.get("remainingQuota"))

    def template(self, template_id: str, name: str, now: datetime) -> TemplateFacts | Outcome:
        """Ask for a template's fields with their longest lengths, its status and prices."""
        data = self._zbs("/template/info/v2", {"template_id": template_id}, now)
        if isinstance(data, Outcome):
            return data
        template = Template(name, template_id, tuple(parameters_from(data.get("listParams"))))
        status = str(data.get("status") or "")
        return TemplateFacts(template, status, number(data.get("price_sdt")), number(data.get("price_uid")))

    def _zbs(self, path: str, params: Mapping[str, str], now: datetime) -> Mapping[str, Any] | Outcome:
        return self._api.call(OaCall(f"{self._api.settings.business_url}{path}", now, params=params, table="zbs"))
