"""Edge: reading an untrusted file in a process of its own, with limits on memory, time and what it can see.

The child gets the bytes and a bare environment (no secrets), and answers in checked JSON. When it crashes, hangs or
grows too large it is killed with everything it started, and the file is refused in words; the service goes on.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from schedules.plan import Document
from schedules.reading.file import clean_name, read_bytes
from schedules.reading.kind import Kind, kind_of, promise
from schedules.reading.libre_office import CONFINED
from schedules.reading.limits import LARGEST_FILE, MEGABYTE
from schedules.reading.unreadable import Unreadable
from schedules.reading.watch import Progress, Stopped, Watch
from schedules.reading.wire import Outcome, WireError, from_wire

ROOT = str(Path(__file__).resolve().parents[2])
BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from schedules.reading.child import main; main()"
PASSED_ON = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT")
"""Where programs and their data lie; no other word of our environment reaches a parser."""

LARGEST_ANSWER = 128 * MEGABYTE
LITTLE_TEXT = 256 * 1024
"""Bytes of text that even at its worst (one letter a line) is read in a second or two."""

ASKED_EVERY = 0.2
EXPECTED = "tệp đọc được trong giới hạn của máy chủ"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one reading may use: bytes of memory, seconds without a page done, seconds in all."""

    memory: int = 3 * 1024 * MEGABYTE
    silence: float = 60
    total: float = 1800


USUAL = Limits()
UNWATCHED = Watch()


def read_apart(data: bytes, source: str, limits: Limits = USUAL, watch: Watch = UNWATCHED) -> Document:
    """Return the document in untrusted bytes, read in a limited process; raise Unreadable like read_bytes."""
    if _is_plain(data, source):
        return read_bytes(data, source)
    outcome = _outcomes(data, source, limits, watch, whole=False)[0]
    if isinstance(outcome, Unreadable):
        raise outcome
    return outcome


def read_all_apart(
    data: bytes, source: str, limits: Limits = USUAL, watch: Watch = UNWATCHED
) -> tuple[Document | Unreadable, ...]:
    """Return every document in untrusted bytes (a ZIP holds several), refusals as values."""
    try:
        if _is_plain(data, source):
            return (read_bytes(data, source),)
        return _outcomes(data, source, limits, watch, whole=True)
    except Unreadable as error:
        return (error,)


def _is_plain(data: bytes, source: str) -> bool:
    """Whether the bytes are a little plain text, which needs no parser and does not wait for a process to start."""
    return len(data) <= LITTLE_TEXT and promise(source) is Kind.TEXT and kind_of(data, source) is Kind.TEXT


def _outcomes(data: bytes, source: str, limits: Limits, watch: Watch, *, whole: bool) -> tuple[Outcome, ...]:
    source = clean_name(source)
    if len(data) > LARGEST_FILE:
        read_bytes(data, source)  # refuses in its own words
    order = json.dumps({"source": source, "whole": whole, "limits": asdict(limits)}).encode() + b"\n"
    with tempfile.TemporaryDirectory(prefix="dung-han-") as folder, _child(order + data, folder) as child:
        answer = _answer(child, source, limits, watch)
        code = None if answer else _code(child)
    if answer is None:
        raise _ended(source, code)
    try:
        outcomes = from_wire(answer)
    except WireError as error:
        raise _ended(source, code) from error
    if not outcomes:
        raise _ended(source, code)
    return outcomes


@contextmanager
def _child(order: bytes, folder: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {"HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
    environment |= {"OPENBLAS_NUM_THREADS": "1", CONFINED: "1"}
    with tempfile.TemporaryFile() as file:
        file.write(order)
        file.seek(0)
        child = subprocess.Popen(  # noqa: S603  (our own interpreter and our own words)
            [sys.executable, "-I", "-c", BOOT, ROOT],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
    try:
        yield child
    finally:
        _kill(child)


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the child with everything it started, and leave no zombie."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
    child.wait()
    if child.stdout:
        child.stdout.close()


def _code(child: subprocess.Popen[bytes]) -> int | None:
    try:
        return child.wait(timeout=2)
    except subprocess.TimeoutExpired:
        return None


def _answer(child: subprocess.Popen[bytes], source: str, limits: Limits, watch: Watch) -> bytes | None:
    """Return the child's last line, passing on its pages; raise Unreadable when it is too slow or too wordy."""
    lines: queue.Queue[bytes | None] = queue.Queue()
    assert child.stdout  # noqa: S101  (it was asked for above)
    threading.Thread(target=_listen, args=(child.stdout, lines), daemon=True).start()
    started = heard = time.monotonic()
    while True:
        try:
            line = lines.get(timeout=ASKED_EVERY)
        except queue.Empty:
            line = b""
        now = time.monotonic()
        if watch.cancelled():
            raise Stopped(source)
        if line is None or line.startswith(b"["):
            return line
        if line:
            heard = now
            _tell(line, now - started, watch)
        if now - heard > limits.silence or now - started > limits.total:
            raise _too_slow(source, limits, now - started)


def _listen(pipe: IO[bytes], lines: queue.Queue[bytes | None]) -> None:
    with suppress(OSError, ValueError):
        while line := pipe.readline(LARGEST_ANSWER):
            lines.put(line)
    lines.put(None)


def _tell(line: bytes, spent: float, watch: Watch) -> None:
    """Pass on "3 20": page 3 of 20 is done."""
    words = line.split()
    if len(words) == 2 and all(word.isdigit() and len(word) < 6 for word in words):  # noqa: PLR2004
        done, total = int(words[0]), int(words[1])
        watch.on_page(Progress(done, total, spent / done * (total - done) if done else None))


def _too_slow(source: str, limits: Limits, spent: float) -> Unreadable:
    most = limits.total if spent > limits.total else limits.silence
    found = f"đọc quá lâu (hơn {most:.0f} giây) nên đã dừng"
    return Unreadable(source, found, EXPECTED, "Hãy tách riêng phần kế hoạch, hoặc lưu lại thành .docx")


def _ended(source: str, code: int | None) -> Unreadable:
    over_time = code is not None and code in {-signal.SIGXCPU, -signal.SIGKILL}
    found = "tệp cần nhiều thời gian hoặc bộ nhớ hơn giới hạn" if over_time else "tệp làm bộ đọc dừng đột ngột"
    return Unreadable(source, found, EXPECTED, "Hãy mở tệp bằng Word, lưu lại thành .docx rồi thử lại")
