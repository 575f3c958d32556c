"""`tracker import` and the review: one rule for publishing; what is passed over is told with its reason."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from schedules.calendar import load_calendar
from tests.conftest import NOW, due_on
from tests.test_tracker_web_review import CONTEST, PLAN
from tracker.cli import tracker
from tracker.review import deciding, desk
from tracker.store import history
from tracker.store.database import open_database
from tracker.store.history import Actor

IMPOSSIBLE = PLAN.replace("28/10/2023", "31/9/2023")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def imports(folder: Path, text: str, *words: str) -> Result:
    plan = folder.parent / "ke-hoach.txt"
    plan.write_text(text, encoding="utf-8")
    return CliRunner().invoke(tracker, ["--data", str(folder), "import", str(plan), *words], env={"TRACKER_DATA": None})


def test_what_the_pages_would_not_publish_the_terminal_keeps_as_a_draft(folder: Path) -> None:
    result = imports(folder, IMPOSSIBLE, "--publish", "--json")
    assert (result.exit_code, json.loads(result.stdout)["status"]) == (1, "draft")
    assert "chưa phát hành, còn 1 điểm phải sửa" in result.stderr
    assert "31/9" in result.stderr
    with open_database(folder) as db:
        assert not desk.open_review(db, 1, load_calendar()).publishable


def test_the_terminal_publishes_what_it_is_told_to_pass_over_and_keeps_the_reason(folder: Path) -> None:
    result = imports(folder, IMPOSSIBLE, "--publish", "--waive", "đã hỏi Phòng")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "đã phát hành" in result.stdout
    with open_database(folder) as db:
        told = [entry.now for entry in history.of_subject(db, "plan", "1")]
    assert any(str(now).startswith("bỏ qua vì đã hỏi Phòng: ") for now in told)
    assert imports(folder, PLAN, "--waive", "x").exit_code == 2


def test_a_draft_and_a_sound_plan_are_not_warned_about(folder: Path) -> None:
    assert imports(folder, IMPOSSIBLE).stderr == ""
    assert imports(folder, PLAN, "--publish").stderr == ""


def test_the_terminal_tells_which_decision_a_new_copy_ended(folder: Path) -> None:
    imports(folder, PLAN)
    with open_database(folder) as db:
        calendar = load_calendar()
        contest = next(one.id for one in desk.open_review(db, 1, calendar).draft.live if one.task.title == CONTEST)
        due = due_on(date(2023, 11, 24))
        desk.decide(db, 1, lambda review: deciding.redate(review.draft, contest, due), Actor("Cô Lan", NOW), calendar)
    assert "Không còn áp dụng" not in imports(folder, PLAN).stdout
    told = imports(folder, PLAN.replace("28/10", "27/10")).stdout
    assert f"! Không còn áp dụng quyết định tay: “{CONTEST}”: đổi hạn thành chậm nhất thứ Sáu 24/11/2023" in told
