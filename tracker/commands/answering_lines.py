"""Lines of JSON in, one line of JSON out for each, in order; what has arrived is answered in one write, at once.

A blank line asks nothing and gets no line; refusals name lines by their number in what came in, blank ones counted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from io import BufferedIOBase
from select import select
from typing import NamedTuple

from schedules.wording import Context, when_typed
from tracker.commands.line_context import context_of
from tracker.commands.line_workers import answered
from tracker.contract import due_line, encode

ARRIVING = 1 << 16
"""Bytes taken at a time at most; fewer when fewer have come, so that a program may ask line by line."""

UNREADABLE = ValueError, KeyError, TypeError, AttributeError, RecursionError
PLAIN = b'{"'
"""How a line begins that needs no guess at its encoding, which would take longer than reading it."""

_decode = json.JSONDecoder().decode


class Batch(NamedTuple):
    """Lines that came together, and the number of the first."""

    first: int
    lines: list[bytes]


class Answered(NamedTuple):
    """What to write for a batch, and how many of its lines could not be read."""

    written: bytes
    failed: int


def answer_lines(asked: BufferedIOBase, answers: BufferedIOBase, default: Context) -> int:
    """Answer every line {"text", "context"} under a context it may change; return how many could not be read."""
    failed = 0
    for batch in answered(_arriving(asked), partial(_answer_batch, default), partial(_more_waits, asked)):
        answers.write(batch.written)
        answers.flush()
        failed += batch.failed
    return failed


def _arriving(asked: BufferedIOBase) -> Iterator[Batch]:
    first, rest = 1, b""
    while arrived := asked.read1(ARRIVING):
        *lines, rest = (rest + arrived).split(b"\n")
        yield Batch(first, lines)
        first += len(lines)
    yield Batch(first, [rest])


def _more_waits(asked: BufferedIOBase) -> bool:
    """Whether reading on would not wait; False where the system cannot say."""
    try:
        return bool(select([asked], [], [], 0)[0])
    except (OSError, ValueError):
        return False


def _answer_batch(default: Context, batch: Batch) -> Answered:
    out: list[str] = []
    failed = 0
    for number, line in enumerate(batch.lines, batch.first):
        if line.strip():
            try:
                out.append(_answer(line, default))
            except UNREADABLE:
                failed += 1
                out.append(_refusal(number, line))
    # half a letter cut off by whoever wrote the line becomes the escape JSON has for it
    return Answered("".join(f"{answer}\n" for answer in out).encode(errors="backslashreplace"), failed)


def _answer(line: bytes, default: Context) -> str:
    asked = _decode(line.decode(errors="surrogatepass")) if line.startswith(PLAIN) else json.loads(line)
    return due_line(when_typed(asked["text"], context_of(default, asked.get("context"))))


def _refusal(number: int, line: bytes) -> str:
    from tracker.commands.refused_lines import reason

    return encode({"error": f'dòng {number}: {reason(line)}; cần {{"text": …, "context": …}}'})
