"""`tracker remind` and `tracker replay` from outside: the JSON of the contract, dry runs, refusals."""

from __future__ import annotations

import json
from datetime import date

import pytest
from click.testing import CliRunner

from tests.fakes.reminding import at, running_school
from tracker.cli import tracker
from tracker.store import outbox_search, people
from tracker.store.outbox_search import Query
from tracker.store.records import TaskState

KEYS = {"at", "to", "channel", "stage", "reason", "tasks", "subject", "text"}


@pytest.fixture
def school(tmp_path):
    with running_school(tmp_path) as made:
        made.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan", published=at(2026, 1, 5))
        yield made


def run(folder, *arguments):
    return CliRunner().invoke(tracker, ["--data", str(folder), *arguments])


def test_remind_prints_the_messages_of_the_contract(school, tmp_path):
    (told,) = json.loads(run(tmp_path, "remind", "--at", "2023-10-24T07:00+07:00", "--json").stdout)
    assert set(told) >= KEYS | {"outcome"}
    expected = {"at": "2023-10-24T07:00:00+07:00", "to": "Cô Lan", "channel": "preview", "stage": "D-3"}
    assert {key: told[key] for key in expected} == expected
    assert (told["outcome"], told["tasks"]) == ("sent", ["viec-000001"])


def test_a_dry_run_prints_the_same_and_keeps_nothing(school, tmp_path):
    before = school.rows()
    (told,) = json.loads(run(tmp_path, "remind", "--at", "2023-10-24T07:00+07:00", "--dry-run", "--json").stdout)
    assert (told["stage"], told["outcome"]) == ("D-3", "dry_run")
    assert (school.rows(), outbox_search.search(school.db, Query())) == (before, ())


def test_replay_prints_every_message_of_a_period_and_changes_nothing(school, tmp_path):
    before = school.rows()
    told = json.loads(run(tmp_path, "replay", "--from", "2023-10-01", "--to", "2023-10-31", "--json").stdout)
    assert [(one["at"][:10], one["stage"]) for one in told if one["to"] == "Cô Lan"] == [
        ("2023-10-20", "D-7"),
        ("2023-10-24", "D-3"),
        ("2023-10-26", "D-1"),
        ("2023-10-27", "D-0"),
        ("2023-10-30", "overdue"),
    ]
    assert all(set(one) >= KEYS for one in told)
    assert (school.rows(), outbox_search.search(school.db, Query())) == (before, ())


def test_a_part_of_a_period_replays_as_in_the_whole(school, tmp_path):
    whole = json.loads(run(tmp_path, "replay", "--from", "2023-09-01", "--to", "2023-10-31", "--json").stdout)
    part = json.loads(run(tmp_path, "replay", "--from", "2023-10-23", "--to", "2023-10-31", "--json").stdout)
    assert part == [one for one in whole if one["at"] >= "2023-10-23"]
    assert part


def test_replay_ends_with_the_work(school, tmp_path):
    school.move(school.publish("Việc xong sớm", due=date(2023, 10, 27), owner="Cô Lan"), TaskState.DONE)
    told = json.loads(run(tmp_path, "replay", "--from", "2023-10-01", "--to", "2023-10-31", "--json").stdout)
    assert {task for one in told for task in one["tasks"]} == {"viec-000001"}


def test_what_waits_is_said_on_stderr(school, tmp_path):
    result = run(tmp_path, "remind", "--at", "2023-10-21T09:00+07:00", "--json")
    assert json.loads(result.stdout) == []
    assert "Giữ lại 1 việc của Cô Lan đến 07:00 thứ Hai 23/10/2023: chưa gửi vì đang là ngày nghỉ" in result.stderr


def test_remind_without_json_tells_people_what_went_and_why(school, tmp_path):
    result = run(tmp_path, "remind", "--at", "2023-10-24T07:00+07:00")
    assert "07:00 thứ Ba 24/10/2023 → Cô Lan (preview)" in result.stdout
    assert "  Vì sao: " in result.stdout
    assert "lần nhắc đầu tiên" in result.stdout


def test_a_channel_only_people_can_mend_is_told_once_with_where_to_mend_it(school, tmp_path):
    school.publish("Lập dự toán", due=date(2023, 10, 27), owner="Cô Mai", published=at(2026, 1, 5))
    for name in ("Cô Lan", "Cô Mai"):
        people.set_addresses(school.db, people.find(school.db, name)[0].id, [f"mailto:{name[-3:].lower()}@truong.vn"])
    rehearsed = run(tmp_path, "remind", "--at", "2023-10-24T07:00+07:00", "--dry-run")
    result = run(tmp_path, "remind", "--at", "2023-10-24T07:00+07:00", "--json")
    assert [one["outcome"] for one in json.loads(result.stdout)] == ["permanent_configuration"] * 2
    assert (result.exit_code, result.stderr.count("2 tin chưa gửi được qua kênh email: ")) == (0, 1)
    assert result.stderr.count(f"Hãy sửa thiết lập kênh ở {tmp_path / 'settings.toml'}") == 1
    assert "chưa gửi được" not in rehearsed.stderr


@pytest.mark.parametrize("wrong", ["hôm qua", "2023-13-01"])
def test_a_wrong_instant_is_wrong_usage(tmp_path, wrong):
    assert run(tmp_path, "remind", "--at", wrong).exit_code == 2


def test_a_period_that_ends_before_it_begins_is_wrong_usage(tmp_path):
    assert run(tmp_path, "replay", "--from", "2024-01-02", "--to", "2024-01-01").exit_code == 2


def test_a_broken_database_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "tracker.db").write_text("không phải cơ sở dữ liệu" * 100, encoding="utf-8")
    result = run(tmp_path, "remind")
    assert result.exit_code == 1
    assert "khôi phục bản sao lưu" in result.stderr
