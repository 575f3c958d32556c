"""Pure: how a work came to its reader, where the history tells of the hand-over: who led it before, who gave it why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.reminders.changes import MACHINES, said_why
from tracker.store.carried import Heard
from tracker.store.records import HistoryEntry, Part

NAMED = re.compile(r"(?P<name>.+) \((?P<part>\w+)\)")


@dataclass(frozen=True, slots=True)
class HandOver:
    """Who led a work before its reader did, and the note of who gave it to them; empty where there is none."""

    led_before: tuple[str, ...] = ()
    note: str = ""
    by: str = ""

    @property
    def words(self) -> str:
        """The hand-over in a line: “Việc này trước do Cô Lan phụ trách, nay giao cho thầy/cô. Lời nhắn: …”, or ""."""
        who = self.by if self.by and not self.by.startswith(MACHINES) else ""
        note = f"Lời nhắn{f' của {who}' if who else ''}: {self.note.rstrip('.')}." if self.note else ""
        before = (
            f"Việc này trước do {', '.join(self.led_before)} phụ trách, nay giao cho thầy/cô."
            if self.led_before
            else ""
        )
        return " ".join(filter(None, [before, note]))


NOBODY = HandOver()


def handed_over(story: Sequence[HistoryEntry], name: str, part: Part, heard: Iterable[Heard]) -> HandOver:
    """Return how a work came to someone with the part they have, to be said in the first message after it.

    `story` is the work's history, oldest first; `heard` what they were told of it so far.
    """
    last = brought(story, name, part)
    if last is None or any(one.at >= last.at for one in heard):
        return NOBODY
    leads = _with(Part.LEAD, last.now)
    before = tuple(one for one in _with(Part.LEAD, last.was) if one not in leads) if part is Part.LEAD else ()
    return HandOver(before, said_why(last.why or ""), last.who)


def brought(story: Sequence[HistoryEntry], name: str, part: Part) -> HistoryEntry | None:
    """Return the newest entry by which someone got a part in a work they had not; None when the history has none."""
    return next((entry for entry in reversed(story) if _brings(entry, name, part)), None)


def gives(entry: HistoryEntry, name: str, part: Part) -> bool:
    """Whether by an entry others gave someone a part in a work; two names of one person that became one give none."""
    merged = entry.was and not any(map(NAMED.fullmatch, entry.was.split("; ")))
    return _brings(entry, name, part) and not merged and entry.who != name


def had_part(entry: HistoryEntry, name: str) -> bool:
    """Whether someone had a part in a work before an entry gave it to people."""
    return any(name in _with(part, entry.was) for part in Part)


def _brings(entry: HistoryEntry, name: str, part: Part) -> bool:
    return entry.what == "reassigned" and name in _with(part, entry.now) and name not in _with(part, entry.was)


def _with(part: Part, told: str | None) -> tuple[str, ...]:
    """Return who has a part, as a history entry names people: “Cô Lan (lead); Thầy Minh (helper)”."""
    found = (NAMED.fullmatch(one) for one in (told or "").split("; "))
    return tuple(one["name"] for one in found if one and one["part"] == part.value)
