"""What a message says of a task: its deadline in the plan's words, of which plan, with which part, a short title."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schedules.plan import Due, Task
from tracker.deadline_words import corrected, literal, worded
from tracker.plan_names import plan_name
from tracker.reminders.sift import Item
from tracker.spoken import day_words, days_left, due_words, is_off
from tracker.store.records import Part

PARTS = {Part.LEAD: "chủ trì", Part.HELPER: "phối hợp", Part.WATCHER: "theo dõi"}
LONGEST_TITLE = 140
LONGEST_QUOTE = 80
"""The words of a deadline are short; a whole sentence stands on the page of the work."""

LONGEST_KIND = 60


def whose(task: Task) -> str:
    """Return a line that tells a reviewer's words from the plan's, where the deadline is the reviewer's; else empty."""
    return worded(task).each(short).beside


def deadline(task: Task, left: str = "", *, quoted: bool = True) -> str:
    """Return a deadline in full, the plan's own words behind it where they say it otherwise, and what is left of it.

    “từ 16/10 đến Chủ nhật 22/10/2023 (kế hoạch ghi: “Tuần 3”) – còn 7 ngày”
    """
    words = literal(task) if quoted else ""
    mended = "; nhà trường đã sửa" if corrected(task.due) else ""
    said = f" (kế hoạch ghi: “{short(words, LONGEST_QUOTE)}”{mended})" if words else ""
    return f"{due_words(task.due)}{said}" + (f" – {left}" if left else "")


@dataclass(frozen=True, slots=True)
class _Called:
    """A plan as a sentence calls it."""

    kind: str | None
    number: str | None


def from_plan(item: Item, *, by_number: bool = False) -> str:
    """Return “theo kế hoạch kiểm tra nội bộ số 12/KH-THCS”, its kind left out `by_number`; empty for neither."""
    kind = "" if by_number and item.plan_number else short(item.plan_kind or "", LONGEST_KIND)
    if not (kind or item.plan_number):
        return ""
    name = plan_name(_Called(kind or None, item.plan_number))
    return f"theo {name[0].lower()}{name[1:]}"


ASKS = "Đang chờ trả lời xin thêm thời gian"


def asks_words(day: date, who: str = "") -> str:
    """Return that more time was asked for, until when, and by whom where that is another than the reader."""
    return f"{ASKS}: {who or 'đã'} xin đến {day_words(day)}"


def is_pressing(due: Due, today: date) -> bool:
    """Whether the last useful day of a deadline is over and nothing is late yet: “trước 30/11” on 30/11 itself."""
    left = days_left(due, today)
    if left is None or due.day is None or (due.late_from and today >= due.late_from):
        return False
    return today > due.day if is_off(due) else left < 0


def begun(words: str) -> str:
    """Return words as the beginning of a line."""
    return words[:1].upper() + words[1:]


def short(title: str, most: int = LONGEST_TITLE) -> str:
    """Return a title that fits a phone, cut at a word."""
    plain = " ".join(title.split())
    if len(plain) <= most:
        return plain
    return plain[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
