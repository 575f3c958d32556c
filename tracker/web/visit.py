"""A page and a visit to it: what a browser sent, who is signed in, and the rights each page asks for."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.sessions import MANAGER, Session
from tracker.web.site import Site

COOKIE = "dung_han"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]")
"""Signs nobody types; line ends and tabs stay, for pasted tables live by them."""


def number_of(text: str) -> int | None:
    """Return the number a text is; None for any other text, and for one larger than the store holds."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < len(str(2**63)) else None


class Right(StrEnum):
    """Who may open a page: the signed-in manager, or anyone (who holds the secret in its address)."""

    MANAGER = "manager"
    ANYONE = "anyone"


class RefusedError(Exception):
    """A request that is not carried out: HTTP status and a Vietnamese sentence for the page.

    `heading` is what stands over it instead of what usually does, `back` the address of the plan to go on with.
    """

    def __init__(self, status: int, sentence: str, *, heading: str = "", back: str = "") -> None:
        super().__init__(sentence)
        self.heading, self.back = heading, back
        self.status = status
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Visit:
    """One request, read: it lives in one thread with one connection."""

    site: Site
    db: Database
    now: datetime
    address: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: FormData = field(default_factory=FormData)
    session: Session | None = None
    secret: str = ""
    secure: bool = False
    agent: str = ""
    client: str = ""
    """The machine it comes from, as far as the network tells."""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def today(self) -> date:
        """The calendar day in Viet Nam."""
        return self.now.date()

    @property
    def token(self) -> str:
        """What every form of this session carries; derived, so that nothing more is stored."""
        return hashlib.sha256(f"form|{self.secret}".encode()).hexdigest() if self.session else ""

    def value(self, name: str) -> str:
        """Return a form field as trimmed NFC text without control characters, empty when absent or a file."""
        found = self.form.get(name)
        return CONTROL.sub("", unicodedata.normalize("NFC", found)).strip() if isinstance(found, str) else ""

    def number(self, name: str) -> int:
        """Return a number of the path; raise RefusedError 404 when it is none."""
        number = number_of(self.path.get(name, ""))
        if number is None:
            raise RefusedError(404, "Không có trang này.")
        return number

    def upload(self, name: str) -> UploadFile | None:
        """Return the file of a form field, or None when no file was chosen."""
        found = self.form.get(name)
        return found if isinstance(found, UploadFile) and found.filename else None

    def uploads(self, name: str) -> tuple[UploadFile, ...]:
        """Return every file chosen in a form field that takes several."""
        found = self.form.getlist(name)
        return tuple(one for one in found if isinstance(one, UploadFile) and one.filename)

    def actor(self, why: str = "") -> Actor:
        """Return who acts, for the history."""
        return Actor(self.session.who if self.session else MANAGER, self.now, why or None)


@dataclass(frozen=True, slots=True)
class Page:
    """One address: what answers it and whom it is for."""

    path: str
    answer: Callable[[Visit], Response]
    method: str = "GET"
    right: Right = Right.MANAGER
    raw: bool = False
    """Whether it gets the bytes of its body as they came, for a signature over them."""
    files: int = 1
    """How many files one form may bring."""
