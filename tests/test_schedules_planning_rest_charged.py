"""A plan's own rule for works that name nobody gives them to whom it names, and no others."""

from __future__ import annotations

import pytest

from schedules.planning.people.rest_charged import rest_charged_by
from tests.fakes.typed_plan import plan_of, table

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\n\n"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        (
            "Việc nào dưới đây không ghi tên người phụ trách thì do thầy Páo (Tổng phụ trách Đội) chịu trách nhiệm chính.",
            "thầy Páo",
        ),
        ("Viêc náo duới dây không ghi ten nguoi phụ trach thí do thầy Páo chiu trâch nhiệm chinh.", "thầy Páo"),
        ("- Các nội dung chưa phân công cụ thể: cô Yến phụ trách.", "cô Yến"),
        ("Các việc còn lại do kế toán phụ trách.", "kế toán"),
        ("Trừ các việc đã ghi tên, còn lại do thầy Sơn phụ trách.", "thầy Sơn"),
        ("Ghi chú: việc không ghi tên do Tổng phụ trách Đội đảm nhận.", "Tổng phụ trách Đội"),
        ("Mục nào để trống cột “Phụ trách” thì do thầy Sơn phụ trách.", "thầy Sơn"),
        ("Những việc không ghi người thực hiện thì thầy Sơn lo.", "thầy Sơn"),
        ("Nội dung nào không nêu rõ bộ phận thực hiện giao Văn phòng chủ trì.", "Văn phòng"),
        ("Các mục trong bảng chưa có người phụ trách giao cho Tổ trưởng chuyên môn.", "Tổ trưởng chuyên môn"),
        (
            "Các hoạt động không ghi tên người thực hiện trong kế hoạch này do Phó Hiệu trưởng phụ trách.",
            "Phó Hiệu trưởng",
        ),
    ],
)
def test_a_rule_names_who_has_charge_of_the_rest(line, who):
    assert rest_charged_by(line) == (who,)


@pytest.mark.parametrize(
    "line",
    [
        "Việc nào không làm kịp thì thầy Sơn báo cáo Hiệu trưởng.",
        "Việc nào chưa xong thì tổ trưởng đôn đốc.",
        "Nội dung không có trong kế hoạch do Hiệu trưởng quyết định.",
        "Các việc còn lại làm trước ngày 20/11.",
        "Các việc chưa phân công sẽ họp bàn sau.",
        "Việc không ghi ngày thì làm trong tuần.",
        "Các môn còn lại do giáo viên bộ môn tự bố trí.",
        "Các nhiệm vụ chưa giao ai do tổ trưởng phân công.",
    ],
)
def test_other_rules_name_nobody(line):
    assert rest_charged_by(line) == ()


RULE = "Việc nào không ghi tên người phụ trách thì do thầy Páo chịu trách nhiệm."
LISTED = "- Kê bàn ghế: ngày 20/11/2024.\n- Sơn tường: ngày 21/11/2024 (cô Hoa).\n"
ROWS = table("Công việc | Thời gian | Phụ trách", "Quét vôi | 22/11/2024 | Cô Yến", "Trồng cây | 23/11/2024 | ")


def people(text):
    return {task.title: task.owners for task in plan_of(text, HEAD).tasks}


def test_under_a_heading_of_its_own_it_is_of_the_whole_plan_and_of_rows_left_empty():
    text = f"A. NỘI DUNG\n{RULE}\nI. Sân\n{LISTED}II. Vườn\n\n{ROWS}"
    assert people(text) == {
        "Kê bàn ghế": ("thầy Páo",),
        "Sơn tường": ("cô Hoa",),
        "Quét vôi": ("Cô Yến",),
        "Trồng cây": ("thầy Páo",),
    }


def test_in_a_section_it_is_of_that_section():
    text = f"A. NỘI DUNG\nI. Sân\n{RULE}\n{LISTED}II. Vườn\n- Trồng cây: ngày 23/11/2024.\n"
    assert people(text) == {"Kê bàn ghế": ("thầy Páo",), "Sơn tường": ("cô Hoa",), "Trồng cây": ()}


def test_who_is_named_unreadably_is_somebody():
    text = f"A. NỘI DUNG\nI. Sân\n{RULE}\n- Kê bàn ghế: ngày 20/11/2024 (Bí thur Chi doân).\n- Sơn cổng: 21/11/2024.\n"
    assert people(text) == {"Kê bàn ghế: (Bí thur Chi doân)": (), "Sơn cổng": ("thầy Páo",)}
