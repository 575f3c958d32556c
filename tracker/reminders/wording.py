"""What a message says of a task beside its deadline: in whose words, with which part, a title short enough."""

from __future__ import annotations

from schedules.plan import Task
from tracker.deadline_words import worded
from tracker.store.records import Part

PARTS = {Part.LEAD: "chủ trì", Part.HELPER: "phối hợp", Part.WATCHER: "theo dõi"}
LONGEST_TITLE = 140


def whose(task: Task) -> str:
    """Return a line that tells a reviewer's words from the plan's, where the deadline is the reviewer's; else empty."""
    return worded(task).each(short).beside


def short(title: str) -> str:
    """Return a title that fits a phone, cut at a word."""
    plain = " ".join(title.split())
    if len(plain) <= LONGEST_TITLE:
        return plain
    return plain[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
