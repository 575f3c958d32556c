"""A replay plays a copy: of days that are over, what was sent and received since neither stops it nor changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.fakes.reminding import at
from tracker.cli import tracker
from tracker.store.database import open_database

SAMPLE = Path(__file__).resolve().parents[1] / "tracker" / "sample" / "ke-hoach-mau.md"
YEAR = ("replay", "--from", "2026-09-01", "--to", "2027-06-30", "--json")


def run(folder: Path, *words: str) -> str:
    result = CliRunner().invoke(tracker, ["--data", str(folder), *words])
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("tracker.reminders.setting_up.current_instant", lambda: at(2027, 7, 1))
    run(tmp_path, "import", str(SAMPLE), "--publish")
    return tmp_path


def messages(folder: Path) -> list[tuple]:
    with open_database(folder) as db:
        return list(db.execute("SELECT id, key, state FROM messages ORDER BY id"))


def plain(printed: str) -> list[dict]:
    return json.loads(printed)


def test_a_year_is_replayed_the_same_after_messages_went_out(folder):
    before = plain(run(folder, *YEAR))
    sent = [run(folder, "remind", "--at", f"2026-10-{day:02}T07:00+07:00", "--json") for day in (5, 12, 19, 26)]
    assert [one for printed in sent for one in json.loads(printed)]
    kept = messages(folder)
    assert plain(run(folder, *YEAR)) == before
    assert messages(folder) == kept


def test_days_before_the_oldest_plan_have_no_messages_and_change_no_other_day(folder):
    assert plain(run(folder, "replay", "--from", "1945-01-01", "--to", "2000-01-01", "--json")) == []
    longer = run(folder, "replay", "--from", "1945-01-01", *YEAR[3:])
    assert plain(longer) == plain(run(folder, *YEAR))


def test_receipts_of_a_provider_do_not_stop_a_replay(folder):
    run(folder, "remind", "--at", "2026-10-05T07:00+07:00")
    with open_database(folder) as db:
        (first, *_), *_ = messages(folder)
        db.execute("UPDATE messages SET provider_id = 'zalo-1' WHERE id = ?", [first])
        db.execute(
            "INSERT INTO receipts (identity, message_id, event, at) VALUES ('1', ?, 'seen', ?)",
            [first, at(2026, 10, 5).isoformat()],
        )
    assert plain(run(folder, *YEAR))
