"""A real HTTP server on the loopback: it records what it is asked and answers as told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Seen:
    """One request as it arrived."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode()))


@dataclass(frozen=True)
class Answer:
    """An answer; `stall` seconds pass before it, `hang_up` closes the line instead."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    stall: float = 0
    hang_up: bool = False

    @property
    def bytes(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


def patience(answer: Answer | None = None) -> float:
    """How many seconds to wait for an answer: few for one that stalls, else enough for a busy machine."""
    return 0.3 if answer and answer.stall else 10.0


@dataclass
class FakeHttp:
    """What was asked, and the answers to give first; after them `respond` decides."""

    respond: Callable[[Seen], Answer]
    url: str = ""
    seen: list[Seen] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def answer(self, seen: Seen) -> Answer:
        self.seen.append(seen)
        return self.answers.pop(0) if self.answers else self.respond(seen)


def _handler(fake: FakeHttp) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            url = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            seen = Seen(self.command, url.path, dict(parse_qsl(url.query)), headers, self.rfile.read(length))
            answer = fake.answer(seen)
            if answer.stall:
                fake.stopping.wait(answer.stall)
            if not (answer.hang_up or fake.stopping.is_set()):
                self._write(answer)

        do_GET = do_POST  # noqa: N815

        def _write(self, answer: Answer) -> None:
            try:
                self.send_response(answer.status)
                for name, value in {"Content-Type": "application/json", **answer.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.bytes)))
                self.end_headers()
                self.wfile.write(answer.bytes)
            except ConnectionError:
                pass  # the client went away while we stalled, as it should

        def log_message(self, *args) -> None:
            pass

    return Handler


@contextmanager
def running_http(fake: FakeHttp) -> Iterator[FakeHttp]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fake))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    fake.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield fake
    finally:
        fake.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
