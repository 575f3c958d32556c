"""The terminal from outside: what `read` and `when` print; the contract to the letter."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.fakes.terminal import PLAN, Terminal
from tracker.cli import tracker

TASK_KEYS = {
    "title", "start", "due", "remind_by", "late_from", "precision", "bound", "recurrence", "owners", "helpers",
    "criterion", "standard", "budget", "expected", "confidence", "origin", "mentions",
}  # fmt: skip
NOTHING = dict.fromkeys(("start", "due", "remind_by", "late_from", "bound", "recurrence", "words", "why"))


@pytest.fixture
def run(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def test_read_prints_the_plan_and_stores_nothing(run: Terminal) -> None:
    read = run.json("read", run.plan)
    assert set(read) == {"document", "tasks", "duties", "findings"}
    assert (read["document"]["number"], read["document"]["date"]) == ("12/KH-MNHB", "2023-09-18")
    assert [task["due"] for task in read["tasks"]] == ["2023-09-29", "2024-04-30"]
    assert all(set(task) >= TASK_KEYS for task in read["tasks"])
    assert not (run.folder / "data").exists()


def test_read_of_several_files_is_a_list(run: Terminal) -> None:
    assert len(run.json("read", run.plan, run.plan)) == 2


def test_a_bad_file_does_not_stop_the_good_one(run: Terminal) -> None:
    empty = run.folder / "trong.docx"
    empty.write_bytes(b"")
    result = run("read", empty, run.plan, "--json")
    assert result.exit_code == 1
    assert "trong.docx" in result.stderr
    assert [len(plan["tasks"]) for plan in json.loads(result.stdout)] == [0, 2]


def test_a_bad_file_is_told_once_and_is_no_plan_without_works(run: Terminal) -> None:
    result = run("read", run.plan, run.folder / "khong-co.docx")
    assert (result.exit_code, result.stdout.count("Năm học")) == (1, 1)
    assert "khong-co.docx" not in result.stdout
    assert result.stderr.count("khong-co.docx") == 1


def test_every_plan_of_an_archive_is_reported(run: Terminal) -> None:
    with zipfile.ZipFile(run.folder / "hai.zip", "w") as archive:
        archive.writestr("a.txt", PLAN)
        archive.writestr("b.txt", PLAN.replace("12/KH", "13/KH"))
    assert [one["plan"]["number"] for one in run.json("import", run.folder / "hai.zip")] == ["12/KH-MNHB", "13/KH-MNHB"]


def test_when_explains_a_deadline(run: Terminal) -> None:
    when = run.json("when", "Trước ngày 25/9/2023")
    assert (when["due"], when["remind_by"], when["late_from"]) == ("2023-09-25", "2023-09-22", "2023-09-26")
    assert (when["start"], when["precision"], when["bound"]) == (None, "day", "before")
    assert when["why"]


def test_when_without_a_deadline_is_all_null(run: Terminal) -> None:
    when = run.json("when", "Thông tư số 19/2018/TT-BGDĐT ngày 22/8/2018")
    assert {key: when[key] for key in NOTHING} == NOTHING
    assert when["precision"] == "none"


def test_when_takes_the_month_of_a_table_row(run: Terminal) -> None:
    when = run.json("when", "Tuần 3", "--month", "10", "--school-year", "2023-2024")
    assert (when["start"], when["due"], when["precision"]) == ("2023-10-16", "2023-10-22", "week")


def test_when_takes_the_dash_of_an_item_for_no_option(run: Terminal) -> None:
    for text in ("- Họp hội đồng: 15/9", "-Họp hội đồng: 15/9", "-15/9"):
        assert run.json("when", text, "--school-year", "2025-2026")["due"] == "2025-09-15"


def test_when_tells_every_other_deadline_of_a_sentence(run: Terminal) -> None:
    told = run.json("when", "Nộp đề ngày 5 và ngày 20/10/2023")
    assert (told["due"], [other["due"] for other in told["others"]]) == ("2023-10-05", ["2023-10-20"])
    assert "Câu còn nêu “ngày 20/10/2023”: thứ Sáu 20/10/2023" in run("when", "Nộp đề ngày 5 và ngày 20/10/2023").stdout


def test_when_reads_lines_of_json_and_answers_each(run: Terminal) -> None:
    lines = [
        {"text": "Tuần 3", "context": {"school_year": "2023-2024", "table_month": 10}},
        {"text": "trước 5/1", "context": {"doc_date": "2023-09-18"}},
        {"text": "không có hạn"},
    ]
    result = run("when", "--jsonl", stdin="\n".join(json.dumps(line) for line in lines))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["due"] for answer in answers] == ["2023-10-22", "2024-01-05", None]


def test_a_bad_line_gets_its_own_answer(run: Terminal) -> None:
    result = run("when", "--jsonl", stdin='{"text": "ngày 1/2/2024"}\nkhông phải json\n')
    assert result.exit_code == 1
    assert [set(json.loads(line)) >= {"due"} for line in result.stdout.splitlines()] == [True, False]


@pytest.mark.parametrize("verb", [["read"], ["when", "trước ngày 25/10/2026"]])
def test_reading_takes_the_data_folder_before_and_after_its_verb(
    run: Terminal, verb: list[str], tmp_path: Path
) -> None:
    broken = tmp_path / "settings"
    broken.mkdir()
    (broken / "settings.toml").write_text("[calendar]\nprovince = 7\n", encoding="utf-8")
    words = [*verb, *([str(run.plan)] if verb == ["read"] else [])]
    for call in (["--data", str(broken), *words], [*words, "--data", str(broken)]):
        result = CliRunner().invoke(tracker, call)
        assert result.exit_code == 1
        assert "province" in result.stderr
    assert CliRunner().invoke(tracker, ["--data", str(broken), *words, "--data", str(tmp_path)]).exit_code == 0


def test_a_plan_in_another_language_is_said_to_be_one(run: Terminal) -> None:
    path = run.folder / "plan.txt"
    path.write_text("The school will complete the report before May 2024 and publish it.\n" * 20, encoding="utf-8")
    read = run.json("read", path)
    assert read["tasks"] == []
    assert read["findings"]
