"""Pure: who led a work before it came to its reader, where the history tells of the hand-over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracker.store.carried import Heard
from tracker.store.records import HistoryEntry, Part

LEADS = re.compile(rf"(.+) \({Part.LEAD.value}\)")


def led_before(story: Sequence[HistoryEntry], name: str, heard: Iterable[Heard]) -> tuple[str, ...]:
    """Return who led a work before someone did, to be said in the first message after the hand-over; else nobody.

    `story` is the work's history, oldest first; `heard` what its new leader was told of it so far.
    """
    last = next((entry for entry in reversed(story) if _brings(entry, name)), None)
    if last is None or any(one.at >= last.at for one in heard):
        return ()
    has = _leads(last.now)
    return tuple(one for one in _leads(last.was) if one not in has)


def _brings(entry: HistoryEntry, name: str) -> bool:
    """Whether an entry tells that someone leads who did not before."""
    return entry.what == "reassigned" and name in _leads(entry.now) and name not in _leads(entry.was)


def _leads(told: str | None) -> tuple[str, ...]:
    """Return the leaders a history entry names: “Cô Lan (lead); Thầy Minh (helper)”."""
    found = (LEADS.fullmatch(one) for one in (told or "").split("; "))
    return tuple(one[1] for one in found if one)
