"""A real SMTP server on the loopback that records letters and refuses, stalls or hangs up as told."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

ROOT = Path(__file__).resolve().parents[2]
HANG_UP = "hang up"
STALL = "stall"


@dataclass
class Letter:
    """One letter as the server took it."""

    sender: str
    to: str
    raw: bytes

    @property
    def parsed(self) -> EmailMessage:
        return BytesParser(policy=default).parsebytes(self.raw)


@dataclass
class FakeSmtp:
    """What the server saw, and what it is told to answer.

    `refuse` maps a recipient (or "*") to replies used one by one at RCPT, the last one staying; `on_mail` and
    `on_data` are the same for MAIL FROM and for the end of the letter. A reply is "550 5.1.1 …", HANG_UP or STALL.
    HANG_UP and STALL at the end of the letter come after it was recorded.
    """

    host: str = "127.0.0.1"
    port: int = 0
    letters: list[Letter] = field(default_factory=list)
    refuse: dict[str, list[str]] = field(default_factory=dict)
    on_mail: list[str] = field(default_factory=list)
    on_data: list[str] = field(default_factory=list)
    connections: int = 0
    logins: list[tuple[str, str]] = field(default_factory=list)
    stall_seconds: float = 3.0

    def letters_to(self, address: str) -> list[Letter]:
        return [letter for letter in self.letters if letter.to == address]

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802 - aiosmtpd's name
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        reply = await self._act(server, self.on_mail)
        if reply.startswith("250"):
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return reply

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        reply = await self._act(server, self.refuse.get(address, self.refuse.get("*", [])))
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        reply = self.on_data[0] if self.on_data else "250"
        if reply.startswith("250") or reply in (HANG_UP, STALL):
            taken = [Letter(envelope.mail_from, to, envelope.original_content) for to in envelope.rcpt_tos]
            self.letters.extend(taken)
        return await self._act(server, self.on_data)

    async def _act(self, server, replies: list[str]) -> str:
        reply = (replies.pop(0) if len(replies) > 1 else replies[0]) if replies else "250 OK"
        if reply == STALL:
            await asyncio.sleep(self.stall_seconds)
        if reply == HANG_UP:
            server.transport.close()
        return "250 OK" if reply in (STALL, HANG_UP) else reply

    def authenticate(self, server, session, envelope, mechanism, data):
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password == b"dung-mat-khau", handled=False)


class _Controller(Controller):
    """A controller on a port of the system's choice."""

    def __init__(self, fake: FakeSmtp, **options) -> None:
        super().__init__(fake, hostname=fake.host, port=0, **options)

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def running_smtp(
    *,
    starttls: ssl.SSLContext | None = None,
    implicit_tls: ssl.SSLContext | None = None,
    auth: bool = False,
    utf8: bool = False,
) -> Iterator[FakeSmtp]:
    """Run a server; `auth` asks for a sign-in (over TLS) with the password "dung-mat-khau"."""
    fake = FakeSmtp()
    options = {"enable_SMTPUTF8": utf8, "timeout": 10}
    if auth:
        options |= {"authenticator": fake.authenticate, "auth_required": True}
    controller = _Controller(fake, ssl_context=implicit_tls, tls_context=starttls, **options)
    controller.start()
    fake.port = controller.port
    try:
        yield fake
    finally:
        controller.stop()


@contextmanager
def smtp_apart() -> Iterator[int]:
    """Run a server in a process of its own, as a school's is on another machine; give its port."""
    command = [sys.executable, "-m", "tests.fakes.smtp"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield int(process.stdout.readline())
        process.stdin.close()


def main() -> None:
    """Serve until the line that holds us is closed."""
    with running_smtp() as fake:
        print(fake.port, flush=True)  # noqa: T201
        sys.stdin.read()


if __name__ == "__main__":
    main()
