"""A real `tracker serve` in a process of its own, on a port the machine chooses."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LINK = re.compile(r"(http://[^/\s]+)/dang-nhap/\S+")


@dataclass(frozen=True, slots=True)
class Served:
    """Where the pages are, and the one-time link printed at start."""

    url: str
    link: str
    process: subprocess.Popen[str]


def tracker(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "tracker", "--data", str(folder), *words]


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Start the service, give its address once it has printed it, stop it at the end."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
    process = subprocess.Popen(
        tracker(folder, "serve", "--port", "0"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ
    )
    try:
        for line in process.stdout:
            if found := LINK.search(line):
                yield Served(found[1], found[0], process)
                break
        else:
            raise AssertionError(process.stderr.read())
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=30)
