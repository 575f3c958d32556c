"""The terminal from outside: what `import`, `tasks`, `feed`, `remind`, `law` and `doctor` keep and print."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.fakes.terminal import PLAN, Terminal
from tracker.store import people, tasks
from tracker.store.database import open_database, transaction
from tracker.store.records import Part


@pytest.fixture
def run(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def test_a_list_of_imports_has_an_entry_for_every_file(run: Terminal) -> None:
    result = run("import", run.folder / "khong-co.docx", run.plan, "--json")
    refused, kept = json.loads(result.stdout)
    assert (result.exit_code, refused["plan"]["source"], refused["status"]) == (1, "khong-co.docx", None)
    assert refused["findings"][0]["message"] in result.stderr
    assert (kept["status"], kept["new"], set(refused) <= set(kept)) == ("draft", 2, True)


def test_import_then_publish_then_again(run: Terminal) -> None:
    draft = run.json("import", run.plan)
    assert (draft["status"], draft["new"]) == ("draft", 2)
    published = run.json("import", run.plan, "--publish")
    assert (published["status"], published["same"], published["new"]) == ("published", 2, 0)
    run.plan.write_text(PLAN.replace("29/9/2023", "6/10/2023"), encoding="utf-8")
    moved = run.json("import", run.plan, "--publish")
    assert {key: moved[key] for key in ("new", "moved", "gone", "same")} == {"new": 0, "moved": 1, "gone": 0, "same": 1}


def test_tasks_and_overdue_say_how_late(run: Terminal) -> None:
    run.json("import", run.plan, "--publish")
    listed = run.json("tasks", "--on", "2023-10-09")
    assert [task["state"] for task in listed] == ["open", "open"]
    late = run.json("overdue", "--on", "2023-10-09")
    assert [(task["id"], task["days_late"]) for task in late] == [(listed[0]["id"], 10)]
    assert run.json("overdue", "--on", "2023-09-29") == []


def test_tasks_name_who_has_them_now(run: Terminal) -> None:
    run.json("import", run.plan, "--publish")
    with open_database(run.folder / "data") as db, transaction(db):
        first = tasks.of_all(db)[0]
        people.assign(db, first.id, [(people.ensure(db, 1, "Cô Phạm Thị Hoa").id, Part.LEAD)])
    line = next(one for one in run("tasks").stdout.splitlines() if one.startswith(first.id))
    assert line.endswith("– Cô Phạm Thị Hoa")
    for verb in ("tasks", "overdue"):
        told = run.json(verb, "--on", "2023-10-09")[0]
        assert (told["owners"], told["named_in_plan"]["owners"]) == (["Cô Phạm Thị Hoa"], ["Phó Hiệu trưởng"])


def test_a_draft_is_never_overdue_in_a_feed_or_in_a_reminder(run: Terminal) -> None:
    run.json("import", run.plan)
    assert run.json("overdue", "--on", "2024-01-01") == []
    assert b"BEGIN:VEVENT" not in run("feed").stdout_bytes
    assert run.json("remind", "--at", "2023-10-02T07:00+07:00") == []


def test_feed_writes_a_calendar(run: Terminal) -> None:
    run.json("import", run.plan, "--publish")
    target = run.folder / "lich.ics"
    assert run("feed", "-o", target).exit_code == 0
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 2


def test_remind_tells_what_it_sends_and_sends_it_once(run: Terminal) -> None:
    run.json("import", run.plan, "--publish")
    at = "2023-09-26T07:00+07:00"
    rehearsal = run.json("remind", "--at", at, "--dry-run")
    first = run.json("remind", "--at", at)
    assert [message["subject"] for message in rehearsal] == [message["subject"] for message in first]
    assert {"at", "to", "channel", "stage", "reason", "tasks", "subject", "text", "outcome"} <= set(first[0])
    assert run.json("remind", "--at", at) == []


def test_replay_tells_a_period_without_changing_anything(run: Terminal) -> None:
    run.json("import", run.plan, "--publish")
    told = run.json("replay", "--from", "2023-09-18", "--to", "2024-06-30")
    assert {"at", "to", "channel", "stage", "reason", "tasks", "subject", "text"} <= set(told[0])
    assert told == run.json("replay", "--from", "2023-09-18", "--to", "2024-06-30")


def test_law_lists_what_a_year_asks(run: Terminal) -> None:
    asked = run.json("law", "--school-year", "2026-2027", "--level", "mam_non")
    assert all(task["origin"] == "law" and task["citation"] and task["steps"] for task in asked)
    assert date(2027, 6, 30).isoformat() in {task["due"] for task in asked}


def test_doctor_names_what_is_missing_and_how_to_mend_it(run: Terminal) -> None:
    checks = run.json("doctor")
    assert {check["verdict"] for check in checks} <= {"good", "optional"}
    assert all(check["mend"] for check in checks if check["verdict"] == "optional")
