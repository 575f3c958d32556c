"""What a message says beside the deadline: how much time is left to act, with which part, a title short enough."""

from __future__ import annotations

from datetime import date

from schedules.plan import Due
from tracker.spoken import day_words
from tracker.store.records import Part

PARTS = {Part.LEAD: "chủ trì", Part.HELPER: "phối hợp", Part.WATCHER: "theo dõi"}
LONGEST_TITLE = 140


def left_words(due: Due, today: date) -> str:
    """Return how much time is left to act on the strict reading, or by how many days it is late."""
    if due.day is None or due.remind_by is None:
        return ""
    if due.late_from and today >= due.late_from:
        return f"quá hạn {(today - due.day).days} ngày"
    left = (due.remind_by - today).days
    if left < 0:
        return "cần xong ngay"
    if due.remind_by == due.day:
        return {0: "hạn cuối là hôm nay", 1: "còn 1 ngày, hạn là ngày mai"}.get(left, f"còn {left} ngày")
    until = f"còn {left} ngày, nên xong trong {day_words(due.remind_by)}"
    return {0: "nên xong ngay hôm nay", 1: "nên xong trong ngày mai"}.get(left, until)


def short(title: str) -> str:
    """Return a title that fits a phone, cut at a word."""
    plain = " ".join(title.split())
    if len(plain) <= LONGEST_TITLE:
        return plain
    return plain[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
