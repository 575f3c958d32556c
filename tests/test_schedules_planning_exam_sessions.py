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
