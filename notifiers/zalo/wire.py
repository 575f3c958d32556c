"""HTTP to Zalo: one request, and either a reply or an exact account of the silence.

Addresses carry the bot's token, so no exception of the HTTP library leaves this file, and its loggers are filtered.
Every request opens its own connection: a kept one may be closed by the server at the very moment of a send, and
then nobody knows whether the message went.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from notifiers.outcome import Outcome, bad_configuration, retry, unknown

if TYPE_CHECKING:
    import requests

LOGGERS = ("urllib3.connectionpool", "urllib3.util.retry", "requests")
"""Loggers that print addresses at DEBUG."""
SOON = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: the HTTP status, the JSON object in it (None when it is none), and Retry-After in seconds."""

    status: int
    body: Mapping[str, Any] | None
    retry_after: int | None = None

    @property
    def accepted(self) -> bool:
        """Whether the status is 2xx (RFC 9110 §15.3); the envelope inside may still say no."""
        return self.status // 100 == 2  # noqa: PLR2004 - the class of success


@dataclass(frozen=True, slots=True)
class Silence:
    """No answer. `left` tells whether the request may have reached the server.

    `malformed` means that it could not even be written: an address or a secret is misspelled.
    """

    left: bool
    why: str
    malformed: bool = False

    def outcome(self) -> Outcome:
        """Return what the silence means for a message."""
        if self.malformed:
            return bad_configuration("Địa chỉ hoặc mã của Zalo viết sai; xem lại cài đặt kênh Zalo", self.why)
        if self.left:
            return unknown("Zalo không trả lời kịp; có thể tin đã tới người nhận", self.why)
        return retry(SOON, "Không nối được tới Zalo; sẽ thử lại", self.why)


@dataclass(frozen=True, slots=True)
class Request:
    """One request; `json` and `form` exclude each other, `params` go into the address."""

    url: str = field(repr=False)
    json: Mapping[str, Any] | None = None
    form: Mapping[str, str] | None = field(default=None, repr=False)
    params: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    method: str = "POST"


@dataclass(frozen=True, slots=True)
class Wire:
    """How long a connection and an answer may take, in seconds."""

    connect_seconds: float = 10.0
    read_seconds: float = 30.0

    def ask(self, request: Request) -> Reply | Silence:
        """Make one request over a connection of its own; redirects are not followed."""
        import requests

        try:
            answer = requests.request(
                request.method,
                request.url,
                json=request.json,
                data=request.form,
                params=request.params,
                headers=dict(request.headers),
                timeout=(self.connect_seconds, self.read_seconds),
                allow_redirects=False,
            )
        except ValueError as error:  # requests' own for addresses and headers, and Unicode's
            return Silence(left=False, why=type(error).__name__, malformed=True)
        except requests.RequestException as error:
            return Silence(_may_have_left(error), type(error).__name__)
        return _reply(answer)


def _reply(answer: requests.Response) -> Reply:
    try:
        body = answer.json()
    except ValueError:
        body = None
    wait = answer.headers.get("Retry-After", "")
    return Reply(
        answer.status_code,
        body if isinstance(body, dict) else None,
        int(wait) if wait.isascii() and wait.isdigit() else None,
    )


def _may_have_left(error: requests.RequestException) -> bool:
    """Tell whether the server may have read the request: no, when no connection or no request came about."""
    import requests
    from urllib3.exceptions import NewConnectionError, SSLError

    if isinstance(error, (requests.ConnectTimeout, requests.exceptions.ProxyError)):
        return False
    cause = getattr(error.args[0], "reason", None) if error.args else None
    refused_certificate = isinstance(cause, SSLError) and "CERTIFICATE_VERIFY_FAILED" in str(cause)
    return not (refused_certificate or isinstance(cause, NewConnectionError))
