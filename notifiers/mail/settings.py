"""The settings of e-mail."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from notifiers.mail.address import mailbox
from notifiers.secret import Secret


class Security(StrEnum):
    """How the line to the mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}
"""RFC 8314: submission with STARTTLS, submissions, and plain SMTP."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How to reach the school's mail server."""

    host: str = ""
    """Name of the SMTP server, e.g. smtp.gmail.com; empty means that e-mail is not set up."""
    port: int | None = None
    """Port of the server; by default 587 for starttls, 465 for tls, 25 for none."""
    security: Security = Security.STARTTLS
    """starttls, tls (from the first byte) or none (a password then only goes to this very machine)."""
    username: str = ""
    """User name for AUTH; empty means no sign-in."""
    password: Secret = field(default_factory=Secret)
    """Password or app password for AUTH."""
    sender: str = ""
    """Address that stands in From, alone or behind its name ("Nhắc việc <nhacviec@truong.edu.vn>", RFC 5322 §3.4);
    by default the user name."""
    sender_name: str = "Đúng Hạn"
    """Name that stands in From before an address without one."""
    reply_to: str = ""
    """Address that receives replies; by default the sender."""
    bounce_to: str = ""
    """Envelope sender, which receives bounces; by default the sender."""
    ca_file: str = ""
    """File of extra certificates to trust (PEM), for a school's own server; by default the system's."""
    timeout_seconds: float = 30.0
    """How long one step of the dialogue may take."""

    @property
    def from_address(self) -> str:
        """The address in From, without a name."""
        return self._sender[1] or self.username

    @property
    def from_name(self) -> str:
        """The name in From."""
        return self._sender[0] or self.sender_name

    @property
    def _sender(self) -> tuple[str, str]:
        """Name and address of the sender; the parser of letters is loaded only where letters are made."""
        from email.utils import parseaddr

        return parseaddr(self.sender)

    @property
    def domain(self) -> str:
        """The domain of the sender, used in Message-ID and HELO."""
        return self.from_address.rpartition("@")[2] or "localhost"

    @property
    def real_port(self) -> int:
        """The port to call."""
        return self.port or PORTS[self.security]

    def trouble(self) -> str:
        """Return a sentence saying what is missing or unsafe, empty when mail can be tried."""
        if not self.host:
            return "Chưa khai máy chủ thư (SMTP); mở phần cài đặt kênh e-mail để khai."
        if not (self.sender or self.username):
            return "Chưa khai địa chỉ người gửi thư (sender), cần dạng nhacviec@truong.edu.vn."
        try:
            mailbox(self.from_address)
        except ValueError:
            wrong = self.sender or self.username
            return f"Địa chỉ người gửi thư (sender) “{wrong}” chưa đúng, cần dạng nhacviec@truong.edu.vn."
        if self.username and self.security is Security.NONE and self.host not in LOOPBACK:
            return "Không gửi mật khẩu qua đường không mã hóa; hãy chọn starttls hoặc tls cho máy chủ thư."
        return ""
