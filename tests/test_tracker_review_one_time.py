"""The review of a corrected copy: one time dropped is not the series, who has a work now, works in the plan's order."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from lxml import html

from schedules.calendar import load_calendar
from schedules.plan import Plan
from schedules.planning import understand
from schedules.reading import read_file, read_text
from tests.conftest import NOW
from tests.fakes.reminding import at
from tests.fakes.visitor import Visitor
from tracker import by_hand
from tracker.cli import tracker
from tracker.next_year import next_draft, standing_of
from tracker.reporting import report_of
from tracker.review.desk import compared, open_review
from tracker.store import people, plans, tasks
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.store.records import Part
from tracker.work import reassign

CALENDAR = load_calendar()
SIGNED = at(2023, 9, 12)
HEAD = Actor("Hiệu trưởng", SIGNED, "đoàn kiểm tra bận")
LETTERHEAD = """TRƯỜNG TIỂU HỌC SAO MAI
Số: 7/KH-SM
Hà Nội, ngày 12 tháng 9 năm 2023
KẾ HOẠCH
KIỂM TRA NỘI BỘ
Năm học 2023-2024
II. NHIỆM VỤ"""
MONTHLY = "1. Kế toán kiểm tra sổ thu chi vào ngày 20 hằng tháng."
ONCE = "2. Văn thư nộp báo cáo trước ngày 29/9/2023."


def plan_of(*lines: str) -> Plan:
    return understand(read_text("\n".join((LETTERHEAD, *lines)), "ke-hoach.txt"), CALENDAR)


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    made = Visitor(tmp_path / "data")
    made.keep(plan_of(MONTHLY, ONCE))
    return made


def titled(visitor: Visitor, word: str):
    return next(one for one in visitor.tasks() if word in one.task.title)


def test_one_time_dropped_is_told_as_one_time_and_its_work_counts(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        by_hand.drop(db, titled(visitor, "thu chi").id, HEAD, CALENDAR)
    visitor.keep(plan_of(MONTHLY, ONCE.replace("báo cáo", "báo cáo quý")), publish=False)
    with open_database(visitor.folder) as db:
        review = open_review(db, 1, CALENDAR)
        found = compared(db, review)
    assert (len(found.pairs), found.new, found.gone) == (2, (), ())
    page = html.fromstring(visitor.get("/ke-hoach/1/duyet").text)
    (away,) = page.xpath("//section[h2[starts-with(., 'Đã bỏ hoặc gộp')]]")
    assert "bỏ một lần (thứ Tư 20/9/2023, hằng tháng) vì đoàn kiểm tra bận; các lần khác vẫn có" in away.text_content()
    assert "2 việc" in html.fromstring(visitor.get("/ke-hoach/1").text).text_content()


def test_a_work_dropped_for_good_is_told_as_before(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        by_hand.drop(db, titled(visitor, "báo cáo").id, HEAD, CALENDAR)
    visitor.keep(plan_of(MONTHLY.replace("sổ", "các sổ"), ONCE), publish=False)
    with open_database(visitor.folder) as db:
        assert len(compared(db, open_review(db, 1, CALENDAR)).pairs) == 1
    page = html.fromstring(visitor.get("/ke-hoach/1/duyet").text)
    (away,) = page.xpath("//section[h2[starts-with(., 'Đã bỏ hoặc gộp')]]")
    assert "bỏ vì đoàn kiểm tra bận" in away.text_content()


def test_a_series_the_new_copy_leaves_out_is_gone_though_its_first_time_was_dropped(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        by_hand.drop(db, titled(visitor, "thu chi").id, HEAD, CALENDAR)
    visitor.keep(plan_of(ONCE), publish=False)
    with open_database(visitor.folder) as db:
        found = compared(db, open_review(db, 1, CALENDAR))
    assert [one.task.title for one in found.gone] == [titled(visitor, "thu chi").task.title]


def test_the_review_names_who_has_the_work_now(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        other = people.ensure(db, 1, "Cô Hà")
        reassign(db, titled(visitor, "báo cáo").id, [(other.id, Part.LEAD)], HEAD, CALENDAR)
    visitor.keep(plan_of(MONTHLY.replace("sổ", "các sổ"), ONCE), publish=False)
    for path in ("/ke-hoach/1/duyet", "/ke-hoach/1"):
        page = html.fromstring(visitor.get(path).text)
        (facts,) = {each.text_content() for each in page.xpath("//p[@class='facts']") if "29/9" in each.text_content()}
        assert "Cô Hà, nhận từ" in facts


def test_the_review_names_whom_the_new_copy_names_otherwise(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        other = people.ensure(db, 1, "Cô Hà")
        reassign(db, titled(visitor, "báo cáo").id, [(other.id, Part.LEAD)], HEAD, CALENDAR)
    visitor.keep(plan_of(MONTHLY, ONCE.replace("Văn thư", "Thủ quỹ")), publish=False)
    page = html.fromstring(visitor.get("/ke-hoach/1/duyet").text)
    (facts,) = {each.text_content() for each in page.xpath("//p[@class='facts']") if "29/9" in each.text_content()}
    assert "Thủ quỹ" in facts
    assert "Cô Hà" not in facts


TABLE = (
    ("TT", "Nội dung", "Người thực hiện", "Thời gian"),
    ("1", "Khảo sát chất lượng", "Hiệu trưởng", "29/9/2023"),
    ("2", "Hội thi giáo viên giỏi", "Phó Hiệu trưởng", "24/11/2023"),
)


def with_table(path: Path) -> Plan:
    written = docx.Document()
    for line in LETTERHEAD.splitlines():
        written.add_paragraph(line)
    table = written.add_table(0, len(TABLE[0]))
    for row in TABLE:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    written.add_paragraph("III. TỔ CHỨC THỰC HIỆN")
    written.add_paragraph("1. Kế toán nộp báo cáo thu chi về Hiệu trưởng trước ngày 20/12/2023.")
    written.save(path)
    return understand(read_file(path), CALENDAR)


def test_a_work_told_after_the_table_comes_after_it_everywhere(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    visitor.keep(with_table(tmp_path / "ke-hoach.docx"))
    with open_database(visitor.folder) as db:
        told = [one.task.title for one in tasks.of_plan(db, 1)]
        reported = docx.Document(io.BytesIO(report_of(db, 1, date(2023, 10, 1), SIGNED).content)).tables[1]
        drafted = next_draft(standing_of(db, plans.by_id(db, 1), date(2024, 6, 1)), None, CALENDAR, SIGNED)
        again = [one.title for _, one in compared(db, open_review(db, 1, CALENDAR)).pairs]
    assert told[:2] == ["Khảo sát chất lượng", "Hội thi giáo viên giỏi"]
    assert "báo cáo thu chi" in told[2]
    assert again == told
    assert [row.cells[1].text for row in reported.rows[1:]] == told
    assert [one.task.title for one in drafted.plan.works] == told


def test_the_page_that_publishes_late_says_which_recurring_works_count_for_nothing_so_far(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    passed = MONTHLY.replace("ngày 20", "ngày 13").replace("1.", "3.")
    late = ONCE.replace("29/9", "15/9")
    visitor.keep(plan_of(MONTHLY, late, passed.replace("thu chi", "chấm công")), publish=False)
    for path in ("/ke-hoach/1", "/ke-hoach/1/duyet"):
        page = html.fromstring(visitor.get(path).text)
        (told,) = page.xpath("//details[@id='lan-da-qua']")
        assert "1 việc lặp lại có lần đã qua: không tính trễ" in told.text_content()
        assert "chấm công" in told.text_content()
        assert "1 việc đã qua hạn trước hôm nay" in page.text_content()
    revision = html.fromstring(visitor.get("/ke-hoach/1").text).xpath("//input[@name='revision']/@value")[0]
    visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision=revision)
    states = {one.task.title: one.state.value for one in visitor.tasks() if one.repeats is None}
    assert sorted(states.values()) == ["cancelled", "open", "open"]


def test_the_terminal_names_them_in_the_words_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.commands.importing_files.current_instant", lambda: NOW)
    visitor, file = Visitor(tmp_path / "data"), tmp_path / "ke-hoach.txt"
    passed = MONTHLY.replace("ngày 20", "ngày 13").replace("1.", "2.").replace("thu chi", "chấm công")
    file.write_text(f"{LETTERHEAD}{MONTHLY}\n{passed}\n")

    def imported(*more: str) -> str:
        result = CliRunner().invoke(tracker, ["--data", str(visitor.folder), "import", str(file), *more])
        assert result.exit_code == 0, result.output
        return result.stdout

    assert "lần đã qua" not in imported()
    (told,) = html.fromstring(visitor.get("/ke-hoach/1").text).xpath("//details[@id='lan-da-qua']")
    printed = imported("--publish").splitlines()
    (at,) = [number for number, line in enumerate(printed) if "lần đã qua:" in line]
    (work,) = told.xpath(".//li")
    assert printed[at] == f"  {told.xpath('string(summary)')}."
    assert printed[at + 1 : at + 3] == [f"  {work.text_content()}", f"  {told.xpath('string(p)')}"]
    assert "chấm công" in printed[at + 1]
    assert "lần đã qua" not in imported("--publish")


def test_a_program_is_told_them_too(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    visitor.keep(plan_of(MONTHLY.replace("ngày 20", "ngày 13"), ONCE), publish=False)
    (first,) = visitor.client.post("/api/plans/1/publish").json()["passed"]
    assert "thu chi" in first["title"]
    assert first["due"] == "2023-09-13"
