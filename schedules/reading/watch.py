"""Watching a long reading: how far it is, how long it will take, and whether people want it stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from schedules.reading.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Progress:
    """Pages done of all pages; `seconds_left` is None until one page is done."""

    done: int
    total: int
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told after each page, and who is asked between pages whether to stop."""

    on_page: Callable[[Progress], None] = lambda _: None
    cancelled: Callable[[], bool] = lambda: False


class Stopped(Unreadable):
    """People stopped the reading."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "việc đọc đã dừng theo yêu cầu", "đọc đến hết", "Hãy nhập lại tệp khi cần")


@dataclass(slots=True)
class Pace:
    """Counts the pages of one reading; `clock` gives seconds from any fixed moment."""

    source: str
    total: int
    clock: Callable[[], float] = time.monotonic
    started: float = field(init=False)

    def __post_init__(self) -> None:
        self.started = self.clock()

    @property
    def spent(self) -> float:
        """Return the seconds since the reading began."""
        return self.clock() - self.started

    def reached(self, done: int) -> None:
        """Tell the watcher how far it is; raise Stopped when people want no more."""
        watch = _WATCH.get()
        left = self.spent / done * (self.total - done) if done else None
        watch.on_page(Progress(done, self.total, left))
        if watch.cancelled():
            raise Stopped(self.source)


# A context variable, since only two of the many readers have pages to tell of.
_UNWATCHED = Watch()
_WATCH: ContextVar[Watch] = ContextVar("watch", default=_UNWATCHED)


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Have every reading inside this block tell `watch`."""
    token = _WATCH.set(watch)
    try:
        yield
    finally:
        _WATCH.reset(token)
