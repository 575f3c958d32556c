"""Certificates made for one test run: a small authority and a server certificate for 127.0.0.1."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path

import trustme


@dataclass(frozen=True)
class TestTls:
    """A server context, and the file by which a client trusts it."""

    __test__ = False
    server: ssl.SSLContext
    ca_file: str


def tls_for_loopback(folder: Path) -> TestTls:
    authority = trustme.CA()
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(server)
    path = folder / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return TestTls(server, str(path))
