"""Improvement tables under many headings: the work is what is done, never what is weak, caused or hoped for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.squeezed_head import spread_over
from schedules.reading import read_bytes
from tests.gold.formats import FORMATS
from tests.gold.source import parse

HEAD = "TRƯỜNG TIỂU HỌC ĐỒI CHÈ\nĐồi Chè, ngày 10 tháng 9 năm 2026\n# KẾ HOẠCH\n# Cải tiến chất lượng năm học 2026-2027\n\n"
TABLES = tomllib.loads((Path(__file__).parent / "examples" / "improvement_tables.toml").read_text("utf-8"))["table"]
MADE = {made.name: made for made in FORMATS if made.name in {"docx", "txt", "md", "html"}}


def plan_of(rows, made="docx"):
    document = read_bytes(MADE[made].render(parse(HEAD + rows.strip(), "bang")), "bang" + MADE[made].suffix)
    return understand(document, load_calendar())


def works(plan):
    return [
        [task.title, f"{task.due.day}", task.criterion or "", task.owners[0] if task.owners else ""]
        for task in plan.tasks
    ]


CASES = [(table, made) for table in TABLES for made in sorted(MADE) if made not in table.get("not_in", ())]


@pytest.mark.parametrize(("table", "made"), CASES, ids=[f"{table['name']} in {made}" for table, made in CASES])
def test_an_improvement_table_gives_what_is_done(table, made):
    assert sorted(works(plan_of(table["rows"], made))) == sorted(table["works"])


def test_a_header_pasted_with_tabs_stands_over_its_columns_where_only_one_way_fits():
    upper, lower = ["TT", "Hiện trạng", "Biện pháp", "Thời gian"], ["", "Tốt", "Kém", "", "Từ", "Đến"]
    assert spread_over(upper, lower) == ["TT", "Hiện trạng", "Hiện trạng", "Biện pháp", "Thời gian", "Thời gian"]
    assert spread_over(["A", "B", "C", ""], ["1", "2", "3", "4"]) == ["A", "B", "C", ""]


def test_a_table_without_headers_takes_what_is_done_rather_than_what_is_weak():
    rows = (
        "|1.1|Sổ họp thiếu chữ ký|Kiểm tra chéo sổ họp|28/10/2026|\n|1.4|Còn chậm báo cáo|Lập lịch báo cáo|05/11/2026|"
    )
    assert [title for title, *_ in works(plan_of(rows))] == ["Kiểm tra chéo sổ họp", "Lập lịch báo cáo"]


def test_a_code_is_no_criterion_where_the_table_improves_nothing():
    rows = "|Mã|Nội dung|Thời gian|\n|1.1|Kiểm kê sách|Trước 05/11/2026|\n|1.2|Kiểm kê bàn ghế|Trước 06/11/2026|"
    assert {task.criterion for task in plan_of(rows).tasks} == {None}
