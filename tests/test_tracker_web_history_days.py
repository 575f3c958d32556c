"""The history shows days as people write them and each only once; what is kept stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from schedules.calendar import WorkingDays
from tests.conftest import NOW, make_task
from tests.fakes.visitor import visitor_with
from tracker.reminders import actions
from tracker.store import history
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.store.records import HistoryEntry
from tracker.web.labels import history_words

ENTRY = HistoryEntry(1, NOW, "Cô Lan", "task", "viec-1", "moved", None, None, None)


@pytest.mark.parametrize(
    ("what", "was", "now", "words"),
    [
        ("moved", "27/11/2026 (2026-11-27)", "27/11/2026 (2026-12-04)", "Đổi hạn: 27/11/2026 → 4/12/2026"),
        ("moved", "27/11/2026 (2026-11-27)", "04/12/2026 (2026-12-04)", "Đổi hạn: 27/11/2026 → 04/12/2026"),
        ("moved", "chưa có hạn", "ngày 5/12/2026 (2026-12-05)", "Đổi hạn: chưa có hạn → ngày 5/12/2026"),
        (
            "moved",
            "tuần 3 (2026-10-19..2026-10-25)",
            "cuối tháng (2026-10-30)",
            "Đổi hạn: tuần 3 (từ 19/10/2026 đến 25/10/2026) → cuối tháng (30/10/2026)",
        ),
        (
            "moved",
            "từ 1/9/2026 đến 5/9/2026 (2026-09-01..2026-09-05)",
            " (2026-09-07)",
            "Đổi hạn: từ 1/9/2026 đến 5/9/2026 → 7/9/2026",
        ),
        (
            "moved",
            "trước ngày 31/11/2026 (2026-12-04)",
            "trước ngày 30/11/2026 (2026-11-30)",
            "Đổi hạn: 4/12/2026 → trước ngày 30/11/2026",
        ),
        (
            "moved",
            "trước ngày 31/11/2026",
            "trước ngày 31/11/2026 (2026-11-30)",
            "Đổi hạn: trước ngày 31/11/2026 → 30/11/2026",
        ),
        ("extension asked", None, "2026-12-04", "Xin gia hạn: 4/12/2026"),
        ("imported", None, "ke-hoach-2026-11-27.docx", "Tải kế hoạch lên: ke-hoach-2026-11-27.docx"),
        ("changed", None, "Biên bản 2026-13-45", "Sửa nội dung: Biên bản 2026-13-45"),
    ],
)
def test_days_stand_as_people_write_them(what: str, was: str | None, now: str, words: str) -> None:
    assert history_words(replace(ENTRY, what=what, was=was, now=now)) == words


def test_an_extension_shows_two_days_and_the_record_stays(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path, make_task("Nộp báo cáo", date(2023, 11, 27), owners=("Cô Lan",)))
    task, actor = visitor.tasks()[0], Actor("Cô Lan", NOW, "chờ xã")
    with open_database(visitor.folder) as db:
        asked = actions.ask_extension(db, task.id, 1, date(2023, 12, 4), actor)
        actions.decide_extension(db, asked.id, actor, WorkingDays(), approved=True)
        kept = [entry for entry in history.of_subject(db, "task", task.id) if entry.what == "moved"]
    assert kept[0].now.endswith("(2023-12-04)")
    page = visitor.get(f"/viec/{task.id}").text
    assert "27/11/2023 → 4/12/2023" in page
    assert "2023-12-04" not in page.partition("Đã xảy ra")[2]
