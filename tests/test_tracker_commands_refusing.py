"""The terminal from outside: what is refused, in which words, with which exit code, and that nothing is left of it."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.fakes.terminal import Terminal
from tracker.cli import tracker
from tracker.store.database import open_database


@pytest.fixture
def run(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.mark.parametrize(
    "words", [["read"], ["when"], ["tasks", "--on", "hôm nay"], ["when", "x", "--school-year", "2023-2025"]]
)
def test_wrong_usage_exits_with_two(run: Terminal, words: list[str]) -> None:
    assert run(*words).exit_code == 2


def bad_files(folder: Path) -> dict[str, bytes]:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 80_000_000)
        archive.writestr("[Content_Types].xml", b"<Types/>")
    return {"trong.txt": b"", "anh.docx": b"\xff\xd8\xff\xe0" + b"0" * 100, "bom.docx": bomb.getvalue()}


@pytest.mark.parametrize("name", ["trong.txt", "anh.docx", "bom.docx"])
@pytest.mark.parametrize("verb", ["read", "import"])
def test_a_bad_file_is_refused_in_a_sentence_and_nothing_is_stored(run: Terminal, name: str, verb: str) -> None:
    (run.folder / "data").mkdir()
    path = run.folder / name
    path.write_bytes(bad_files(run.folder)[name])
    assert name in run.refused(verb, path)
    assert run.json("tasks") == []


def test_a_text_of_fifty_megabytes_is_refused(run: Terminal) -> None:
    path = run.folder / "dai.txt"
    path.write_text("Kế hoạch " * 5_000_000, encoding="utf-8")
    assert "MB" in run.refused("import", path)


def test_a_locked_database_is_refused_and_nothing_is_half_stored(
    run: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.database.BUSY_SECONDS", 0.1)
    with open_database(run.folder / "data"):
        pass
    holder = sqlite3.connect(run.folder / "data" / "tracker.db")
    holder.execute("BEGIN IMMEDIATE")
    try:
        assert "đang bị" in run.refused("import", run.plan)
    finally:
        holder.rollback()
        holder.close()
    assert run.json("tasks") == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_data_folder_is_refused(run: Terminal) -> None:
    (run.folder / "data").mkdir(mode=0o500)
    assert "quyền" in run.refused("import", run.plan)


def test_wrong_settings_are_refused_with_their_name(run: Terminal) -> None:
    (run.folder / "data").mkdir()
    (run.folder / "data" / "settings.toml").write_text("base_ulr = 'x'")
    assert "base_ulr" in run.refused("read", run.plan)
    doctor = run("doctor", "--connect")
    assert (doctor.exit_code, doctor.stdout.count("base_ulr")) == (1, 1)
    for verb in ("remind", "tasks", "overdue", "feed", "bulletin"):
        assert run.refused(verb).count("base_ulr") == 1


def test_nothing_good_is_said_of_a_folder_that_holds_no_plan(run: Terminal) -> None:
    (run.folder / "data").mkdir()
    for words in (("overdue",), ("replay", "--from", "2023-09-01", "--to", "2023-10-01")):
        result = run(*words)
        assert (result.exit_code, json.loads(run(*words, "--json").stdout)) == (0, [])
        assert result.stdout.startswith(
            f"Chưa có {'việc' if words == ('overdue',) else 'kế hoạch'} nào trong {run.folder}"
        )
    run.json("import", run.plan, "--publish")
    assert run("overdue", "--on", "2023-09-20").stdout == "Không có việc quá hạn.\n"
    assert run("replay", "--from", "2000-01-01", "--to", "2000-01-02").stdout.startswith("Khoảng ngày này không có")


def test_a_folder_of_other_things_is_told(run: Terminal) -> None:
    (run.folder / "data").mkdir()
    result = run("tasks", "--json")
    assert (result.exit_code, result.stdout) == (0, "[]\n")
    assert "chưa có dữ liệu nào" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("tasks",),
        ("overdue",),
        ("bulletin",),
        ("law", "--changes"),
        ("replay", "--from", "2023-09-01", "--to", "2023-10-01"),
        ("report", "--kind", "phu-luc-2", "-o", "x.docx"),
        ("copy", "--plan", "1", "-o", "x.docx"),
        ("nextyear", "--plan", "1"),
        ("feed",),
        ("feed", "--links"),
    ],
)
def test_a_command_that_only_looks_makes_no_data_folder(run: Terminal, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert f"Không có thư mục dữ liệu {run.folder / 'data'}." in result.stderr
    assert not (run.folder / "data").exists()


LOOKS = [("tasks",), ("tasks", "--json"), ("overdue", "--json"), ("bulletin",), ("feed", "--links")]


@pytest.mark.parametrize("words", LOOKS)
@pytest.mark.parametrize("way", ["before", "after", "environment"])
def test_a_data_folder_that_was_named_and_is_not_there_is_refused(
    run: Terminal, words: tuple[str, ...], way: str
) -> None:
    named = str(run.folder / "khong-co")
    before, after = (["--data", named], []) if way == "before" else ([], ["--data", named])
    arguments = [*before, *words, *(after if way == "after" else [])]
    env = {"TRACKER_DATA": named if way == "environment" else None}
    result = CliRunner().invoke(tracker, arguments, env=env)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"Không có thư mục dữ liệu {named}." in result.stderr


@pytest.mark.parametrize("words", LOOKS)
def test_the_default_data_folder_need_not_be_there_yet(
    run: Terminal, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(run.folder)
    result = CliRunner().invoke(tracker, words, env={"TRACKER_DATA": None})
    assert "Không có thư mục dữ liệu data." in result.stderr
    if words[0] in {"tasks", "overdue"}:
        assert result.exit_code == 0
    assert not (run.folder / "data").exists()
