"""The inbox in which bounces arrive: read over IMAP, and marked as read only after each was recorded."""

from __future__ import annotations

import contextlib
import imaplib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

from notifiers.mail.bounces import Bounce, bounces
from notifiers.mail.settings import LOOPBACK
from notifiers.secret import Secret

LETTERS_A_VISIT = 200


@dataclass(frozen=True, slots=True)
class BounceBoxSettings:
    """How to read the inbox that receives bounces."""

    host: str = ""
    """Name of the IMAP server, e.g. imap.gmail.com; empty means that bounces are not read."""
    port: int = 993
    """Port of the server, with TLS from the first byte (without it only on this very machine)."""
    username: str = ""
    """User name of the inbox."""
    password: Secret = field(default_factory=Secret)
    """Password or app password of the inbox."""
    folder: str = "INBOX"
    """Folder to look in."""
    ca_file: str = ""
    """File of extra certificates to trust (PEM); by default the system's."""
    timeout_seconds: float = 30.0
    """How long one step of the dialogue may take."""
    tls: bool = True
    """Whether the line is protected; false is obeyed only for this very machine."""


class BounceBoxError(Exception):
    """The inbox could not be read; the text says why, for people."""


class BounceBox:
    """An open inbox; use it in a `with` statement."""

    def __init__(self, settings: BounceBoxSettings) -> None:
        self._settings = settings
        self._imap: imaplib.IMAP4 | None = None

    def __enter__(self) -> Self:
        """Connect and sign in; raise BounceBoxError when that fails."""
        try:
            self._imap = _connected(self._settings)
        except (OSError, imaplib.IMAP4.error) as error:
            self.close()
            where = f"{self._settings.host}:{self._settings.port}"
            why = type(error).__name__
            raise BounceBoxError(f"Không mở được hộp thư hồi {where} ({why}); xem lại cài đặt") from None
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Sign out and close."""
        if self._imap is not None:
            with contextlib.suppress(OSError, imaplib.IMAP4.error):
                self._imap.logout()
            self._imap = None

    def unread(self) -> Iterator[tuple[str, tuple[Bounce, ...]]]:
        """Yield the id of each unread letter and what it reports; call `done` once that is recorded."""
        _, found = self._ask("SEARCH", "UNSEEN")
        for uid in found.split()[:LETTERS_A_VISIT]:
            _, letter = self._ask("FETCH", uid.decode("ascii"), "(BODY.PEEK[])")
            yield uid.decode("ascii"), bounces(letter)

    def done(self, uid: str) -> None:
        """Mark a letter as read."""
        self._ask("STORE", uid, "+FLAGS", r"(\Seen)")

    def _ask(self, command: str, *arguments: str) -> tuple[str, bytes]:
        if self._imap is None:
            raise BounceBoxError("Hộp thư hồi chưa mở")
        try:
            answer, data = self._imap.uid(command, *arguments)
        except (OSError, imaplib.IMAP4.error) as error:
            raise BounceBoxError(f"Hộp thư hồi ngừng trả lời ({type(error).__name__})") from None
        first = data[0] if data else b""
        return answer, first[1] if isinstance(first, tuple) else first or b""


def _connected(settings: BounceBoxSettings) -> imaplib.IMAP4:
    if settings.tls or settings.host not in LOOPBACK:
        context = ssl.create_default_context()
        if settings.ca_file:
            context.load_verify_locations(settings.ca_file)
        imap: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            settings.host, settings.port, ssl_context=context, timeout=settings.timeout_seconds
        )
    else:
        imap = imaplib.IMAP4(settings.host, settings.port, timeout=settings.timeout_seconds)
    try:
        imap.login(settings.username, settings.password.reveal())
        imap.select(settings.folder)
    except (OSError, imaplib.IMAP4.error):
        imap.shutdown()
        raise
    return imap
