"""What parents see: by the plan's words, until the manager shows a work or hides it; never with a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import icalendar
import pytest

from schedules.plan import Origin, Recurrence
from tests.conftest import NOW, due_on, make_plan, make_task
from tests.fakes.visitor import Visitor, visitor_with
from tracker import recurring
from tracker.by_hand import drop, move
from tracker.contract import stored_task_json
from tracker.disclosing import show_to_parents
from tracker.moving import NewDays
from tracker.refusal import Refusal
from tracker.reports.board import Staff
from tracker.store import history
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.store.records import StoredTask
from tracker.web.site import national_calendar

MAI = Actor("Cô Mai", NOW)
LANDING, FEED = "/lich/cong-khai/truong-mam-non-hoa-ban", "/public/truong-mam-non-hoa-ban.ics"
POSTED = make_task("Đăng thông tin kế hoạch trên trang web (cô Trần Thị Hoa)", date(2023, 10, 6), owners=("Cô Lan",))
DISCLOSED = make_task("Niêm yết thực đơn", date(2023, 9, 29), public=True)

TEXT = """TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB
Hoa Ban, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Nhiệm vụ năm học 2023-2024
1. {}
"""


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return visitor_with(tmp_path / "data", POSTED)


def posted(visitor: Visitor) -> StoredTask:
    return next(one for one in visitor.tasks() if one.task.title.startswith("Đăng"))


def events(visitor: Visitor) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(visitor.get(FEED).content).walk("VEVENT"))


def press(visitor: Visitor, button: str) -> None:
    path = f"/viec/{posted(visitor).id}"
    assert visitor.press(f"{path}/{button}", on=path).status_code == 303


def test_a_school_that_discloses_nothing_is_told_so_and_so_are_parents(visitor: Visitor) -> None:
    assert "Phụ huynh chưa thấy việc nào" in visitor.get("/lich").text
    assert events(visitor) == []
    page = visitor.get(LANDING).text
    assert "chưa có việc nào trong lịch công khai" in page
    assert "Đăng thông tin" not in page


def test_a_work_is_shown_by_a_press_without_names_and_hidden_by_another(visitor: Visitor) -> None:
    before = posted(visitor).sequence
    press(visitor, "cho-xem")
    (event,) = events(visitor)
    assert (str(event["SUMMARY"]), event["SEQUENCE"]) == ("Đăng thông tin kế hoạch trên trang web", before + 1)
    assert "Hoa" not in str(event["DESCRIPTION"])
    assert "Phụ huynh đang thấy 1 việc" in visitor.get("/lich").text
    page = visitor.get(LANDING).text
    assert "Đăng thông tin kế hoạch trên trang web</b>" in page
    assert "thứ Sáu 6/10/2023" in page
    assert "Trần Thị Hoa" not in page
    press(visitor, "khong-cho-xem")
    assert events(visitor) == []
    assert posted(visitor).sequence == before + 2


def test_that_it_was_done_is_the_schools_word_with_its_day(visitor: Visitor) -> None:
    press(visitor, "cho-xem")
    assert "đã thực hiện" not in visitor.get(LANDING).text
    press(visitor, "xong")
    page = visitor.get(LANDING).text
    assert f"nhà trường ghi đã thực hiện ngày {NOW.day}/{NOW.month}/{NOW.year}" in page
    assert "Cô Mai" not in page


def test_each_press_stands_in_the_history_once(visitor: Visitor) -> None:
    for button in ("cho-xem", "cho-xem", "khong-cho-xem"):
        press(visitor, button)
    with open_database(visitor.folder) as db:
        told = [one.what for one in history.of_subject(db, "task", posted(visitor).id)]
    assert told[-2:] == ["shown to parents", "hidden from parents"]
    assert "Không cho phụ huynh xem" in visitor.get(f"/viec/{posted(visitor).id}").text


def test_what_the_plan_discloses_is_listed_with_its_day_and_can_be_hidden(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", DISCLOSED)
    (task,) = visitor.tasks()
    assert "Niêm yết thực đơn" in visitor.get(LANDING).text
    assert "kế hoạch ghi là công khai" in visitor.get(f"/viec/{task.id}").text
    visitor.press(f"/viec/{task.id}/khong-cho-xem", on=f"/viec/{task.id}")
    assert "Niêm yết thực đơn" not in visitor.get(LANDING).text


def test_a_disclosure_that_opens_with_who_makes_it_is_shown_without_them(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    text = TEXT.format("Bà Phạm Thị Thu và ông Lê Văn Tám công khai dự toán thu chi trước ngày 06/10/2023.")
    visitor.press("/ke-hoach/tai-len", text=text)
    visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    (event,) = events(visitor)
    assert str(event["SUMMARY"]).endswith(": Công khai dự toán thu chi")
    page = visitor.get(LANDING).text
    assert "Công khai dự toán thu chi</b>" in page
    assert not [name for name in ("Thu và", "Thị Thu", "Văn Tám") if name in page or name in str(event.to_ical())]


def test_the_choice_survives_a_new_copy_and_a_move_and_is_told_to_programs(visitor: Visitor) -> None:
    press(visitor, "cho-xem")
    visitor.keep(make_plan(replace(POSTED, expected="bài đăng"), DISCLOSED))
    with open_database(visitor.folder) as db:
        task_id = posted(visitor).id
        move(db, task_id, NewDays(date(2023, 10, 13)), replace(MAI, why="trang web sửa"), national_calendar())
        show_to_parents(db, task_id, MAI, see=True)
    kept = posted(visitor)
    assert (kept.public, kept.task.public, kept.task.expected) == (True, False, "bài đăng")
    assert stored_task_json(kept, NOW.date(), Staff({}, {}))["public"] is True
    assert len(events(visitor)) == 2


def test_recurring_work_is_shown_every_time_the_next_too(tmp_path: Path) -> None:
    due = replace(due_on(date(2023, 9, 20)), words="ngày 20 hằng tháng", recurrence=Recurrence.MONTHLY)
    visitor = visitor_with(tmp_path / "data", make_task("Đăng thực đơn", due=due, mentions=()))
    with open_database(visitor.folder) as db:
        show_to_parents(db, visitor.tasks()[0].id, MAI, see=True)
        recurring.advance(db, NOW.replace(month=10, day=2), national_calendar())
    assert [one.public for one in visitor.tasks()] == [True, True]
    with open_database(visitor.folder) as db:
        show_to_parents(db, visitor.tasks()[1].id, MAI, see=False)
    assert [one.public for one in visitor.tasks()] == [False, False]


def test_what_is_on_no_calendar_cannot_be_shown(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", POSTED, make_task("Rà soát", date(2023, 10, 6), origin=Origin.CHECKPOINT))
    with open_database(visitor.folder) as db:
        drop(db, posted(visitor).id, replace(MAI, why="thôi"), national_calendar())
        for one in visitor.tasks():
            with pytest.raises(Refusal, match="không có trên lịch nào"):
                show_to_parents(db, one.id, MAI, see=True)
    assert 'id="phu-huynh"' not in visitor.get(f"/viec/{posted(visitor).id}").text
