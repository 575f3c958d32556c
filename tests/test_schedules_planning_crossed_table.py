"""Tables of months crossed with weeks, and of weeks crossed with weekdays: a work is due where its cell stands."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.axis_labels import Axis, heads_crossed, label_of
from schedules.reading import read_file, read_text
from tests.gold.as_office import word
from tests.gold.as_text import tabs
from tests.gold.source import parse

HEAD = "TRƯỜNG THCS ĐỒI CHÈ\nĐồi Chè, ngày 20 tháng 8 năm 2025\n# KẾ HOẠCH\n# Năm học 2025-2026\nI. NỘI DUNG\n\n"


@pytest.fixture
def plan(tmp_path):
    def read(*rows):
        path = tmp_path / "bang.docx"
        path.write_bytes(word(parse(HEAD + "\n".join(f"|{row}|" for row in rows), "bang")))
        return understand(read_file(path), load_calendar())

    return read


def days(plan):
    return {task.title: (f"{task.due.start or ''}", f"{task.due.day or ''}") for task in plan.tasks}


def rules(plan):
    return {finding.rule for finding in plan.findings}


def test_a_work_is_due_in_the_week_of_the_month_its_cell_stands_in(plan):
    found = days(plan("Tháng|Tuần 1|Tuần 2|Tuần 3", "9/2025||Dự giờ giáo viên mới|", "01/2026|||Sơ kết thi đua"))
    assert found == {
        "Dự giờ giáo viên mới": ("2025-09-08", "2025-09-14"),
        "Sơ kết thi đua": ("2026-01-12", "2026-01-18"),
    }


def test_months_may_stand_across_and_cross_the_year_without_saying_it(plan):
    found = days(plan("Tuần|Tháng 12|Tháng 01", "Tuần 1|Dự giờ giáo viên mới|", "Tuần 2||Sơ kết thi đua"))
    assert found == {
        "Dự giờ giáo viên mới": ("2025-12-01", "2025-12-07"),
        "Sơ kết thi đua": ("2026-01-05", "2026-01-11"),
    }


def test_numbers_under_one_heading_of_weeks_are_weeks(plan):
    found = days(plan("Tháng|Tuần|<|<", "^|1|2|3", "9||Dự giờ giáo viên mới|", "10|Thao giảng cụm||"))
    assert found["Dự giờ giáo viên mới"] == ("2025-09-08", "2025-09-14")
    assert found["Thao giảng cụm"] == ("2025-10-01", "2025-10-05")


def test_a_cell_merged_over_weeks_spans_them_and_over_all_of_them_is_of_the_month(plan):
    found = days(plan("Tháng|Tuần 1|Tuần 2|Tuần 3", "9/2025||Chấm hồ sơ tổ|<", "10/2025|Quyên góp sách cũ|<|<"))
    assert found == {
        "Chấm hồ sơ tổ": ("2025-09-08", "2025-09-21"),
        "Quyên góp sách cũ": ("2025-10-01", "2025-10-31"),
    }


def test_weeks_that_name_their_days_mean_those_of_the_row_s_month(plan):
    found = days(plan("Tháng|Tuần 1 (1-7)|Tuần 2 (8-14)|Tuần 3 (15-hết tháng)", "2||Thao giảng cụm|Quyên góp sách cũ"))
    assert found == {
        "Thao giảng cụm": ("2026-02-08", "2026-02-14"),
        "Quyên góp sách cũ": ("2026-02-15", "2026-02-28"),
    }


def test_a_day_of_the_work_s_own_wins_and_one_outside_its_cell_is_told(plan):
    inside = plan("Tháng|Tuần 1|Tuần 2", "10/2025||Thao giảng cụm, ngày 09/10", "11/2025|Tập huấn bơi|")
    outside = plan("Tháng|Tuần 1|Tuần 2", "10/2025||Thao giảng cụm, ngày 28/10", "11/2025|Tập huấn bơi|")
    assert days(inside)["Thao giảng cụm"][1] == "2025-10-09"
    assert days(outside)["Thao giảng cụm"][1] == "2025-10-28"
    assert ("ngay-ngoai-o" in rules(inside), "ngay-ngoai-o" in rules(outside)) == (False, True)


@pytest.mark.parametrize("own", ["sáng 08/11", "chiều 08/11", "vào 08/11", "lúc 14h ngày 08/11", "Thứ Bảy 08/11"])
def test_a_day_set_off_from_a_feast_wins_over_the_week_of_its_cell(plan, own):
    found = plan("Tháng|Tuần 1|Tuần 2|Tuần 3", f"11/2025|Hội khỏe|Lễ kỷ niệm Ngày Nhà giáo Việt Nam, {own}|")
    assert f"{found.tasks[-1].due.day}" == "2025-11-08"
    assert found.tasks[-1].due.start in {None, found.tasks[-1].due.day}


def test_what_takes_the_whole_month_is_of_the_month_beside_a_work_of_the_week(plan):
    found = plan(
        "Tháng|Tuần 1|Tuần 2|Cả tháng",
        "10/2025|- Thao giảng cụm//- Cả tháng: ghi sổ đầu bài|Tập huấn bơi|Chăm vườn trường",
        "11/2025|Hội thi nghi thức||",
    )
    assert days(found)["Thao giảng cụm"] == ("2025-10-01", "2025-10-05")
    assert days(found)["Ghi sổ đầu bài"] == days(found)["Chăm vườn trường"] == ("2025-10-01", "2025-10-31")


def test_people_of_a_column_beside_the_weeks_do_the_works_of_the_row(plan):
    found = plan("Tháng|Tuần 1|Tuần 2|Phụ trách", "10/2025|Thao giảng cụm||Cô Vân", "11/2025||Tập huấn bơi (thầy Tú)|")
    assert {task.title: task.owners for task in found.tasks} == {
        "Thao giảng cụm": ("Cô Vân",),
        "Tập huấn bơi": ("thầy Tú",),
    }


def test_a_week_the_month_lacks_and_a_row_that_is_no_month_give_no_date(plan):
    found = plan("Tháng|Tuần 1|Tuần 4|Tuần 5", "9/2025|Thao giảng cụm||", "10/2025|Tập huấn bơi||")
    lacking = plan(
        "Tháng|Tuần 1|Tuần 2|Tuần 3|Tuần 4|Tuần 5", "02/2026|||||Trồng cây đầu xuân", "3/2026|||||", "Hè||Tập bơi|||"
    )
    assert "2025-09-29" not in str(days(found))
    assert set(days(lacking).values()) == {("", "")}
    assert {"ngay-khong-co", "o-khong-ro-tuan"} <= rules(lacking)


def test_weekdays_cross_weeks_both_ways(plan):
    week, then = "Tuần 1 (08/9 - 13/9)", "Tuần 2 (15/9 - 20/9)"
    across = plan("Tuần|Thứ Hai|Thứ Ba|Thứ Tư", f"{week}||Thao giảng cụm|", f"{then}|||Tập huấn bơi")
    down = plan(f"Thứ|{week}|{then}", "Thứ Hai||", "Thứ Ba|Thao giảng cụm|", "Thứ Tư||Tập huấn bơi")
    assert days(across) == days(down)
    assert days(down) == {
        "Thao giảng cụm": ("2025-09-09", "2025-09-09"),
        "Tập huấn bơi": ("2025-09-17", "2025-09-17"),
    }


def test_a_pasted_row_that_lacks_a_merged_cell_keeps_only_the_days_it_names():
    rows = (
        "Tháng|Tuần 1|Tuần 2|Tuần 3",
        "9/2025||Dự giờ giáo viên mới|",
        "10/2025|Thao giảng cụm|<|Thi vẽ, ngày 17/10",
    )
    text = tabs(parse(HEAD + "\n".join(f"|{row}|" for row in rows), "bang"))
    found = understand(read_text(text, "dán"), load_calendar())
    assert days(found)["Dự giờ giáo viên mới"] == ("2025-09-08", "2025-09-14")
    assert days(found)["Thao giảng cụm"] == ("", "")
    assert days(found)["Thi vẽ"][1] == "2025-10-17"


@pytest.mark.parametrize(
    ("text", "axis", "numbers"),
    [
        ("Tuần 3", Axis.WEEK, (3, 3)),
        ("Tuần III", Axis.WEEK, (3, 3)),
        ("Tuần 1 - 2", Axis.WEEK, (1, 2)),
        ("Tháng 9: Truyền thống nhà trường", Axis.MONTH, (9, 9)),
        ("T10/2025", Axis.MONTH, (10, 10)),
        ("Thứ 7", Axis.WEEKDAY, (7, 7)),
    ],
)
def test_a_label_is_known_in_its_forms(text, axis, numbers):
    label = label_of(text, axis)
    assert label is not None
    assert (label.first, label.last) == numbers


@pytest.mark.parametrize("text", ["3", "Tháng 9, 10", "Tuần", "9/2025 - 10/2025", "Tháng 9 - tháng 10"])
def test_a_number_alone_or_several_months_are_no_label(text):
    assert label_of(text, Axis.MONTH) is None
    assert label_of(text, Axis.WEEK) is None


def test_a_header_crosses_only_where_all_its_columns_do():
    assert heads_crossed(["Tháng", "Tuần 1", "Tuần 2"]) is Axis.MONTH
    assert heads_crossed(["Tuần", "Tháng 12", "Tháng 1"]) is Axis.WEEK
    assert heads_crossed(["Tháng", "Tuần 2", "Tuần 3"]) is None
    assert heads_crossed(["Nội dung", "Tuần 1", "Tuần 2"]) is None


def test_a_month_may_have_its_theme_on_a_line_under_it():
    assert label_of("Tháng 10/2025\nVòng tay bè bạn", Axis.MONTH) == label_of("Tháng 10/2025", Axis.MONTH)
    assert label_of("Vòng tay bè bạn\nTháng 10/2025", Axis.MONTH) is None
