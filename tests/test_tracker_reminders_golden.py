"""A real plan's school year, replayed to its last deadline: the promises made to people, and a golden file.

After a change of the reading or of the policy that is meant, write the golden file again with
`python tests/test_tracker_reminders_golden.py` and read the difference.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from schedules.calendar import WorkingDays
from tracker.cli import tracker
from tracker.reminders.policy import Policy, hold
from tracker.store import tasks
from tracker.store.database import open_database
from tracker.store.records import StoredTask

SEED = Path(__file__).resolve().parents[2] / "shared" / "seeds" / "004_019987befb6b3f7d.txt"
GOLDEN = Path(__file__).with_name("examples") / "replay-004.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the real plans are not here")


def play(folder: Path) -> tuple[list[dict], dict[str, StoredTask]]:
    """Import the plan into a folder and replay its year."""
    run = CliRunner().invoke
    assert run(tracker, ["--data", str(folder), "import", str(SEED), "--publish"]).exit_code == 0
    result = run(tracker, ["--data", str(folder), "replay", "--from", "2023-08-01", "--to", "2024-10-31", "--json"])
    with open_database(folder) as db:
        return json.loads(result.stdout), {task.id: task for task in tasks.of_all(db)}


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    return play(tmp_path_factory.mktemp("year"))


def lines(messages: list[dict], known: dict[str, StoredTask]) -> str:
    """Return one line a message and one a task in it, without the plan's own words."""
    told = []
    for one in messages:
        told.append(f"{one['at']} {one['to']} {one['channel']} {one['kind']} {one['stage']} {one['reason']}")
        told += [f"    {item['stage']} {item['reason']} {known[item['task']].task.due.day}" for item in one["items"]]
    return "\n".join(told) + "\n"


def test_no_message_goes_on_a_day_off_or_in_quiet_hours(year):
    held = [one["at"] for one in year[0] if hold(datetime.fromisoformat(one["at"]), Policy(), WorkingDays())]
    assert year[0]
    assert held == []


def test_nobody_gets_two_routine_messages_a_day(year):
    daily = Counter((one["to"], one["at"][:10]) for one in year[0] if one["kind"] in {"routine", "summary"})
    assert set(daily.values()) == {1}


def test_every_dated_task_known_in_time_is_reminded_at_least_twice_before_its_last_day(year):
    messages, known = year
    told = Counter()
    for one in messages:
        for task in one["tasks"]:
            remind_by = known[task].task.due.remind_by
            told[task] += remind_by is not None and one["at"][:10] <= remind_by.isoformat()
    dated = [task for task in known.values() if task.task.due.remind_by and task.task.due.remind_by > date(2023, 9, 18)]
    assert dated
    assert {task.task.title: told[task.id] for task in dated if told[task.id] < 2} == {}


def test_the_tasks_due_within_the_week_of_signing_are_told_on_the_day_of_signing(year):
    messages, known = year
    first = {task for one in messages if one["at"].startswith("2023-09-18") for task in one["tasks"]}
    near = {task.id for task in known.values() if task.task.due.day == date(2023, 9, 25)}
    assert near
    assert near <= first


def test_the_year_is_the_golden_one(year):
    assert lines(*year) == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        GOLDEN.write_text(lines(*play(Path(folder))), encoding="utf-8")
