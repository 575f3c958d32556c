"""The ledger as people read it: every stage in words, every reminder of a task with its reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from schedules.calendar import WorkingDays
from schedules.plan import Due, Precision
from tests.conftest import make_task
from tests.fakes.visitor import visitor_with
from tracker.reminders.policy import Policy
from tracker.reminders.stages import stages
from tracker.web.stages import stage_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("D-7", "7 ngày trước hạn"),
        ("D-0", "ngày làm việc cuối còn kịp"),
        ("late_born", "báo lần đầu"),
        ("overdue", "việc đã quá hạn"),
        ("L+14", "việc đã quá hạn"),
        ("E-committee", "quá hạn, báo Tổ giám sát"),
        ("R-2023-10-20", "nhắc lại theo lời hẹn thứ Sáu 20/10/2023"),
        ("X-12", "trả lời đề nghị gia hạn"),
        ("X-Q7", "có người xin gia hạn"),
        ("P-12", "trả lời minh chứng"),
        ("N-12", "có người báo không phải việc của mình"),
        ("N-A12", "trả lời lời báo không phải việc của mình"),
        ("H-4", "báo việc đang chờ"),
        ("H-E4", "báo việc hết chờ"),
        ("C-17", "báo thay đổi"),
    ],
)
def test_a_stage_is_read_in_words(name: str, words: str) -> None:
    assert stage_words(name) == words


def test_late_work_is_told_by_its_days_late_as_it_went_and_not_by_its_step() -> None:
    assert stage_words("L+21", 24) == "quá hạn 24 ngày"


def test_every_stage_of_the_policy_has_words_of_its_own() -> None:
    day = date(2024, 5, 31)
    due = Due("", date(2023, 9, 1), day, Precision.YEAR, remind_by=day, late_from=date(2024, 6, 3))
    found = stages(due, Policy(), WorkingDays())
    words = [stage_words(stage.name, max(0, (stage.at.date() - day).days)) for stage in found]
    assert len(set(words)) == len(found) > 10
    assert not [one for one in words if any(mark in one for mark in ("D-", "L+", "E-", "X-"))]


def test_a_task_shows_every_reminder_with_its_reason(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Hội thi", date(2023, 10, 27), owners=("Cô Lan",)))
    path = f"/viec/{visitor.tasks()[0].id}"
    page = visitor.get(path).text
    assert "7 ngày trước hạn · Cô Lan" in page
    assert "đã lên lịch theo hạn của việc" in page
    visitor.press(f"{path}/xong", on=path)
    assert "không nhắc</span> 7 ngày trước hạn · Cô Lan" in visitor.get(path).text
    assert "· việc đã xong" in visitor.get(path).text
