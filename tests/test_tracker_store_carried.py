"""What messages carried when their channel was asked, and what is taken over of the time before that was kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at, preview_desk, running_school
from tests.fakes.wild import Wild
from tracker.store import carried
from tracker.store.database import open_database

OCTOBER_27, TOLD = date(2023, 10, 27), at(2023, 10, 20)


@pytest.fixture
def school(tmp_path: Path, wild: Wild):
    desk = preview_desk()
    with running_school(tmp_path, replace(desk, channels=(wild, *desk.channels))) as made:
        made.reach("Cô Lan", "wild:lan")
        yield made


def heard(school: School) -> list[tuple[str, str, int]]:
    """Who heard which stage of which version, of work in question."""
    found = carried.of_school(school.db, school.id)
    return [(task_id, one.stage, one.due_version) for (task_id, _), every in found.items() for one in every]


@pytest.mark.parametrize(
    ("ends", "stages"),
    [(OutcomeKind.SENT, ["D-7"]), (OutcomeKind.UNKNOWN, ["D-7"]), (OutcomeKind.RETRY_AFTER, [])],
)
def test_what_may_have_arrived_was_heard(school: School, wild: Wild, ends, stages):
    task = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    wild.ends = ends
    school.tick(TOLD)
    school.postpone(task, date(2023, 11, 10))
    assert [stage for _, stage, _ in heard(school)] == stages


def test_work_nothing_happened_to_is_not_in_question(school: School):
    school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.tick(TOLD)
    assert heard(school) == []


def test_of_messages_sent_before_what_they_carried_was_kept_only_what_holds_is_taken_over(school: School, tmp_path):
    kept = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    moved = school.publish("Kiểm tra phòng học", due=OCTOBER_27, owner="Cô Lan")
    school.tick(TOLD)
    school.postpone(moved, date(2023, 11, 10))
    for statement in (
        "DROP TABLE carried",
        "DELETE FROM reminders WHERE stage LIKE 'C-%'",
        "DELETE FROM _sqlite_migrations WHERE name = 'm801_changes_are_told'",
    ):
        school.db.execute(statement)
    school.db.conn.commit()
    with open_database(tmp_path) as db:
        rows = db.query("SELECT r.task_id, c.reason FROM carried c JOIN reminders r ON r.id = c.reminder_id")
        assert [(row["task_id"], row["reason"]) for row in rows] == [(kept.id, "FIRST_NOTICE")]
