"""The page of the way of reminding: what holds at each level, changes with history, refusals in words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import make_task
from tests.fakes.visitor import Visitor, visitor_with
from tracker.store import ledger, people
from tracker.store.database import open_database
from tracker.store.ledger import ReminderState


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return visitor_with(tmp_path / "data", make_task("Khảo sát", date(2023, 10, 27), owners=("Cô Lan",)))


def stages(visitor: Visitor) -> set[str]:
    """Return the stages before the deadline that are to come for the one task."""
    with open_database(visitor.folder) as db:
        rows = ledger.of_task(db, visitor.tasks()[0].id)
    ahead = (row.planned.stage for row in rows if row.state is ReminderState.PLANNED)
    return {stage for stage in ahead if stage.startswith("D-")}


def test_the_page_shows_what_holds_and_who_says_so(visitor: Visitor) -> None:
    page = visitor.get("/cach-nhac").text
    assert "Đang dùng: <b>7, 3, 1, 0</b> (mặc định)" in page
    assert "Chưa ai đổi gì" in page


def test_a_change_plans_the_reminders_anew_and_stands_in_the_history(visitor: Visitor) -> None:
    answer = visitor.press("/cach-nhac", days_before="5, 0", send_at="6h30", why="nhắc ít lại")
    assert answer.status_code == 303
    assert stages(visitor) == {"D-5", "D-0"}
    page = visitor.get(answer.headers["location"]).text
    for words in (
        "Đã lưu cách nhắc",
        "<b>5, 0</b> (theo trường)",
        "<b>06:30</b>",
        "nhắc ít lại",
        "theo cấp trên → 5, 0",
    ):
        assert words in page


def test_a_level_below_inherits_and_may_differ(visitor: Visitor) -> None:
    task = visitor.tasks()[0].id
    visitor.press("/cach-nhac", days_before="5, 0")
    assert "<b>5, 0</b> (theo trường)" in visitor.get(f"/cach-nhac/viec/{task}").text
    visitor.press(f"/cach-nhac/viec/{task}", days_before="2")
    assert stages(visitor) == {"D-2"}
    visitor.press(f"/cach-nhac/viec/{task}")
    assert stages(visitor) == {"D-5", "D-0"}


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("days_before", "bảy", "Nhắc trước hạn (ngày): “bảy” không phải danh sách số ngày"),
        ("days_before", "999", "“Nhắc trước hạn (ngày)”: mỗi nấc là số ngày từ 0 đến 366"),
        ("send_at", "25:00", "“25:00” không phải giờ"),
        ("send_at", "22:00", "“Giờ gửi hằng ngày”: giờ gửi phải trước"),
        ("overdue_every", "0", "cần số ngày từ 1"),
        ("manager_after", "-1", "không phải số"),
        ("week_summary", "x", "hãy chọn có hoặc không"),
    ],
)
def test_what_does_not_fit_is_refused_in_words_and_stays_on_the_form(
    visitor: Visitor, field: str, value: str, words: str
) -> None:
    answer = visitor.press("/cach-nhac", **{field: value})
    assert answer.status_code == 422
    assert words in answer.text
    assert stages(visitor) == {"D-7", "D-3", "D-1", "D-0"}


def test_hours_and_the_week_are_for_the_school_to_say(visitor: Visitor) -> None:
    assert 'name="quiet_from"' in visitor.get("/cach-nhac").text
    assert 'name="quiet_from"' not in visitor.get("/cach-nhac/nguoi/1").text


@pytest.mark.parametrize("path", ["/cach-nhac/khac/1", "/cach-nhac/ke-hoach/99", "/cach-nhac/viec/khong-co"])
def test_what_is_not_there_is_not_found(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code == 404


def test_only_the_manager_sees_and_changes_it(visitor: Visitor) -> None:
    stranger = Visitor(visitor.folder, signed_in=False)
    assert "Cách nhắc" not in stranger.get("/cach-nhac").text
    assert stranger.client.post("/cach-nhac", data={"days_before": "1"}).status_code in {303, 401, 403}
    assert stages(visitor) == {"D-7", "D-3", "D-1", "D-0"}


@pytest.mark.parametrize(
    ("page", "level"), [("/viec/{task}", "viec/{task}"), ("/ke-hoach/1", "ke-hoach/1"), ("/nguoi/{lan}", "nguoi/{lan}")]
)
def test_each_level_is_a_link_away_from_what_it_is_about(visitor: Visitor, page: str, level: str) -> None:
    with open_database(visitor.folder) as db:
        ids = {"task": visitor.tasks()[0].id, "lan": people.find(db, "Cô Lan")[0].id}
    way = f"/cach-nhac/{level.format(**ids)}"
    assert re.search(rf'href="{way}["?]', visitor.get(page.format(**ids)).text)
    assert visitor.get(way).status_code == 200
