"""Pure: the name of a stage in the ledger, in the Vietnamese of the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tracker.reminders.sift import LATE_BORN
from tracker.reminders.stages import (
    ASKED,
    HALF,
    START,
    Ear,
    is_change,
    is_decision,
    is_declined,
    is_evidence,
    is_kept,
    is_noted,
    is_request,
    is_tiding,
    is_wait,
    is_wait_over,
)
from tracker.spoken import day_words, late_words

NAMED = {
    START: "sắp bắt đầu",
    HALF: "đã qua nửa thời gian",
    "D-0": "ngày làm việc cuối còn kịp",
    LATE_BORN: "báo lần đầu",
    f"E-{Ear.HELPER}": "quá hạn, báo người phối hợp",
    f"E-{Ear.COMMITTEE}": "quá hạn, báo Tổ giám sát",
    f"E-{Ear.MANAGER}": "quá hạn, báo người quản lý kế hoạch",
}

BESIDE: tuple[tuple[Callable[[str], bool], str], ...] = (
    (is_request, "có người xin gia hạn"),
    (is_kept, "trả lời lời báo không phải việc của mình"),
    (is_declined, "có người báo không phải việc của mình"),
    (is_decision, "trả lời đề nghị gia hạn"),
    (is_evidence, "trả lời minh chứng"),
    (is_wait_over, "báo việc hết chờ"),
    (is_wait, "báo việc đang chờ"),
    (is_noted, "báo ghi chú của Tổ giám sát"),
    (is_tiding, "báo việc vừa giao"),
    (is_change, "báo thay đổi"),
)
"""What goes beside reminders."""


def stage_words(name: str, days_late: int = 0) -> str:
    """Return a stage as people read it: “D-7” is “7 ngày trước hạn”.

    A notice of late work is named by how late the work was as it went, 0 where that is not known.
    """
    if name in NAMED:
        return NAMED[name]
    if beside := next((words for tells, words in BESIDE if tells(name)), ""):
        return beside
    if name.startswith(ASKED):
        return f"nhắc lại theo lời hẹn {day_words(date.fromisoformat(name.removeprefix(ASKED)))}"
    if name.startswith("D-"):
        return f"{name.removeprefix('D-')} ngày trước hạn"
    return late_words(days_late) if days_late else "việc đã quá hạn"
