"""Several works beside several times in one cell: line for line, or one time over lines, never one date for all."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 15 tháng 9 năm 2026\nKẾ HOẠCH\nNăm học 2026-2027\n\n"
WORKS = ("Thi kể chuyện theo sách", "Nộp đề kiểm tra", "Kiểm kê thư viện")


def plan_of(times, count=None, marks=("", "", "")):
    works = "<br>".join(mark + work for mark, work in zip(marks, WORKS, strict=True) if work in WORKS[: count or 3])
    row = f"|12/2026|{works}|{'<br>'.join(times)}|Văn thư|\n"
    table = f"|Tháng|Nội dung công việc|Thời gian|Người thực hiện|\n|---|---|---|---|\n{row}"
    return understand(read_text(HEAD + table, "dán.md"), load_calendar())


def days(plan):
    return [f"{task.due.start or task.due.day:%d}-{task.due.day:%d}" for task in plan.tasks if task.due.day]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (["10-14/12", "Tuần 4"], ["10-14", "21-27"]),
        (["05/12", "Cuối tháng"], ["05-05", "21-31"]),
        (["Tuần 2-3", "26/12"], ["07-20", "26-26"]),
        (["Tuần 2", "12/12"], ["07-13", "12-12"]),
        (["Giữa tháng", "30/12"], ["11-20", "30-30"]),
        (["- Tuần 2", "- 12/12"], ["07-13", "12-12"]),
        (["1. Tuần 2", "2. 12/12"], ["07-13", "12-12"]),
        (["Tuần 2", "Trước 12/12", "Cuối tháng"], ["07-13", "12-12", "21-31"]),
        (["Đầu", "Giữa", "Cuối tháng"], ["01-10", "11-20", "21-31"]),
        (["- Tuần 1", "- 07-11/12"], ["01-06", "07-11"]),
        (["+ Tuần 2", "+ 14/12 - 19/12"], ["07-13", "14-19"]),
        (["02/12 đến 20/12", "Tuần 1, 2", "27/12/2026"], ["02-20", "01-13", "27-27"]),
    ],
)
def test_as_many_times_as_works_are_each_work_s_own(times, expected):
    plan = plan_of(times, len(times))
    assert days(plan) == expected
    assert all(task.due.words in "\n".join(times) for task in plan.tasks)
    assert "lech-so-moc" not in [finding.rule for finding in plan.findings]


def test_works_times_and_people_lettered_in_their_cells_go_together():
    cells = (
        "a) Chuẩn hóa tên tệp;<br>b) Tập huấn dùng kho hồ sơ số",
        "a) Từ 28/9/2026 đến 09/10/2026;<br>b) Ngày 10/10/2026",
        "a) Văn thư;<br>b) Giáo viên Tin học",
    )
    table = "|TT|Nội dung công việc|Thời gian|Người thực hiện|\n|---|---|---|---|\n" + "|1|" + "|".join(cells) + "|\n"
    plan = understand(read_text(HEAD + table, "dán.md"), load_calendar())
    assert [(task.owners, f"{task.due.day:%d/%m}") for task in plan.tasks if task.due.day] == [
        (("Văn thư",), "09/10"),
        (("Giáo viên Tin học",), "10/10"),
    ]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (["Tuần 2", "07-12/12"], ["07-12"]),
        (["Tuần 2", "Từ 14/12 - 19/12"], ["14-19"]),
        (["Tuần 15", "(07/12 - 12/12)"], ["07-12"]),
        (["Cuối tháng", "12/2026"], ["21-31"]),
        (["Sáng", "05/12"], ["05-05"]),
        (["Từ 05/12", "đến 10/12"], ["05-10"]),
    ],
)
def test_one_time_over_two_lines_is_of_both_works(times, expected):
    assert days(plan_of(times, 2)) == expected * 2


@pytest.mark.parametrize("first", ["Theo lịch", "Sau khi có kết quả"])
def test_a_line_without_a_date_takes_none_from_the_next(first):
    plan = plan_of([first, "15/12"], 2)
    assert days(plan) == ["15-15"]
    assert [task.title for task in plan.tasks if task.due.day] == [WORKS[1]]


def test_times_of_another_count_than_the_works_are_asked_about():
    plan = plan_of(["05/12", "Cuối tháng"])
    assert days(plan) == ["01-31"] * 3
    assert "lech-so-moc" in [finding.rule for finding in plan.findings]


def test_times_behind_marks_go_with_their_lines_though_a_work_names_a_feast():
    row = "|12/2026|- Hội nghị người lao động<br>- Thao giảng chào mừng ngày 22/12|- Tuần 1<br>- 07-11/12|- Cô Na<br>- TTCM|\n"
    table = f"|Tháng|Nội dung công việc|Thời gian|Người thực hiện|\n|---|---|---|---|\n{row}"
    plan = understand(read_text(HEAD + table, "dán.md"), load_calendar())
    assert [(task.owners, f"{task.due.start:%d}-{task.due.day:%d}") for task in plan.tasks] == [
        (("Cô Na",), "01-06"),
        (("TTCM",), "07-11"),
    ]


@pytest.mark.parametrize("times", [["- Tuần 2", "(07/12 - 12/12)"], ["- Tuần 2", "- (07/12 - 12/12)"]])
def test_a_bracket_under_a_week_tells_its_days_and_is_no_second_time(times):
    assert days(plan_of(times, 2)) == ["07-12", "07-12"]


def table_of(work, time=""):
    row = f"|10/2026|{work}|{time}|Văn thư|\n"
    table = f"|Tháng|Nội dung công việc|Thời gian|Người thực hiện|\n|---|---|---|---|\n{row}"
    return understand(read_text(HEAD + table, "dán.md"), load_calendar())


def test_the_steps_under_the_name_of_a_work_are_each_told_with_that_name():
    plan = table_of("Hội thi khoa học:<br>+ Nộp đề cương<br>+ Vòng trường", "05/10<br>23/10")
    assert [task.title for task in plan.tasks] == ["Nộp đề cương – Hội thi khoa học", "Vòng trường – Hội thi khoa học"]
    assert days(plan) == ["05-05", "23-23"]


def test_a_day_and_a_week_in_the_words_of_one_cell_are_of_two_works():
    plan = table_of("Phát động đọc sách 05/10; họp cha mẹ học sinh đầu năm (tuần 3)")
    assert [task.title for task in plan.tasks] == ["Phát động đọc sách", "Họp cha mẹ học sinh đầu năm"]
    assert days(plan) == ["05-05", "12-18"]
