"""The database tells its troubles in words, keeps its history, and never stores half of anything."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tracker.store import database, history
from tracker.store.database import Database, StoreTroubleError, explained, open_database, transaction
from tracker.store.history import Actor, Change


def test_opening_twice_keeps_what_is_there(tmp_path: Path, actor: Actor) -> None:
    for _ in range(2):
        with open_database(tmp_path) as db:
            history.append(db, actor, Change("plan", "1", "imported"))
    with open_database(tmp_path) as db:
        assert [entry.what for entry in history.of_subject(db, "plan", "1")] == ["imported", "imported"]


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
