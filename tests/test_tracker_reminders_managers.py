"""What waits for an answer goes to every manager who can be reached, each with a signed link of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from notifiers import OutcomeKind
from schedules.plan import Due
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker import work
from tracker.answers.acting import Wish, act, undo
from tracker.answers.token import Action, Token, read
from tracker.reminders.actions import decide_extension, grant_until
from tracker.store import declines, extensions, people, tasks
from tracker.store.answers import StoredAnswer
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.records import Office, Part, StoredTask, TaskState
from tracker.web.site import national_calendar

OCTOBER_27, NOVEMBER_10 = date(2023, 10, 27), date(2023, 11, 10)
NOW, LATER = at(2023, 10, 18, "09:30"), at(2023, 10, 18, "10:00")
HEAD, DEPUTY, THIRD = "Cô Hoa", "Thầy Quang", "Cô Nga"
KINDS = {Action.EXTEND: "request", Action.NOT_MINE: "declined"}
PATHS = {Action.EXTEND: ("de-nghi", Action.DECIDE), Action.NOT_MINE: ("doi-nguoi", Action.HAND)}


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild) as made:
        with transaction(made.db):
            for name in (THIRD, HEAD, DEPUTY):
                people.ensure(made.db, made.id, name, Office.MANAGER)
        for name, address in ((HEAD, "hoa"), (DEPUTY, "quang"), ("Cô Lan", "lan")):
            made.reach(name, f"wild:{address}")
        yield made


def said(school: School, action: Action = Action.EXTEND, owner: str = "Cô Lan") -> tuple[StoredTask, StoredAnswer]:
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner=owner)
    day = NOVEMBER_10 if action is Action.EXTEND else None
    wish = Wish(task.id, school.person(owner).id, action, day, "việc của tổ Văn phòng")
    return task, act(school.db, wish, NOW, national_calendar())


def told(school: School, now=NOW) -> list[tuple[str, str]]:
    kinds = set(KINDS.values())
    ticked = ((one.to, one.message.draft.kind.value) for one in school.tick(now))
    return sorted(one for one in ticked if one[1] in kinds)


def number(school: School, action: Action, task: StoredTask) -> int:
    store = extensions if action is Action.EXTEND else declines
    return store.waiting_of(school.db, task.id)[0].id


@pytest.mark.parametrize("action", KINDS)
def test_every_manager_with_an_address_hears_it_once_with_a_link_of_their_own(school: School, wild: Wild, action):
    task, _ = said(school, action)
    assert told(school) == [(HEAD, KINDS[action]), (DEPUTY, KINDS[action])]
    path, wanted = PATHS[action]
    held = {}
    for _, message in wild.tried:
        (link,) = set(re.findall(rf"https://lich\.truong\.vn/{path}/(\w+)", message.text))
        assert link in message.html
        assert "không cần đăng nhập" in message.text
        assert "/gia-han" not in message.text + message.html
        assert "việc của tổ Văn phòng" in message.text
        held[message.to] = read(link, b"khoa")
    subject = str(number(school, action, task))
    assert held == {
        address: Token(wanted, school.person(name).id, subject, NOW.date())
        for name, address in ((HEAD, "wild:hoa"), (DEPUTY, "wild:quang"))
    }
    school.replan()
    assert told(school, LATER) == []


@pytest.mark.parametrize("action", KINDS)
def test_where_no_manager_can_be_reached_the_first_one_is_told_so_that_it_is_not_lost(school: School, action):
    for name in (HEAD, DEPUTY):
        school.reach(name)
    said(school, action)
    first = people.manager(school.db, school.id).name
    assert told(school) == [(first, KINDS[action])]
    school.reach(DEPUTY, "wild:quang")
    assert told(school, LATER) == [(DEPUTY, KINDS[action])]


@pytest.mark.parametrize("action", KINDS)
def test_a_manager_is_not_told_what_they_said_themselves_but_the_others_are(school: School, action):
    said(school, action, owner=HEAD)
    assert told(school) == [(DEPUTY, KINDS[action])]


def test_what_one_decided_the_other_does_not_hear_any_more(school: School, wild: Wild):
    task, _ = said(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(NOW)
    request = extensions.waiting_of(school.db, task.id)[0].id
    decide_extension(school.db, request, Actor(HEAD, NOW), school.desk.working_days, approved=False)
    wild.ends = OutcomeKind.SENT
    outcomes = {one.to: one.message.outcome for one in school.tick(LATER)}
    assert (outcomes[HEAD], outcomes[DEPUTY]) == ("NOTHING_LEFT", "NOTHING_LEFT")


@pytest.mark.parametrize("action", KINDS)
def test_who_manages_no_more_hears_nothing_though_they_lead_the_work_with_another(school: School, wild: Wild, action):
    task, _ = said(school, action)
    wild.ends = OutcomeKind.RETRY_AFTER
    school.tick(NOW)
    with transaction(school.db):
        parts = [(school.person(one).id, Part.LEAD) for one in ("Cô Lan", DEPUTY)]
        people.assign(school.db, task.id, parts)
        school.db.execute("UPDATE people SET office = 'member' WHERE name = ?", [DEPUTY])
    wild.ends = OutcomeKind.SENT
    sent = {one.to: one.message.outcome for one in school.tick(LATER) if one.message.draft.kind.value == KINDS[action]}
    assert sent == {HEAD: sent[HEAD], DEPUTY: "NOTHING_LEFT"}
    assert sent[HEAD] != "NOTHING_LEFT"


@pytest.mark.parametrize("action", KINDS)
def test_of_a_work_without_a_day_it_is_told_too(school: School, action):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    stored = tasks.by_id(school.db, task.id)
    with transaction(school.db):
        tasks.change(school.db, task.id, replace(stored.task, due=Due(words="thường xuyên")), Actor("thử", NOW))
    wish = Wish(task.id, school.person("Cô Lan").id, action, NOVEMBER_10, "việc của tổ Văn phòng")
    act(school.db, wish, NOW, national_calendar())
    assert told(school) == [(HEAD, KINDS[action]), (DEPUTY, KINDS[action])]


def test_who_asked_hears_that_another_day_was_given(school: School, wild: Wild):
    task, _ = said(school)
    request = extensions.waiting_of(school.db, task.id)[0].id
    grant_until(school.db, request, date(2023, 11, 3), Actor(HEAD, NOW), school.desk.working_days)
    school.tick(NOW)
    (letter,) = [message.text for _, message in wild.tried if message.to == "wild:lan"]
    assert "Xin gia hạn đến thứ Sáu 10/11/2023: được đồng ý đến thứ Sáu 3/11/2023. Hạn mới: chậm nhất" in letter


@pytest.mark.parametrize("how", ["taken back", "given", "kept", "done"])
def test_a_work_that_is_settled_meanwhile_is_not_told(school: School, how: str):
    task, given = said(school, Action.NOT_MINE)
    by, calendar = Actor(HEAD, NOW, "đã bàn"), national_calendar()
    match how:
        case "taken back":
            undo(school.db, given, NOW, calendar)
        case "given":
            work.reassign(school.db, task.id, [(school.person(DEPUTY).id, Part.LEAD)], by, calendar)
        case "kept":
            declines.keep(school.db, declines.waiting_of(school.db, task.id)[0].id, by)
        case _:
            school.move(task, TaskState.DONE)
    assert told(school) == []


def test_several_works_of_one_moment_are_one_letter(school: School, wild: Wild):
    said(school, Action.NOT_MINE)
    said(school, Action.NOT_MINE)
    assert told(school) == [(HEAD, "declined"), (DEPUTY, "declined")]
    assert wild.tried[0][1].subject == "Có 2 việc được báo là giao nhầm người"
    assert "Việc vẫn đứng tên người báo" in wild.tried[0][1].text


def test_a_work_told_again_after_it_stays_is_a_new_letter(school: School):
    task, _ = said(school, Action.NOT_MINE)
    assert told(school) == [(HEAD, "declined"), (DEPUTY, "declined")]
    declines.keep(school.db, declines.waiting_of(school.db, task.id)[0].id, Actor(HEAD, NOW, "đã bàn"))
    wish = Wish(task.id, school.person("Cô Lan").id, Action.NOT_MINE, None, "đã hỏi lại", after=999)
    act(school.db, wish, LATER, national_calendar())
    assert told(school, LATER) == [(HEAD, "declined"), (DEPUTY, "declined")]
