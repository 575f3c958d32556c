"""What is said back about one time of recurring work names its day: two times of one title are never confused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.plan import Recurrence
from tests.fakes.reminding import School, at, running_school
from tracker.answers.talking import Talk, converse
from tracker.store import answers, tasks
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.records import TaskState
from tracker.web.site import national_calendar

NOW = at(2023, 10, 18, "10:00")
DAYS = (date(2023, 10, 9), date(2023, 10, 16))


@pytest.fixture
def school(tmp_path):
    with running_school(tmp_path) as made:
        for day in DAYS:
            made.publish("Họp giao ban", due=day, owner="Cô Lan")
        yield made


def recurring(school: School) -> None:
    with transaction(school.db):
        for one in tasks.of_school(school.db, school.id):
            due = replace(one.task.due, recurrence=Recurrence.WEEKLY)
            tasks.change(school.db, one.id, replace(one.task, due=due), Actor("thử", at(2023, 9, 5)))


def says(school: School, text: str) -> str:
    with transaction(school.db):
        ordered = sorted(tasks.of_school(school.db, school.id), key=lambda one: one.task.due.day)
        answers.number(school.db, school.person("Cô Lan").id, [one.id for one in ordered], NOW)
    return converse(Talk(school.db, school.person("Cô Lan"), NOW, national_calendar()), text)


def test_what_is_noted_names_the_day_and_ends_that_time_alone(school: School):
    recurring(school)
    assert "“Họp giao ban” (16/10/2023) đã xong" in says(school, "xong 2")
    states = {one.task.due.day: one.state for one in tasks.of_school(school.db, school.id)}
    assert states == {DAYS[0]: TaskState.OPEN, DAYS[1]: TaskState.DONE}


def test_what_is_asked_back_names_the_days(school: School):
    recurring(school)
    assert "1. Họp giao ban (9/10/2023)\n2. Họp giao ban (16/10/2023)" in says(school, "xong")
    assert "“Họp giao ban” (9/10/2023) đến thứ Sáu 27/10/2023" in says(school, "xin 1 đến 27/10 vì chờ Phòng")


def test_work_that_is_done_once_is_named_as_before(school: School):
    assert "1. Họp giao ban\n2. Họp giao ban" in says(school, "xong")
    assert "việc “Họp giao ban” đã xong" in says(school, "xong 1")
