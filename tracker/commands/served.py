"""Edge: where the pages of a data folder were last served, kept beside its database for the commands that print links.

Without `base_url` only `tracker serve` knows its port; `tracker signin` and `tracker feed --links` ask here.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

FILE_NAME = "served-at"
FIRST_GUESS = "http://127.0.0.1:8000"
"""What `tracker serve` takes when nobody says otherwise."""


def remember(data: Path, address: str) -> None:
    """Keep the address the service has just taken; a folder that cannot be written keeps the older one."""
    with suppress(OSError):
        (data / FILE_NAME).write_text(f"{address}\n", "utf-8")


def was_served(data: Path) -> bool:
    """Whether a service ever took an address for a data folder."""
    return (data / FILE_NAME).is_file()


def last_address(data: Path) -> str:
    """Return where the pages were last served, without a slash at its end; what cannot be read is the first guess."""
    with suppress(OSError, ValueError):
        address = (data / FILE_NAME).read_text("utf-8").strip()
        if urlsplit(address).scheme in {"http", "https"} and urlsplit(address).hostname:
            return address.rstrip("/")
    return FIRST_GUESS
