"""The SMTP line: opened once, used for many letters, and exact about how far each letter came."""

from __future__ import annotations

import re
import smtplib
from collections.abc import Callable
from dataclasses import dataclass, field

from notifiers.mail.address import Mailbox
from notifiers.mail.opening import SOON, open_line
from notifiers.mail.refusals import Stage, refusal, server_words
from notifiers.mail.settings import MailSettings
from notifiers.outcome import Outcome, bad_recipient, retry, sent, unknown

LETTERS_PER_LINE = 100
"""Common servers close a connection after about a hundred letters."""
OK, GO_AHEAD, CLOSING, FIRST_REPLY = 250, 354, 421, 200


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter ready for the wire: who it is from, who it is for, its bytes and its Message-ID."""

    sender: Mailbox
    to: Mailbox
    data: bytes
    message_id: str


class LineLostError(Exception):
    """The line broke at a stage."""

    def __init__(self, stage: Stage, why: str) -> None:
        super().__init__(f"{stage}: {why}")
        self.stage = stage
        self.why = why


@dataclass(slots=True)
class MailLine:
    """One connection to the school's mail server."""

    settings: MailSettings
    _smtp: smtplib.SMTP | None = None
    _carried: int = field(default=0)

    def deliver(self, envelope: Envelope) -> Outcome:
        """Send one letter, opening the line when needed and again when it went stale between letters."""
        if self._carried >= LETTERS_PER_LINE:
            self.close()
        reused = self._smtp is not None
        try:
            return self._carry(envelope)
        except LineLostError as lost:
            self.close()
            if not (reused and lost.stage is Stage.MAIL):
                return _lost(lost, self.settings.host)
        try:
            return self._carry(envelope)
        except LineLostError as lost:
            self.close()
            return _lost(lost, self.settings.host)

    def close(self) -> None:
        """Say goodbye and close; the next letter opens a new line."""
        smtp, self._smtp, self._carried = self._smtp, None, 0
        if smtp is None:
            return
        try:
            smtp.quit()
        except (smtplib.SMTPException, OSError):
            smtp.close()

    def _carry(self, envelope: Envelope) -> Outcome:
        if self._smtp is None:
            opened = open_line(self.settings)
            if isinstance(opened, Outcome):
                return opened
            self._smtp = opened
        self._carried += 1
        outcome = _talk(self._smtp, envelope)
        if outcome.provider_id is None:
            self._recover()
        return outcome

    def _recover(self) -> None:
        """Make the line usable again after a refusal."""
        try:
            if self._smtp is not None:
                self._smtp.rset()
        except (smtplib.SMTPException, OSError):
            self.close()


def _talk(smtp: smtplib.SMTP, envelope: Envelope) -> Outcome:
    """Lead the dialogue of one letter; raise LineLostError where the line breaks."""
    if envelope.to.international and not smtp.has_extn("smtputf8"):
        return bad_recipient("Máy chủ thư không gửi được tới địa chỉ có dấu; cần địa chỉ không dấu", dead=True)
    steps: tuple[tuple[Stage, int, Callable[[], tuple[int, bytes]]], ...] = (
        (Stage.MAIL, OK, lambda: smtp.mail(str(envelope.sender), _options(smtp, envelope))),
        (Stage.RCPT, OK, lambda: smtp.rcpt(str(envelope.to))),
        (Stage.DATA, GO_AHEAD, lambda: smtp.docmd("DATA")),
        (Stage.CONTENT, OK, lambda: _pour(smtp, envelope.data)),
    )
    words = ""
    for stage, wanted, step in steps:
        code, words = _reply(stage, step)
        if code // 10 != wanted // 10:
            return refusal(stage, code, words)
    return sent(envelope.message_id, "Máy chủ thư đã nhận thư", words)


def _reply(stage: Stage, step: Callable[[], tuple[int, bytes]]) -> tuple[int, str]:
    """Take one step and return the reply; a goodbye before the letter, or nonsense, is a lost line."""
    try:
        code, text = step()
    except (smtplib.SMTPException, OSError) as broken:
        raise LineLostError(stage, type(broken).__name__) from None
    if code < FIRST_REPLY or (code == CLOSING and stage is Stage.MAIL):
        raise LineLostError(stage, f"{code} {server_words(text)}")
    return code, server_words(text)


def _pour(smtp: smtplib.SMTP, data: bytes) -> tuple[int, bytes]:
    """Send the letter with its leading dots doubled and its end marked (RFC 5321 §4.5.2)."""
    smtp.send(re.sub(rb"(?m)^\.", b"..", data).removesuffix(b"\r\n") + b"\r\n.\r\n")
    return smtp.getreply()


def _options(smtp: smtplib.SMTP, envelope: Envelope) -> list[str]:
    size = [f"size={len(envelope.data)}"] if smtp.has_extn("size") else []
    return [*size, "SMTPUTF8", "BODY=8BITMIME"] if envelope.to.international else size


def _lost(lost: LineLostError, host: str) -> Outcome:
    detail = f"{lost.stage.name} {lost.why}"
    if lost.stage is Stage.CONTENT:
        return unknown("Đứt kết nối sau khi đã gửi nội dung; có thể thư đã tới người nhận", detail)
    return retry(SOON, f"Đứt kết nối với máy chủ thư {host} trước khi gửi nội dung; sẽ gửi lại", detail)
