"""Who has no channel when a plan is published: nothing was sent, so nothing is used up, and they hear at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.reminders.reasons import SENTENCES, Reason
from tracker.store import outbox, people
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.letters import Kind, MessageState
from tracker.store.records import Office

MONDAY = (2023, 10, 23)


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild) as made:
        yield made


def publish(school: School) -> None:
    for number, day in enumerate((24, 26, 27)):
        school.publish(f"Việc {number}", due=date(2023, 10, day), owner="Cô Lan", published=at(*MONDAY, "07:10"))


def manage(school: School) -> None:
    school.desk = replace(school.desk, policy=replace(school.desk.policy, week_summary=True))
    with transaction(school.db):
        people.ensure(school.db, school.id, "Cô Hoa", Office.MANAGER)


def sent(school: School, now) -> list[tuple[str, str, str]]:
    told = [one.message for one in school.tick(now)]
    drafts = [one.draft for one in told if one.draft.kind is not Kind.ALARM]
    names = {one.id: one.name for one in people.of_school(school.db, school.id)}
    return [(names[one.person_id], one.address, one.letter.reason) for one in drafts]


def test_works_told_to_nobody_go_as_soon_as_there_is_a_channel_on_the_same_day(school: School, wild: Wild):
    publish(school)
    assert [address for _, address, _ in sent(school, at(*MONDAY, "07:11"))] == ["preview:"]
    school.reach("Cô Lan", "wild:lan")
    report = school.report(at(*MONDAY, "07:12"))
    assert report.held == ()
    (told,) = report.delivered
    assert (told.message.draft.address, len(told.reminders)) == ("wild:lan", 3)
    assert len(wild.tried) == 1


def test_what_reached_someone_is_not_told_again_when_their_channel_changes(school: School, wild: Wild):
    school.reach("Cô Lan", "wild:lan")
    publish(school)
    school.tick(at(*MONDAY, "07:11"))
    school.reach("Cô Lan", "wild:lan-moi")
    assert school.tick(at(*MONDAY, "07:12")) == ()
    assert len(wild.tried) == 1


def test_the_reason_says_that_there_was_no_channel():
    assert "chưa có kênh nhận" in SENTENCES[Reason.NOW_REACHABLE]
    assert "xem thử" not in SENTENCES[Reason.NOW_REACHABLE]


def test_a_refused_address_that_is_put_right_gets_what_never_arrived(school: School, wild: Wild):
    school.reach("Cô Lan", "wild:sai")
    publish(school)
    wild.ends = OutcomeKind.PERMANENT_RECIPIENT
    assert [one.message.state for one in school.tick(at(*MONDAY, "07:11"))] == [MessageState.FAILED]
    assert sent(school, at(*MONDAY, "07:12")) == []
    wild.ends = OutcomeKind.SENT
    school.reach("Cô Lan", "wild:lan")
    assert sent(school, at(*MONDAY, "07:13")) == [("Cô Lan", "wild:lan", "NOW_REACHABLE")]
    assert sent(school, at(*MONDAY, "07:14")) == []


def test_a_channel_nobody_mended_for_a_day_uses_up_no_stage(school: School, wild: Wild):
    school.reach("Cô Lan", "wild:lan")
    publish(school)
    wild.ends = OutcomeKind.PERMANENT_CONFIGURATION
    for hour in range(8, 21):
        school.tick(at(*MONDAY, f"{hour:02}:00"))
    wild.ends = OutcomeKind.SENT
    told = next(one for one in school.tick(at(2023, 10, 24)) if one.to == "Cô Lan")
    assert (told.message.state, len(told.reminders)) == (MessageState.SENT, 3)


def test_the_week_is_told_again_once_its_manager_has_a_channel_even_on_a_later_day(school: School, wild: Wild):
    publish(school)
    manage(school)
    assert ("Cô Hoa", "preview:", "WEEK_SUMMARY") in sent(school, at(*MONDAY, "07:11"))
    assert sent(school, at(2023, 10, 25)) == [("Cô Lan", "preview:", "OVERDUE")]
    school.reach("Cô Hoa", "wild:hoa")
    assert ("Cô Hoa", "wild:hoa", "WEEK_SUMMARY") in sent(school, at(2023, 10, 25, "09:00"))
    assert sent(school, at(2023, 10, 25, "09:01")) == []
    assert [message.subject for _, message in wild.tried if "Tuần 23/10" in message.subject] != []


def test_the_week_of_a_manager_reached_at_once_comes_only_on_its_first_day(school: School, wild: Wild):
    manage(school)
    school.reach("Cô Hoa", "wild:hoa")
    publish(school)
    assert ("Cô Hoa", "wild:hoa", "WEEK_SUMMARY") in sent(school, at(*MONDAY, "07:11"))
    assert "Cô Hoa" not in {to for to, _, _ in sent(school, at(2023, 10, 25))}


def test_a_failed_message_another_one_took_the_place_of_is_not_sent_again(school: School, wild: Wild):
    school.reach("Cô Lan", "wild:sai")
    publish(school)
    wild.ends = OutcomeKind.PERMANENT_RECIPIENT
    (failed,) = school.tick(at(*MONDAY, "07:11"))
    wild.ends = OutcomeKind.SENT
    school.reach("Cô Lan", "wild:lan")
    school.tick(at(*MONDAY, "07:13"))
    with pytest.raises(LookupError, match="đã có tin khác"):
        outbox.send_again(school.db, failed.message.id, Actor("Cô Hoa", at(*MONDAY, "08:00")))
