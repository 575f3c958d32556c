"""Someone asks for a sign-in link: what they typed is read and counted, never looked up while they wait.

So the page answers alike, and as fast, whether the school knows the address or not.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from notifiers.mail.address import mailbox
from tracker.store import sign_in_requests
from tracker.store.database import Database, transaction
from tracker.store.sign_in_requests import Request

HOME = "/"
LONGEST_PATH = 500
LONGEST_ADDRESS = 254
"""Of an address of mail, RFC 5321 §4.5.3.1."""

SHORTEST_PHONE, LONGEST_PHONE = 9, 15
HOUSEHOLD = 64
"""Bits of an IPv6 address that say which network it is of (RFC 4291 §2.5.4)."""

PHONE_SIGNS = re.compile(r"[\s().+-]")
SIGNING = re.compile(r"/dang-(nhap|xuat)(/|$|\?)")
"""Pages of signing in and out: to come back to one of them would lead in a circle, or out again."""

FOR_ONE = 3, timedelta(minutes=30)
FROM_ONE = 10, timedelta(hours=1)
IN_ALL = 200, timedelta(hours=1)
"""How many links may be asked for in how long a time: for one person or address, from one machine, of one school."""

NOT_AN_ADDRESS = "Cần một địa chỉ thư như ten@truong.edu.vn hoặc số điện thoại như 0912345678. Hãy ghi lại."


class TooOftenError(Exception):
    """Links were asked for too often; `until` is when one may be asked for again, `same` for whom they were."""

    def __init__(self, until: datetime, *, same: bool) -> None:
        super().__init__(until)
        self.until, self.same = until, same


def read_typed(text: str) -> str:
    """Return an address of mail or a phone number as it is looked for; raise ValueError with a sentence for others."""
    typed = unicodedata.normalize("NFC", text).strip()
    if "@" in typed and len(typed) <= LONGEST_ADDRESS:
        try:
            return str(mailbox(typed)).casefold()
        except ValueError as error:
            raise ValueError(NOT_AN_ADDRESS) from error
    digits = PHONE_SIGNS.sub("", typed)
    if digits.isascii() and digits.isdigit() and SHORTEST_PHONE <= len(digits) <= LONGEST_PHONE:
        return digits
    raise ValueError(NOT_AN_ADDRESS)


def place_of(client: str) -> str:
    """Return where a request comes from, as it is counted: of IPv6 the network, for its machines choose addresses."""
    try:
        address = ip_address(client)
    except ValueError:
        return client
    return client if address.version == 4 else str(ip_network((address, HOUSEHOLD), strict=False))  # noqa: PLR2004


def own_path(text: str) -> str:
    r"""Return the page of ours to go on to, the first page for whatever is no path of ours.

    Browsers take a backslash for a slash and drop line ends, so “/\evil.example” would lead away.
    """
    if not text.startswith("/") or len(text) > LONGEST_PATH or re.search(r"[\\\x00-\x20\x7f]", text):
        return HOME
    try:
        parts = urlsplit(text)
    except ValueError:
        return HOME
    foreign = text.startswith("//") or parts.scheme or parts.netloc
    return HOME if foreign or SIGNING.match(text) or text.startswith(("/api/", "/static/")) else text


def ask(db: Database, request: Request, now: datetime) -> None:
    """Keep a request for a link; raise TooOftenError when too many came. Who is meant is found out later."""
    with transaction(db):
        _keep_within(db, now, FOR_ONE, whom=request.whom)
        _keep_within(db, now, FROM_ONE, client=request.client)
        _keep_within(db, now, IN_ALL)
        sign_in_requests.add(db, request, now)


def _keep_within(
    db: Database, now: datetime, limit: tuple[int, timedelta], *, whom: str | None = None, client: str | None = None
) -> None:
    most, span = limit
    times = sign_in_requests.times(db, now - span, whom=whom, client=client)
    if len(times) >= most:
        raise TooOftenError(times[-most] + span, same=whom is not None)
