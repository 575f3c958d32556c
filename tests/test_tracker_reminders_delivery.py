"""Outcomes over a real mail server: tried again, handed on, given up, and one bad address that stops nobody."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import date, timedelta

import pytest

from notifiers import build_channels
from tests.fakes.crashing import channel_settings
from tests.fakes.reminding import School, at, preview_desk, running_school
from tests.fakes.smtp import HANG_UP, running_smtp
from tracker.reminders.account import message_json
from tracker.reminders.actions import send_again
from tracker.reminders.occasions import REPEATED
from tracker.reminders.tick import tick
from tracker.store import outbox_search, people
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.outbox_search import Query
from tracker.store.records import TaskState
from tracker.store.rehearsal import copied

NOW = at(2023, 10, 20)


@pytest.fixture
def smtp():
    with running_smtp() as server:
        yield server


@pytest.fixture
def school(tmp_path, smtp):
    desk = replace(preview_desk(), channels=build_channels(channel_settings(smtp.port)))
    with running_school(tmp_path, desk) as made:
        made.reach("Cô Lan", "mailto:lan@truong.vn")
        yield made


def outbox(school: School) -> list[tuple[str, str]]:
    found = outbox_search.search(school.db, Query())
    return sorted((one.draft.address, one.state.value) for one in found)


def test_a_server_that_is_busy_is_asked_again_later(school: School, smtp):
    smtp.refuse["lan@truong.vn"] = ["450 4.2.1 busy", "250 OK"]
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    assert outbox(school) == [("mailto:lan@truong.vn", "waiting")]
    school.tick(NOW + timedelta(hours=1))
    assert [REPEATED in letter.parsed["Subject"] for letter in smtp.letters] == [False]


def test_an_address_that_is_refused_hands_the_message_to_the_next_one(school: School, smtp):
    smtp.refuse["lan@truong.vn"] = ["550 5.1.1 no such user"]
    school.reach("Cô Lan", "mailto:lan@truong.vn", "preview:")
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    assert outbox(school) == [("mailto:lan@truong.vn", "failed"), ("preview:", "sent")]


def test_an_address_that_is_refused_stops_nobody_else(school: School, smtp):
    smtp.refuse["lan@truong.vn"] = ["550 5.1.1 no such user"]
    school.reach("Thầy Minh", "mailto:minh@truong.vn")
    for owner in ("Cô Lan", "Thầy Minh"):
        school.publish(f"Việc của {owner}", due=date(2023, 10, 27), owner=owner)
    school.tick(NOW)
    assert outbox(school) == [("mailto:lan@truong.vn", "failed"), ("mailto:minh@truong.vn", "sent")]


def test_a_line_lost_after_the_letter_is_repeated_with_the_same_id_and_says_so(school: School, smtp):
    smtp.on_data[:] = [HANG_UP, "250 OK"]
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    school.tick(NOW + timedelta(hours=1))
    first, second = (letter.parsed for letter in smtp.letters)
    assert first["Message-ID"] == second["Message-ID"]
    assert (REPEATED in first["Subject"], REPEATED in second["Subject"]) == (False, True)


def test_what_may_have_gone_is_marked_also_when_it_is_told_on_another_day(school: School, smtp):
    smtp.on_data[:] = [HANG_UP, "250 OK", "250 OK"]
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    school.tick(at(2023, 10, 23))
    assert [one.draft.repeated for one in outbox_search.search(school.db, Query()) if one.state.value == "sent"] == [
        True
    ]
    school.tick(at(2023, 10, 24))
    subjects = [letter.parsed["Subject"] for letter in smtp.letters]
    assert [REPEATED in subject for subject in subjects] == [False, True, False]


def test_a_task_finished_while_its_message_waits_is_not_sent(school: School, smtp):
    smtp.refuse["lan@truong.vn"] = ["450 4.2.1 busy", "250 OK"]
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    school.move(task, TaskState.DONE)
    school.tick(NOW + timedelta(hours=1))
    assert smtp.letters == []
    assert outbox(school) == [("mailto:lan@truong.vn", "cancelled")]


def test_one_of_two_tasks_finished_while_the_message_waits_leaves_the_other(school: School, smtp):
    smtp.refuse["lan@truong.vn"] = ["450 4.2.1 busy", "250 OK"]
    done = school.publish("Việc đã làm xong", due=date(2023, 10, 27), owner="Cô Lan")
    school.publish("Việc còn lại", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    school.move(done, TaskState.DONE)
    (told,) = school.tick(NOW + timedelta(hours=1))
    assert "Việc còn lại" in told.message.draft.letter.text
    assert "Việc đã làm xong" not in told.message.draft.letter.text


def test_a_message_that_did_not_get_out_on_its_day_joins_the_next_days(school: School, smtp):
    smtp.refuse["*"] = ["450 4.2.1 busy"]
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    smtp.refuse.clear()
    (told,) = school.tick(at(2023, 10, 23))
    assert told.message.draft.letter.reason == "CAUGHT_UP"
    assert [letter.parsed["Subject"].count("Nhắc việc") for letter in smtp.letters] == [1]
    assert outbox(school) == [("mailto:lan@truong.vn", "cancelled"), ("mailto:lan@truong.vn", "sent")]


def test_a_server_that_stays_busy_is_given_up_for_the_next_address(school: School, smtp):
    smtp.refuse["lan@truong.vn"] = ["450 4.2.1 busy"]
    school.reach("Cô Lan", "mailto:lan@truong.vn", "preview:")
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    for hour in range(7, 20):
        school.tick(at(2023, 10, 20, f"{hour:02}:00"))
    assert outbox(school) == [("mailto:lan@truong.vn", "failed"), ("preview:", "sent")]


def test_an_address_no_channel_knows_fails_visibly(school: School):
    school.reach("Cô Lan", "bo-cau-dua-thu")
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    (found,) = outbox_search.search(school.db, Query())
    assert (found.state.value, found.outcome_reason) == ("failed", "không có kênh nào gửi được tới địa chỉ này")


def test_a_channel_that_breaks_its_word_and_raises_stops_nobody(school: School, smtp):
    class Broken:
        name = "broken"

        def accepts(self, address):
            return address.startswith("hong:")

        def send(self, message, now):
            raise RuntimeError("mật khẩu-bí-mật")

    school.desk = replace(school.desk, channels=(Broken(), *school.desk.channels))
    school.reach("Bà Ba", "hong:1")
    for owner in ("Bà Ba", "Cô Lan"):
        school.publish(f"Việc của {owner}", due=date(2023, 10, 27), owner=owner)
    school.tick(NOW)
    assert outbox(school) == [("hong:1", "unknown"), ("mailto:lan@truong.vn", "sent")]
    assert "bí-mật" not in str(outbox_search.search(school.db, Query()))


def test_someone_may_send_a_failed_message_again(school: School, smtp):
    smtp.refuse["lan@truong.vn"] = ["550 5.1.1 no such user", "250 OK"]
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    (told,) = school.tick(NOW)
    send_again(school.db, told.message.id, Actor("Văn thư", NOW, "đã sửa hộp thư"))
    assert "sent" in [one.message.state.value for one in school.tick(NOW + timedelta(minutes=5))]
    with pytest.raises(LookupError):
        send_again(school.db, told.message.id, Actor("Văn thư", NOW))


def test_a_restored_backup_repeats_the_day_with_the_same_id(school: School, smtp, tmp_path):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    with copied(school.db) as backup:
        school.tick(NOW)
        tick(backup, NOW + timedelta(hours=2), school.desk)
        tick(backup, NOW + timedelta(hours=3), school.desk)
    first, second = (letter.parsed["Message-ID"] for letter in smtp.letters)
    assert first == second


def test_no_secret_of_an_address_reaches_logs_or_accounts(school: School, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    planted = "mat-khau-trong-dia-chi"
    school.reach(
        "Cô Lan", f"json://nguoi:{planted}@127.0.0.1:9/?token={planted}", f"bo-cau://{planted}", f"khong:{planted}"
    )
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    for hour in range(7, 20):
        accounts = [message_json(one) for one in school.tick(at(2023, 10, 20, f"{hour:02}:00"))]
        assert planted not in json.dumps(accounts)
    outcomes = [(one.outcome_reason, one.detail) for one in outbox_search.search(school.db, Query())]
    assert outcomes
    assert planted not in str(outcomes)
    assert planted not in caplog.text


def test_a_corrected_address_is_used_for_what_still_waits(school: School, smtp):
    smtp.refuse["lan@truong.vn"] = ["450 4.2.1 busy"]
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    with transaction(school.db):
        people.set_addresses(school.db, school.person("Cô Lan").id, ["mailto:co.lan@truong.vn"])
    school.tick(NOW + timedelta(hours=1))
    school.tick(NOW + timedelta(hours=2))
    assert [letter.to for letter in smtp.letters] == ["co.lan@truong.vn"]


def test_a_corrected_address_loses_nothing_when_more_changes_before_the_next_tick(school: School, smtp):
    smtp.refuse["lan@truong.vn"] = ["450 4.2.1 busy"]
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    school.reach("Cô Lan", "mailto:co.lan@truong.vn")
    for hour in (1, 2, 3):
        school.tick(NOW + timedelta(hours=hour))
        school.replan()
    assert [letter.to for letter in smtp.letters] == ["co.lan@truong.vn"]
