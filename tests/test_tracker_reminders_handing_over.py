"""Whoever takes a work over reads in the first message who had it."""

from __future__ import annotations

import pytest

from tests.fakes.changing import (
    LATER,
    NOW,
    OCTOBER_27,
    TOLD,
    give,
    heard,
    last,
)
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.store.records import Part


@pytest.fixture
def wild():
    return Wild()


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
        assert "Việc này trước do Cô Lan phụ trách, nay giao cho bạn." in text
    school.tick(at(2023, 10, 24))
    assert last(wild).subject == "Nhắc việc: Nộp báo cáo – còn 3 ngày để xong"
    assert "Việc này trước do" not in last(wild).text


def test_a_helper_who_leads_from_now_on_is_told_so(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    school.tick(TOLD)
    assert "trước do" not in last(wild).text
    give(school, task, "Thầy Minh")
    school.tick(at(2023, 10, 24))
    assert "Việc này trước do Cô Lan phụ trách, nay giao cho bạn." in last(wild).text


def test_who_could_not_be_reached_reads_who_had_it_once_they_can(school: School, wild: Wild):
    task = heard(school)
    give(school, task, "Thầy Minh")
    school.reach("Thầy Minh", "preview:")
    school.tick(NOW)
    school.reach("Thầy Minh", "wild:minh")
    school.tick(LATER)
    assert last(wild).subject.startswith("Nhận việc: ")
