"""The database tells its troubles in words, keeps its history, and never stores half of anything."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tracker.store import database, history
from tracker.store.database import Database, StoreTroubleError, explained, open_database, transaction
from tracker.store.history import Actor, Change

ROOT = Path(__file__).resolve().parents[1]


def test_opening_twice_keeps_what_is_there(tmp_path: Path, actor: Actor) -> None:
    for _ in range(2):
        with open_database(tmp_path) as db:
            history.append(db, actor, Change("plan", "1", "imported"))
    with open_database(tmp_path) as db:
        assert [entry.what for entry in history.of_subject(db, "plan", "1")] == ["imported", "imported"]


OPENER = """
import sys
from pathlib import Path
from tracker.store.database import open_database
sys.stdin.readline()
for number in range(10):
    with open_database(Path(sys.argv[1]) / str(number)) as db:
        db.execute("SELECT count(*) FROM tasks").fetchone()
"""


def test_processes_that_open_new_data_folders_at_the_same_moment_wait_for_each_other(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPENER, str(tmp_path)]
    openers = [subprocess.Popen(command, stdin=subprocess.PIPE, cwd=ROOT, text=True) for _ in range(3)]
    for opener in openers:
        opener.stdin.write("now\n")
        opener.stdin.flush()
    assert [opener.communicate(timeout=60) and opener.returncode for opener in openers] == [0, 0, 0]


def test_a_database_that_stays_locked_is_given_up_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(tmp_path / "tracker.db", isolation_level=None)) as other:
        other.execute("CREATE TABLE held (id)")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreTroubleError, match="đang bị một chương trình khác giữ"), open_database(tmp_path):
            pass


def test_history_can_be_neither_changed_nor_deleted(db: Database, actor: Actor) -> None:
    history.append(db, actor, Change("task", "viec-1", "state", "open", "done"))
    for statement in ("UPDATE history SET who = 'x'", "DELETE FROM history"):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(statement)
    assert history.of_subject(db, "task", "viec-1")[0].who == "Cô Lan"


def test_an_error_rolls_the_whole_transaction_back(db: Database, actor: Actor) -> None:
    with pytest.raises(RuntimeError), transaction(db), transaction(db):
        history.append(db, actor, Change("task", "viec-1", "read"))
        raise RuntimeError
    assert history.of_subject(db, "task", "viec-1") == ()


def test_a_locked_database_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with open_database(tmp_path) as first, transaction(first):
        with pytest.raises(StoreTroubleError, match="đang bị một chương trình khác giữ"):
            with explained(tmp_path), open_database(tmp_path) as second, transaction(second):
                pass


def test_a_file_that_is_no_database_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "tracker.db").write_bytes(b"khong phai sqlite" * 100)
    with pytest.raises(StoreTroubleError, match="không phải cơ sở dữ liệu"), open_database(tmp_path):
        pass


def test_a_folder_that_is_a_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(StoreTroubleError), open_database(tmp_path / "data"):
        pass


def test_a_full_disk_is_told_and_nothing_is_half_stored(tmp_path: Path, actor: Actor) -> None:
    with open_database(tmp_path) as db:
        db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 2}")
        with pytest.raises(StoreTroubleError, match="ổ đĩa đã đầy"), explained(tmp_path), transaction(db):
            for number in range(1000):
                history.append(db, actor, Change("plan", str(number), "imported", "x" * 1000))
        assert history.of_subject(db, "plan", "0") == ()


def test_a_folder_that_may_not_be_written_to_is_said_so(tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)  # root may write anywhere
    with pytest.raises(StoreTroubleError, match="không có quyền ghi"), explained(tmp_path / "tracker.db"):
        raise sqlite3.OperationalError("unable to open database file")


def test_a_file_that_cannot_be_opened_elsewise_points_to_the_doctor(tmp_path):
    with pytest.raises(StoreTroubleError, match="tracker doctor"), explained(tmp_path / "tracker.db"):
        raise sqlite3.OperationalError("unable to open database file")


def rights(path: Path) -> int:
    """Return who may do what with a file, as three octal figures."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise there")
def test_a_new_database_is_its_owners_only_and_so_is_what_stands_beside_it(tmp_path: Path, actor: Actor) -> None:
    with open_database(tmp_path) as db:
        history.append(db, actor, Change("plan", "1", "imported"))
        assert {path.name: rights(path) for path in tmp_path.iterdir()} == dict.fromkeys(
            ("tracker.db", "tracker.db-wal", "tracker.db-shm"), 0o600
        )


@pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise there")
def test_rights_given_to_a_database_stay(tmp_path: Path) -> None:
    with open_database(tmp_path):
        (tmp_path / "tracker.db").chmod(0o640)
    with open_database(tmp_path):
        assert rights(tmp_path / "tracker.db") == 0o640
