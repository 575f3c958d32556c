"""Tables that hand out evidence or results to people with a day each, and registers of papers that hand out nothing."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC SUỐI LÚA\nSuối Lúa, ngày 1 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n\n"


def plan_of(*rows):
    text = "\n".join(row.replace("|", "\t") for row in rows)
    return understand(read_text(HEAD + text, "dán"), load_calendar())


def works(*rows):
    return [(task.title, task.due.day, task.owners, task.criterion) for task in plan_of(*rows).tasks]


@pytest.mark.parametrize("label", ["Minh chứng phải có", "Các minh chứng cần bổ sung", "Sản phẩm phải nộp"])
def test_what_is_handed_out_with_people_and_days_is_work(label):
    found = works(
        f"Tiêu chí|{label}|Nơi lấy|Nhóm, cá nhân thu thập|Hạn thu thập",
        "1.6|Sổ theo dõi tài chính ba năm|Văn phòng|Nhóm 2|03/11 - 07/11/2025",
        "3.4|Giấy kiểm định bếp ăn|Văn thư|Nhóm 3|Trước 15/11/2025",
    )
    assert found == [
        ("Sổ theo dõi tài chính ba năm", date(2025, 11, 7), ("Nhóm 2",), "1.6"),
        ("Giấy kiểm định bếp ăn", date(2025, 11, 15), ("Nhóm 3",), "3.4"),
    ]


def test_evidence_still_to_be_found_is_the_work_and_not_what_is_there_already():
    found = works(
        "Tiêu chí|Minh chứng đã có|Minh chứng cần thu thập|Người thu thập|Thời hạn",
        "2.1|Quyết định bổ nhiệm|Văn bằng của cán bộ quản lý|Văn thư|10/11/2025",
        "2.4|Danh sách học sinh|Sổ theo dõi chuyên cần|Tổ văn phòng|12/11/2025",
    )
    assert [title for title, *_ in found] == ["Văn bằng của cán bộ quản lý", "Sổ theo dõi chuyên cần"]


@pytest.mark.parametrize("label", ["Ngày ban hành", "Số, ngày tháng năm ban hành", "Ngày ký", "Ngày vào ngành"])
def test_days_of_papers_and_people_are_none_to_work_by(label):
    assert works(f"TT|Trích yếu|{label}", "1|Quy chế chi tiêu nội bộ|05/9/2025", "2|Nội quy học sinh|15/9/2025") == []


def test_results_without_anybody_to_bring_them_stay_a_finding():
    plan = plan_of("Tiêu chuẩn|Kết quả đạt được|Thời gian", "1|Được khen cấp xã|10/2025", "2|Xếp thứ hai|12/2025")
    assert plan.tasks == ()


def test_evidence_that_must_be_found_is_work_even_where_nobody_is_named():
    rows = ("Tiêu chí|Minh chứng cần bổ sung|Thời hạn", "5.3|Sổ điểm điện tử|10/11/2025", "5.4|Ảnh hội thao|12/11/2025")
    assert works(*rows) == [
        ("Sổ điểm điện tử", date(2025, 11, 10), (), "5.3"),
        ("Ảnh hội thao", date(2025, 11, 12), (), "5.4"),
    ]
