"""A form that is refused comes back with all that was typed, and says what is wrong beside the field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import NOW, make_task
from tests.fakes.answering import Answering
from tests.fakes.visitor import Visitor, visitor_with
from tracker.answers.token import Action


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "data")


@pytest.fixture
def manager(tmp_path: Path) -> Visitor:
    return visitor_with(tmp_path / "data", make_task("Khảo sát trẻ", NOW.date()))


def wrong_field(page: str) -> tuple[str, str]:
    """The name of the field marked wrong, and the sentence right after it."""
    found = re.search(
        r'name="([\w-]+)"[^>]*aria-invalid="true"[^>]*>(?:[^<]*</textarea>)?<p class="word bad"[^>]*>([^<]+)', page
    )
    return (found[1], found[2]) if found else ("", "")


@pytest.mark.parametrize(
    ("day", "why"),
    [("2023-09-20", "phải sau hạn hiện nay"), ("2030-01-01", "trong vòng một năm"), ("", "chưa chọn ngày")],
)
def test_a_refused_request_for_more_time_keeps_its_day_and_reason(day: str, why: str, lan: Answering) -> None:
    answer = lan.client.post(lan.path(Action.EXTEND), data={"day": day, "reason": "Chờ “mẫu” của Phòng"})
    assert answer.status_code == 422
    field, told = wrong_field(answer.text)
    assert field == "day"
    assert why in told
    assert f'name="day" value="{day}"' in answer.text
    assert 'value="Chờ “mẫu” của Phòng"' in answer.text
    assert lan.task().open


def test_a_refused_later_reminder_keeps_its_day(lan: Answering) -> None:
    page = lan.client.post(lan.path(Action.SNOOZE), data={"day": "2023-10-20"}).text
    assert wrong_field(page)[0] == "day"
    assert 'name="day" value="2023-10-20"' in page


def test_what_is_typed_is_shown_as_text_never_as_markup(lan: Answering) -> None:
    page = lan.client.post(lan.path(Action.EXTEND), data={"day": "x", "reason": '"><script>'}).text
    assert "<script>" not in page
    assert "&gt;&lt;script&gt;" in page


def test_a_note_too_long_comes_back_whole_and_changes_nothing(manager: Visitor) -> None:
    (task,) = manager.tasks()
    note = "rất dài " * 300
    answer = manager.press(f"/viec/{task.id}/xong", on=f"/viec/{task.id}", note=note)
    assert answer.status_code == 422
    assert wrong_field(answer.text)[0] == "note"
    assert note.strip() in answer.text
    assert manager.tasks() == (task,)


def test_an_empty_note_is_told_beside_its_field(manager: Visitor) -> None:
    (task,) = manager.tasks()
    answer = manager.press(f"/viec/{task.id}/ghi-chu", on=f"/viec/{task.id}")
    assert (answer.status_code, wrong_field(answer.text)) == (422, ("note", "Ghi chú còn trống. Hãy viết một câu."))


def test_a_wait_until_a_day_that_is_over_keeps_who_is_awaited(manager: Visitor) -> None:
    (task,) = manager.tasks()
    answer = manager.press(f"/viec/{task.id}/cho", on=f"/viec/{task.id}", awaited="Phòng GD&ĐT", until="2023-01-02")
    assert answer.status_code == 422
    assert wrong_field(answer.text)[0] == "until"
    assert 'value="Phòng GD&amp;ĐT"' in answer.text
    assert 'value="2023-01-02"' in answer.text
    assert "<details open><summary>Chờ cấp trên" in answer.text


def test_pasted_words_outlive_a_school_year_that_cannot_be(manager: Visitor) -> None:
    answer = manager.press(
        "/ke-hoach/tai-len", text="KẾ HOẠCH\n1. Họp trước 5/10/2023", school="Trường Sao Mai", year="2023-2030"
    )
    assert answer.status_code == 422
    assert "1. Họp trước 5/10/2023</textarea>" in answer.text
    assert 'value="Trường Sao Mai"' in answer.text


def test_why_a_way_of_reminding_changes_outlives_a_number_that_cannot_be(manager: Visitor) -> None:
    answer = manager.press("/cach-nhac", days_before="hai", why="mùa thi")
    assert answer.status_code == 422
    assert 'name="why" value="mùa thi"' in answer.text
    assert 'value="hai"' in answer.text


def test_days_of_a_rehearsal_that_cannot_be_stay_as_typed(manager: Visitor) -> None:
    page = manager.get("/dien-thu?tu=2023-12-01&den=2023-10-01")
    assert page.status_code == 422
    assert 'name="tu" type="date" value="2023-12-01"' in page.text
    assert 'name="den" type="date" value="2023-10-01"' in page.text


def test_a_question_to_the_law_that_cannot_be_comes_back_on_its_page(manager: Visitor) -> None:
    answer = manager.press("/quy-dinh", **{"nam": "2023-2030", "cap": "tieu_hoc", "su-kien": "dự toán"})
    assert answer.status_code == 422
    assert 'name="nam" value="2023-2030"' in answer.text
    assert "dự toán</textarea>" in answer.text
