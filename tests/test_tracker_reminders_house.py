"""The policy of the settings holds wherever a task changes, and below what a school says itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes.reminding import KNOWN, WORKING_DAYS, School, running_school
from tracker.reminders.actions import change_policy
from tracker.reminders.house import house_policy, keep_house_policy, plan_all
from tracker.reminders.planning import replan
from tracker.reminders.policy import Policy
from tracker.store import history
from tracker.store.history import Actor
from tracker.store.ledger import ReminderState
from tracker.store.policies import Layer, Scope


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
