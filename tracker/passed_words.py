"""What is said of recurring work whose first time was over as its plan came in force, on pages and in the terminal."""

from __future__ import annotations

from schedules.plan import Task
from tracker.spoken import due_words

REST = (
    "Phát hành rồi thì các lần đã qua không lập thành việc phải làm, lần tới vẫn có. "
    "Lần nào vẫn phải làm thì mở trang việc ấy, bấm “Lấy lại”."
)


def heading(count: int) -> str:
    """Return how many works it is and what that means for their times that are over."""
    return f"{count} việc lặp lại có lần đã qua: không tính trễ, không nhắc"


def first_time(task: Task) -> str:
    """Return a work with the time of it that is let be."""
    return f"{task.title} (lần đầu: {due_words(task.due)})"
