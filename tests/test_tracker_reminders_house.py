"""The policy of the settings holds wherever a task changes, and below what a school says itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from notifiers import Message, Outcome, OutcomeKind
from tests.fakes.reminding import KNOWN, WORKING_DAYS, School, at, running_school
from tracker.reminders.actions import change_policy
from tracker.reminders.house import house_policy, keep_house_policy, plan_all
from tracker.reminders.planning import replan
from tracker.reminders.policy import Policy
from tracker.store import history, schools
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.ledger import ReminderState
from tracker.store.letters import MessageState
from tracker.store.policies import Layer, Scope


class Busy:
    """A channel whose provider asks to be tried again."""

    name = "busy"

    def accepts(self, address: str) -> bool:
        return address.startswith("busy:")

    def send(self, message: Message, now: datetime) -> Outcome:
        return Outcome(OutcomeKind.RETRY_AFTER, "máy chủ bận")


def with_other_school(school: School) -> None:
    """Add a school whose hours are the usual ones."""
    with transaction(school.db):
        schools.ensure(school.db, "Trường khác")


@pytest.fixture
def school(tmp_path):
    with running_school(tmp_path) as school:
        school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
        yield school


def stages_ahead(school: School) -> set[str]:
    """Return the stages before the deadline that are to come."""
    ahead = (row.planned.stage for row in school.rows() if row.state is ReminderState.PLANNED)
    return {stage for stage in ahead if stage.startswith("D-")}


def under(school: School, policy: Policy) -> None:
    school.desk = replace(school.desk, policy=policy)
    plan_all(school.db, school.desk)


def test_a_change_made_elsewhere_plans_by_the_house_too(school: School):
    under(school, Policy(days_before=(5, 0)))
    replan(school.db, school.id, WORKING_DAYS)
    assert stages_ahead(school) == {"D-5", "D-0"}


def test_what_the_school_says_goes_before_the_house(school: School):
    change_policy(school.db, Layer(Scope.SCHOOL, str(school.id), {"days_before": [2]}), Actor("Cô Lan", KNOWN))
    under(school, Policy(days_before=(5, 0)))
    assert stages_ahead(school) == {"D-2"}


def test_settings_taken_back_leave_the_usual_policy(school: School):
    under(school, Policy(days_before=(5, 0)))
    under(school, Policy())
    assert house_policy(school.db) == Policy()
    assert stages_ahead(school) == {"D-7", "D-3", "D-1", "D-0"}


def test_only_news_is_kept_and_the_history_names_the_file(school: School):
    school.desk = replace(school.desk, policy=Policy(overdue_most=2))
    assert [keep_house_policy(school.db, school.desk) for _ in range(2)] == [True, False]
    assert [one.who for one in history.of_subject(school.db, "house", "")] == ["settings.toml"]


def test_each_school_keeps_its_own_hours(school: School):
    layer = Layer(Scope.SCHOOL, str(school.id), {"send_at": "06:00", "quiet_from": "17:00"})
    change_policy(school.db, layer, Actor("Cô Lan", KNOWN))
    school.replan()
    assert not school.tick(at(2023, 10, 20, "05:59"))
    assert not school.tick(at(2023, 10, 20, "17:00"))
    assert [one.to for one in school.tick(at(2023, 10, 20, "06:00"))] == ["Cô Lan"]


def test_a_message_tried_again_in_the_quiet_hours_of_its_school_waits(school: School):
    school.desk = replace(school.desk, channels=(Busy(), *school.desk.channels))
    school.reach("Cô Lan", "busy:lan")
    school.tick(at(2023, 10, 20, "16:59"))
    change_policy(school.db, Layer(Scope.SCHOOL, str(school.id), {"quiet_from": "17:00"}), Actor("Cô Lan", KNOWN))
    with_other_school(school)
    (told,) = school.tick(at(2023, 10, 20, "17:30"))
    assert (told.message.state, told.message.outcome) == (MessageState.WAITING, "HELD_QUIET_HOURS")
    assert told.message.not_before == at(2023, 10, 23)
    assert told.message.attempts == 1
