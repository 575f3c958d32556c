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


def test_a_number_beside_no_improvement_is_no_criterion():
    rows = "|Chỉ số|Nội dung|Thời gian|\n|3.5|Đo độ ồn|Tháng 10/2026|\n|4.0|Đo ánh sáng|Tháng 11/2026|"
    assert {task.criterion for task in plan_of(rows).tasks} == {None}


def test_weaknesses_with_times_and_nothing_done_about_them_give_no_work_and_are_told():
    head = "|Hạn chế|Nguyên nhân|Thời gian khắc phục|Người chịu trách nhiệm|\n"
    plan = plan_of(f"{head}|Sổ ghi thiếu|Quên|Trước 10/10/2026|Tổ trưởng|\n|Đi muộn|Nhà xa|Trước 12/10/2026|GVCN|")
    assert plan.tasks == ()
    assert "bang-khong-hieu" in {finding.rule for finding in plan.findings}


def test_a_table_of_things_and_results_keeps_its_content_for_the_work():
    head = "|Nội dung|Kết quả|Hạn chế|Thời gian khắc phục|\n"
    plan = plan_of(f"{head}|Công tác thư viện|Khá|Mở cửa ít|Tháng 11/2026|\n|Nền nếp|Tốt|Vào muộn|Tháng 10/2026|")
    assert sorted(title for title, *_ in works(plan)) == ["Công tác thư viện", "Nền nếp"]
