"""Who does it where a plan tells it once: behind the colon of a heading, by parts, in a sentence or cell of its own."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.planning.people.at_end import at_end
from schedules.planning.people.cooperation import with_beside
from schedules.planning.people.field_headings import holders_of_field
from schedules.planning.people.names import names_in
from schedules.planning.people.parted import parted_among
from tests.fakes import typed_plan
from tests.fakes.typed_plan import table

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 5 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\n\n"


def plan_of(text):
    return typed_plan.plan_of(text, HEAD)


@pytest.mark.parametrize(
    ("heading", "owners", "helpers"),
    [
        ("Kiểm tra, đánh giá: Phó Hiệu trưởng", ("Phó Hiệu trưởng",), ()),
        ("Thư viện: cô Hoa", ("cô Hoa",), ()),
        ("Công tác y tế: Nhân viên y tế, bảo mẫu", ("Nhân viên y tế", "bảo mẫu"), ()),
        ("Tiểu ban vận động: Hiệu trưởng (trưởng ban), Kế toán (thư ký)", ("Hiệu trưởng",), ("Kế toán",)),
        (
            "Tiểu ban nội dung: thầy Hoàng Văn Sơn làm trưởng tiểu ban, các thành viên: cô Vân, cô Liên.",
            ("thầy Hoàng Văn Sơn",),
            ("cô Vân", "cô Liên"),
        ),
        ("Đối tượng: giáo viên", (), ()),
        ("Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên", (), ()),
        ("Tiêu chí 3.6: Thư viện", (), ()),
        ("Thành phần tham dự: Ban Giám hiệu", (), ()),
        ("Giáo viên chủ nhiệm: ôn tập cho học sinh", (), ()),
        ("Tiểu ban văn nghệ: Bí thư Đoàn trường phụ trách", (), ()),
        ("Kiểm tra cuối kỳ: từ 22/12", (), ()),
    ],
)
def test_a_heading_tells_behind_its_colon_who_looks_after_its_field(heading, owners, helpers):
    assert holders_of_field(heading)[:2] == (owners, helpers)


def test_what_stands_under_such_a_heading_is_theirs_and_no_other_section():
    plan = plan_of(
        "I. NHIỆM VỤ\n1. Kiểm tra, đánh giá: Phó Hiệu trưởng\n- Kiểm tra cuối kỳ I: từ 22/12 đến 26/12/2025.\n"
        "2. Việc khác\n- Họp tổng kết: 29/12/2025.\n"
    )
    assert [task.owners for task in plan.tasks] == [("Phó Hiệu trưởng",), ()]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Soạn đề (Toán: thầy Quý; Văn: cô Hà và thầy Nam; Anh: cô Trang)",
            ("thầy Quý", "cô Hà", "thầy Nam", "cô Trang"),
        ),
        (
            "Viết báo cáo tự đánh giá: Mở đầu - thầy Phong; Tiêu chuẩn 1 - cô Ngọc; Kết luận - thầy Phong.",
            ("thầy Phong", "cô Ngọc"),
        ),
        ("Dự giờ, góp ý (Toán: cô Tú; Văn: cô Hà)", None),
        ("Hội giảng chào mừng 20/11 (Toán: cô Tú)", None),
        ("Soạn đề (Toán: 20 câu; Văn: 10 câu)", None),
    ],
)
def test_those_who_each_do_a_part_do_the_work(text, who):
    found = parted_among(text)
    assert (found[0] if found else None) == who


def test_a_sentence_that_gives_others_charge_is_no_part_of_the_next_work():
    plan = plan_of(
        HEAD
        + "II. LƯU Ý\nCác việc số 1 và số 4 do Phó Hiệu trưởng chỉ đạo chung. Riêng việc nộp báo cáo chuyên đề về Sở "
        "giao đ/c Hạnh, xong trước 17/12/2025.\n"
        "Công tác thi đua do cô Mai phụ trách. Hồ sơ nộp về văn phòng trước ngày 19/12/2025.\n"
    )
    first, second = plan.tasks
    assert first.owners == ("đ/c Hạnh",)
    assert "Phó Hiệu trưởng" not in first.title
    assert (second.owners, second.due.day) == (("cô Mai",), date(2025, 12, 19))


def test_whom_a_paper_is_sent_to_does_not_make_it_and_whom_one_acts_with_helps():
    assert at_end("thống nhất đề cương và gửi thầy Trịnh Công Hậu (Phó Hiệu trưởng)") is None
    assert at_end("In đề cương (Phó Hiệu trưởng)")
    acting = ("Phó Hiệu trưởng", "bảo vệ")
    assert with_beside(acting, "Phó Hiệu trưởng cùng bảo vệ rà soát đồ chơi") == (("Phó Hiệu trưởng",), ("bảo vệ",))
    assert with_beside(acting, "Phó Hiệu trưởng và bảo vệ rà soát đồ chơi") == (acting, ())


def test_a_body_of_two_fields_is_one_name():
    assert names_in("Tiểu ban lễ tân, khánh tiết (cô Đỗ Thị Hương – Chủ tịch Công đoàn)") == (
        "Tiểu ban lễ tân, khánh tiết (cô Đỗ Thị Hương – Chủ tịch Công đoàn)",
    )
    assert len(names_in("Tiểu ban lễ tân, Đoàn trường (cô Hương)")) == 2


def test_a_post_on_a_line_of_its_own_shares_no_works_out():
    plan = plan_of(
        table(
            "Thời gian|Nội dung|Người phụ trách",
            "Tháng 10/2025|- Cân đo trẻ lần 1.<br>- Ký hợp đồng thực phẩm.|Cô Nguyễn Thị Hòa<br>(PHT)",
            "Tháng 11/2025|- Hội giảng.<br>- Kiểm tra bếp ăn.|Tổ trưởng<br>Y tế",
        )
    )
    assert [task.owners for task in plan.tasks][:2] == [("Cô Nguyễn Thị Hòa (PHT)",)] * 2
    assert [task.owners for task in plan.tasks][2:] == [("Tổ trưởng",), ("Y tế",)]
