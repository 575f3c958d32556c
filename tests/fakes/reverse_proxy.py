"""A small reverse proxy: takes what a browser asks, adds the headers a real one adds, passes the answer on."""

from __future__ import annotations

import http.client
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

HOP = frozenset({"connection", "keep-alive", "transfer-encoding", "host"})


@contextmanager
def reverse_proxy(behind: str, headers: Mapping[str, str | None]) -> Iterator[int]:
    """Answer on a port of its own for the server at `behind`; None for a header takes what the browser said."""

    class Passing(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._pass()

        def do_POST(self) -> None:
            self._pass()

        def _pass(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            told = {name: value for name, value in self.headers.items() if name.lower() not in HOP}
            told |= {name: self.headers.get(name, "") if value is None else value for name, value in headers.items()}
            line = http.client.HTTPConnection(urlsplit(behind).netloc, timeout=20)
            line.request(self.command, self.path, body, told)
            answer = line.getresponse()
            content = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in {*HOP, "content-length"}:
                    self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
            line.close()

        def log_message(self, *_: object) -> None:
            """Keep silent: what is asked holds secrets of the test."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Passing)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
