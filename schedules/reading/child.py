"""The inside of the limited process: takes an order and bytes on stdin, answers on stdout, and can do little else."""

from __future__ import annotations

import json
import os
import sys
from typing import BinaryIO

from schedules.reading.file import read_all_bytes, read_bytes
from schedules.reading.unreadable import Unreadable
from schedules.reading.watch import Progress, Watch, watched
from schedules.reading.wire import Outcome, to_wire

LARGEST_WRITTEN = 512 * 1024 * 1024
"""Bytes of one file a parser may write (LibreOffice writes the converted file)."""

MOST_OPEN = 256


def main() -> None:
    """Read one order, answer it, end."""
    # Only this descriptor reaches the parent: what libraries print goes nowhere.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    order = json.loads(sys.stdin.buffer.readline())
    confine(int(order["limits"]["memory"]), int(order["limits"]["total"]))
    data = sys.stdin.buffer.read()
    with watched(Watch(on_page=lambda progress: _say(out, progress))):
        outcomes = _outcomes(data, str(order["source"]), whole=bool(order["whole"]))
    out.write(to_wire(outcomes).encode() + b"\n")
    out.flush()
    # Nothing is left to tidy, and a damaged parser has no more to say.
    os._exit(0)


def confine(memory: int, seconds: int) -> None:
    """Take the limits on: bytes of address space, seconds on each core, small files, no core dump, low priority."""
    try:
        import resource
    except ImportError:  # not on Windows: the parent's time limits remain
        return
    wanted = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds * (os.cpu_count() or 1)),
        (resource.RLIMIT_FSIZE, LARGEST_WRITTEN),
        (resource.RLIMIT_NOFILE, MOST_OPEN),
        (resource.RLIMIT_CORE, 0),
    )
    for what, most in wanted:
        hard = resource.getrlimit(what)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, least))
    os.nice(5)


def _outcomes(data: bytes, source: str, *, whole: bool) -> tuple[Outcome, ...]:
    if whole:
        return read_all_bytes(data, source)
    try:
        return (read_bytes(data, source),)
    except Unreadable as error:
        return (error,)


def _say(out: BinaryIO, progress: Progress) -> None:
    out.write(f"{progress.done} {progress.total}\n".encode())
    out.flush()
