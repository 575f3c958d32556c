"""Who does a work when the plan also tells what they are, whom it is sent to, or who stands in a body."""

from __future__ import annotations

import pytest

from schedules.planning.people.named import split_people
from schedules.planning.people.posts import posted
from tests.fakes.typed_plan import plan_of

BY = "trước ngày 20/12/2024"


def work(sentence):
    """Return the one work of a line."""
    (task,) = plan_of(f"1. {sentence}\n2. Duy trì nền nếp học sinh.\n").tasks
    return task


@pytest.mark.parametrize(
    ("sentence", "title", "owners"),
    [
        (f"Nộp sổ theo dõi về văn phòng {BY} (Tổ trưởng).", "Nộp sổ theo dõi về văn phòng", ("Tổ trưởng",)),
        ("Gửi lịch trực cho phụ huynh vào chiều thứ Sáu hằng tuần (Cô Vi Thị Nương).", None, ("Cô Vi Thị Nương",)),
        (f"Trình hồ sơ về Sở {BY} (Phó Hiệu trưởng Lò Văn Pản).", None, ("Phó Hiệu trưởng Lò Văn Pản",)),
        (f"Nộp sổ theo dõi qua bộ phận chuyên môn {BY} (đ/c Lụa).", None, ()),
        (f"Nộp sổ theo dõi về văn phòng (đ/c Lụa) {BY}.", None, ()),
        (f"Các lớp nộp sổ theo dõi về văn phòng {BY} (cô Lụa).", None, ("Các lớp",)),
        (f"Gửi giấy mời cho phụ huynh {BY} (đại biểu, khách mời).", None, ()),
    ],
)
def test_behind_a_time_a_bracket_names_who_sends_and_no_receiver(sentence, title, owners):
    found = work(sentence)
    assert found.owners == owners
    assert title is None or found.title == title


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (
            "Bàn giao đội viên cho xã vào ngày 20/12/2024 (thầy Lương Văn Ân – Tổng phụ trách Đội).",
            ("thầy Lương Văn Ân – Tổng phụ trách Đội",),
        ),
        ("Xin ý kiến về thực đơn (ngày 20/12/2024; đ/c Tỵ).", ("đ/c Tỵ",)),
        ("Thi kể chuyện ngày 20/12/2024 – Liên đội.", ("Liên đội",)),
    ],
)
def test_a_dash_in_a_bracket_of_people_parts_nobody_from_their_post(sentence, owners):
    assert work(sentence).owners == owners


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Thầy Phó Hiệu trưởng Lò Văn Pản mở hòm thư {BY}.", ("Thầy Phó Hiệu trưởng Lò Văn Pản",)),
        ("Hòm thư mở ngày 20/12/2024, cô Hiệu trưởng Vi Thị Nương mở và ghi sổ.", ("cô Hiệu trưởng Vi Thị Nương",)),
        (f"Cô Tổng phụ trách Đội Hà Thị Mơ thu bài {BY}.", ("Cô Tổng phụ trách Đội Hà Thị Mơ",)),
        (f"Thầy Bí thư Đoàn trường nộp danh sách {BY}.", ("Thầy Bí thư Đoàn trường",)),
        (f"Thầy Hiệu trưởng ký hợp đồng {BY}.", ("Thầy Hiệu trưởng",)),
        (f"Đồng chí Phó Hiệu trưởng duyệt đề {BY}.", ("Phó Hiệu trưởng",)),
        (f"Cô Thu Kỳ nộp danh sách {BY}.", ("Cô Thu Kỳ",)),
        (f"Cô Hà Thị Mơ nộp danh sách {BY}.", ("Cô Hà Thị Mơ",)),
    ],
)
def test_an_office_behind_an_address_is_not_cut_at_its_small_words(sentence, owners):
    assert work(sentence).owners == owners


@pytest.mark.parametrize(
    ("sentence", "title", "owners", "helpers"),
    [
        (
            "Tập huấn cấp dưỡng: ngày 20/12/2024. Giao cô Vi Thị Nương (Phó HT bán trú).",
            "Tập huấn cấp dưỡng",
            ("cô Vi Thị Nương (Phó HT bán trú)",),
            (),
        ),
        ("Lắp giá sách: ngày 20/12/2024; giao kế toán (cô Lan).", None, ("cô Lan",), ()),
        (
            "Lắp giá sách: ngày 20/12/2024. Giao tổ văn phòng (phối hợp với Công đoàn).",
            None,
            ("tổ văn phòng",),
            ("Công đoàn",),
        ),
        ("Giao lưu bóng đá (các lớp) ngày 20/12/2024.", None, (), ()),
    ],
)
def test_a_bracket_behind_whom_a_work_is_handed_to_tells_what_they_are(sentence, title, owners, helpers):
    found = work(sentence)
    assert (found.owners, found.helpers) == (owners, helpers)
    assert title is None or found.title == title


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Phó Hiệu trưởng Lò Văn Pản phụ trách chung; gửi báo cáo về Sở {BY}.", ("Phó Hiệu trưởng Lò Văn Pản",)),
        (f"Hiệu trưởng chịu trách nhiệm chung, ký hợp đồng {BY}.", ("Hiệu trưởng",)),
        (f"Hiệu trưởng chịu trách nhiệm chung; kế toán ký hợp đồng {BY}.", ("kế toán",)),
        (f"Phó Hiệu trưởng phụ trách chuyên môn gửi báo cáo {BY}.", ("Phó Hiệu trưởng phụ trách chuyên môn",)),
        (f"Tổng phụ trách Đội gửi báo cáo {BY}.", ("Tổng phụ trách Đội",)),
        (f"Tổ giám sát (trưởng tổ: cô Vi Thị Nương): gửi báo cáo {BY}.", ("Tổ giám sát",)),
        (f"Tổ giám sát (gồm: cô Nương, thầy Pản) gửi báo cáo {BY}.", ("Tổ giám sát",)),
        (f"Văn phòng (cô Nương): gửi báo cáo {BY}.", ("Văn phòng (cô Nương)",)),
        (f"Cô Nương (tổ trưởng): gửi báo cáo {BY}.", ("Cô Nương (tổ trưởng)",)),
    ],
)
def test_what_is_led_in_general_and_who_leads_a_body_are_no_part_of_the_name(sentence, owners):
    assert work(sentence).owners == owners


