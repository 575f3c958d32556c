"""As much of an IMAP server as reading an inbox needs."""

from __future__ import annotations

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

PASSWORD = "mat-khau-hop-thu"


@dataclass
class FakeImap:
    letters: list[bytes] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    port: int = 0

    def reply(self, command: str) -> bytes:
        """The untagged lines of an answer; None ends the dialogue, an exception refuses."""
        words = command.split()
        if words[0] == "CAPABILITY":
            return b"* CAPABILITY IMAP4rev1\r\n"
        if words[0] == "LOGIN" and PASSWORD not in command:
            raise PermissionError
        if words[0] == "SELECT":
            return f"* {len(self.letters)} EXISTS\r\n".encode()
        if words[:2] == ["UID", "SEARCH"]:
            unseen = [str(n) for n in range(1, len(self.letters) + 1) if n not in self.seen]
            return f"* SEARCH {' '.join(unseen)}\r\n".encode()
        if words[:2] == ["UID", "FETCH"]:
            letter = self.letters[int(words[2]) - 1]
            return b"* %s FETCH (UID %s BODY[] {%d}\r\n%s)\r\n" % (
                words[2].encode(),
                words[2].encode(),
                len(letter),
                letter,
            )
        if words[:2] == ["UID", "STORE"]:
            self.seen.add(int(words[2]))
        return b""


def _handler(fake: FakeImap) -> type[socketserver.StreamRequestHandler]:
    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"* OK ready\r\n")
            for raw in self.rfile:
                match = re.fullmatch(r"(\S+) (.*)\r\n", raw.decode("latin-1"))
                if match is None:
                    return
                tag, command = match[1], match[2]
                if command == "LOGOUT":
                    self.wfile.write(f"* BYE\r\n{tag} OK\r\n".encode())
                    return
                try:
                    self.wfile.write(fake.reply(command) + f"{tag} OK done\r\n".encode())
                except PermissionError:
                    self.wfile.write(f"{tag} NO refused\r\n".encode())

    return Handler


@contextmanager
def running_imap(host: str = "127.0.0.1") -> Iterator[FakeImap]:
    fake = FakeImap()
    with socketserver.ThreadingTCPServer((host, 0), _handler(fake)) as server:
        fake.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield fake
        finally:
            server.shutdown()
            thread.join()
