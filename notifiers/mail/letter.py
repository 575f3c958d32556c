"""A message as the bytes of one letter: headers that robots respect, plain text, HTML and a calendar part."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

from notifiers.mail.address import Mailbox, mailbox
from notifiers.mail.settings import MailSettings
from notifiers.message import Message


def message_id(key: str, settings: MailSettings) -> str:
    """Return the Message-ID of a key: the same for every repeat, and telling nothing of the person."""
    domain = mailbox(settings.from_address).domain
    return f"<dh-{hashlib.sha256(key.encode()).hexdigest()[:32]}@{domain}>"


def letter(message: Message, to: Mailbox, settings: MailSettings, now: datetime) -> bytes:
    """Return the letter with CRLF lines, dated at the aware instant `now`."""
    mail = EmailMessage(policy=SMTPUTF8 if to.international else SMTP)
    _write_people(mail, message, to, settings)
    _write_marks(mail, message, settings, now)
    mail.set_content(message.text, cte="base64")
    if message.html is not None:
        mail.add_alternative(message.html, subtype="html", cte="base64")
    if message.calendar is not None:
        _add_calendar(mail, message.calendar)
    return mail.as_bytes()


def _write_people(mail: EmailMessage, message: Message, to: Mailbox, settings: MailSettings) -> None:
    sender = mailbox(settings.from_address)
    mail["From"] = Address(_one_line(settings.sender_name), sender.local, sender.domain)
    mail["To"] = Address(_one_line(message.to_name), to.local, to.domain)
    mail["Subject"] = _one_line(message.subject)
    if settings.reply_to:
        answers = mailbox(settings.reply_to)
        mail["Reply-To"] = Address("", answers.local, answers.domain)


def _write_marks(mail: EmailMessage, message: Message, settings: MailSettings, now: datetime) -> None:
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id(message.key, settings)
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: vacation robots stay silent
    mail["X-Auto-Response-Suppress"] = "All"  # the same wish as Exchange understands it
    if message.unsubscribe:
        mail["List-Unsubscribe"] = f"<{_one_line(message.unsubscribe)}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058


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


def _one_line(text: str) -> str:
    """Return the text without line breaks or control characters, so that no header can be smuggled in."""
    return re.sub(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+", " ", text).strip()
