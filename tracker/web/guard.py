"""What every request passes before any page: whose host it names, whence it comes, how long it is."""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from schedules.reading.limits import LARGEST_FILE, megabytes
from tracker.answers.evidence_files import BY_LINK, LARGEST, LARGEST_TOGETHER, size_words
from tracker.answers.links import PATH as ANSWER_PATH
from tracker.answers.token import read
from tracker.feeds.secret import master_key
from tracker.store.database import StoreTroubleError
from tracker.web.failures import failure
from tracker.web.site import Site
from tracker.web.visit import RefusedError

MEGABYTE = 1024 * 1024
LONGEST_FORM = MEGABYTE
LONGEST_UPLOAD = LARGEST_FILE + MEGABYTE
LONGEST_PROOF = LARGEST_TOGETHER + MEGABYTE
UPLOADS = frozenset({"/ke-hoach/tai-len", "/api/plans"})
PROOF = re.compile(rf"{ANSWER_PATH}([^/]+)/minh-chung")
"""Where who holds a good link of ours may send a file; of others nothing so long is even taken in."""
DRAINED = 4 * LONGEST_UPLOAD
"""A browser shows our page only after it has sent its file; up to here we let it finish, unread."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
SMALLER = f"Bấm Quay lại, chụp hay lưu lại cỡ nhỏ hơn, hoặc gửi làm nhiều lần. {BY_LINK}"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """ASGI middleware: refuses foreign hosts, cross-site changes and overlong bodies; adds safety headers."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it here with a sentence."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        limit = self._limit(scope["path"])
        refused = self._refused(scope, headers) or _too_long(headers, limit)
        if refused:
            await _drain(receive, headers)
            await failure(scope["path"], refused)(scope, receive, _with_safety(send, scope["path"]))
            return
        await self.app(scope, _counted(receive, limit), _with_safety(send, scope["path"]))

    def _limit(self, path: str) -> int:
        """Return how many bytes may be sent to an address."""
        if path in UPLOADS:
            return LONGEST_UPLOAD
        proof = PROOF.fullmatch(path)
        with suppress(StoreTroubleError):
            if proof and read(proof[1], master_key(self.site.folder)):
                return LONGEST_PROOF
        return LONGEST_FORM

    def _refused(self, scope: Scope, headers: Headers) -> RefusedError | None:
        if not self.site.answers_to(headers.get("host", "")):
            return RefusedError(
                421,
                "Máy chủ này không nhận địa chỉ thầy/cô vừa mở. "
                "Hãy mở lại từ liên kết trong tin nhắn của trường, hoặc hỏi người cài đặt địa chỉ đúng.",
            )
        if scope["method"] not in SAFE_METHODS and not self._same_site(headers):
            return RefusedError(403, "Yêu cầu này đến từ một trang khác nên không được thực hiện.")
        return None

    def _same_site(self, headers: Headers) -> bool:
        """Whether a change comes from our own page or from a program; browsers say so themselves."""
        fetched = headers.get("sec-fetch-site")
        if fetched:
            return fetched in ("same-origin", "none")
        origin = headers.get("origin")
        ours = (headers.get("host", ""), urlsplit(self.site.base_url).netloc)
        return origin is None or origin.partition("://")[2] in ours


def too_long(limit: int) -> RefusedError:
    """Return the refusal of a body longer than `limit` bytes; of an upload the file's own limit is told."""
    if limit == LONGEST_PROOF:
        sizes = f"mỗi tệp không quá {size_words(LARGEST)}, các tệp gửi một lần không quá {size_words(LARGEST_TOGETHER)}"
        return RefusedError(413, f"Gửi nhiều quá; {sizes}. {SMALLER}")
    most = megabytes(LARGEST_FILE if limit == LONGEST_UPLOAD else limit)
    return RefusedError(
        413, f"Dữ liệu gửi lên quá lớn; cần không quá {most}. Hãy tách riêng phần kế hoạch rồi gửi lại."
    )


def _too_long(headers: Headers, limit: int) -> RefusedError | None:
    length = headers.get("content-length", "0")
    return too_long(limit) if length.isdigit() and int(length) > limit else None


def _counted(receive: Receive, limit: int) -> Receive:
    """Return `receive` that refuses a body once it is longer than allowed, whatever its headers said."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise too_long(limit)
        return message

    return counted


async def _drain(receive: Receive, headers: Headers) -> None:
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > DRAINED:
        return
    more = True
    while more:
        message = await receive()
        more = message["type"] == "http.request" and message.get("more_body", False)


def _with_safety(send: Send, path: str) -> Send:
    """Return `send` that adds the headers every answer carries."""

    async def safe(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("Content-Security-Policy", POLICY)
            if path.startswith("/api/"):
                headers.setdefault("Cache-Control", "no-store")
            headers["X-Content-Type-Options"] = "nosniff"
            # "no-referrer" would make browsers say "Origin: null" on our own forms where there is no https
            headers["Referrer-Policy"] = "same-origin"
            headers["Cross-Origin-Opener-Policy"] = "same-origin"
            headers["Cross-Origin-Resource-Policy"] = "same-origin"
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        await send(message)

    return safe
