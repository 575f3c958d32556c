"""Who does a dated work that names nobody, told without a day in the part on carrying out."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of

WORKS = (
    "- Nộp biên bản xét tuyển, danh sách đề nghị phê duyệt về UBND phường trước ngày 20/7/2025.\n"
    "- Tuyển sinh trực tuyến: ngày 04/7/2025.\n"
    "- Tuyển sinh trực tiếp tại trường: ngày 10/7/2025.\n"
)


def people(*lines, works=WORKS):
    text = f"{works}II. TỔ CHỨC THỰC HIỆN\n" + "\n".join(lines) + "\n"
    return [(task.owners, task.helpers) for task in plan_of(text).tasks]


def test_a_line_that_hands_a_work_to_somebody_tells_who_does_it():
    lines = (
        "1. Giao Phó Hiệu trưởng Đào Thu Hằng chủ trì, phối hợp với Văn thư nộp biên bản xét tuyển đúng quy định.",
        "2. Giao thầy Ngô Xuân Hải phụ trách tuyển sinh trực tuyến; lập đường dây nóng trả lời phụ huynh.",
    )
    assert people(*lines) == [
        (("Phó Hiệu trưởng Đào Thu Hằng",), ("Văn thư",)),
        (("thầy Ngô Xuân Hải",), ()),
        ((), ()),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Giao thầy Ngô Xuân Hải giám sát việc tuyển sinh trực tuyến.",),
        ("1. Công đoàn phối hợp tuyển sinh trực tuyến.",),
        ("1. Giao thầy Ngô Xuân Hải tuyển sinh trực tuyến.", "2. Giao cô Chu Thị Bích tuyển sinh trực tuyến."),
        ("1. Giao thầy Ngô Xuân Hải thông báo kết quả tuyển sinh.",),
    ],
)
def test_who_oversees_or_helps_or_shares_it_with_another_line_is_not_taken(lines):
    assert people(*lines) == [((), ())] * 3


def test_people_a_work_names_itself_stay():
    works = "- Văn thư niêm yết danh sách trúng tuyển ngày 24/7/2025.\n"
    assert people("1. Giao cô Hằng niêm yết danh sách trúng tuyển.", works=works) == [(("Văn thư",), ())]


def test_a_row_of_several_rounds_without_times_speaks_of_each():
    text = (
        "- Khám sức khỏe định kỳ đợt 1 cho trẻ: tháng 10/2024.\n- Khám sức khỏe định kỳ đợt 2 cho trẻ: tháng 4/2025.\n"
        "II. PHÂN CÔNG NHIỆM VỤ\n\n|TT|Nội dung|Người phụ trách|\n|---|---|---|\n"
        "|1|Khám sức khỏe định kỳ đợt 1, đợt 2|Nhân viên y tế|\n"
    )
    assert [task.owners for task in plan_of(text).tasks if task.due.dated] == [("Nhân viên y tế",)] * 2
