"""The e-mail channel: one recipient a message, one SMTP connection a batch."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from notifiers.mail.address import mailbox
from notifiers.mail.settings import MailSettings
from notifiers.message import Message
from notifiers.outcome import Outcome, bad_configuration, bad_recipient
from notifiers.secret import Redactor

if TYPE_CHECKING:
    from notifiers.mail.line import MailLine


class MailChannel:
    """Sends mailto: addresses over SMTP; threads take turns."""

    name = "email"

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._redact = Redactor([settings.password.reveal()])
        self._line: MailLine | None = None
        self._turn = Lock()

    def accepts(self, address: str) -> bool:
        """Tell whether the address is mailto:person@host (mailto:// is Apprise's)."""
        return address.lower().startswith("mailto:") and not address.lower().startswith("mailto://")

    def understands(self, address: str) -> bool:
        """Tell whether there is a mailbox in the address."""
        try:
            return bool(mailbox(address))
        except ValueError:
            return False

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one letter dated at the aware instant `now`."""
        if trouble := self._settings.trouble():
            return bad_configuration(trouble)
        with self._turn:
            outcome = self._deliver(message, now)
        return replace(outcome, detail=self._redact(outcome.detail))

    def check(self) -> Outcome | None:
        """Open the line and sign in without sending; None when that works, else what stands in the way."""
        from notifiers.mail.opening import open_line

        if trouble := self._settings.trouble():
            return bad_configuration(trouble)
        opened = open_line(self._settings)
        if isinstance(opened, Outcome):
            return replace(opened, detail=self._redact(opened.detail))
        opened.close()
        return None

    def close(self) -> None:
        """Close the connection kept for the batch."""
        with self._turn:
            if self._line is not None:
                self._line.close()

    def _deliver(self, message: Message, now: datetime) -> Outcome:
        # smtplib and email cost 70 ms to import: only a process that sends pays for them
        from notifiers.mail.letter import letter, message_id
        from notifiers.mail.line import Envelope, MailLine

        settings = self._settings
        try:
            to = mailbox(message.to)
        except ValueError as error:
            return bad_recipient(f"Không gửi được thư: {error}", dead=True)
        try:
            sender = mailbox(settings.bounce_to or settings.from_address)
            data = letter(message, to, settings, now)
        except ValueError as error:
            return bad_configuration(f"Không viết được thư: {error}")
        if self._line is None:
            self._line = MailLine(settings)
        return self._line.deliver(Envelope(sender, to, data, message_id(message.key, settings)))
