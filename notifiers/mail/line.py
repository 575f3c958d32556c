"""The SMTP line: opened once, used for many letters, and exact about how far each letter came."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from notifiers.mail.address import Mailbox
from notifiers.mail.refusals import PERMANENT, Stage, refusal
from notifiers.mail.settings import MailSettings, Security
from notifiers.outcome import Outcome, bad_configuration, bad_recipient, retry, sent, unknown

LETTERS_PER_LINE = 100
"""Common servers close a connection after about a hundred letters."""
SOON = timedelta(minutes=5)
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
            opened = _open(self.settings)
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
        return bad_recipient("Máy chủ thư không gửi được tới địa chỉ có dấu; cần địa chỉ không dấu")
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
        raise LineLostError(stage, f"{code} {_words(text)}")
    return code, _words(text)


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


def _open(settings: MailSettings) -> smtplib.SMTP | Outcome:
    """Connect, protect the line and sign in; or say what stands in the way."""
    smtp: smtplib.SMTP | None = None
    try:
        smtp = _connect(settings)
        if settings.security is Security.STARTTLS:
            smtp.starttls(context=_context(settings))
            smtp.ehlo()
        if settings.username:
            smtp.login(settings.username, settings.password.reveal())
        smtp.ehlo_or_helo_if_needed()
    except (smtplib.SMTPException, OSError) as error:
        if smtp is not None:
            smtp.close()
        return _no_line(error, settings)
    return smtp


def _connect(settings: MailSettings) -> smtplib.SMTP:
    host, port, wait = settings.host, settings.real_port, settings.timeout_seconds
    if settings.security is Security.TLS:
        return smtplib.SMTP_SSL(host, port, settings.domain, timeout=wait, context=_context(settings))
    return smtplib.SMTP(host, port, settings.domain, timeout=wait)


def _context(settings: MailSettings) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if settings.ca_file:
        context.load_verify_locations(settings.ca_file)
    return context


def _no_line(error: Exception, settings: MailSettings) -> Outcome:
    """Return what a failure to open the line means; `error` never carries the password."""
    where = f"{settings.host}:{settings.real_port}"
    detail = type(error).__name__
    if isinstance(error, smtplib.SMTPResponseException):
        return _refused_line(error, where)
    if isinstance(error, ssl.SSLError):
        detail = f"{detail} {error.reason}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return bad_configuration(f"Chứng thư của máy chủ thư {where} không tin được", detail)
    if isinstance(error, ssl.SSLError):
        return bad_configuration(f"{where} không nói TLS như đã khai; xem lại cổng và kiểu bảo mật", detail)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return bad_configuration(f"Máy chủ thư {where} không có STARTTLS hoặc AUTH như đã khai", detail)
    if isinstance(error, FileNotFoundError):
        return bad_configuration(f"Không thấy tệp chứng thư {settings.ca_file}", detail)
    if isinstance(error, socket.gaierror):
        return retry(SOON, f"Không tìm thấy máy chủ thư {settings.host}; xem lại tên hoặc mạng", detail)
    return retry(SOON, f"Không nối được tới máy chủ thư {where}; sẽ thử lại", detail)


def _refused_line(error: smtplib.SMTPResponseException, where: str) -> Outcome:
    detail = f"{error.smtp_code} {_words(error.smtp_error)}"
    if 0 < error.smtp_code < PERMANENT:
        return retry(SOON, f"Máy chủ thư {where} đang bận (mã {error.smtp_code}); sẽ thử lại", detail)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return bad_configuration(f"Máy chủ thư {where} không nhận tên hoặc mật khẩu đã khai", detail)
    return bad_configuration(f"Máy chủ thư {where} không cho kết nối (mã {error.smtp_code})", detail)


def _words(text: bytes | str) -> str:
    """Return a server's words on one line, at most 200 characters."""
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join(words.split())[:200]
