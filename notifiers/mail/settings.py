"""The settings of e-mail."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

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

    @property
    def from_address(self) -> str:
        """The address in From."""
        return self.sender or self.username

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
        if "@" not in self.from_address:
            return "Chưa khai địa chỉ người gửi thư, cần dạng nhacviec@truong.edu.vn."
        if self.username and self.security is Security.NONE and self.host not in LOOPBACK:
            return "Không gửi mật khẩu qua đường không mã hoá; hãy chọn starttls hoặc tls cho máy chủ thư."
        return ""
