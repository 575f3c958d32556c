"""What marks an item: numbers, letters and bullets as people type them, and what only looks like one."""

from __future__ import annotations

import pytest

from schedules.plan import Block, Place
from schedules.planning.outline import Part, Rank, outline


@pytest.mark.parametrize(
    ("line", "rank", "body"),
    [
        ("II/. NỘI DUNG", Rank.SECTION, "NỘI DUNG"),
        ("IV/ Kinh phí", Rank.SECTION, "Kinh phí"),
        ("PHẦN I: Mở đầu", Rank.SECTION, "Mở đầu"),
        ("Mục 2. Tiến độ", Rank.SECTION, "Tiến độ"),
        ("3/. Ngày hội", Rank.NUMBER, "Ngày hội"),
        ("2/ Kế toán: lập dự toán", Rank.NUMBER, "Kế toán: lập dự toán"),
        ("5/Văn thư nộp sổ", Rank.NUMBER, "Văn thư nộp sổ"),
        ("1- Họp tổ", Rank.NUMBER, "Họp tổ"),
        ("Điều 2. Các tổ báo cáo", Rank.NUMBER, "Các tổ báo cáo"),
        ("I.2. Công tác Đội", Rank.SUBNUMBER, "Công tác Đội"),
        ("(1) Nộp sổ", Rank.LETTER, "Nộp sổ"),
        ("b)Nộp sổ", Rank.LETTER, "Nộp sổ"),
        ("Ø Họp tổ", Rank.BULLET, "Họp tổ"),
        ("\uf0b7 Họp tổ", Rank.BULLET, "Họp tổ"),
        ("Hai là, nộp sổ", Rank.BULLET, "nộp sổ"),
    ],
)
def test_markers_people_type(line, rank, body):
    (item,) = outline([Block(line, Place())])
    assert (item.rank, item.body) == (rank, body)


@pytest.mark.parametrize(
    "line", ["* * *", "20/11: mít tinh", "2/9 nghỉ lễ", "đ/c Hà phụ trách", "Đ/c Hà phụ trách", "Mục tiêu: nề nếp"]
)
def test_what_only_looks_like_a_marker(line):
    (item,) = outline([Block(line, Place())])
    assert (item.rank, item.body) == (Rank.TEXT, line)


OUTCOMES = "a) Niêm yết kết quả học kỳ I trước ngày 25/01/2026;"


@pytest.mark.parametrize(
    ("over", "heading", "told"),
    [
        ("III. NỘI DUNG CÔNG KHAI", "4. Kết quả giáo dục", False),
        ("II. CÁC NỘI DUNG THỰC HIỆN CÔNG KHAI", "2. Kết quả kiểm định", False),
        ("III. NỘI DUNG CÔNG KHAI", "1. Kết quả năm học trước", True),
        ("III. NỘI DUNG CÔNG KHAI", "1. Kết quả đạt được", True),
        ("III. NỘI DUNG CÔNG KHAI", "1. Hạn chế", True),
        ("I. ĐÁNH GIÁ CÔNG TÁC CÔNG KHAI", "1. Kết quả giáo dục", True),
        ("II. NHIỆM VỤ", "1. Kết quả giáo dục", True),
    ],
)
@pytest.mark.parametrize("marked", [False, True], ids=["typed", "set as a heading"])
def test_outcomes_to_be_disclosed_are_set_and_those_of_before_are_told(over, heading, told, marked):
    lines = [Block(over, Place()), Block(heading, Place(), heading=marked), Block(OUTCOMES, Place())]
    assert (outline(lines)[-1].part is Part.PAST) == told
