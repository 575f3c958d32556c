"""Opening the SMTP line: connect, protect it, sign in; or say what stands in the way."""

from __future__ import annotations

import smtplib
import socket
import ssl
from datetime import timedelta

from notifiers.mail.refusals import PERMANENT, server_words
from notifiers.mail.settings import MailSettings, Security
from notifiers.outcome import Outcome, bad_configuration, retry

SOON = timedelta(minutes=5)


def open_line(settings: MailSettings) -> smtplib.SMTP | Outcome:
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
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
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
    if isinstance(error, UnicodeError):
        return bad_configuration("Tên hoặc mật khẩu thư có dấu; SMTP chỉ nhận chữ không dấu", detail)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return bad_configuration(f"Máy chủ thư {where} không có STARTTLS hoặc AUTH như đã khai", detail)
    if isinstance(error, FileNotFoundError):
        return bad_configuration(f"Không thấy tệp chứng thư {settings.ca_file}", detail)
    if isinstance(error, socket.gaierror):
        return retry(SOON, f"Không tìm thấy máy chủ thư {settings.host}; xem lại tên hoặc mạng", detail)
    return retry(SOON, f"Không nối được tới máy chủ thư {where}; sẽ thử lại", detail)


def _refused_line(error: smtplib.SMTPResponseException, where: str) -> Outcome:
    detail = f"{error.smtp_code} {server_words(error.smtp_error)}"
    if 0 < error.smtp_code < PERMANENT:
        return retry(SOON, f"Máy chủ thư {where} đang bận (mã {error.smtp_code}); sẽ thử lại", detail)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return bad_configuration(f"Máy chủ thư {where} không nhận tên hoặc mật khẩu đã khai", detail)
    return bad_configuration(f"Máy chủ thư {where} không cho kết nối (mã {error.smtp_code})", detail)
