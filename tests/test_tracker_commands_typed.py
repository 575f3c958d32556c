"""What people type: names of any spelling of their letters, no blank ones, files and folders that can be meant."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.fakes.terminal import Terminal
from tracker.cli import tracker

SCHOOL = "Trường Mầm non Hoa Ban"


@pytest.fixture
def run(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.mark.parametrize(
    "words", [("tasks",), ("overdue",), ("bulletin",), ("feed",), ("feed", "--person", "Hiệu trưởng")]
)
def test_a_name_in_letters_taken_apart_is_the_same_name(run: Terminal, words: tuple[str, ...]) -> None:
    assert run("import", run.plan, "--publish").exit_code == 0
    apart = [unicodedata.normalize("NFD", word) for word in (*words, "--school", SCHOOL)]
    assert run(*apart).exit_code == 0, run(*apart).stderr
    assert run(*apart).stdout == run(*words, "--school", SCHOOL).stdout


def test_a_school_named_in_letters_taken_apart_is_kept_once(run: Terminal) -> None:
    for form in ("NFD", "NFC"):
        assert run("import", run.plan, "--school", unicodedata.normalize(form, "Trường Họa Mi")).exit_code == 0
    assert run("tasks", "--school", "Trường Họa Mi").stdout.count("báo cáo tự đánh giá") == 1


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "—"])
@pytest.mark.parametrize("words", [("import", "--publish"), ("tasks",), ("feed",), ("report", "-o", "x.docx")])
def test_a_blank_name_is_wrong_usage(run: Terminal, words: tuple[str, ...], name: str) -> None:
    verb, *rest = words
    option = "--plan" if verb == "report" else "--school"
    result = run(verb, *([run.plan] if verb == "import" else []), *rest, option, name)
    assert (result.exit_code, "không có chữ hay số nào" in result.stderr) == (2, True)
    assert not (run.folder / "data").exists()


@pytest.mark.parametrize("place", [("--data", "", "tasks"), ("tasks", "--data", " ")])
def test_an_empty_data_folder_name_is_not_the_current_folder(run: Terminal, place: tuple[str, ...]) -> None:
    result = run(*place)
    assert (result.exit_code, "tên thư mục để trống" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    "words", [("feed",), ("report",), ("copy", "--plan", "1"), ("nextyear", "--plan", "1")], ids=lambda words: words[0]
)
def test_a_folder_is_no_file_to_write(run: Terminal, words: tuple[str, ...]) -> None:
    result = run(*words, "-o", run.folder)
    assert (result.exit_code, "là một thư mục; cần tên một tệp để ghi" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    "words", [("report",), ("copy", "--plan", "1"), ("nextyear", "--plan", "1")], ids=lambda words: words[0]
)
def test_an_ending_that_belies_what_is_written_is_wrong_usage(run: Terminal, words: tuple[str, ...]) -> None:
    result = run(*words, "-o", run.folder / "x.txt")
    assert (result.exit_code, "chỉ ghi được .docx" in result.stderr) == (2, True)
    assert not (run.folder / "x.txt").exists()


@pytest.mark.parametrize("folder", ["tep.txt", "tep.txt/con", "/dev/null", "/dev/null/con", "a" * 300, "a/" * 3000])
@pytest.mark.parametrize("verb", [["tasks"], ["doctor"], ["remind", "--dry-run"], ["feed"]])
def test_a_folder_that_cannot_be_one_is_wrong_usage(tmp_path, monkeypatch, folder: str, verb: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tep.txt").write_text("x")
    for arguments in (["--data", folder, *verb], [*verb, "--data", folder]):
        result = CliRunner().invoke(tracker, arguments)
        assert (result.exit_code, "không" in result.stderr, "Errno" in result.stderr) == (2, True, False)


@pytest.mark.parametrize(
    "output", ["a" * 300 + ".docx", "tep.txt/bao-cao.docx", "khong-co/bao-cao.docx", "/dev/null/b.docx"]
)
def test_a_file_that_cannot_be_written_is_told_in_words(run: Terminal, tmp_path, monkeypatch, output: str) -> None:
    assert run("import", run.plan, "--publish").exit_code == 0
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tep.txt").write_text("x")
    for verb in (["report", "--kind", "phu-luc-2"], ["feed"]):
        result = run(*verb, "-o", output)
        assert result.exit_code in {1, 2}
        told = ("tên quá dài", "có một tệp ở chỗ cần", "không có thư mục ấy")
        assert any(words in result.stderr for words in told)


@pytest.mark.parametrize(
    "arguments",
    [
        ["remind", "--at", ""],
        ["remind", "--at", " "],
        ["tasks", "--on", ""],
        ["overdue", "--on", "2024-02-30"],
        ["replay", "--from", "", "--to", "2024-01-01"],
        ["when", "trước 25/9", "--dated", ""],
        ["when", "trước 25/9", "--month", ""],
        ["when", "trước 25/9", "--school-year", ""],
    ],
)
def test_an_empty_or_impossible_time_is_wrong_usage_and_never_now(tmp_path, arguments: list[str]) -> None:
    result = CliRunner().invoke(tracker, ["--data", str(tmp_path), *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.strip()
