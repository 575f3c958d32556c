"""Answer pages: looking never acts, a button acts once, anyone it is not for is told so kindly."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import html

from schedules.calendar import WorkingDays
from tests.fakes.answering import LEAD, Answering
from tests.fakes.visitor import BASE
from tracker.answers.token import Action
from tracker.reminders.actions import decide_extension
from tracker.store import answers, extensions, people
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.records import Part, TaskState

ACTIONS = (Action.DONE, Action.RECEIVED, Action.SNOOZE, Action.EXTEND, Action.NOT_MINE)


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "data")


@pytest.mark.parametrize("action", [Action.CHOOSE, *ACTIONS])
def test_looking_changes_nothing(lan: Answering, action: Action) -> None:
    before = (lan.folder / "tracker.db").read_bytes()
    path = lan.path(action)
    assert lan.get(path).status_code == 200
    assert lan.client.head(path).status_code == 200
    assert lan.client.options(path).status_code == 405
    assert lan.task().open
    assert (lan.folder / "tracker.db").read_bytes() == before


def test_the_short_link_shows_the_task_and_every_answer(lan: Answering) -> None:
    page = lan.get(lan.path(Action.CHOOSE)).text
    assert "Nộp báo cáo" in page
    assert "thứ Sáu 29/9/2023" in page
    assert set(re.findall(r'action="(/tra-loi/\w+)"', page)) == {lan.path(action) for action in ACTIONS}


def test_pressing_done_says_what_was_done_and_offers_to_take_it_back(lan: Answering) -> None:
    path = lan.path(Action.DONE)
    pressed = lan.client.post(path)
    assert (pressed.status_code, pressed.headers["location"]) == (303, path)
    assert lan.task().state is TaskState.DONE
    page = lan.get(path).text
    assert "Đã ghi: việc “Nộp báo cáo” đã xong" in page
    assert lan.client.post(f"{path}/lay-lai").status_code == 303
    assert lan.task().open
    assert "Đã lấy lại" in lan.get(f"{path}?xong=lay-lai").text


def test_pressing_twice_acts_once(lan: Answering) -> None:
    path = lan.path(Action.SNOOZE)
    for _ in range(2):
        assert lan.client.post(path, data={"day": "2023-09-20"}).status_code == 303
    with open_database(lan.folder) as db:
        assert [one.day for one in answers.about(db, lan.person().id, lan.task().id)] == [date(2023, 9, 20)]


@pytest.mark.parametrize(
    ("approved", "words"),
    [
        (True, ("đã được đồng ý. Hạn bây giờ là chậm nhất thứ Sáu 6/10/2023", "Lời nhắn: đã rõ.")),
        (False, ("không được đồng ý. Hạn vẫn là", "Lý do: đã rõ.")),
    ],
)
def test_what_was_decided_on_a_request_is_told_and_not_taken_back(
    lan: Answering, approved: bool, words: tuple[str, str]
) -> None:
    path = lan.path(Action.EXTEND)
    lan.client.post(path, data={"day": "2023-10-06", "reason": "chờ phòng"})
    with open_database(lan.folder) as db:
        asked = extensions.waiting(db, lan.person().school_id)[0]
        actor = Actor("Hiệu trưởng", lan.now, "đã rõ")
        decide_extension(db, asked.id, actor, WorkingDays(), approved=approved)
    page = lan.get(path).text
    assert all(one in page for one in words)
    assert "Bấm nhầm, lấy lại" not in page
    assert lan.path(Action.CHOOSE) in page


@pytest.mark.parametrize(("day", "why"), [("", "chưa chọn ngày"), ("2023-09-18", "sau hôm nay"), ("30/9", "chưa chọn")])
def test_a_wrong_day_is_explained(lan: Answering, day: str, why: str) -> None:
    answer = lan.client.post(lan.path(Action.SNOOZE), data={"day": day})
    assert answer.status_code == 422
    assert why in answer.text
    assert "Nhắc lại sau" in answer.text


def offered(lan: Answering) -> str:
    return html.fromstring(lan.get(lan.path(Action.CHOOSE)).text).xpath('//input[@id="nhac"]/@value')[0]


@pytest.mark.parametrize("first", [Action.SNOOZE, Action.RECEIVED])
def test_the_day_set_is_the_one_offered_until_it_can_be_chosen_no_more(lan: Answering, first: Action) -> None:
    assert offered(lan) == "2023-09-19"
    lan.client.post(lan.path(first), data={"day": "2023-09-27"})
    day = "2023-09-27" if first is Action.SNOOZE else "2023-09-29"
    assert offered(lan) == day
    lan.now += timedelta(days=9)
    assert offered(lan) == ("2023-09-28" if first is Action.SNOOZE else "2023-09-29")


def test_the_short_link_itself_acts_on_nothing(lan: Answering) -> None:
    assert lan.client.post(lan.path(Action.CHOOSE)).status_code == 422
    assert lan.task().open


def test_who_has_the_task_no_more_is_told_who_has_it(lan: Answering) -> None:
    path = lan.path(Action.DONE)
    with open_database(lan.folder) as db, transaction(db):
        minh = people.ensure(db, lan.person().school_id, "Thầy Minh")
        people.assign(db, lan.task().id, [(minh.id, Part.LEAD)])
    for answer in (lan.get(path), lan.client.post(path)):
        assert answer.status_code == 200
        assert "nay do Thầy Minh phụ trách" in answer.text
    assert lan.task().open


def test_a_link_grows_old_and_says_where_a_new_one_is(lan: Answering) -> None:
    path = lan.path(Action.DONE)
    lan.now += timedelta(days=46)
    for answer in (lan.get(path), lan.client.post(path)):
        assert answer.status_code == 410
        assert "tin nhắc mới nhất" in answer.text


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "a", lambda t: "x", lambda t: t.swapcase()])
def test_a_changed_link_is_nobody_s(lan: Answering, change) -> None:
    token = change(lan.path(Action.DONE).rpartition("/")[2])
    assert lan.client.post(f"/tra-loi/{token}").status_code == 404
    assert lan.task().open


def test_a_link_of_another_data_folder_does_not_do(lan: Answering, tmp_path: Path) -> None:
    other = Answering(tmp_path / "other")
    assert lan.client.post(other.path(Action.DONE)).status_code == 404


def test_another_site_cannot_press_the_button(lan: Answering) -> None:
    headers = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
    assert lan.client.post(lan.path(Action.DONE), headers=headers).status_code == 403
    assert lan.task().open


def test_the_database_keeps_no_link(lan: Answering) -> None:
    path = lan.path(Action.DONE)
    lan.client.post(path)
    stored = b"".join(one.read_bytes() for one in lan.folder.glob("tracker.db*"))
    assert path.rpartition("/")[2].encode() not in stored


def test_a_message_carries_links_that_work(lan: Answering) -> None:
    links = lan.links(BASE).task(lan.task().id, lan.person().id, lan.now.date())
    assert links.page == BASE + lan.path(Action.CHOOSE)
    assert [words for words, _ in links.buttons] == ["Đã xong", "Đã nhận", "Nhắc lại sau", "Xin thêm thời gian"]
    assert len(links.page) - len(BASE) < 50
    assert lan.get(links.buttons[0][1].removeprefix(BASE)).status_code == 200


def stop_path(lan: Answering, address: str) -> str:
    with open_database(lan.folder) as db, transaction(db):
        people.set_addresses(db, lan.person().id, ["mailto:lan@truong.edu.vn", "zalobot:1234567"])
    url = lan.links().stop(address, lan.person().id, lan.now.date())
    return url.removeprefix("https://lich.truong.edu.vn")


def test_one_click_stops_one_channel_and_the_next_takes_over(lan: Answering) -> None:
    path = stop_path(lan, "mailto:lan@truong.edu.vn")
    assert "Ngừng nhận tin ở địa chỉ này?" in lan.get(path).text
    assert lan.person(LEAD).addresses[0] == "mailto:lan@truong.edu.vn"
    pressed = lan.client.post(path, data={"List-Unsubscribe": "One-Click"})
    assert pressed.status_code == 200
    assert lan.person(LEAD).addresses == ("zalobot:1234567",)
    assert "kênh kế tiếp" in lan.client.post(path).text
    lan.client.post(f"{path}/nhan-lai")
    assert lan.person(LEAD).addresses == ("mailto:lan@truong.edu.vn", "zalobot:1234567")


def test_letters_without_https_carry_no_one_click_link(lan: Answering) -> None:
    assert lan.links("http://192.168.1.9:8000").stop("mailto:a@b.vn", 1, lan.now.date()) is None


def test_an_answer_link_does_not_unsubscribe_nor_the_other_way(lan: Answering) -> None:
    token = lan.path(Action.DONE).rpartition("/")[2]
    assert lan.client.post(f"/ngung-nhan/{token}").status_code == 410
    stop = stop_path(lan, "zalobot:1234567").rpartition("/")[2]
    assert lan.client.post(f"/tra-loi/{stop}").status_code == 404
