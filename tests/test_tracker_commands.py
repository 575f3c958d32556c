"""The terminal from outside: what is printed, where, and with which exit code; the contract to the letter."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tracker.cli import tracker
from tracker.store import people, tasks
from tracker.store.database import open_database, transaction
from tracker.store.records import Part

PLAN = """TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB

Hoa Ban, ngày 18 tháng 9 năm 2023

KẾ HOẠCH
KIỂM ĐỊNH CHẤT LƯỢNG GIÁO DỤC
Năm học 2023-2024

I. NỘI DUNG
1. Khảo sát đội ngũ giáo viên (Hoàn thành trước ngày 29/9/2023). Phụ trách: Phó Hiệu trưởng.
2. Hoàn thiện báo cáo tự đánh giá (Hoàn thành trước tháng 5/2024). Phụ trách: Hiệu trưởng.
3. Thường xuyên giữ vệ sinh trường lớp.
"""
TASK_KEYS = {
    "title", "start", "due", "remind_by", "late_from", "precision", "bound", "recurrence", "owners", "helpers",
    "criterion", "standard", "budget", "expected", "confidence", "origin", "mentions",
}  # fmt: skip
NOTHING = dict.fromkeys(("start", "due", "remind_by", "late_from", "bound", "recurrence", "words", "why"))


class Terminal:
    """Runs `tracker` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.plan = folder / "ke-hoach.txt"
        self.plan.write_text(PLAN, encoding="utf-8")

    def __call__(self, *words: object, stdin: str | None = None) -> Result:
        arguments = ["--data", str(self.folder / "data"), *map(str, words)]
        return CliRunner().invoke(tracker, arguments, input=stdin, env={"TRACKER_DATA": None})

    def json(self, *words: object) -> object:
        result = self(*words, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    def refused(self, *words: object) -> str:
        result = self(*words)
        assert result.exit_code == 1, (result.exit_code, result.output, result.exception)
        assert result.stdout == ""
        return result.stderr


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


def test_a_list_of_imports_has_an_entry_for_every_file(run: Terminal) -> None:
    result = run("import", run.folder / "khong-co.docx", run.plan, "--json")
    refused, kept = json.loads(result.stdout)
    assert (result.exit_code, refused["plan"]["source"], refused["status"]) == (1, "khong-co.docx", None)
    assert refused["findings"][0]["message"] in result.stderr
    assert (kept["status"], kept["new"], set(refused) <= set(kept)) == ("draft", 2, True)


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


@pytest.mark.parametrize(
    "words", [["read"], ["when"], ["tasks", "--on", "hôm nay"], ["when", "x", "--school-year", "2023-2025"]]
)
def test_wrong_usage_exits_with_two(run: Terminal, words: list[str]) -> None:
    assert run(*words).exit_code == 2


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


def bad_files(folder: Path) -> dict[str, bytes]:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 80_000_000)
        archive.writestr("[Content_Types].xml", b"<Types/>")
    return {"trong.txt": b"", "anh.docx": b"\xff\xd8\xff\xe0" + b"0" * 100, "bom.docx": bomb.getvalue()}


@pytest.mark.parametrize("name", ["trong.txt", "anh.docx", "bom.docx"])
@pytest.mark.parametrize("verb", ["read", "import"])
def test_a_bad_file_is_refused_in_a_sentence_and_nothing_is_stored(run: Terminal, name: str, verb: str) -> None:
    path = run.folder / name
    path.write_bytes(bad_files(run.folder)[name])
    assert name in run.refused(verb, path)
    assert run.json("tasks") == []


def test_a_text_of_fifty_megabytes_is_refused(run: Terminal) -> None:
    path = run.folder / "dai.txt"
    path.write_text("Kế hoạch " * 5_000_000, encoding="utf-8")
    assert "MB" in run.refused("import", path)


def test_a_plan_in_another_language_is_said_to_be_one(run: Terminal) -> None:
    path = run.folder / "plan.txt"
    path.write_text("The school will complete the report before May 2024 and publish it.\n" * 20, encoding="utf-8")
    read = run.json("read", path)
    assert read["tasks"] == []
    assert read["findings"]


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
