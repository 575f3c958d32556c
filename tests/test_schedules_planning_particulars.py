"""Tables that hold no work: people with birth and degree, shares and grades, what was bought years ago."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.measures import is_degree, is_measure
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC SUỐI LÚA\nSuối Lúa, ngày 1 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n\n"


def plan_of(*rows):
    text = "\n".join(row.replace("|", "\t") for row in rows)
    return understand(read_text(HEAD + text, "dán"), load_calendar())


def works(*rows):
    return [(task.title, task.due.day) for task in plan_of(*rows).tasks]


@pytest.mark.parametrize(
    "text", ["71,4%", "Đạt 100%", "≥ 95%", "Khá", "Hoàn thành tốt", "35/40 em", "Tốt: 80%, Khá: 20%", "Từ 5 đến 10"]
)
def test_figures_shares_and_grades_are_measures(text):
    assert is_measure(text)


@pytest.mark.parametrize("text", ["Họp", "Kiểm tra 1 tiết", "Bài 5", "Thi 12", "Lớp 5", "Khảo sát 100% học sinh", ""])
def test_what_names_a_work_or_people_is_no_measure(text):
    assert not is_measure(text)


@pytest.mark.parametrize("text", ["Đại học Toán", "Đại hoc Toan", "Cao đẳng Sư phạm Mầm non", "ThS. Hóa học", "THPT"])
def test_what_somebody_has_learnt_is_a_degree(text):
    assert is_degree(text)


@pytest.mark.parametrize("text", ["Đại hội chi bộ", "Thi tốt nghiệp THPT", "THCS Vĩnh Chân", "Cử đi học đại học"])
def test_a_meeting_a_test_or_a_school_is_no_degree(text):
    assert not is_degree(text)


@pytest.mark.parametrize("label", ["Vào ngành", "Ngày vào Đảng", "Năm tuyển dụng", "Tháng"])
def test_a_list_of_staff_gives_no_work(label):
    rows = (f"TT|Họ và tên|Năm sinh|{label}|Trình độ", "1|Lê Quang Phúc|1990|8/2014|Đại học Vật lí")
    assert works(*rows, "2|Nguyễn Thu Hà|1994|9/2018|Cao đẳng Tin học") == []


def test_shares_by_term_give_no_work():
    assert works("Môn|Học kỳ I|Học kỳ II|Cả năm", "Toán|71,4%|74,9%|73,8%", "Tiếng Việt|Tốt|82 em|81,6%") == []


def test_what_was_bought_years_ago_is_told_and_no_work():
    rows = ("Tên thiết bị|Số lượng|Ngày mua", "Máy chiếu phòng họp|02|12/3/2021", "Loa kéo ngoài sân|01|05/9/2022")
    plan = plan_of(*rows)
    assert plan.tasks == ()
    assert "bang-moc-da-qua" in {finding.rule for finding in plan.findings}


def test_what_is_to_be_bought_this_year_stays_a_work():
    rows = ("Tên thiết bị|Số lượng|Ngày mua", "Máy chiếu phòng họp|02|12/3/2026", "Loa kéo ngoài sân|01|05/9/2025")
    assert [day for _, day in works(*rows)] == [date(2026, 3, 12), date(2025, 9, 5)]


def test_a_share_in_the_column_of_works_is_told_and_no_work():
    rows = ("Nội dung|Thời gian|Người thực hiện", "Thi học sinh giỏi|12/11/2025|Tổ chuyên môn", "95%|12/2025|BGH")
    plan = plan_of(*rows)
    assert [task.title for task in plan.tasks] == ["Thi học sinh giỏi"]
    assert "moc-khong-viec" in {finding.rule for finding in plan.findings}


@pytest.mark.parametrize("month", ["Tháng10/2025", "Thdng10/2025", "10/2025", "Tháng 10"])
def test_a_month_written_into_its_name_is_that_month(month):
    rows = ("Tháng|Nội dung công việc|Người thực hiện", "Tháng 9/2025|Kiểm kê hóa chất|Thiết bị")
    assert works(*rows, f"{month}|Chọn đội tuyển lớp 9|TTCM")[1:] == [("Chọn đội tuyển lớp 9", date(2025, 10, 31))]


@pytest.mark.parametrize("month", ["Tháng …/2025", "Tháng ?"])
def test_a_month_that_cannot_be_read_is_not_the_one_above(month):
    rows = ("Tháng|Nội dung công việc|Người thực hiện", "Tháng 9/2025|Kiểm kê hóa chất|Thiết bị")
    plan = plan_of(*rows, f"{month}|Chọn đội tuyển lớp 9|TTCM", "|Rà soát hồ sơ tổ|TTCM")
    assert [task.due.day for task in plan.tasks] == [date(2025, 9, 30), None, None]
    assert "chua-hieu-thoi-gian" in {finding.rule for finding in plan.findings}


@pytest.mark.parametrize(
    "label",
    [
        "Công việc cần huy động nguồn lực",
        "Các hoạt động cần huy động nguồn lực",
        "Hoạt động cần nguồn lực",
        "Công việc cần kinh phí",
    ],
)
def test_what_means_are_gathered_for_is_the_work_and_not_the_criterion(label):
    rows = (f"TT|Tiêu chí|{label}|Nguồn lực|Thời điểm huy động|Phụ trách",)
    row = "1|Tiêu chí 3.4: Khu vệ sinh|Gửi mẫu nước đi xét nghiệm|1.850.000 đồng|Trước ngày 18/11/2025|Y tế"
    assert works(*rows, row) == [("Gửi mẫu nước đi xét nghiệm", date(2025, 11, 18))]
