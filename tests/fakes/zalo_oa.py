"""Zalo's OAuth, OpenAPI and ZBS servers in one: 200 with an error inside, numbers as text, refresh tokens that work once."""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from notifiers.secret import Secret
from notifiers.zalo.oa_settings import Parameter, Template, ZaloOaSettings
from notifiers.zalo.tokens import OaTokens
from tests.fakes.http import Answer, FakeHttp, Seen, patience, running_http

APP_SECRET = "bi-mat-cua-ung-dung"
OA_SECRET = "bi-mat-cua-oa"
REMINDER = Template(
    "nhac_viec", "290001", (Parameter("ten", source="to_name"), Parameter("viec", 30, "subject"), Parameter("han", 20))
)


def error(number: int | str, message: str = "no", status: int = 200) -> Answer:
    return Answer({"error": number, "message": message}, status)


def token_error(number: int, name: str = "Invalid refresh token") -> Answer:
    return Answer({"error": number, "error_name": name, "error_description": "", "error_reason": ""})


def _ok(**data: Any) -> Answer:
    return Answer({"data": data, "error": 0, "message": "Success"})


@dataclass
class FakeZaloOa(FakeHttp):
    """`access` and `refresh` are the tokens that work now; `sent` holds (path, body) of what was accepted."""

    respond: Any = None
    access: str = "khoa-truy-cap-0"
    refresh: str = "khoa-lam-moi-0"
    challenge: str = ""
    renewals: int = 0
    sent: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    token_answers: list[Answer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.respond = self._respond

    def answer(self, seen: Seen) -> Answer:
        """Scripted answers are for API calls; token calls have their own script."""
        if seen.path != "/v4/oa/access_token":
            return super().answer(seen)
        self.seen.append(seen)
        return self.token_answers.pop(0) if self.token_answers else self._tokens(seen)

    def _respond(self, seen: Seen) -> Answer:
        if seen.headers.get("access_token") != self.access:
            return error(-124 if seen.path == "/message/template" else -216, "Access token is invalid")
        if seen.path in self.facts:
            return _ok(**self.facts[seen.path])
        self.sent.append((seen.path, seen.json))
        number = len(self.sent)
        if seen.path == "/message/template":
            quota = {"dailyQuota": "500", "remainingQuota": str(500 - number)}
            return _ok(msg_id=f"zbs-{number}", sent_time="1716508800000", quota=quota)
        return _ok(message_id=f"oa-{number}", user_id="1")

    def _tokens(self, seen: Seen) -> Answer:
        form = seen.form
        if seen.headers.get("secret_key") != APP_SECRET:
            return token_error(-14004, "Invalid secret key")
        if form["grant_type"] == "authorization_code":
            digest = hashlib.sha256(form["code_verifier"].encode()).digest()
            if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != self.challenge:
                return token_error(-14010, "Invalid code verifier")
        elif form["refresh_token"] != self.refresh:
            return token_error(-14020)
        self.renewals += 1
        self.access, self.refresh = f"khoa-truy-cap-{self.renewals}", f"khoa-lam-moi-{self.renewals}"
        return Answer({"access_token": self.access, "refresh_token": self.refresh, "expires_in": "90000"})

    def settings(self, **changes: Any) -> ZaloOaSettings:
        known = {
            "oa_id": "oa-1",
            "app_id": "app-1",
            "app_secret": Secret(APP_SECRET),
            "webhook_secret": Secret(OA_SECRET),
            "redirect_url": "https://truong.vn/zalo/noi",
            "templates": (REMINDER,),
            "oauth_url": self.url,
            "openapi_url": self.url,
            "business_url": self.url,
            "connect_seconds": 5,
            "read_seconds": patience(),
        }
        return ZaloOaSettings(**(known | changes))


@dataclass
class MemoryTokens:
    """A token store in memory that counts its commits."""

    tokens: OaTokens | None = None
    commits: list[OaTokens] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def of(cls, fake: FakeZaloOa, now: datetime, age: timedelta = timedelta(0)) -> MemoryTokens:
        return cls(OaTokens(Secret(fake.access), Secret(fake.refresh), now - age + timedelta(hours=25)))

    def load(self) -> OaTokens | None:
        return self.tokens

    @contextmanager
    def locked(self) -> Iterator[None]:
        with self.lock:
            yield

    def commit(self, tokens: OaTokens) -> None:
        self.commits.append(tokens)
        self.tokens = tokens


@contextmanager
def running_zalo_oa() -> Iterator[FakeZaloOa]:
    with running_http(FakeZaloOa()) as fake:
        yield fake