@pytest.mark.parametrize(
    ("name", "parted"),
    [
        ("Thầy Lò Văn Pản (phụ trách CNTT)", ("Thầy Lò Văn Pản", "phụ trách CNTT")),
        ("cô Vi Thị Nương (Phó HT bán trú)", ("cô Vi Thị Nương", "Phó HT bán trú")),
        ("thầy Phó Hiệu trưởng Lò Văn Pản", ("thầy Lò Văn Pản", "Phó Hiệu trưởng")),
        ("Cô Vi Thị Nương (phụ trách)", ("Cô Vi Thị Nương (phụ trách)", "")),
        ("Cô Vi Thị Nương (phụ trách chính)", ("Cô Vi Thị Nương (phụ trách chính)", "")),
    ],
)
def test_what_somebody_looks_after_is_a_post_beside_the_name(name, parted):
    assert posted(name) == parted


def test_who_ends_a_line_of_one_kind_of_report_makes_them_all():
    first, second = plan_of(
        "1. Báo cáo thiết bị học kỳ I trước ngày 20/12/2024, báo cáo cả năm trước ngày 20/5/2025: cô Vi Thị Nương.\n"
        "2. Duy trì nền nếp học sinh.\n"
    ).tasks
    assert first.owners == second.owners == ("cô Vi Thị Nương",)
    first, second = plan_of(
        "1. Lập dự toán trước ngày 20/12/2024, tổ chức hội thi ngày 20/5/2025: cô Vi Thị Nương.\n"
        "2. Duy trì nền nếp học sinh.\n"
    ).tasks
    assert (first.owners, second.owners) == ((), ("cô Vi Thị Nương",))


@pytest.mark.parametrize(
    ("sentence", "owners", "helpers"),
    [
        (
            f"Giao tổ Toán chủ trì, phối hợp với Tổ Khoa học xã hội thi chọn đội tuyển {BY}.",
            ("tổ Toán",),
            ("Tổ Khoa học xã hội",),
        ),
        (f"Giao tổ Toán chủ trì, phối hợp với các đội thi chọn bài {BY}.", ("tổ Toán",), ()),
        (f"Giao tổ Toán chủ trì, phối hợp với ban coi thi chọn bài {BY}.", ("tổ Toán",), ("ban coi thi",)),
        (f"Bài thi nghề do giáo viên bộ môn tự tổ chức {BY}.", ("giáo viên bộ môn",), ()),
        (f"Minh chứng do các nhóm chủ động thu thập {BY}.", ("các nhóm",), ()),
        (f"Bản thảo đã gửi ngày 01/9. Tổ Văn họp góp ý {BY}.", ("Tổ Văn",), ()),
    ],
)
def test_how_it_is_done_and_the_sentence_before_are_no_part_of_who_does_it(sentence, owners, helpers):
    found = work(sentence)
    assert (found.owners, found.helpers) == (owners, helpers)


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("20/10/2025", ()),
        ("Hoàn thành", ()),
        ("GVCN, 20/10/2025", ("GVCN",)),
        ("Lớp 9/1", ("Lớp 9/1",)),
        ("Tổ 1, 2", ("Tổ 1, 2",)),
    ],
)
def test_a_day_or_what_was_noted_is_nobody_in_a_cell_of_people(cell, owners):
    assert split_people(cell)[0] == owners


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Liên đội tổ chức hội thi báo tường, các chi đội nộp sản phẩm {BY}.", ("các chi đội",)),
        (f"Liên đội thu bài của các chi đội, các lớp {BY}.", ("Liên đội",)),
        (f"Liên đội hướng dẫn các lớp nộp bài {BY}.", ("Liên đội",)),
    ],
)
def test_each_of_some_who_act_in_the_clause_of_the_time_are_nearer_than_who_opens_the_sentence(sentence, owners):
    assert work(sentence).owners == owners
