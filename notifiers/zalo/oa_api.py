"""Calls of the Official Account's OpenAPI and of ZBS: one call in, its data or an outcome out.

Success is HTTP 2xx and error 0; a refused access token is renewed and the call made once more, which is safe because
a refused call did nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from notifiers.outcome import Outcome, unknown
from notifiers.secret import Redactor, Secret
from notifiers.zalo.access import Access
from notifiers.zalo.error_table import ErrorRow, row_for
from notifiers.zalo.loose_json import number
from notifiers.zalo.oa_settings import ZaloOaSettings
from notifiers.zalo.oauth import OAuth
from notifiers.zalo.tokens import TokenStore
from notifiers.zalo.wire import Reply, Request, Silence, Wire


@dataclass(frozen=True, slots=True)
class OaCall:
    """One call: the address, what goes in, the table its errors are in, the instant, and the message's key.

    `data` is posted as JSON; `params` make it a GET whose parameters stand in the address.
    """

    url: str
    now: datetime
    data: Mapping[str, Any] = field(default_factory=dict)
    params: Mapping[str, str] | None = None
    table: str = "oa"
    key: str = ""


def packed(parameters: Mapping[str, Any]) -> dict[str, str]:
    """Return GET parameters as the OpenAPI wants them: one JSON text named data."""
    return {"data": json.dumps(parameters)}


class OaApi:
    """The calls of one Official Account; `settings` tells where the servers are."""

    def __init__(self, settings: ZaloOaSettings, store: TokenStore) -> None:
        self.settings = settings
        self._wire = Wire(settings.connect_seconds, settings.read_seconds)
        self._access = Access(OAuth(settings), store)
        self._redact = Redactor([settings.app_secret.reveal()])

    def call(self, call: OaCall) -> Mapping[str, Any] | Outcome:
        """Make a call and return its data; or the outcome that an error or a silence means."""
        token = self._access.token(call.now)
        if isinstance(token, Outcome):
            return token
        answer = self._once(call, token)
        if not isinstance(answer, ErrorRow):
            return answer
        token = self._access.renewed(token, call.now)
        if isinstance(token, Outcome):
            return token
        again = self._once(call, token)
        return again.outcome(call.now, call.key, "hai lần") if isinstance(again, ErrorRow) else again

    def _once(self, call: OaCall, token: Secret) -> Mapping[str, Any] | Outcome | ErrorRow:
        """Make the call with a token; an ErrorRow is returned when a new token may help."""
        self._redact.add([token.reveal()])
        method = "GET" if call.params is not None else "POST"
        body = None if call.params is not None else call.data
        reply = self._wire.ask(Request(call.url, body, None, call.params, self._headers(token), method))
        if isinstance(reply, Silence):
            return reply.outcome()
        code = error_number(reply)
        if reply.accepted and code == 0:
            data = (reply.body or {}).get("data")
            return data if isinstance(data, dict) else {}
        return self._refused(call, reply, code)

    def _refused(self, call: OaCall, reply: Reply, code: int) -> Outcome | ErrorRow:
        if reply.accepted and (reply.body is None or "error" not in reply.body):
            return unknown("Zalo trả lời không đọc được; có thể tin đã tới", f"HTTP {reply.status}")
        words = self._redact(" ".join(str((reply.body or {}).get("message", "")).split()))[:200]
        row = row_for(call.table, code, words)
        return row if row.refresh else row.outcome(call.now, call.key, f"{code} {words}".strip())

    def _headers(self, token: Secret) -> dict[str, str]:
        headers = {"access_token": token.reveal()}
        if self.settings.prove_secret:
            secret = self.settings.app_secret.reveal().encode()
            headers["appsecret_proof"] = hmac.new(secret, token.reveal().encode(), hashlib.sha256).hexdigest()
        return headers


def error_number(reply: Reply) -> int:
    """Return the envelope's error, which comes as a number or as text; else the HTTP status."""
    told = number((reply.body or {}).get("error"))
    return reply.status if told is None else told
