"""Whoever takes a work over reads in the first message who had it."""

from __future__ import annotations

import pytest

from tests.fakes.changing import (
    CHAIR,
    LATER,
    NOW,
    OCTOBER_27,
    TOLD,
    give,
    heard,
    last,
)
from tests.fakes.reminding import KNOWN, School, at
from tests.fakes.wild import Wild, wild_school
from tracker import work
from tracker.store.history import Actor
from tracker.store.records import Part


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan", minh="Thầy Minh") as made:
        yield made


def test_the_first_message_to_who_has_it_now_says_who_had_it_and_the_next_does_not(school: School, wild: Wild):
    task = heard(school)
    give(school, task, "Thầy Minh")
    school.tick(NOW)
    first = next(message for _, message in wild.tried if message.to_name == "Thầy Minh")
    assert first.subject == "Nhận việc: Nộp báo cáo – còn 7 ngày để xong"
    for text in (first.text, first.html):
        assert "Việc này trước do Cô Lan phụ trách, nay giao cho thầy/cô." in text
    school.tick(at(2023, 10, 24))
    assert last(wild).subject == "Nhắc việc: Nộp báo cáo – còn 3 ngày để xong"
    assert "Việc này trước do" not in last(wild).text


def test_the_note_of_who_gave_it_is_read_by_who_has_it_now_alone(school: School, wild: Wild):
    give(school, heard(school), "Thầy Minh")
    school.tick(NOW)
    messages = {message.to_name: message.text for _, message in wild.tried}
    assert "Lời nhắn của Hiệu trưởng: phòng lùi lịch nộp." in messages["Thầy Minh"]
    assert "Người chuyển: Hiệu trưởng." in messages["Cô Lan"]
    assert "phòng lùi lịch nộp" not in messages["Cô Lan"]
    school.tick(at(2023, 10, 24))
    assert "Lời nhắn" not in last(wild).text


def test_a_helper_and_who_takes_what_nobody_led_read_the_note(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner=None)
    parts = [(school.person("Cô Lan").id, Part.LEAD), (school.person("Thầy Minh").id, Part.HELPER)]
    work.reassign(school.db, task.id, parts, CHAIR, school.desk.calendar)
    school.tick(TOLD)
    for _, message in wild.tried:
        assert "Lời nhắn của Hiệu trưởng: phòng lùi lịch nộp." in message.text
        assert "trước do" not in message.text


@pytest.mark.parametrize(("who", "words"), [("lệnh import", "Lời nhắn: x."), ("Cô Hoa", "Lời nhắn của Cô Hoa: x.")])
def test_a_command_signs_no_note_and_without_a_note_nothing_is_said(school: School, wild: Wild, who: str, words: str):
    for title, why in (("Nộp báo cáo", "x"), ("Khảo sát", None)):
        task = school.publish(title, due=OCTOBER_27, owner=None)
        parts = [(school.person("Cô Lan").id, Part.LEAD)]
        work.reassign(school.db, task.id, parts, Actor(who, KNOWN, why), school.desk.calendar)
    school.tick(TOLD)
    assert wild.tried[0][1].text.count("Lời nhắn") == 1
    assert words in wild.tried[0][1].text


def test_a_helper_who_leads_from_now_on_is_told_so(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    school.tick(TOLD)
    assert "trước do" not in last(wild).text
    give(school, task, "Thầy Minh")
    school.tick(at(2023, 10, 24))
    assert "Việc này trước do Cô Lan phụ trách, nay giao cho thầy/cô." in last(wild).text


def test_who_could_not_be_reached_reads_who_had_it_once_they_can(school: School, wild: Wild):
    task = heard(school)
    give(school, task, "Thầy Minh")
    school.reach("Thầy Minh", "preview:")
    school.tick(NOW)
    school.reach("Thầy Minh", "wild:minh")
    school.tick(LATER)
    assert last(wild).subject.startswith("Nhận việc: ")
