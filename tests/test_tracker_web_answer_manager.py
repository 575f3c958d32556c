"""What the manager sees of answers: linking codes, requests for more time, proposed evidence, stopped channels."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from notifiers import ChannelSettings, Secret
from notifiers.zalo.bot_settings import ZaloBotSettings
from notifiers.zalo.linking import linking_code
from schedules.calendar import WorkingDays
from tests.conftest import NOW, make_task
from tests.fakes.visitor import BASE, Visitor, visitor_with
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.reminders.alarms import alarms
from tracker.store import chats, evidence, extensions, history, ledger, pauses, people, stops
from tracker.store.database import open_database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.pauses import PauseKind
from tracker.store.stops import StopWhy
from tracker.web.app import build_app

LAN = Actor("Cô Lan", NOW, "chờ phòng")


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return visitor_with(tmp_path / "data", make_task("Nộp báo cáo", date(2023, 9, 29), owners=("Cô Lan",)))


def person_id(visitor: Visitor) -> int:
    with open_database(visitor.folder) as db:
        return people.find(db, "Cô Lan")[0].id


def with_bot(visitor: Visitor, bot: ZaloBotSettings) -> Visitor:
    """Return a visitor of the same school with a bot set up."""
    again = Visitor(visitor.folder, signed_in=False)
    again.site = replace(again.site, channels=ChannelSettings(zalo_bot=bot))
    guard = build_app(again.site)
    again.client = TestClient(guard, BASE, raise_server_exceptions=False, follow_redirects=False)
    again.client.post(again.link)
    return again


def test_a_code_is_shown_once_and_belongs_to_its_person(visitor: Visitor) -> None:
    lan = person_id(visitor)
    page = visitor.press(f"/nguoi/{lan}/zalo").text
    [code] = {linking_code(found) for found in re.findall(r"DH-\w{3}-\w{3}", page)}
    with open_database(visitor.folder) as db:
        assert chats.owner_of(db, code, NOW) == lan
    assert code[2:5] not in visitor.get(f"/nguoi/{lan}/zalo").text


def test_a_new_code_ends_the_one_before(visitor: Visitor) -> None:
    lan = person_id(visitor)
    pages = [visitor.press(f"/nguoi/{lan}/zalo").text for _ in range(2)]
    codes = [linking_code(re.search(r"DH-\w{3}-\w{3}", page)[0]) for page in pages]
    with open_database(visitor.folder) as db:
        assert [chats.owner_of(db, code, NOW) for code in codes] == [None, lan]


def test_slips_hold_a_code_of_its_own_for_everyone_chosen(visitor: Visitor) -> None:
    visitor.press("/nguoi", name="Thầy Minh", office="member", addresses="")
    with open_database(visitor.folder) as db:
        staff = {one.id: one.name for one in people.of_school(db, 1)}
    page = visitor.press("/ma-zalo", **{f"chon-{one}": "1" for one in staff}).text
    slips = re.findall(r'<h2>([^<]+)</h2><p class="due">(DH-\w{3}-\w{3})</p>', page)
    with open_database(visitor.folder) as db:
        owners = {name: chats.owner_of(db, linking_code(code), NOW) for name, code in slips}
    assert owners == {name: one for one, name in staff.items()}


def test_slips_are_shown_once_and_only_for_those_chosen(visitor: Visitor) -> None:
    lan = person_id(visitor)
    page = visitor.press("/ma-zalo", **{f"chon-{lan}": "1"}).text
    assert page.count('class="due"') == 1
    assert 'class="due"' not in visitor.get("/ma-zalo").text
    assert "Chưa chọn ai" in visitor.press("/ma-zalo").text


def test_slips_carry_the_bot_s_code_where_its_address_is_known(visitor: Visitor) -> None:
    lan = person_id(visitor)
    assert "<svg viewBox" not in visitor.press("/ma-zalo", **{f"chon-{lan}": "1"}).text.partition('class="slips"')[2]
    bot = ZaloBotSettings(Secret("1:bi-mat"), share_link="https://zalo.me/1234567890")
    visitor = with_bot(visitor, bot)
    slip = visitor.press("/ma-zalo", **{f"chon-{lan}": "1"}).text.partition('class="slips"')[2]
    assert "Mã QR: bot Zalo của trường" in slip
    assert "https://zalo.me/1234567890" in slip


def test_someone_linked_already_is_not_chosen_by_itself(visitor: Visitor) -> None:
    lan = person_id(visitor)
    assert re.search(rf'name="chon-{lan}" value="1" checked', visitor.get("/ma-zalo").text)
    with open_database(visitor.folder) as db, transaction(db):
        people.set_addresses(db, lan, ["zalobot:chat-lan"])
    page = visitor.get("/ma-zalo").text
    assert not re.search(rf'name="chon-{lan}" value="1" checked', page)
    assert "đã nối" in page


@pytest.mark.parametrize(("button", "day"), [("dong-y", date(2023, 10, 6)), ("khong", date(2023, 9, 29))])
def test_a_request_is_decided_by_a_button(visitor: Visitor, button: str, day: date) -> None:
    task = visitor.tasks()[0]
    with open_database(visitor.folder) as db:
        asked = ask_extension(db, task.id, person_id(visitor), date(2023, 10, 6), LAN)
    assert "1 đề nghị gia hạn" in visitor.get("/").text
    assert "chờ phòng" in visitor.get("/gia-han").text
    pressed = visitor.press(f"/gia-han/{asked.id}/{button}", on="/gia-han")
    assert pressed.status_code == 303
    said = "Đã đồng ý gia hạn" if button == "dong-y" else "không đồng ý gia hạn. Hạn giữ nguyên"
    assert said in visitor.get(pressed.headers["location"]).text
    assert visitor.tasks()[0].task.due.day == day
    with open_database(visitor.folder) as db:
        told = [one.planned.person_id for one in ledger.of_task(db, task.id) if one.planned.stage == f"X-{asked.id}"]
    assert told == [person_id(visitor)]
    assert "Không có đề nghị nào" in visitor.get("/gia-han").text


@pytest.mark.parametrize(
    ("typed", "day"), [("2023-10-03", date(2023, 10, 3)), ("2023-10-10", date(2023, 10, 10)), ("", date(2023, 10, 6))]
)
def test_a_request_is_granted_to_another_day_too(visitor: Visitor, typed: str, day: date) -> None:
    task = visitor.tasks()[0]
    with open_database(visitor.folder) as db:
        asked = ask_extension(db, task.id, person_id(visitor), date(2023, 10, 6), LAN)
    assert f'id="day-{asked.id}" type="date" name="day" value="2023-10-06"' in visitor.get("/gia-han").text
    for _ in range(2):
        assert visitor.press(f"/gia-han/{asked.id}/dong-y", on="/gia-han", day=typed).status_code == 303
    assert visitor.tasks()[0].task.due.day == day
    with open_database(visitor.folder) as db:
        assert [one.what for one in history.of_subject(db, "task", task.id)].count("extension approved") == 1


@pytest.mark.parametrize("typed", ["2023-09-01", "2023-09-29", "3/10", "2029-10-03"])
def test_a_day_that_cannot_be_granted_is_told_beside_it_with_what_was_typed(visitor: Visitor, typed: str) -> None:
    task = visitor.tasks()[0]
    with open_database(visitor.folder) as db:
        asked = ask_extension(db, task.id, person_id(visitor), date(2023, 10, 6), LAN)
    answer = visitor.press(f"/gia-han/{asked.id}/dong-y", on="/gia-han", day=typed, note="nên cho")
    assert answer.status_code == 422
    assert f'id="sai-day-{asked.id}"' in answer.text
    assert f'name="day" value="{typed}"' in answer.text
    assert 'value="nên cho"' in answer.text
    assert visitor.tasks()[0].task.due.day == date(2023, 9, 29)


def test_a_request_answered_meanwhile_is_told_and_a_double_tap_is_one_answer(visitor: Visitor) -> None:
    task = visitor.tasks()[0]
    with open_database(visitor.folder) as db:
        asked = ask_extension(db, task.id, person_id(visitor), date(2023, 10, 6), LAN)
    for _ in range(2):
        assert visitor.press(f"/gia-han/{asked.id}/khong", on="/gia-han", note="đã rõ").status_code == 303
    late = visitor.press(f"/gia-han/{asked.id}/dong-y", on="/gia-han", note="nên cho")
    assert late.status_code == 422
    assert "đã không đồng ý" in late.text
    assert "nên cho" in late.text
    with open_database(visitor.folder) as db:
        assert extensions.by_id(db, asked.id).approved is False
        assert [one.what for one in history.of_subject(db, "task", task.id)].count("extension refused") == 1


@pytest.mark.parametrize(("button", "accepted"), [("nhan", True), ("khong", False)])
def test_evidence_waits_on_the_task_s_page(visitor: Visitor, button: str, accepted: bool) -> None:
    task = visitor.tasks()[0]
    with open_database(visitor.folder) as db, transaction(db):
        shown = Evidence(0, NOW, person_id(visitor), task.id, "https://anh.zalo.me/<1>.jpg", "ảnh <b>")
        kept = evidence.propose(db, shown, LAN)
    page = visitor.get(f"/viec/{task.id}").text
    assert "chờ xác nhận" in page
    assert "ảnh &lt;b&gt;" in page
    decide = partial(visitor.press, f"/minh-chung/{kept.id}/{button}", on=f"/viec/{task.id}", refused_why="ảnh mờ")
    assert decide().status_code == 303
    with open_database(visitor.folder) as db:
        assert [one.accepted for one in evidence.of_task(db, task.id)] == [accepted]
    assert decide().status_code == 404


def test_evidence_that_waits_is_told_on_the_board_and_a_refusal_needs_its_reason(visitor: Visitor) -> None:
    task = visitor.tasks()[0]
    assert "Minh chứng chờ xem" not in visitor.get("/").text
    with open_database(visitor.folder) as db, transaction(db):
        kept = evidence.propose(db, Evidence(0, NOW, person_id(visitor), task.id, "https://a.vn/1", "ảnh"), LAN)
    board = visitor.get("/").text
    assert "Minh chứng chờ xem: 1" in board
    assert f'href="/viec/{task.id}#minh-chung"' in board
    refused = visitor.press(f"/minh-chung/{kept.id}/khong", on=f"/viec/{task.id}", refused_why=" ")
    assert refused.status_code == 422
    assert f'id="sai-refused_why-{kept.id}"' in refused.text
    visitor.press(f"/minh-chung/{kept.id}/khong", on=f"/viec/{task.id}", refused_why="ảnh mờ")
    assert "Lý do không nhận: ảnh mờ" in visitor.get(f"/viec/{task.id}").text
    board = visitor.get("/").text
    assert "Minh chứng chờ xem" not in board
    assert "1 không nhận (ảnh mờ)" in board


def test_a_stopped_channel_is_shown_and_told_until_named_again(visitor: Visitor) -> None:
    lan = person_id(visitor)
    with open_database(visitor.folder) as db, transaction(db):
        people.set_addresses(db, lan, ["mailto:lan@truong.edu.vn"])
        stops.stop(db, lan, "mailto:lan@truong.edu.vn", StopWhy.ASKED, LAN)
    assert "đã ngừng nhận theo ý người này" in visitor.get(f"/nguoi/{lan}").text
    with open_database(visitor.folder) as db:
        assert "Cô Lan đã ngừng nhận tin qua e-mail. Không còn kênh nào khác" in str(alarms(db, NOW))
        assert people.by_id(db, lan).addresses == ("preview:",)
    form = {"name": "Cô Lan", "office": "member", "addresses": "lan@truong.edu.vn", "active": "1"}
    visitor.press(f"/nguoi/{lan}", **form)
    with open_database(visitor.folder) as db:
        assert people.by_id(db, lan).addresses == ("mailto:lan@truong.edu.vn",)
        assert "ngừng nhận" not in str(alarms(db, NOW))


def test_the_list_of_people_tells_whose_letters_come_back(visitor: Visitor) -> None:
    lan = person_id(visitor)
    with open_database(visitor.folder) as db, transaction(db):
        people.set_addresses(db, lan, ["mailto:lan@truong.edu.vn"])
        stops.stop(db, lan, "mailto:lan@truong.edu.vn", StopWhy.BOUNCED, LAN)
    assert "thư bị trả lại từ</b> e-mail lan@truong.edu.vn" in visitor.get("/nguoi").text


def test_work_that_waits_says_for_whom_on_its_page_and_on_the_board(visitor: Visitor) -> None:
    task = visitor.tasks()[0]
    assert visitor.press(f"/viec/{task.id}/cho", on=f"/viec/{task.id}", awaited="Phòng GD&ĐT").status_code == 303
    for page in (f"/viec/{task.id}", "/"):
        assert "Đang chờ Phòng GD&amp;ĐT" in visitor.get(page).text
    with open_database(visitor.folder) as db:
        assert [one.kind for one in pauses.of_task(db, task.id)] == [PauseKind.WAITING]


def test_the_board_says_how_long_a_work_waits_and_why_it_got_no_more_time(visitor: Visitor) -> None:
    task = visitor.tasks()[0]
    path = f"/viec/{task.id}"
    visitor.press(f"{path}/cho", on=path, awaited="Phòng VHXH xã gửi đề", until="2023-12-01")
    visitor.press(f"{path}/ghi-chu", on=path, note="Đã gọi điện hai lần.")
    with open_database(visitor.folder) as db:
        asked = ask_extension(db, task.id, person_id(visitor), date(2023, 12, 4), Actor("Cô Lan", NOW, "chờ đề"))
        decide_extension(
            db, asked.id, Actor("Hiệu trưởng", NOW, "trường vẫn phải nộp đúng hạn"), WorkingDays(), approved=False
        )
    page = visitor.get("/").text
    assert "Đang chờ Phòng VHXH xã gửi đề (đến hết 01/12/2023)" in page
    denied = "Xin gia hạn đến 04/12/2023: chờ đề (không đồng ý: trường vẫn phải nộp đúng hạn)"
    assert f"Đã gọi điện hai lần. {denied}" in page


def test_a_wait_ends_by_a_button_and_stands_in_the_history(visitor: Visitor) -> None:
    path = f"/viec/{visitor.tasks()[0].id}"
    visitor.press(f"{path}/cho", on=path, awaited="Phòng GD&ĐT", until="2023-12-01")
    visitor.press(f"{path}/thoi-cho", on=path)
    page = visitor.get(path).text
    assert "Phòng GD&amp;ĐT, đến hết 01/12/2023" in page
    assert "Hết chờ" in page
    assert "Đang chờ" not in visitor.get("/").text


@pytest.mark.parametrize(
    "fields",
    [{}, {"awaited": "x" * 201}, {"awaited": "Phòng", "until": "mai"}, {"awaited": "Phòng", "until": "2001-01-01"}],
)
def test_a_wait_that_cannot_be_is_refused_in_words(visitor: Visitor, fields: dict[str, str]) -> None:
    path = f"/viec/{visitor.tasks()[0].id}"
    assert visitor.press(f"{path}/cho", on=path, **fields).status_code == 422
    with open_database(visitor.folder) as db:
        assert pauses.of_task(db, visitor.tasks()[0].id) == ()
