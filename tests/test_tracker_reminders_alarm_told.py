"""Who hears that messages do not arrive, how often, and in which letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.fakes.reminding import School, at
from tests.fakes.wild import wild_school
from tracker.reminders.alarm_letter import HEAD
from tracker.reminders.policy import Policy
from tracker.store import people, refused, stops, troubles
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.outbox_search import Query, search
from tracker.store.records import Office
from tracker.store.stops import StopWhy
from tracker.store.troubles import ChannelDown

THURSDAY, FRIDAY = at(2023, 10, 19), at(2023, 10, 20)
STOPPED = "Cô Lan đã ngừng nhận tin qua e-mail"


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild) as made:
        made.desk = replace(made.desk, policy=Policy())
        with transaction(made.db):
            people.ensure(made.db, made.id, people.MANAGER_NAME, Office.MANAGER)
            for name in ("Cô Hoa", "Thầy Minh"):
                people.ensure(made.db, made.id, name, Office.MANAGER)
        made.reach("Cô Hoa", "wild:hoa")
        made.reach("Thầy Minh", "wild:minh")
        made.reach("Cô Lan", "mailto:lan@truong.vn")
        yield made


def stop(school: School, when) -> None:
    lan = school.person("Cô Lan").id
    with transaction(school.db):
        stops.stop(school.db, lan, "mailto:lan@truong.vn", StopWhy.ASKED, Actor("Cô Lan", when))


def warned(school: School, when, words: str = STOPPED) -> list[tuple[str, str]]:
    """Tick; return who is told of a fault, and by which kind of letter."""
    school.desk = replace(school.desk, wall=lambda: when)
    told = [(one.to, one.message.draft) for one in school.tick(when)]
    return [(to, draft.kind) for to, draft in told if words in draft.letter.text]


def down(monkeypatch, messages: int) -> None:
    monkeypatch.setattr(troubles, "channels_down", lambda *_: (ChannelDown("email", "sai mật khẩu", messages),))


def test_every_manager_who_is_reached_is_warned_and_the_nameless_one_is_not(school: School):
    stop(school, THURSDAY)
    assert sorted(warned(school, THURSDAY)) == [("Cô Hoa", "alarm"), ("Thầy Minh", "alarm")]


def test_a_fault_is_told_once_though_it_lasts(school: School):
    stop(school, THURSDAY)
    warned(school, THURSDAY)
    again = [at(2023, 10, 19, "09:00"), FRIDAY, at(2023, 10, 23), at(2023, 10, 24), at(2023, 10, 25)]
    assert [warned(school, when) for when in again] == [[]] * len(again)


BREAKS = [
    (at(2023, 10, 20, "21:30"), at(2023, 10, 23)),
    (at(2024, 2, 7, "21:30"), at(2024, 2, 15)),
]
"""The evening before a weekend and before Tết, and when messages may go again."""


@pytest.mark.parametrize(("when", "then"), BREAKS)
def test_who_stops_one_of_two_channels_before_days_off_is_told_of_after_them_once(school: School, when, then):
    school.reach("Cô Lan", "mailto:lan@truong.vn", "wild:lan")
    stop(school, when)
    words = f"{STOPPED}. Tin chuyển sang kênh kế tiếp."
    assert warned(school, when, words) == []
    assert [to for to, _ in sorted(warned(school, then, words))] == ["Cô Hoa", "Thầy Minh"]
    later = [then + timedelta(days=days, hours=1) for days in (0, 1, 4, 7, 8, 14)]
    assert [warned(school, one, words) for one in later] == [[]] * len(later)


@pytest.mark.parametrize(("when", "then"), BREAKS)
def test_so_is_an_address_refused_before_days_off(school: School, when, then):
    school.reach("Cô Lan", "mailto:lan@truong.vn", "wild:lan")
    with transaction(school.db):
        refused.refuse(school.db, school.person("Cô Lan").id, "mailto:lan@truong.vn", "x", Actor("Máy chủ thư", when))
    words = "Cô Lan: máy chủ không nhận địa chỉ e-mail"
    assert [to for to, _ in sorted(warned(school, then, words))] == ["Cô Hoa", "Thầy Minh"]
    assert warned(school, then + timedelta(days=7), words) == []


def test_who_takes_it_back_before_the_letter_may_go_is_not_told_of_and_who_stops_again_is(school: School):
    school.reach("Cô Lan", "mailto:lan@truong.vn", "wild:lan")
    lan = school.person("Cô Lan").id
    stop(school, at(2023, 10, 20, "21:30"))
    with transaction(school.db):
        stops.resume(school.db, lan, "mailto:lan@truong.vn", Actor("Cô Lan", at(2023, 10, 21)))
    assert warned(school, at(2023, 10, 23)) == []
    for day in (24, 26):
        stop(school, at(2023, 10, day, "08:00"))
        assert len(warned(school, at(2023, 10, day, "08:01"))) == 2
        with transaction(school.db):
            stops.resume(school.db, lan, "mailto:lan@truong.vn", Actor("Cô Lan", at(2023, 10, day, "09:00")))


def test_a_channel_that_stays_down_is_told_once_a_week_whatever_its_count(school: School, monkeypatch):
    told = []
    for day in (19, 20, 23, 24, 25, 26, 27):
        down(monkeypatch, day)
        told += [(to, day) for to, _ in warned(school, at(2023, 10, day), "Kênh email không gửi được")]
    assert sorted(told) == [("Cô Hoa", 19), ("Cô Hoa", 26), ("Thầy Minh", 19), ("Thầy Minh", 26)]


def test_a_new_fault_is_told_at_once_beside_one_that_was_told(school: School, monkeypatch):
    stop(school, THURSDAY)
    warned(school, THURSDAY)
    down(monkeypatch, 3)
    assert len(warned(school, FRIDAY, "Kênh email không gửi được")) == 2
    (last,) = {one.draft.letter.text for one in search(school.db, Query(words="Kênh email", limit=1))}
    assert STOPPED not in last


def test_a_manager_who_gets_a_letter_of_their_own_reads_it_there_and_gets_no_other(school: School):
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    stop(school, at(2023, 10, 22, "20:00"))
    monday = at(2023, 10, 23)
    assert sorted(warned(school, monday)) == [("Cô Hoa", "summary"), ("Thầy Minh", "summary")]
    (text,) = {one.draft.letter.text for one in search(school.db, Query(words=STOPPED, limit=1))}
    assert f"{HEAD}\n- {STOPPED}" in text
    assert warned(school, at(2023, 10, 23, "10:00")) == warned(school, at(2023, 10, 24)) == []


def test_copies_of_the_nameless_manager_are_no_lost_messages_while_a_manager_is_reached(school: School):
    school.publish("Việc chưa ai nhận", due=date(2023, 10, 24), owner=None, published=at(2023, 10, 18))
    school.tick(at(2023, 10, 23))
    lost = Query(school.id, person_id=school.person(people.MANAGER_NAME).id, lost=True)
    assert search(school.db, replace(lost, lost=False))
    assert search(school.db, lost) == ()
    school.reach("Cô Hoa")
    school.reach("Thầy Minh")
    assert search(school.db, lost)
