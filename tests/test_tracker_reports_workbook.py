"""The workbook of a plan's works: read back by another program, days are days, and nothing written is a formula."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest

from schedules.calendar import load_calendar
from tests.conftest import NOW, make_plan, make_task
from tracker import work
from tracker.importing import Incoming, store_plan
from tracker.reporting import NothingToReportError, workbook_of
from tracker.reports.spreadsheet import sheet_bytes
from tracker.store import tasks
from tracker.store.database import Database
from tracker.store.history import Actor

CALENDAR = load_calendar()
DUE = date(2023, 9, 22)


def sheet_of(content: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content)).active


def test_each_work_is_a_row_with_its_days_as_days(db: Database, actor: Actor) -> None:
    plan = make_plan(make_task("Khảo sát trẻ", DUE, owners=("Cô Lan",), criterion="1.1"), make_task("Giữ vệ sinh"))
    store_plan(db, Incoming(b"k", plan), actor, CALENDAR, publish=True)
    task = next(one for one in tasks.of_plan(db, 1) if one.task.title == "Khảo sát trẻ")
    work.mark_done(db, task.id, Actor("Cô Lan", NOW), CALENDAR)
    sheet = sheet_of(workbook_of(db, 1, date(2023, 10, 2), NOW).content)
    heads, first, second = (dict(enumerate(row)) for row in sheet.iter_rows(values_only=True))
    told = {heads[place]: cell for place, cell in first.items()}
    assert told["Công việc"] == "Khảo sát trẻ"
    assert (told["Hạn"], told["Ngày báo xong"]) == (datetime(2023, 9, 22), datetime(2023, 9, 18))
    assert (told["Mức độ"], told["Người báo xong"], told["Ngày kiểm tra"]) == ("Hoàn thành", "Cô Lan", None)
    assert {heads[place]: cell for place, cell in second.items()}["Hạn"] is None
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:P{sheet.max_row}")


def test_a_draft_has_no_workbook(db: Database, actor: Actor) -> None:
    store_plan(db, Incoming(b"k", make_plan(make_task("Khảo sát", DUE))), actor, CALENDAR, publish=False)
    with pytest.raises(NothingToReportError):
        workbook_of(db, 1, DUE, NOW)


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "@SUM(A1)", "-5", "<b> & \"x\" 'y'", " hai\ndòng ", "12", "𝄞 ữ"])
def test_what_people_wrote_stays_text(text: str) -> None:
    cell = sheet_of(sheet_bytes("Sổ", [10], [["Đầu"], [text]], NOW))["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_signs_no_file_may_hold_are_left_out_and_long_texts_are_cut() -> None:
    sheet = sheet_of(sheet_bytes("Sổ", [10, 10], [["a\x00b\x0b", "x" * 40_000]], NOW))
    assert (sheet["A1"].value, len(sheet["B1"].value)) == ("ab", 32_767)


def test_the_same_works_give_the_same_bytes() -> None:
    assert len({sheet_bytes("Sổ", [10], [["a"], [DUE], [3]], NOW) for _ in range(2)}) == 1


def test_more_than_twenty_six_columns_are_named_on() -> None:
    sheet = sheet_of(sheet_bytes("Sổ", [5] * 30, [list(map(str, range(30)))], NOW))
    assert sheet["AD1"].value == "29"
