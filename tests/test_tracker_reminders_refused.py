"""An address that is refused as dead: remembered, tried after the others, told, and trusted again once it is mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from lxml import html

from notifiers import OutcomeKind, build_channels
from notifiers.mail.refusals import Stage, refusal
from tests.conftest import make_task
from tests.fakes.crashing import channel_settings
from tests.fakes.reminding import School, at, preview_desk, running_school
from tests.fakes.smtp import FakeSmtp, running_smtp
from tests.fakes.visitor import Visitor, visitor_with
from tests.fakes.zalo_bot import TOKEN, FakeZaloBot, running_zalo_bot
from tests.fakes.zalo_bot import refused as no
from tracker.check import Verdict
from tracker.check_people import addresses_taken
from tracker.reminders.alarms import delivery_alarms
from tracker.reminders.replay import ahead, going
from tracker.store import history, people, refused
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.records import Person

MAIL, ZALO = "mailto:lan@truong.vn", "zalobot:chat-lan"
DEAD = "550 5.1.1 no such user"
FRIDAY, NEXT = at(2023, 10, 20), at(2023, 10, 24)


@pytest.fixture
def smtp():
    with running_smtp() as server:
        yield server


@pytest.fixture
def bot():
    with running_zalo_bot() as server:
        yield server


@pytest.fixture
def school(tmp_path, smtp: FakeSmtp, bot: FakeZaloBot):
    settings = channel_settings(smtp.port, bot.url, TOKEN)
    with running_school(tmp_path, replace(preview_desk(), channels=build_channels(settings))) as made:
        made.reach("Cô Lan", MAIL, ZALO)
        made.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
        yield made


def tried(school: School, now) -> list[tuple[str, str]]:
    """Return where each message to Cô Lan went in a tick, and how that ended."""
    return [(one.message.draft.address, one.message.state.value) for one in school.tick(now) if one.to == "Cô Lan"]


def lan(school: School) -> Person:
    return people.by_id(school.db, school.person("Cô Lan").id)


def test_after_a_refusal_the_next_message_goes_by_the_other_channel(school: School, smtp, bot):
    smtp.refuse["lan@truong.vn"] = [DEAD]
    assert tried(school, FRIDAY) == [(MAIL, "failed"), (ZALO, "sent")]
    assert lan(school).refused == {MAIL}
    assert tried(school, NEXT) == [(ZALO, "sent")]
    assert [chat for chat, _ in bot.sent] == ["chat-lan"] * 2
    assert smtp.letters == []


def test_the_refused_address_is_tried_last_and_trusted_again_when_it_takes_a_letter(school: School, smtp, bot):
    smtp.refuse["lan@truong.vn"] = [DEAD, "250 OK"]
    tried(school, FRIDAY)
    bot.refuse["chat-lan"] = no(400, "chat not found")
    assert tried(school, NEXT) == [(ZALO, "failed"), (MAIL, "sent")]
    assert lan(school).refused == frozenset()
    assert len(smtp.letters) == 1


def test_a_letter_in_the_place_of_a_chat_asks_for_no_answer_typed_into_a_chat(school: School, smtp, bot):
    school.reach("Cô Lan", ZALO, MAIL)
    bot.refuse["chat-lan"] = no(400, "chat not found")
    tried(school, FRIDAY)
    (letter,) = smtp.letters
    assert "Nộp báo cáo" in letter.parsed.get_body(("plain",)).get_content()
    assert "Nhắn lại “xong 1”" not in letter.parsed.get_body(("plain",)).get_content()


def test_a_chat_in_the_place_of_a_letter_says_how_to_answer_there(school: School, smtp, bot):
    smtp.refuse["lan@truong.vn"] = [DEAD]
    tried(school, FRIDAY)
    ((_, text),) = bot.sent
    assert "Nhắn lại “xong 1”" in text


def test_all_addresses_dead_are_each_tried_once_a_message_and_the_next_day_is_not_lost(school: School, smtp, bot):
    school.reach("Cô Lan", MAIL, "mailto:lan2@truong.vn")
    smtp.refuse |= {"lan@truong.vn": [DEAD], "lan2@truong.vn": [DEAD]}
    both = [(MAIL, "failed"), ("mailto:lan2@truong.vn", "failed")]
    assert tried(school, FRIDAY) == both
    assert tried(school, NEXT) == both
    smtp.refuse.clear()
    assert tried(school, at(2023, 10, 26)) == [(MAIL, "sent")]


def test_a_channel_to_be_mended_is_waited_for_rather_than_an_address_known_to_be_dead(school: School, smtp, bot):
    smtp.refuse["lan@truong.vn"] = [DEAD]
    tried(school, FRIDAY)
    bot.token = "ma-khac"
    assert tried(school, NEXT) == [(ZALO, "waiting")]
    bot.token = TOKEN
    assert tried(school, NEXT + timedelta(hours=2)) == [(ZALO, "sent")]


@pytest.mark.parametrize(
    ("reply", "dead"),
    [
        ("550 5.1.1 no such user", True),
        ("550 no such user", True),
        ("550 5.4.1 recipient address rejected", True),
        ("550 5.2.1 mailbox disabled", True),
        ("552 5.2.2 mailbox full", False),
        ("552 mailbox full", False),
    ],
)
def test_a_full_mailbox_is_not_dead(reply: str, dead: bool):
    code, _, words = reply.partition(" ")
    outcome = refusal(Stage.RCPT, int(code), words)
    assert outcome.kind is OutcomeKind.PERMANENT_RECIPIENT
    assert outcome.dead is dead


def test_a_mailbox_that_was_full_is_first_again(school: School, smtp, bot):
    smtp.refuse["lan@truong.vn"] = ["552 5.2.2 mailbox full", "250 OK"]
    assert tried(school, FRIDAY) == [(MAIL, "failed"), (ZALO, "sent")]
    assert tried(school, NEXT) == [(MAIL, "sent")]


def test_saving_the_person_keeps_what_is_known_and_another_address_is_tried_first(school: School, smtp, bot):
    smtp.refuse["lan@truong.vn"] = [DEAD]
    tried(school, FRIDAY)
    school.reach("Cô Lan", MAIL, ZALO)
    assert lan(school).refused == {MAIL}
    assert lan(school).addresses == (MAIL, ZALO)
    school.reach("Cô Lan", "mailto:co.lan@truong.vn", ZALO)
    assert tried(school, NEXT) == [("mailto:co.lan@truong.vn", "sent")]
    school.reach("Cô Lan", MAIL)
    assert lan(school).refused == frozenset()


def test_what_lies_ahead_is_played_by_the_same_order(school: School, smtp, bot):
    smtp.refuse["lan@truong.vn"] = [DEAD]
    tried(school, FRIDAY)
    desk = replace(school.desk, wall=lambda: FRIDAY + timedelta(hours=1))
    told = [one for report in ahead(school.db, date(2023, 10, 27), desk) for one in going(report) if one.to == "Cô Lan"]
    assert {one.message.draft.address for one in told} == {ZALO}
    assert len(smtp.letters) == 0


def test_the_board_says_so_for_a_week_and_the_history_keeps_no_address(school: School, smtp, bot):
    smtp.refuse["lan@truong.vn"] = [DEAD]
    tried(school, FRIDAY)
    assert [one.sentence for one in delivery_alarms(school.db, FRIDAY + timedelta(days=6), school.id)] == [
        "Cô Lan: máy chủ không nhận địa chỉ e-mail. Tin đi qua kênh khác trước; hãy sửa địa chỉ ở trang Người."
    ]
    assert delivery_alarms(school.db, FRIDAY + timedelta(days=8), school.id) == ()
    kept = [one for one in history.of_subject(school.db, "person", str(lan(school).id)) if "refused" in one.what]
    assert [(one.who, one.was) for one in kept] == [("Máy chủ thư", "mailto")]


@pytest.fixture
def visitor(tmp_path) -> Visitor:
    made = visitor_with(tmp_path / "data", make_task("Khảo sát", date(2023, 9, 29), owners=("Cô Lan",)))
    with open_database(made.folder) as db, transaction(db):
        person = people.find(db, "Cô Lan")[0]
        people.set_addresses(db, person.id, [MAIL, ZALO])
        refused.refuse(db, person.id, MAIL, "Máy chủ thư không nhận địa chỉ này (mã 550); kiểm tra lại địa chỉ", WHO)
    return made


WHO = Actor("Máy chủ thư", at(2023, 9, 14))


def test_the_people_page_says_so_and_a_press_tries_again(visitor: Visitor):
    row = html.fromstring(visitor.get("/nguoi").text).xpath("//li[.//a[text()='Cô Lan']]")[0].text_content()
    assert "máy chủ thư không nhận e-mail lan@truong.vn từ thứ Năm 14/9/2023" in " ".join(row.split())
    with open_database(visitor.folder) as db:
        number = people.find(db, "Cô Lan")[0].id
    form = html.fromstring(visitor.get(f"/nguoi/{number}").text).xpath("//form[contains(@action, 'thu-lai')]")[0]
    assert "Máy chủ thư không nhận địa chỉ này (mã 550), từ 07:00 thứ Năm 14/9/2023" in form.text_content()
    assert "Tin đi qua kênh khác trước" in form.text_content()
    answer = visitor.press(form.get("action"), on=f"/nguoi/{number}", address=form.fields["address"])
    assert answer.status_code == 303
    assert "thu-lai" not in visitor.get(f"/nguoi/{number}").text
    with open_database(visitor.folder) as db:
        assert people.by_id(db, number).refused == frozenset()


def test_doctor_names_who_has_an_address_that_is_refused(visitor: Visitor):
    told = addresses_taken(visitor.folder)
    assert told.verdict is Verdict.OPTIONAL
    assert told.found == "1 địa chỉ bị từ chối: Cô Lan (từ thứ Năm 14/9/2023)"
    assert "Thử lại" in told.mend
    with open_database(visitor.folder) as db, transaction(db):
        refused.trust(db, people.find(db, "Cô Lan")[0].id, MAIL, WHO)
    assert addresses_taken(visitor.folder).verdict is Verdict.GOOD
