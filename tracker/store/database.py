"""Opening the database, one transaction at a time, and its troubles told in words people can act on."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from tracker.refusal import Refusal
from tracker.store.succession_migrations import migrations

__all__ = [
    "SQLITE_VERSION",
    "Database",
    "StoreTroubleError",
    "connect",
    "data_version",
    "explained",
    "open_database",
    "transaction",
]

FILE_NAME = "tracker.db"
SQLITE_VERSION = sqlite3.sqlite_version
BUSY_SECONDS = 10.0
RETRY_SECONDS = 0.02


class StoreTroubleError(Refusal):
    """The database cannot be used now; the message says where, why and what to do."""


def _sentence(path: Path, error: sqlite3.Error | OSError) -> str:
    """Return what happened to the file at `path` and what to do, in Vietnamese."""
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return (
            f"{path}: cơ sở dữ liệu đang bị một chương trình khác giữ. Hãy đóng chương trình đó hoặc đợi rồi thử lại."
        )
    # On a folder it may not write to, SQLite only says that it cannot open the file.
    shut = "unable to open" in text and path.parent.is_dir() and not os.access(path.parent, os.W_OK)
    if shut or "readonly" in text or "read-only" in text or "permission" in text:
        return f"{path}: không có quyền ghi. Hãy cấp quyền ghi cho thư mục dữ liệu hoặc chọn thư mục khác bằng --data."
    if "full" in text or "no space" in text:
        return f"{path}: ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi thử lại; chưa có gì bị lưu dở."
    if "not a database" in text or "malformed" in text:
        return f"{path}: tệp không phải cơ sở dữ liệu của Đúng Hạn hoặc đã hỏng. Hãy khôi phục bản sao lưu gần nhất."
    if isinstance(error, OSError):
        return f"{path}: máy không cho tạo hay mở tệp ở đó. Hãy chọn thư mục khác bằng --data."
    return f"{path}: không mở được cơ sở dữ liệu ({error}). Hãy chạy “tracker doctor” để kiểm tra."


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite or the disk says into a `StoreTroubleError` with a sentence for people."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreTroubleError(_sentence(path, error)) from error


@contextmanager
def open_database(folder: Path) -> Iterator[Database]:
    """Open (and bring up to date) the database in the data folder; close it at the end.

    Raises StoreTroubleError when it is locked, read-only, damaged or the disk is full.
    """
    path = folder / FILE_NAME
    with explained(path):
        folder.mkdir(parents=True, exist_ok=True)
        db = connect(path)
        try:
            _bring_up_to_date(db)
            yield db
        finally:
            db.close()


@contextmanager
def open_to_read(folder: Path) -> Iterator[Database]:
    """Open the database for a command that only looks: where there is none yet it finds nothing and makes nothing.

    Raises StoreTroubleError as `open_database` does.
    """
    if (folder / FILE_NAME).exists():
        with open_database(folder) as db:
            yield db
        return
    empty = Database(memory=True)
    try:
        migrations.apply(empty)
        yield empty
    finally:
        empty.close()


def address_of(path: Path, *, new: bool) -> str:
    """Return the URI by which SQLite opens a file, making an empty database where there is none only when `new`."""
    return f"{path.absolute().as_uri()}?mode={'rwc' if new else 'rw'}"


def connect(path: Path, *, new: bool = True) -> Database:
    """Return a connection with foreign keys, WAL and a patient lock; one per thread. A new file is its owner's only."""
    if new:
        # SQLite gives -wal and -shm the same rights; O_EXCL, for closing a file in use would drop its locks
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_RDONLY | os.O_CREAT | os.O_EXCL, 0o600))
    connection = sqlite3.connect(address_of(path, new=new), timeout=BUSY_SECONDS, uri=True)
    connection.execute("PRAGMA foreign_keys = ON")
    _write_ahead(connection)
    return Database(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn WAL on, patiently: the change of mode is the one lock SQLite gives up on at once, whatever its timeout."""
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                connection.close()
                raise
            time.sleep(RETRY_SECONDS)
        else:
            return


def _bring_up_to_date(db: Database) -> None:
    """Run the migrations that are missing; of two processes at once one does, the other waits and finds them done."""
    if migrations.pending(db):
        with transaction(db):
            migrations.apply(db)


def data_version(db: Database) -> int:
    """Return a number that changes with every commit of another connection (SQLite, PRAGMA data_version)."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Take the write lock at once, commit at the end, roll everything back on any error.

    A deferred BEGIN that reads first fails at once in WAL when another writer was quicker; this waits.
    Inside a running transaction it simply joins it.
    """
    if db.conn.in_transaction:
        yield
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.conn.rollback()
        raise
    db.conn.commit()
