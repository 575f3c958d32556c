"""E-mail over SMTP: the settings and the channel. One recipient a message, one connection a batch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from notifiers.message import Message
from notifiers.outcome import Outcome, bad_configuration
from notifiers.secret import Secret


class Security(StrEnum):
    """How the line to the mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How to reach the school's mail server."""

    host: str = ""
    """Name of the SMTP server, e.g. smtp.gmail.com; empty means that e-mail is not set up."""
    port: int | None = None
    """Port of the server; by default 587 for starttls, 465 for tls, 25 for none."""
    security: Security = Security.STARTTLS
    """starttls, tls (from the first byte) or none (only for a server on this very machine or network)."""
    username: str = ""
    """User name for AUTH; empty means no sign-in."""
    password: Secret = Secret()  # noqa: RUF009 - an empty Secret is immutable
    """Password or app password for AUTH."""
    sender: str = ""
    """Address that stands in From, e.g. nhacviec@truong.edu.vn; by default the user name."""
    sender_name: str = "Đúng Hạn"
    """Name that stands before the address in From."""
    reply_to: str = ""
    """Address that receives replies; by default the sender."""
    bounce_to: str = ""
    """Envelope sender, which receives bounces; by default the sender."""
    ca_file: str = ""
    """File of extra certificates to trust (PEM), for a school's own server; by default the system's."""
    timeout_seconds: float = 30.0
    """How long one step of the dialogue may take."""


class MailChannel:
    """Sends mailto: addresses over SMTP."""

    name = "email"

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings

    def accepts(self, address: str) -> bool:
        """Tell whether the address is mailto:person@host (mailto:// is Apprise's)."""
        return address.lower().startswith("mailto:") and not address.lower().startswith("mailto://")

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one message."""
        raise NotImplementedError(message.key, now)

    def close(self) -> None:
        """Close the connection kept for the batch."""


NOT_SET_UP = bad_configuration("Chưa khai máy chủ thư (SMTP); mở phần cài đặt kênh để khai")
