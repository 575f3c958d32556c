"""`tracker report` and its link on the plan's page: every number of the Word document traceable to a record."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result
from docx.shared import Mm

from schedules.calendar import load_calendar
from schedules.plan import Budget
from tests.conftest import NOW, make_plan, make_task
from tests.fakes.visitor import visitor_with
from tracker import by_hand, work
from tracker.cli import tracker
from tracker.importing import Incoming, store_plan
from tracker.moving import NewDays
from tracker.plan_reading import PlanReader
from tracker.reminders import actions
from tracker.reporting import NothingToReportError, report_of
from tracker.reports.results import Stage, in_words
from tracker.store import evidence, extensions, people, tasks
from tracker.store.database import Database
from tracker.store.history import Actor

DUE = date(2023, 9, 22)
LATER = date(2023, 10, 2)
CALENDAR = load_calendar()
PLAN = make_plan(
    make_task("Khảo sát trẻ", DUE, criterion="1.1", standard="Tiêu chuẩn 1"),
    make_task("Công khai tài chính", DUE, owners=("Kế toán",)),
    make_task("Hội thi", date(2023, 11, 20)),
    make_task("Giữ vệ sinh"),
)


@pytest.fixture
def school(db: Database, actor: Actor) -> Database:
    store_plan(db, Incoming(b"k", PLAN), actor, CALENDAR, publish=True)
    return db


def at(day: date, who: str = "Cô Lan", why: str | None = None) -> Actor:
    return Actor(who, NOW + (day - NOW.date()) * 1, why)


def of(db: Database, title: str):
    return next(one for one in tasks.of_plan(db, 1) if one.task.title == title)


def stages(db: Database, today: date = LATER) -> dict[str, str]:
    return {one.stored.task.title: one.level for one in report_of(db, 1, today, NOW).results}


def test_each_work_is_told_by_what_the_store_knows(school: Database) -> None:
    work.mark_done(school, of(school, "Khảo sát trẻ").id, at(DUE), CALENDAR)
    assert stages(school) == {
        "Khảo sát trẻ": "Hoàn thành",
        "Công khai tài chính": "Chưa hoàn thành (quá hạn 10 ngày)",
        "Hội thi": "Chưa đến hạn",
        "Giữ vệ sinh": "Chưa có hạn",
    }


def test_work_finished_late_says_how_late(school: Database) -> None:
    work.mark_done(school, of(school, "Khảo sát trẻ").id, at(DUE + timedelta(days=5)), CALENDAR)
    assert stages(school)["Khảo sát trẻ"] == "Hoàn thành (sau hạn 5 ngày)"


def test_the_owners_done_and_the_committees_check_are_two_facts(school: Database) -> None:
    task = of(school, "Khảo sát trẻ").id
    work.mark_done(school, task, at(DUE), CALENDAR)
    assert "1 việc người phụ trách đã báo xong, Tổ giám sát chưa kiểm tra." in in_words(
        report_of(school, 1, LATER, NOW).results
    )
    work.mark_checked(school, task, at(LATER, "Tổ giám sát"), CALENDAR)
    (found,) = [one for one in report_of(school, 1, LATER, NOW).results if one.stage is Stage.DONE]
    assert found.achieved == ("Xong ngày 22/09/2023 (Cô Lan)", "Đã kiểm tra ngày 02/10/2023 (Tổ giám sát)")


def test_evidence_and_requests_for_time_stand_beside_their_work(school: Database) -> None:
    task, person = of(school, "Công khai tài chính").id, people.by_name(school, 1, "Kế toán")
    shown = evidence.Evidence(0, NOW, person.id, task, "https://anh.example/1", "ảnh bảng tin")
    evidence.decide(school, evidence.propose(school, shown, at(DUE)).id, at(DUE), accepted=True)
    evidence.propose(school, replace(shown, url="https://anh.example/2", words="biên bản"), at(DUE))
    third = evidence.propose(school, replace(shown, url="https://anh.example/3", words="ảnh cũ"), at(DUE))
    evidence.decide(school, third.id, at(DUE, why="ảnh năm ngoái"), accepted=False)
    extensions.ask(school, task, person.id, LATER, at(DUE, why="chờ kho bạc"))
    (found,) = [one for one in report_of(school, 1, LATER, NOW).results if one.stored.id == task]
    assert found.achieved == (
        "Minh chứng: ảnh bảng tin (https://anh.example/1)",
        "1 minh chứng chờ xem xét: biên bản",
        "Minh chứng không nhận: ảnh cũ. Lý do: ảnh năm ngoái",
    )
    assert found.reasons == ("Xin gia hạn đến 02/10/2023: chờ kho bạc (chưa trả lời)",)


def test_a_work_moved_by_hand_is_late_by_the_new_day_and_says_why_and_a_dropped_one_too(
    school: Database,
) -> None:
    why = at(DUE, "Hiệu trưởng", "chờ kho bạc")
    by_hand.move(school, of(school, "Công khai tài chính").id, NewDays(date(2023, 9, 29)), why, CALENDAR)
    by_hand.drop(school, of(school, "Hội thi").id, why, CALENDAR)
    found = {one.stored.task.title: one for one in report_of(school, 1, LATER, NOW).results}
    assert found["Công khai tài chính"].days_late == 3
    assert found["Công khai tài chính"].reasons[0].endswith("vào thứ Sáu 22/9/2023. Lý do: chờ kho bạc.")
    assert (found["Hội thi"].level, found["Hội thi"].reasons) == (
        "Đã bỏ",
        ("Đã bỏ: chờ kho bạc (Hiệu trưởng, 22/09/2023)",),
    )
    sums = in_words(tuple(found.values()))
    assert sums[0] == "Tổng số: 4 việc, trong đó 1 việc đã bỏ; hoàn thành 0 việc."
    assert not any("Hội thi" in line for line in sums)


def test_a_work_its_next_copy_no_longer_asks_for_is_not_in_the_report(school: Database, actor: Actor) -> None:
    by_hand.drop(school, of(school, "Hội thi").id, at(DUE, why="hoãn"), CALENDAR)
    shorter = replace(PLAN, tasks=tuple(one for one in PLAN.tasks if one.title != "Hội thi"))
    store_plan(school, Incoming(b"k2", shorter), actor, CALENDAR, publish=True)
    assert "Hội thi" not in stages(school)


def test_late_work_that_waits_says_for_whom_and_until_when(school: Database) -> None:
    task, person = of(school, "Công khai tài chính").id, people.by_name(school, 1, "Kế toán")
    actions.wait_for(
        school, task, actions.Awaited("Phòng VHXH xã gửi đề", date(2023, 10, 20)), at(DUE), CALENDAR.working_days
    )
    asked = extensions.ask(school, task, person.id, LATER, at(DUE, why="chờ đề"))
    extensions.decide(school, asked.id, at(DUE, "Hiệu trưởng", "nộp đúng hạn"), approved=False)
    reasons = {one.stored.id: one.reasons for one in report_of(school, 1, LATER, NOW).results}
    assert reasons[task] == (
        "Đang chờ Phòng VHXH xã gửi đề (đến hết 20/10/2023)",
        "Xin gia hạn đến 02/10/2023: chờ đề (không đồng ý: nộp đúng hạn)",
    )
    after = {one.stored.id: one.reasons for one in report_of(school, 1, date(2023, 10, 21), NOW).results}
    assert not [words for words in after[task] if "Đang chờ" in words]


def test_finished_work_waits_for_nobody(school: Database) -> None:
    task = of(school, "Khảo sát trẻ").id
    actions.wait_for(school, task, actions.Awaited("Phòng GD&ĐT"), at(DUE), CALENDAR.working_days)
    work.mark_done(school, task, at(DUE), CALENDAR)
    assert {one.stored.id: one.reasons for one in report_of(school, 1, LATER, NOW).results}[task] == ()


def test_the_sums_count_the_rows(school: Database) -> None:
    found = report_of(school, 1, LATER, NOW).results
    assert in_words(found) == (
        "Tổng số: 4 việc; hoàn thành 0 việc.",
        "Chưa hoàn thành: 2 việc.",
        "Chưa đến hạn: 1 việc.",
        "Chưa có hạn: 1 việc.",
    )


def test_the_document_opens_with_the_schools_head_and_a_row_for_each_work(school: Database) -> None:
    made = docx.Document(io.BytesIO(report_of(school, 1, LATER, NOW).content))
    head, table, signers = made.tables
    assert head.rows[0].cells[0].text.startswith("TRƯỜNG MẦM NON HOA BAN")
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows] == ["TT", "Tiêu chuẩn 1", "1", "Việc khác trong kế hoạch", "2", "3", "4"]
    assert rows[2][1:4] == ["Tiêu chí 1.1", "Khảo sát trẻ", "Chưa có người phụ trách"]
    assert rows[4][1:4] == ["–", "Công khai tài chính", "Kế toán"]
    assert [cell.text.strip() for cell in signers.rows[0].cells] == ["TỔ GIÁM SÁT", "HIỆU TRƯỞNG"]


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ({}, set()),
        ({"criterion": "1.1"}, {"Tiêu chuẩn, tiêu chí"}),
        ({"expected": "Sổ theo dõi", "budget": Budget("2 triệu đồng", 2_000_000)}, {"Kết quả cần đạt", "Kinh phí"}),
    ],
)
def test_a_column_no_work_has_anything_for_is_left_out(
    said: dict[str, object], stands: set[str], db: Database, actor: Actor
) -> None:
    plan = make_plan(make_task("Khảo sát trẻ", DUE, **said), make_task("Hội thi", date(2023, 11, 20)))
    store_plan(db, Incoming(b"k", plan), actor, CALENDAR, publish=True)
    table = docx.Document(io.BytesIO(report_of(db, 1, LATER, NOW).content)).tables[1]
    head = [cell.text for cell in table.rows[0].cells]
    assert {"Tiêu chuẩn, tiêu chí", "Kết quả cần đạt", "Kinh phí"} & set(head) == stands
    assert head[-1] == "Ghi chú"
    assert {len(row.cells) for row in table.rows} == {len(head)}


def test_no_row_of_a_work_is_torn_over_two_pages(school: Database) -> None:
    table = docx.Document(io.BytesIO(report_of(school, 1, LATER, NOW).content)).tables[1]
    for row in table.rows[1:]:
        assert row._tr.trPr.xpath("w:cantSplit")


def test_a_day_stays_on_one_line_of_its_column(school: Database) -> None:
    table = docx.Document(io.BytesIO(report_of(school, 1, LATER, NOW).content)).tables[1]
    at = [cell.text for cell in table.rows[0].cells].index("Thời hạn")
    widths = {row.cells[at].width for row in table.rows if len(set(map(id, row.cells))) > 1}
    # a day of ten letters in 12-point Times is 19 mm wide, beside 4 mm of padding
    assert min(widths) > Mm(23)


def test_a_draft_has_nothing_to_report(db: Database, actor: Actor) -> None:
    store_plan(db, Incoming(b"k", PLAN), actor, CALENDAR, publish=False)
    with pytest.raises(NothingToReportError, match="bản nháp"):
        report_of(db, 1, LATER, NOW)


def run(folder: Path, *words: object) -> Result:
    return CliRunner().invoke(tracker, ["--data", str(folder / "data"), *map(str, words)], env={"TRACKER_DATA": None})


def test_the_command_writes_the_report_of_the_plan_published_last(tmp_path: Path) -> None:
    assert run(tmp_path, "report", "-o", tmp_path / "k.docx").exit_code == 1
    for number in (1, 2):
        head = f"TRƯỜNG MẦM NON HOA BAN\nSố: {number}/KH-MNHB\nKẾ HOẠCH\nNăm học 2023-2024\nI. NỘI DUNG CÔNG VIỆC\n"
        (tmp_path / f"{number}.txt").write_text(head + "1. Họp phụ huynh trước ngày 5/10/2023.", encoding="utf-8")
    run(tmp_path, "import", tmp_path / "1.txt", tmp_path / "2.txt", "--publish")
    result = run(tmp_path, "report", "--kind", "phu-luc-2", "-o", tmp_path / "k.docx")
    assert (result.exit_code, "2/KH-MNHB" in result.stderr) == (0, True)
    chosen = run(tmp_path, "report", "--plan", "1/KH-MNHB", "-o", tmp_path / "k.docx", "--on", "2023-10-09", "--json")
    assert json.loads(chosen.stdout) == {"file": str(tmp_path / "k.docx"), "kind": "phu-luc-2", "plan": 1, "tasks": 1}
    assert "quá hạn 4 ngày" in " ".join(
        cell.text for cell in docx.Document(tmp_path / "k.docx").tables[1].rows[1].cells
    )


def test_the_command_writes_the_workbook_with_the_same_rows(tmp_path: Path) -> None:
    visitor_with(tmp_path / "data", make_task("Khảo sát trẻ", DUE), make_task("Hội thi", date(2023, 11, 20)))
    made = run(tmp_path, "report", "--kind", "so-theo-doi", "-o", tmp_path / "k.xlsx", "--json")
    assert json.loads(made.stdout) == {"file": str(tmp_path / "k.xlsx"), "kind": "so-theo-doi", "plan": 1, "tasks": 2}
    rows = list(openpyxl.load_workbook(tmp_path / "k.xlsx").active.iter_rows(values_only=True))
    assert [row[rows[0].index("Công việc")] for row in rows[1:]] == ["Khảo sát trẻ", "Hội thi"]


@pytest.mark.parametrize(
    ("words", "kind"), [(("-o", "k.xlsx"), "so-theo-doi"), (("--kind", "so-theo-doi", "-o", "k.docx"), "phu-luc-2")]
)
def test_an_ending_of_another_kind_is_wrong_usage_and_names_that_kind(
    words: tuple[str, ...], kind: str, tmp_path: Path
) -> None:
    made = run(tmp_path, "report", *words)
    assert (made.exit_code, f"hoặc chọn --kind {kind}" in made.stderr) == (2, True)


SIGNED = """UBND XÃ MƯỜNG THÔNG
TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB
Mường Thông, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Kiểm tra nội bộ năm học 2023-2024
1. Họp phụ huynh trước ngày 5/10/2023.
"""


def paper_of(db: Database, plan: str, actor: Actor) -> str:
    """Return all words of the report of a plan as they stand on paper."""
    made = PlanReader(CALENDAR).read_bytes(plan.encode(), "k.txt")
    number = store_plan(db, Incoming(b"k", made), actor, CALENDAR, publish=True).plan.id
    document = docx.Document(io.BytesIO(report_of(db, number, LATER, NOW).content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*cells, *(one.text for one in document.paragraphs)))


def test_the_paper_is_one_a_principal_signs(db: Database, actor: Actor) -> None:
    paper = paper_of(db, SIGNED, actor)
    assert "Mường Thông, ngày … tháng … năm …" in paper
    assert "Số: …/BC-MNHB" in paper
    assert "KIỂM TRA NỘI BỘ SỐ 12/KH-MNHB" in paper
    assert "Đúng Hạn" not in paper


def test_what_the_plan_does_not_say_stays_open_on_the_paper(db: Database, actor: Actor) -> None:
    lines = [line for line in SIGNED.splitlines(keepends=True) if "Số:" not in line and "ngày 18" not in line]
    paper = paper_of(db, "".join(lines), actor)
    assert "…, ngày … tháng … năm …" in paper
    assert "Số: …/BC-……" in paper
    assert "SỐ" not in paper


def test_what_was_written_with_the_check_is_a_cause_and_what_its_owner_said_a_result(school: Database) -> None:
    task = of(school, "Khảo sát trẻ").id
    work.mark_done(school, task, at(DUE, why="đã khảo sát đủ 3 lớp"), CALENDAR)
    work.mark_checked(school, task, at(LATER, "Thầy Minh", "thiếu biên bản lớp Mầm"), CALENDAR)
    (found,) = [one for one in report_of(school, 1, LATER, NOW).results if one.stage is Stage.DONE]
    assert found.achieved[-1] == "đã khảo sát đủ 3 lớp"
    assert found.reasons == ("Khi kiểm tra (Thầy Minh, 02/10/2023): thiếu biên bản lớp Mầm",)


def test_the_words_of_a_check_that_was_taken_back_are_told_nowhere(school: Database) -> None:
    task = of(school, "Khảo sát trẻ").id
    work.mark_done(school, task, at(DUE), CALENDAR)
    work.mark_checked(school, task, at(LATER, "Thầy Minh", "thiếu biên bản"), CALENDAR)
    work.reopen(school, task, at(LATER, "Thầy Minh"), CALENDAR)
    (found,) = [one for one in report_of(school, 1, LATER, NOW).results if one.stored.id == task]
    assert "thiếu biên bản" not in " ".join((*found.achieved, *found.reasons))


def test_the_page_of_a_published_plan_offers_the_report(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Khảo sát trẻ", DUE))
    assert 'href="/ke-hoach/1/phu-luc-2"' in visitor.get("/ke-hoach/1").text
    answer = visitor.get("/ke-hoach/1/phu-luc-2")
    assert docx.Document(io.BytesIO(answer.content)).tables[1].rows[1].cells[1].text == "Khảo sát trẻ"
