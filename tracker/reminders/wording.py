"""What a message says of a task beside its deadline: with which part, a title short enough."""

from __future__ import annotations

from tracker.store.records import Part

PARTS = {Part.LEAD: "chủ trì", Part.HELPER: "phối hợp", Part.WATCHER: "theo dõi"}
LONGEST_TITLE = 140


def short(title: str) -> str:
    """Return a title that fits a phone, cut at a word."""
    plain = " ".join(title.split())
    if len(plain) <= LONGEST_TITLE:
        return plain
    return plain[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
