"""What happened to a work as its page tells it: what tells nothing is left out, what was done to the draft folded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tracker.store.records import HistoryEntry


@dataclass(frozen=True, slots=True)
class Story:
    """What happened since a work was published, and before; a work that never was has everything in the first."""

    since: tuple[HistoryEntry, ...]
    before: tuple[HistoryEntry, ...]


def story(entries: Iterable[HistoryEntry], published_at: datetime | None) -> Story:
    """Return the history of a work parted at its first publishing, in the order given; a recall begins nothing anew."""
    told = [one for one in entries if _tells(one)]
    before = [one for one in told if published_at and one.at < published_at]
    return Story(tuple(one for one in told if one not in before), tuple(before))


def _tells(entry: HistoryEntry) -> bool:
    """Whether a line says what became of something: a change of what no page shows is kept, but shown to nobody."""
    return entry.was is None or entry.was != entry.now or bool(entry.why)
