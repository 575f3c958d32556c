"""Zalo's OAuth v4 for Official Accounts: consent with PKCE, and tokens whose refresh token works once.

Contract: GET {oauth}/v4/oa/permission, POST {oauth}/v4/oa/access_token as a form with the header secret_key; errors
come with HTTP 200 (docs.zaloplatforms.com/docs/OA). PKCE: RFC 7636 with S256; Zalo takes 43 signs and no method.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from notifiers.outcome import Outcome, bad_configuration, retry
from notifiers.secret import Redactor, Secret, hide
from notifiers.zalo.loose_json import number
from notifiers.zalo.oa_settings import ZaloOaSettings
from notifiers.zalo.tokens import OaTokens
from notifiers.zalo.wire import LOGGERS, SOON, Reply, Request, Silence, Wire

VERIFIER_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
VERIFIER_LENGTH = 43
CONSENT = "Zalo đòi quản trị viên Official Account đồng ý lại; mở phần cài đặt kênh Zalo và bấm “Nối lại”"
AN_HOUR = 3600
CONSENT_CODES = range(-14999, -13999)
"""Every -14xxx on a token call needs a person: app inactive, wrong callback or secret, spent refresh token."""


def new_verifier(choose: Callable[[Sequence[str]], str]) -> Secret:
    """Return a fresh PKCE verifier; `choose` picks one sign (secrets.choice outside of tests)."""
    return Secret("".join(choose(VERIFIER_SIGNS) for _ in range(VERIFIER_LENGTH)))


def challenge(verifier: Secret) -> str:
    """Return the S256 challenge of a verifier: base64url without padding."""
    digest = hashlib.sha256(verifier.reveal().encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


class OAuth:
    """The token calls of one app."""

    def __init__(self, settings: ZaloOaSettings) -> None:
        self._settings = settings
        self._wire = Wire(settings.connect_seconds, settings.read_seconds)
        hide([settings.app_secret.reveal()], LOGGERS)

    def consent_url(self, state: str, verifier: Secret) -> str:
        """Return the page on which an administrator consents; the same verifier goes into `exchange`."""
        query = {
            "app_id": self._settings.app_id,
            "redirect_uri": self._settings.redirect_url,
            "code_challenge": challenge(verifier),
            "state": state,
        }
        return f"{self._settings.oauth_url}/v4/oa/permission?{urlencode(query)}"

    def verifier(self, choose: Callable[[Sequence[str]], str]) -> Secret:
        """Return the verifier for a consent: the one fixed in the console, or a fresh one to keep until then."""
        return self._settings.fixed_verifier or new_verifier(choose)

    def exchange(self, code: Secret, verifier: Secret, now: datetime) -> OaTokens | Outcome:
        """Return the first tokens for the code of a consent (10 minutes, once)."""
        form = {"grant_type": "authorization_code", "code": code.reveal(), "code_verifier": verifier.reveal()}
        return self._tokens(form, now)

    def renew(self, tokens: OaTokens, now: datetime) -> OaTokens | Outcome:
        """Spend the refresh token for a new pair; PERMANENT_CONFIGURATION means that a person must consent."""
        return self._tokens({"grant_type": "refresh_token", "refresh_token": tokens.refresh.reveal()}, now)

    def _tokens(self, form: Mapping[str, str], now: datetime) -> OaTokens | Outcome:
        settings = self._settings
        request = Request(
            f"{settings.oauth_url}/v4/oa/access_token",
            form={**form, "app_id": settings.app_id},
            headers={"secret_key": settings.app_secret.reveal()},
        )
        reply = self._wire.ask(request)
        if isinstance(reply, Silence):
            return retry(SOON, "Không xin được khóa mới của Zalo; sẽ thử lại", reply.why)
        return _read(reply, now, Redactor([*form.values(), settings.app_secret.reveal()]))


def _read(reply: Reply, now: datetime, redact: Redactor) -> OaTokens | Outcome:
    body = reply.body or {}
    access, refresh = body.get("access_token"), body.get("refresh_token")
    if reply.accepted and isinstance(access, str) and isinstance(refresh, str) and access and refresh:
        return OaTokens(Secret(access), Secret(refresh), now + _lifetime(body))
    code = _code(body, reply.status)
    detail = redact(f"{code} {body.get('error_name', '')} {body.get('error_description', '')}").strip()[:200]
    if code in CONSENT_CODES:
        return bad_configuration(CONSENT, detail)
    return retry(SOON, f"Zalo chưa cấp khóa mới (mã {code}); sẽ thử lại", detail)


def _lifetime(body: Mapping[str, Any]) -> timedelta:
    """Return how long the access token lives; Zalo writes the seconds as text ("90000")."""
    return timedelta(seconds=number(body.get("expires_in")) or AN_HOUR)


def _code(body: Mapping[str, Any], status: int) -> int:
    told = number(body.get("error"))
    return status if told is None else told
