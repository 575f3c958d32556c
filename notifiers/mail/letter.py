"""A message as the bytes of one letter: headers that robots respect, plain text, HTML and a calendar part."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from notifiers.mail import headers
from notifiers.mail.address import Mailbox, mailbox
from notifiers.mail.settings import MailSettings
from notifiers.message import Message


def message_id(key: str, settings: MailSettings) -> str:
    """Return the Message-ID of a key: the same for every repeat, and telling nothing of the person."""
    return f"<dh-{_digest(key)}@{mailbox(settings.from_address).domain}>"


def letter(message: Message, to: Mailbox, settings: MailSettings, now: datetime) -> bytes:
    """Return the letter with CRLF lines, dated at the aware instant `now`."""
    body = EmailMessage(policy=SMTP)
    body.set_content(message.text, cte="base64")
    if message.html is not None:
        body.add_alternative(message.html, subtype="html", cte="base64")
    if message.calendar is not None:
        _add_calendar(body, message.calendar)
    _fix_boundaries(body, message.key)
    return b"".join((*_people(message, to, settings), *_marks(message, settings, now), body.as_bytes()))


def _people(message: Message, to: Mailbox, settings: MailSettings) -> Iterator[bytes]:
    yield headers.person("From", settings.sender_name, mailbox(settings.from_address))
    yield headers.person("To", message.to_name, to)
    if settings.reply_to:
        yield headers.person("Reply-To", "", mailbox(settings.reply_to))
    yield headers.words("Subject", message.subject)


def _marks(message: Message, settings: MailSettings, now: datetime) -> Iterator[bytes]:
    yield headers.line("Date", format_datetime(now))
    yield headers.line("Message-ID", message_id(message.key, settings))
    yield headers.line("Auto-Submitted", "auto-generated")  # RFC 3834: vacation robots stay silent
    yield headers.line("X-Auto-Response-Suppress", "All")  # the same wish as Exchange understands it
    if message.unsubscribe:
        yield headers.line("List-Unsubscribe", f"<{headers.one_line(message.unsubscribe)}>")
        yield headers.line("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")  # RFC 8058


def _add_calendar(mail: EmailMessage, calendar: bytes) -> None:
    """Add the calendar as an alternative (Gmail, Outlook) and as a file (Apple Mail), as CalConnect advises.

    RFC 6047 2.4: the method of the part must equal the METHOD inside.
    """
    method = re.search(rb"(?m)^METHOD:([A-Z]+)", calendar)
    mail.add_alternative(
        calendar.decode("utf-8"),
        subtype="calendar",
        params={"method": method[1].decode() if method else "PUBLISH"},
        cte="base64",
    )
    mail.add_attachment(calendar, maintype="application", subtype="ics", filename="viec.ics")


def _fix_boundaries(mail: EmailMessage, key: str) -> None:
    """Name the boundaries after the key, so that a repeated letter is the same byte for byte."""
    for depth, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_dh-{_digest(key)}-{depth}")


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]
