"""A message as the bytes of one letter: headers that robots respect, plain text, HTML and a calendar part."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache
from html import escape

from notifiers.mail import headers, mime
from notifiers.mail.address import Mailbox, mailbox
from notifiers.mail.settings import MailSettings
from notifiers.message import Message

STOP = "Ngừng nhận thư này"


def message_id(key: str, settings: MailSettings) -> str:
    """Return the Message-ID of a key: the same for every repeat, and telling nothing of the person."""
    return f"<dh-{_digest(key)}@{mailbox(settings.from_address).domain}>"


def letter(message: Message, to: Mailbox, settings: MailSettings, now: datetime) -> bytes:
    """Return the letter with CRLF lines, dated at the aware instant `now`."""
    head = b"".join((*_people(message, to, settings), *_marks(message, settings, now)))
    return head + b"MIME-Version: 1.0\r\n" + _body(message)


def _body(message: Message) -> bytes:
    """Return the parts: alternatives in rising order, and the calendar once more as a file.

    Gmail and Outlook read the alternative, Apple Mail the file (the shape CalConnect advises). RFC 6047 2.4: the
    method of the part must equal the METHOD inside.
    """
    parts = [mime.text_part("plain", _text(message))]
    files = []
    if message.html is not None:
        parts.append(mime.text_part("html", _html(message.html, message.unsubscribe)))
    if message.calendar is not None:
        found = re.search(rb"(?m)^METHOD:([A-Z]+)", message.calendar)
        method = found[1].decode("ascii") if found else "PUBLISH"
        lines = mime.encoded(message.calendar)
        parts.append(mime.encoded_part(f'text/calendar; charset="utf-8"; method="{method}"', lines))
        files.append(mime.encoded_part("application/ics", lines, 'attachment; filename="viec.ics"'))
    boundary = f"=_dh-{_digest(message.key)}"  # after the key: a repeated letter is the same byte for byte
    alternatives = mime.multipart("alternative", f"{boundary}-1", parts)
    return mime.multipart("mixed", f"{boundary}-0", [alternatives, *files])


def _text(message: Message) -> str:
    """Return the words of a letter, and below them the way out that its header names for programs (RFC 8058 §1)."""
    if not message.unsubscribe:
        return message.text
    return f"{message.text}\n\n{STOP}: {headers.one_line(message.unsubscribe)}"


def _html(html: str, unsubscribe: str | None) -> str:
    if not unsubscribe:
        return html
    body, end, behind = html.rpartition("</body>") if "</body>" in html else (html, "", "")
    return f'{body}<p><small><a href="{escape(unsubscribe)}">{STOP}</a></small></p>{end}{behind}'


def _people(message: Message, to: Mailbox, settings: MailSettings) -> Iterator[bytes]:
    yield headers.person("From", settings.from_name, mailbox(settings.from_address))
    yield headers.person("To", message.to_name, to)
    if settings.reply_to:
        yield headers.person("Reply-To", "", mailbox(settings.reply_to))
    yield headers.words("Subject", message.subject)


def _marks(message: Message, settings: MailSettings, now: datetime) -> Iterator[bytes]:
    yield headers.line("Date", _dated(now))
    yield headers.line("Message-ID", message_id(message.key, settings))
    yield headers.line("Auto-Submitted", "auto-generated")  # RFC 3834: vacation robots stay silent
    yield headers.line("X-Auto-Response-Suppress", "All")  # the same wish as Exchange understands it
    if message.unsubscribe:
        yield headers.line("List-Unsubscribe", f"<{headers.one_line(message.unsubscribe)}>")
        yield headers.line("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")  # RFC 8058


@lru_cache(maxsize=8)
def _dated(now: datetime) -> str:
    """Return the instant of a batch as its letters carry it."""
    return format_datetime(now)


@lru_cache(maxsize=64)
def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]
