"""A timetable of subjects beside the work of holding the exam on just these days: details of it, else works."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 12 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n"
SESSIONS = (
    "Ngày\tBuổi\tMôn\tThời gian làm bài\n23/12/2024\tSáng\tNgữ văn\t90 phút\n"
    "24/12/2024\tSáng\tToán\t90 phút\n25/12/2024\tChiều\tTiếng Anh, Tin học\t60 phút\n"
)


def plan_of(text: str):
    return understand(read_text(HEAD + text, "plan.txt"), load_calendar())


@pytest.mark.parametrize("subject", ["Ngit văn", "Nghề điện", "STEM"])
def test_a_subject_nobody_knows_is_a_session_among_sessions(subject):
    plan = plan_of("1. Tổ chức kiểm tra từ ngày 23/12 đến ngày 25/12/2024.\n" + SESSIONS.replace("Ngữ văn", subject))
    assert len(plan.tasks) == 1


@pytest.mark.parametrize(
    "head", ["Ngày | Buổi | Giờ phát đề | Môn", "Ngày | Buổi | Giờ phát đề | Bài thi", "Ngày | Ca | Nội dung | Môn"]
)
def test_the_subjects_may_stand_last(head):
    third = "Kiểm tra" if "Nội dung" in head else "7h30"
    rows = "".join(
        f"| {day}/12/2024 | Sáng | {third} | {subject} |\n"
        for day, subject in ((23, "Ngữ văn"), (24, "Toán"), (25, "Tiếng Anh"))
    )
    work = "1. Tổ chức kiểm tra cuối học kỳ I từ ngày 23/12 đến ngày 25/12/2024."
    plan = plan_of(f"{work}\n\n| {head} |\n|---|---|---|---|\n{rows}")
    assert len(plan.tasks) == 1


@pytest.mark.parametrize("other", ["Họp giám thị", "Nộp đề", "Tổng kết lớp"])
def test_a_deed_among_sessions_is_a_work(other):
    plan = plan_of("1. Tổ chức kiểm tra từ ngày 23/12 đến ngày 25/12/2024.\n" + SESSIONS.replace("Ngữ văn", other))
    assert other in [task.title for task in plan.tasks]


@pytest.mark.parametrize(
    "work",
    [
        "1. Tổ chức kiểm tra tập trung từ ngày 23/12 đến ngày 25/12/2024.",
        "1. Coi thi cuối học kỳ I: 23/12 - 26/12/2024",
        "1. Thi học kỳ I (từ 23/12 đến 25/12/2024)",
    ],
)
def test_the_sessions_of_an_exam_are_told_as_details_of_the_work_of_holding_it(work):
    plan = plan_of(f"{work}\n{SESSIONS}")
    assert len(plan.tasks) == 1
    told = next(finding for finding in plan.findings if finding.rule == "chi-tiet-cua-viec")
    assert "3 buổi" in told.message
    assert any("Tiếng Anh, Tin học" in quote for quote in told.quotes)


@pytest.mark.parametrize(
    "work",
    [
        "1. Chấm bài xong trước ngày 28/12/2024.",
        "1. Ôn tập kiểm tra từ ngày 23/12 đến ngày 25/12/2024.",
        "1. Coi kiểm tra từ ngày 23/12 đến ngày 24/12/2024.",
        "1. Đợt thi đua kiểm tra nề nếp từ ngày 02/12 đến ngày 31/12/2024.",
    ],
)
def test_without_a_work_of_just_these_days_each_session_stays_a_work(work):
    titles = [task.title for task in plan_of(f"{work}\n{SESSIONS}").tasks]
    assert len(titles) == 4
    assert {"Ngữ văn", "Toán"} <= set(titles)


def test_sessions_that_name_their_own_people_stay_works():
    rows = SESSIONS.replace("Thời gian làm bài", "Phụ trách").replace("90 phút", "Tạ Bền").replace("60 phút", "Lê Ráng")
    plan = plan_of(f"1. Tổ chức kiểm tra tập trung từ ngày 23/12 đến ngày 25/12/2024.\n{rows}")
    assert len(plan.tasks) == 4


def test_a_line_of_who_works_where_is_the_row_of_the_same_deed_and_people():
    rows = "TT\tCông việc\tThời gian\tThực hiện\n1\tSao in, niêm phong đề\t17/12 - 19/12/2024\tBan sao in\n2\tChấm bài\t26/12/2024\tTổ Toán\n"
    line = "1. Sao in: Ban sao in làm việc tập trung từ ngày 17/12 đến ngày 19/12/2024 tại phòng họp.\n"
    works = [(task.title, task.owners, len(task.mentions)) for task in plan_of(f"{line}\n{rows}").tasks]
    assert works == [("Sao in", ("Ban sao in",), 2), ("Chấm bài", ("Tổ Toán",), 1)]


COVER = "1. Coi kiểm tra cuối kỳ từ ngày 23/12 đến ngày 25/12/2024 (Hiệu trưởng).\n"


@pytest.mark.parametrize(
    "table",
    [
        (
            "Ngày\tBuổi sáng\tBuổi chiều\n23/12\tNgữ văn 6, 7, 8\tLịch sử 9\n"
            "24/12\tToán 6, 7\tTin học 8\n25/12\tTiếng Anh 6A1, 7\t\n"
        ),
        (
            "Thứ, ngày\tTiết\tBài kiểm tra\tKhối lớp\nThứ Hai, 23/12\t1-2\tToán\t6, 7\n"
            "Thứ Ba, 24/12\t1-2\tNgữ văn GDCD\t6, 7\nThứ Tư, 25/12\t3\tVật lí\t8\n"
        ),
        "Khối\t23/12\t24/12\t25/12\n6\tToán\tNgữ văn\tTiếng Anh\n7\tNgữ văn\tToán\tTin học\n",
    ],
    ids=["parts of the day", "two subjects in a cell", "a column for each day"],
)
def test_whatever_its_columns_are_called_a_timetable_tells_of_the_exam(table):
    plan = plan_of(f"{COVER}II. LỊCH\n{table}")
    assert [task.title for task in plan.tasks] == ["Coi kiểm tra cuối kỳ"]
    assert "chi-tiet-cua-viec" in {finding.rule for finding in plan.findings}


TORN = (
    "Ngày | Buổi | Môn | Thời gian làm bài\n23/12 (Thứ Hai) | Sáng Toán | 90 phút\n"
    "24/12 (Thứ Ba) Sáng | Ngu vin | 90 phut\n25/12 (Thứ Tư) | Sáng | Tiếng Anh | 60 phút\n"
)


def test_the_sessions_of_a_torn_timetable_are_details_too():
    assert [task.title for task in plan_of(f"{COVER}{TORN}").tasks] == ["Coi kiểm tra cuối kỳ"]


@pytest.mark.parametrize(
    "text",
    [
        TORN,
        (
            "Ngày | Buổi | Việc | Ai | Lâu\n23/12 (Thứ Hai) | Sáng | Họp tổ | 90 phút | P. 2\n"
            f"25/12 (Thứ Tư) | Sáng | Dự giờ | 60 phút | P. 3\n{COVER}"
        ),
        f"{COVER}{TORN}".replace("25/12/2024", "29/12/2024"),
    ],
    ids=["no exam of these days", "deeds beside the exam", "an exam of other days"],
)
def test_torn_rows_that_are_no_details_stay(text):
    days = {str(task.due.day) for task in plan_of(text).tasks}
    assert {"2024-12-23", "2024-12-25"} <= days


WHEN = "1. Các môn thi chung. Thời gian kiểm tra: từ ngày 23/12/2024 đến ngày 25/12/2024, theo lịch tại Phụ lục.\n"


def test_a_line_that_only_says_when_the_exam_is_held_is_a_mention_of_holding_it():
    row = "TT\tCông việc\tThời gian\tChủ trì\n1\tCoi thi học kỳ\t23/12 - 25/12/2024\tHiệu trưởng\n2\tChấm bài\t27/12/2024\tTổ Toán\n"
    works = [(task.title, task.owners, len(task.mentions)) for task in plan_of(f"{WHEN}{row}").tasks]
    assert works == [("Coi thi học kỳ", ("Hiệu trưởng",), 2), ("Chấm bài", ("Tổ Toán",), 1)]


def test_the_only_line_that_says_when_the_exam_is_held_stays_its_work():
    ((first, last),) = [(str(task.due.start), str(task.due.day)) for task in plan_of(WHEN).tasks]
    assert (first, last) == ("2024-12-23", "2024-12-25")
