"""One tap from a letter: a person's own calendar, and where their messages go, to be stopped and taken up again."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.fakes.answering import Answering
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.answers.links import path_of
from tracker.answers.token import Action, Token
from tracker.feeds.secret import master_key
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.reminders.policy import Policy
from tracker.store import feeds, people
from tracker.store.database import open_database, transaction
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import Office, Part, TaskState
from tracker.work import reassign

MAIL, CHAT = "mailto:lan@truong.edu.vn", "zalobot:lan"


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    found = Answering(tmp_path / "data")
    with open_database(found.folder) as db, transaction(db):
        people.set_addresses(db, found.person().id, (MAIL, CHAT))
    return found


def own(lan: Answering) -> str:
    return path_of(Token(Action.OWN, lan.person().id, "", lan.now.date()), master_key(lan.folder))


def feed_of(lan: Answering):
    with open_database(lan.folder) as db:
        return feeds.newest(db, FeedSubject(FeedKind.PERSON, lan.person().school_id, lan.person().id))


def test_the_page_of_ones_works_leads_to_ones_own_calendar(lan: Answering) -> None:
    assert feed_of(lan) is None
    assert f'href="{own(lan)}/lich"' in lan.get(own(lan)).text
    first, again = (lan.client.get(f"{own(lan)}/lich").headers["location"] for _ in range(2))
    assert first == again
    page = lan.get(first).text
    assert "Cô Lan" in page
    assert f"/feeds/{first.removeprefix('/lich/')}.ics" in page
    assert lan.task().task.title in lan.get(f"/feeds/{first.removeprefix('/lich/')}.ics").text


def test_a_calendar_that_was_taken_back_is_not_made_anew_by_a_link(lan: Answering) -> None:
    lan.client.get(f"{own(lan)}/lich")
    with open_database(lan.folder) as db, transaction(db):
        feeds.revoke(db, feed_of(lan).id, lan.now)
    answer = lan.client.get(f"{own(lan)}/lich")
    assert answer.status_code == 200
    assert "đã được thu hồi" in answer.text
    assert feed_of(lan).revoked_at is not None


def test_the_calendar_s_link_is_as_old_and_as_private_as_the_page_s(lan: Answering) -> None:
    path = own(lan)
    assert lan.client.get(f"{path[:-1]}/lich").status_code == 404
    assert lan.client.get(f"{lan.path(Action.DONE).replace('/tra-loi/', '/viec-cua-ban/')}/lich").status_code == 404
    lan.now += timedelta(days=46)
    assert lan.client.get(f"{path}/lich").status_code == 410
    assert feed_of(lan) is None


def test_messages_are_stopped_and_taken_up_again_address_by_address(lan: Answering) -> None:
    page = lan.get(own(lan)).text
    section = page.partition('id="lich-va-tin"')[2]
    stops = re.findall(r'href="(/ngung-nhan/\w+)">ngừng nhận ở đây', section)
    assert len(stops) == 2
    assert lan.client.post(stops[0]).status_code == 200
    assert lan.person().addresses == (CHAT,)
    section = lan.get(own(lan)).text.partition('id="lich-va-tin"')[2]
    (back,) = re.findall(r'href="(/ngung-nhan/\w+)">nhận lại', section)
    assert len(re.findall("ngừng nhận ở đây", section)) == 1
    assert lan.client.post(f"{back}/nhan-lai").status_code == 200
    assert MAIL in lan.person().addresses


def test_who_has_no_channel_reads_so_and_a_work_s_page_leads_there(lan: Answering) -> None:
    with open_database(lan.folder) as db, transaction(db):
        people.set_addresses(db, lan.person().id, ())
    assert "Chưa có e-mail hay Zalo nào để nhắn tin." in lan.get(own(lan)).text
    work = lan.get(lan.path(Action.CHOOSE)).text
    assert f'<a href="{own(lan)}#lich-va-tin">Lịch, ngừng hay đổi tin nhắc</a>' in work


LINE = r"ịch trên điện thoại, ngừng hay đổi tin nhắc: (https://lich.truong.vn/viec-cua-ban/\w+)(#lich-va-tin)?\n"


def test_every_letter_ends_with_the_way_there(tmp_path: Path, wild: Wild) -> None:
    names = {"lan": "Cô Lan", "minh": "Thầy Minh", "hoa": "Cô Hoa", "to": "Tổ giám sát"}
    with wild_school(tmp_path, wild) as school:
        with transaction(school.db):
            people.ensure(school.db, school.id, "Cô Hoa", Office.MANAGER)
            people.ensure(school.db, school.id, "Tổ giám sát", Office.COMMITTEE)
        school.desk = replace(school.desk, policy=Policy())
        for one, name in names.items():
            school.reach(name, f"wild:{one}")
        _everything(school)
        kinds = {one.message.draft.kind.value for one in _ticked(school)}
    assert {"routine", "summary", "decision", "change", "request"} <= kinds
    for _, message in wild.tried:
        assert len(re.findall(LINE, message.text)) == 1, message.text
        assert message.html.count("/viec-cua-ban/") == 1


def _everything(school: School) -> None:
    chair = Actor("Cô Hoa", at(2023, 10, 17, "09:00"))
    school.first = school.publish("Việc một", due=date(2023, 10, 20), owner="Cô Lan")
    school.second = school.publish("Việc hai", due=date(2023, 10, 20), owner="Cô Lan")
    school.third = school.publish("Việc ba", due=date(2023, 12, 20), owner="Thầy Minh")
    school.told = list(school.tick(at(2023, 10, 16)))
    lan = school.person("Cô Lan").id
    asked = ask_extension(school.db, school.first.id, lan, date(2023, 10, 27), Actor("Cô Lan", chair.at))
    decide_extension(school.db, asked.id, chair, school.desk.working_days, approved=False)
    ask_extension(school.db, school.second.id, lan, date(2023, 10, 27), Actor("Cô Lan", chair.at))
    reassign(school.db, school.third.id, [(lan, Part.LEAD)], chair, school.desk.calendar)
    school.replan()


def _ticked(school: School):
    school.told += school.tick(at(2023, 10, 17, "09:30"))
    school.move(school.second, TaskState.CANCELLED, at(2023, 10, 17, "10:00"))
    return [*school.told, *school.tick(at(2023, 10, 17, "10:30"))]
