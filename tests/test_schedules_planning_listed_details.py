"""Lists that only tell what a work is made of: days of an exam, papers of a file; lists of works stay works."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n"


def read(*lines):
    return understand(read_text(HEAD + "\n".join(lines) + "\n", "dán"), load_calendar())


def works(plan):
    return [(task.title, task.due.day) for task in plan.tasks if task.due.dated]


@pytest.mark.parametrize(
    ("head", "parts", "title"),
    [
        (
            "- Tổ chức thi chọn học sinh giỏi trong hai ngày 28 và 29/10/2024:",
            ("+ Ngày thứ nhất: các môn Toán, Vật lí;", "+ Ngày thứ hai: các môn còn lại."),
            "Tổ chức thi chọn học sinh giỏi",
        ),
        (
            "- Hội trại đón các bạn nhỏ từ 28/10 đến 29/10/2024:",
            ("+ Ngày 1: dựng trại, thi nấu ăn", "+ Ngày 2: trò chơi lớn, trao giải"),
            "Hội trại đón các bạn nhỏ",
        ),
        (
            "- Kiểm tra nghề phổ thông ngày 29/10/2024:",
            ("+ Buổi sáng: lý thuyết", "+ Buổi chiều: thực hành"),
            "Kiểm tra nghề phổ thông",
        ),
        (
            "- Gửi hồ sơ đăng ký đánh giá ngoài về Sở trước ngày 29/10/2024, hồ sơ gồm:",
            ("+ Công văn đăng ký của trường;", "+ Báo cáo tự đánh giá (02 bản)."),
            "Gửi hồ sơ đăng ký đánh giá ngoài về Sở",
        ),
        (
            "- Nộp sản phẩm dự thi chậm nhất 29/10/2024. Hồ sơ dự thi bao gồm:",
            ("+ Thuyết minh sản phẩm của nhóm;", "+ Phiếu đăng ký có xác nhận."),
            "Nộp sản phẩm dự thi",
        ),
    ],
)
def test_what_a_work_is_made_of_is_no_work(head, parts, title):
    plan = read(head, *parts, "- Họp tổ ngày 5/11/2024")
    assert works(plan) == [(title, date(2024, 10, 29)), ("Họp tổ", date(2024, 11, 5))]
    assert not any(part.strip(" +.;") in duty.quote for part in parts for duty in plan.duties)
    told = [finding for finding in plan.findings if finding.rule == "chi-tiet-cua-viec"]
    assert [len(finding.quotes) for finding in told] == [3]


@pytest.mark.parametrize(
    "lines",
    [
        ("- Tuần từ 28/10 đến 02/11/2024:", "+ Thao giảng tổ Toán", "+ Kiểm kê thiết bị"),
        ("- Các công việc trong tháng 10/2024 gồm:", "+ Thao giảng tổ Toán", "+ Kiểm kê thiết bị"),
        ("- Tổ chức hội thi trong tháng 10/2024:", "+ Thi viết chữ đẹp lớp 1", "+ Thi kể chuyện lớp 2"),
    ],
)
def test_a_list_of_works_stays_one(lines):
    assert len(works(read(*lines))) == 2


def test_a_day_of_its_own_makes_a_part_a_work():
    plan = read(
        "- Gửi hồ sơ đăng ký trước ngày 29/10/2024, hồ sơ gồm:",
        "+ Công văn đăng ký (gửi trước ngày 20/10/2024);",
        "+ Báo cáo tự đánh giá.",
    )
    assert [day for _, day in works(plan)] == [date(2024, 10, 29), date(2024, 10, 20)]
