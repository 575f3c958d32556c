"""Columns of people under other names: those who take part help, those who inspect own, the inspected are told."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG MẦM NON LÁ SEN\nĐồi Sim, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. LỊCH\n"


def works(*rows):
    tasks = understand(read_text(HEAD + "\n".join(rows) + "\n", "dán"), load_calendar()).tasks
    return [(task.title, task.owners, task.helpers) for task in tasks]


@pytest.mark.parametrize(
    "head",
    ["Tham gia", "Lực lượng cùng tham gia", "Người tham gia", "Bộ phận hỗ trợ", "Cùng thực hiện", "Phối hợp"],
)
def test_who_takes_part_helps(head):
    found = works(
        f"Công việc\tThời gian\tĐầu mối\t{head}",
        "Hội vườn\t14/11/2025\tCô Na\tBan đại diện CMHS",
        "Lát sân\t12/12/2025\tCô Mận\t",
    )
    assert found[:1] == [("Hội vườn", ("Cô Na",), ("Ban đại diện CMHS",))]


@pytest.mark.parametrize("head", ["Thành phần tham gia", "Đối tượng tham gia", "Số lượng tham gia"])
def test_who_only_comes_does_not_help(head):
    found = works(
        f"Công việc\tThời gian\tChủ trì\t{head}",
        "Hội vườn\t14/11/2025\tCô Na\tTrẻ lớp Lá",
        "Lát sân\t12/12/2025\tCô Mận\t",
    )
    assert found[:1] == [("Hội vườn", ("Cô Na",), ())]


@pytest.mark.parametrize(
    ("named", "doer"),
    [
        ("Họ và tên", "Người kiểm tra"),
        ("Giáo viên được kiểm tra", "Kiểm tra viên"),
        ("Họ tên giáo viên", "Người dự giờ"),
        ("Người được đánh giá", "Người đánh giá"),
    ],
)
def test_who_inspects_owns_and_the_inspected_is_told(named, doer):
    found = works(
        f"TT\t{named}\tNội dung\tThời gian\t{doer}",
        "1\tVũ Thị Sim\tDự hoạt động góc\t14/11/2025\tPhó Hiệu trưởng",
        "2\tLê Thị Mận\tDự giờ ăn\t15/12/2025\tHiệu trưởng",
    )
    assert found[:1] == [("Dự hoạt động góc – Vũ Thị Sim", ("Phó Hiệu trưởng",), ())]


def test_people_alone_in_their_table_own_their_works():
    found = works(
        "TT\tHọ và tên\tNhiệm vụ\tThời gian",
        "1\tVũ Thị Sim\tVẽ bản đồ\t14/11/2025",
        "2\tLê Thị Mận\tSơn cổng\t15/12/2025",
    )
    assert found[:1] == [("Vẽ bản đồ", ("Vũ Thị Sim",), ())]


def test_names_nobody_knows_stay_the_inspectors_beside_offices_inspected():
    found = works(
        "Nội dung kiểm tra\tĐối tượng\tThời gian\tNgười kiểm tra",
        "Kiểm tra sổ thu chi\tKế toán\t14/11/2025\tD/c Mơ",
        "Kiểm tra kho\tNhân viên thư viện\t12/12/2025\tD/c Mận",
    )
    assert [owners for _, owners, _ in found] == [("D/c Mơ",), ("D/c Mận",)]
