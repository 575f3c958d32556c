"""Next year's draft hands a work to who has it now, and tells whom this year's plan named."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from schedules.calendar import load_calendar
from tests.conftest import NOW
from tests.fakes.terminal import Terminal
from tracker.store import people, tasks
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.store.records import Part
from tracker.work import reassign

PLAN = """TRƯỜNG THCS HÒA NAM
Số: 45/KH-THCSHN
Hòa Nam, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Kiểm tra nội bộ năm học 2023-2024
1. Kiểm tra hồ sơ các tổ trước ngày 29/9/2023. Phụ trách: Nguyễn Văn Bình.
2. Kiểm tra thư viện trước ngày 28/10/2023. Phụ trách: Trần Thị Hoa. Phối hợp: Văn thư.
3. Kiểm kê tài sản trước ngày 8/12/2023.
"""


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    made = Terminal(tmp_path)
    (tmp_path / "ke-hoach.txt").write_text(PLAN, encoding="utf-8")
    assert made("import", tmp_path / "ke-hoach.txt", "--publish").exit_code == 0
    return made


def hands(terminal: Terminal, title: str, *parts: tuple[str, Part]) -> None:
    """Give a work to other people."""
    with open_database(terminal.folder / "data") as db:
        task = next(one for one in tasks.of_plan(db, 1) if title in one.task.title)
        given = [(people.ensure(db, 1, name).id, part) for name, part in parts]
        reassign(db, task.id, given, Actor("Văn thư", NOW), load_calendar())


def drafted(terminal: Terminal) -> dict[str, dict[str, object]]:
    made = json.loads(terminal("nextyear", "--plan", "45/KH-THCSHN", "--json").stdout)
    assert made["differing"] == []
    return {str(work["title"]): work for work in made["tasks"]}


def test_a_work_that_was_handed_over_is_of_who_has_it_now_with_a_remark(terminal: Terminal) -> None:
    before = drafted(terminal)["Kiểm tra thư viện"]
    hands(terminal, "thư viện", ("Ngô Thị Lý", Part.LEAD), ("Văn thư", Part.HELPER))
    after = drafted(terminal)["Kiểm tra thư viện"]
    assert (before["owners"], before["helpers"]) == (["Trần Thị Hoa"], ["Văn thư"])
    assert (after["owners"], after["helpers"]) == (["Ngô Thị Lý"], ["Văn thư"])
    note = "kế hoạch năm trước ghi Trần Thị Hoa; việc này nay do Ngô Thị Lý phụ trách"
    assert (note in before["notes"], note in after["notes"]) == (False, True)


def test_the_word_draft_says_so_in_a_comment(terminal: Terminal) -> None:
    hands(terminal, "thư viện", ("Ngô Thị Lý", Part.LEAD))
    out = terminal.folder / "nam-sau.docx"
    assert terminal("nextyear", "--plan", "1", "-o", out).exit_code == 0
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as parts:
        assert "Ngô Thị Lý" in parts.read("word/document.xml").decode()
        assert "Trần Thị Hoa" in parts.read("word/comments.xml").decode()


def test_work_nobody_was_named_for_is_of_who_took_it(terminal: Terminal) -> None:
    hands(terminal, "tài sản", ("Lê Thị Kế", Part.LEAD))
    work = drafted(terminal)["Kiểm kê tài sản"]
    assert work["owners"] == ["Lê Thị Kế"]
    assert any("chưa ghi người phụ trách" in note for note in work["notes"])


def test_work_nobody_handed_over_stays_as_the_plan_has_it(terminal: Terminal) -> None:
    hands(terminal, "thư viện", ("Ngô Thị Lý", Part.LEAD))
    others = [work for title, work in drafted(terminal).items() if "thư viện" not in title]
    assert [work["owners"] for work in others] == [["Nguyễn Văn Bình"], []]
    assert not [note for work in others for note in work["notes"] if "nay do" in note]
