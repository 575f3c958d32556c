"""Work nobody leads goes to a manager messages reach, whoever was put into the list first."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.answers.token import Action, Token, read
from tracker.reminders.policy import Policy
from tracker.store import people, refused, tasks
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.records import Office

DUE = date(2023, 10, 27)
WEEK_BEFORE, THREE_BEFORE, LAST = at(2023, 10, 20), at(2023, 10, 24), at(2023, 10, 27)
HEAD, DEPUTY = "Cô Hoa", "Thầy Quang"


@pytest.fixture
def school(tmp_path, wild):
    """A school in which the manager without a name came first, then two with names; a work nobody leads."""
    with wild_school(tmp_path, wild) as made:
        with transaction(made.db):
            people.manager(made.db, made.id)
            for name in (HEAD, DEPUTY):
                people.ensure(made.db, made.id, name, Office.MANAGER)
        made.publish("Tổ chức ngày hội", due=DUE, owner=None)
        yield made


def told(school: School, now: datetime) -> list[str]:
    found = school.tick(now)
    assert all("Chưa có người phụ trách: nhờ giao cho người làm" in one.message.draft.letter.text for one in found)
    return [one.to for one in found]


def test_it_goes_to_the_first_manager_who_is_reached(school: School):
    school.reach(DEPUTY, "wild:quang")
    assert told(school, WEEK_BEFORE) == [DEPUTY]
    school.reach(HEAD, "wild:hoa")
    assert told(school, THREE_BEFORE) == [HEAD]
    assert told(school, LAST) == [HEAD]


def test_nobody_reached_it_is_kept_for_the_first_and_sent_once_somebody_is(school: School):
    assert told(school, WEEK_BEFORE) == [people.MANAGER_NAME]
    school.reach(HEAD, "wild:hoa")
    assert told(school, at(2023, 10, 20, "10:00")) == [HEAD]
    assert told(school, at(2023, 10, 23)) == []


def test_a_manager_whose_only_address_is_dead_comes_after_one_with_a_good_one(school: School, wild: Wild):
    school.reach(HEAD, "wild:hoa")
    school.reach(DEPUTY, "wild:quang")
    with transaction(school.db):
        actor = Actor("Máy chủ thư", at(2023, 10, 19))
        refused.refuse(school.db, school.person(HEAD).id, "wild:hoa", "không có", actor)
        school.replan()
    assert told(school, WEEK_BEFORE) == [DEPUTY]
    school.reach(DEPUTY)
    assert told(school, THREE_BEFORE) == [HEAD]


def test_who_left_stands_in_for_nobody(school: School):
    school.reach(HEAD, "wild:hoa")
    school.reach(DEPUTY, "wild:quang")
    with transaction(school.db):
        school.db.execute("UPDATE people SET active = 0 WHERE name = ?", [HEAD])
        school.replan()
    assert told(school, WEEK_BEFORE) == [DEPUTY]


def test_its_entry_leads_to_where_it_is_given_to_somebody(school: School, wild: Wild):
    school.reach(HEAD, "wild:hoa")
    school.tick(WEEK_BEFORE)
    ((_, message),) = wild.tried
    (link,) = re.findall(r"https://lich\.truong\.vn/mo/(\S+)#giao", message.text)
    token = read(link, b"khoa")
    (work,) = tasks.of_school(school.db, school.id)
    assert token == Token(Action.OPEN, school.person(HEAD).id, work.id, WEEK_BEFORE.date())


def test_the_letter_of_the_week_names_what_is_due_later_and_nobody_leads(school: School):
    school.desk = replace(school.desk, policy=Policy())
    with transaction(school.db):
        people.ensure(school.db, school.id, "Tổ giám sát", Office.COMMITTEE)
    school.reach("Tổ giám sát", "wild:to")
    school.publish("Nộp báo cáo", due=date(2023, 10, 5), owner="Cô Lan")
    (letter,) = [one.message.draft.letter for one in school.tick(at(2023, 10, 2)) if one.to == "Tổ giám sát"]
    text = letter.text
    assert "Cần xong tuần này:\n- Nộp báo cáo: " in text
    assert "Sau tuần này, cần giao người phụ trách:\n- Tổ chức ngày hội: còn 25 ngày" in text
    assert "<h3>Sau tuần này, cần giao người phụ trách</h3>" in letter.html
    assert "1 việc đến hạn, 1 việc chưa có người phụ trách" in letter.subject


def test_no_sentence_opens_a_rest_of_the_week_that_holds_later_works_alone(school: School):
    school.desk = replace(school.desk, policy=Policy())
    school.reach(HEAD, "wild:hoa")
    school.publish("Nộp báo cáo", due=date(2023, 10, 9), owner=HEAD)
    (letter,) = [one.message.draft.letter for one in school.tick(at(2023, 10, 2)) if one.to == HEAD]
    assert "1. Nộp báo cáo" in letter.text
    assert "- Tổ chức ngày hội" in letter.text
    assert "Việc khác quá hạn hoặc đến hạn trong tuần" not in letter.text + letter.html
