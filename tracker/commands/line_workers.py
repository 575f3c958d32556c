"""Batches of lines answered on every core when many come at once, given back in the order they came."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

Batch = TypeVar("Batch")
Answer = TypeVar("Answer")

ALONE = 4
"""Batches in a row with more behind them before other processes are worth starting."""

AHEAD = 3
"""Batches taken in for each core before the first answer must be out."""

_given: list[Callable[[Any], Any]] = []
"""In a worker, how it answers: told once, because a calendar is too much to send with every batch."""


def answered(
    batches: Iterator[Batch], answer: Callable[[Batch], Answer], more_waits: Callable[[], bool]
) -> Iterator[Answer]:
    """Yield the answer of each batch in order; while nothing more waits to be read, none is held back."""
    cores, in_a_row = _cores(), 0
    while cores == 1 or in_a_row < ALONE:
        if (batch := next(batches, None)) is None:
            return
        yield answer(batch)
        in_a_row = in_a_row + 1 if more_waits() else 0
    yield from _by_workers(batches, answer, more_waits, cores)


def _by_workers(
    batches: Iterator[Batch], answer: Callable[[Batch], Answer], more_waits: Callable[[], bool], cores: int
) -> Iterator[Answer]:
    from concurrent.futures import Future, ProcessPoolExecutor

    with ProcessPoolExecutor(cores, initializer=_given.append, initargs=(answer,)) as pool:
        waiting: deque[Future[Answer]] = deque()
        while (batch := next(batches, None)) is not None:
            waiting.append(pool.submit(_answer, batch))
            while waiting and (len(waiting) > AHEAD * cores or not more_waits()):
                yield waiting.popleft().result()
        yield from (each.result() for each in waiting)


def _answer(batch: Any) -> Any:
    return _given[0](batch)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
