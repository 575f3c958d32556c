"""The last look before a message that waited goes: what rests since is left out, and no second one is composed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from notifiers import build_channels
from tests.fakes.crashing import channel_settings
from tests.fakes.reminding import KNOWN, School, at, preview_desk, running_school
from tests.fakes.smtp import FakeSmtp, running_smtp
from tracker.reminders.actions import Awaited, snooze, wait_for
from tracker.reminders.reasons import Reason
from tracker.store import outbox_search
from tracker.store.history import Actor
from tracker.store.ledger import ReminderState
from tracker.store.outbox_search import Query

NOW, RETRY = at(2023, 10, 20), at(2023, 10, 20, "08:00")
LAN = Actor("Cô Lan", KNOWN)


@pytest.fixture
def smtp():
    with running_smtp() as server:
        server.refuse["lan@truong.vn"] = ["450 4.2.1 busy", "250 OK"]
        yield server


@pytest.fixture
def school(tmp_path, smtp: FakeSmtp):
    desk = replace(preview_desk(), channels=build_channels(channel_settings(smtp.port)))
    with running_school(tmp_path, desk) as made:
        made.reach("Cô Lan", "mailto:lan@truong.vn")
        yield made


def kinds(school: School) -> list[tuple[str, str]]:
    return [(one.draft.kind.value, one.state.value) for one in outbox_search.search(school.db, Query())]


def test_work_put_off_while_its_message_waited_is_not_told_and_comes_back_after_the_rest(school: School, smtp):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    snooze(school.db, task.id, school.person("Cô Lan").id, date(2023, 10, 22), LAN)
    school.tick(RETRY)
    assert (smtp.letters, kinds(school)) == ([], [("routine", "cancelled")])
    assert ReminderState.PLANNED in {row.state for row in school.rows() if row.planned.stage == "D-7"}
    school.tick(at(2023, 10, 23))
    assert len(smtp.letters) == 1


def test_of_two_tasks_the_resting_one_is_left_out_and_the_message_says_less(school: School, smtp):
    resting = school.publish("Việc chờ Sở", due=date(2023, 10, 27), owner="Cô Lan")
    school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
    school.tick(NOW)
    wait_for(school.db, resting.id, Awaited("Sở trả lời"), LAN, school.desk.working_days)
    (told,) = school.tick(RETRY)
    text = smtp.letters[0].parsed.get_body(("plain",)).get_content()
    assert [row.planned.task_id == resting.id for row in told.reminders] == [False]
    assert "Nộp báo cáo" in text
    assert "Việc chờ Sở" not in text


@pytest.mark.parametrize(("due", "beside"), [(date(2023, 10, 23), [("late_born", "sent")]), (date(2023, 10, 27), [])])
def test_a_message_that_still_waits_counts_as_the_one_of_its_day(school: School, due: date, beside: list):
    for title in ("Nộp báo cáo", "Hội thi", "Kiểm tra"):
        school.publish(title, due=due, owner="Cô Lan")
        school.tick(NOW)
    assert sorted(kinds(school)) == [*beside, ("routine", "waiting")]
    assert Reason.HELD_ONE_A_DAY in {row.reason for row in school.rows()}
