"""Who does a work by brackets, counts, pairs and labels; and what begins or ends like people and names nobody."""

from __future__ import annotations

import pytest

from schedules.planning.people.matters import is_matter
from schedules.planning.people.worn_labels import unworn_labels
from tests.fakes.typed_plan import plan_of, table

BY = "trước ngày 20/12/2024"


def work(sentence):
    """Return the one work of a line."""
    (task,) = plan_of(f"1. {sentence}\n2. Duy trì nền nếp học sinh.\n").tasks
    return task


@pytest.mark.parametrize(
    ("sentence", "title", "owners", "helpers"),
    [
        (f"Nộp báo cáo thu chi {BY} [Kế toán].", "Nộp báo cáo thu chi", ("Kế toán",), ()),
        (f"Kiểm tra camera [Phó Hiệu trưởng] {BY}.", "Kiểm tra camera", ("Phó Hiệu trưởng",), ()),
        (
            f"Rà soát học bạ [Thầy Vừ A Dê; phối hợp: Văn thư] {BY}.",
            "Rà soát học bạ",
            ("Thầy Vừ A Dê",),
            ("Văn thư",),
        ),
        (f"Nộp bài tuyên truyền {BY} (các lớp).", "Nộp bài tuyên truyền", ("các lớp",), ()),
        (f"Phát quà trung thu {BY} (các lớp).", None, (), ()),
        (f"Chọn đội tuyển {BY} (đ/c Lụa). Học sinh được chọn phải khỏe.", None, ("đ/c Lụa",), ()),
        (f"Gửi hồ sơ về Phòng (đ/c Hà) {BY}. Hồ sơ muộn không nhận.", None, (), ()),
        (f"Nộp minh chứng [TC 1.2] {BY}.", "Nộp minh chứng [TC 1.2]", (), ()),
        (f"Nghiệm thu sân [Ban cơ sở vật chất], hoàn thành {BY}.", "Nghiệm thu sân", ("Ban cơ sở vật chất",), ()),
        (f"Thay khóa cổng (giao cho bảo vệ, hoàn thành {BY}).", "Thay khóa cổng", ("bảo vệ",), ()),
        (f"Treo cờ (giao cho Đoàn - Đội, xong {BY}).", "Treo cờ", ("Đoàn - Đội",), ()),
        (
            f"Lập danh sách thi nghề (giáo vụ phối hợp với GVCN khối 11) {BY}.",
            None,
            ("giáo vụ",),
            ("GVCN khối 11",),
        ),
        (
            "Hội thi Rung chuông vàng do Liên đội tổ chức ngày 20/12/2024.",
            "Hội thi Rung chuông vàng",
            ("Liên đội",),
            (),
        ),
        ("Tham gia hội thi do Liên đội tổ chức ngày 20/12/2024.", None, (), ()),
        (f"Người làm: cô Giàng Thị Dợ. Kiểm kê sách {BY}.", "Kiểm kê sách", ("cô Giàng Thị Dợ",), ()),
        ("Cập nhật sổ đăng bộ, người phụ trách là văn thư, hạn 20/12/2024.", None, ("văn thư",), ()),
    ],
)
def test_who_stands_in_a_bracket_or_behind_a_label_leaves_the_title(sentence, title, owners, helpers):
    found = work(sentence)
    assert (found.owners, found.helpers) == (owners, helpers)
    assert title is None or found.title == title


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Hai giáo viên Mai và Hùng soạn đề {BY}.", ("giáo viên Mai", "giáo viên Hùng")),
        (f"Ba thầy Dũng, Minh, Lực dựng rạp {BY}.", ("thầy Dũng", "thầy Minh", "thầy Lực")),
        (f"Bồi dưỡng hai giáo viên Mai và Hùng {BY}.", ()),
        (f"Anh chị phụ trách các chi đội nộp danh sách {BY}.", ("Anh chị phụ trách các chi đội",)),
        (f"Anh, chị phụ trách chi đội tập nghi thức {BY}.", ("Anh, chị phụ trách chi đội",)),
        (f"Họp anh chị phụ trách các chi đội {BY}.", ()),
        (f"Đoàn - Đội tổ chức thi kéo co {BY}.", ("Đoàn - Đội",)),
        (f"Kiện toàn Đoàn - Đội {BY}.", ()),
        (f"Tổ Ngữ văn dạy minh họa chuyên đề {BY}.", ("Tổ Ngữ văn",)),
        (f"Sinh hoạt chuyên môn cụm {BY}, tổ Sử - Địa dạy minh họa.", ("tổ Sử - Địa",)),
        (f"Kiểm tra việc dạy minh họa của tổ Ngữ văn {BY}.", ()),
        (f"Thư ký Hội đồng tiếp thu ý kiến, hoàn chỉnh báo cáo {BY}.", ("Thư ký Hội đồng",)),
        (f"Giao tổ giám sát báo cáo kết quả thực hiện kế hoạch {BY}.", ("tổ giám sát",)),
        (f"Thi báo tường: Đoàn trường phụ trách, nộp sản phẩm {BY}.", ("Đoàn trường",)),
    ],
)
def test_who_acts_is_known_by_count_pair_and_what_they_do(sentence, owners):
    assert work(sentence).owners == owners


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Thiết bị hỏng: lập danh sách gửi công ty {BY}.", ()),
        (f"Thiết bị: lập danh sách gửi công ty {BY}.", ("Thiết bị",)),
        (f"Y tế học đường: khám mắt cho học sinh {BY}.", ()),
        (f"Y tế: khám mắt cho học sinh {BY}.", ("Y tế",)),
        (f"Bảo vệ môi trường: tổng vệ sinh {BY}.", ()),
        (f"Gửi giấy mời (đại biểu, phụ huynh) {BY}.", ()),
        (f"Gửi giấy mời (văn thư) {BY}.", ("văn thư",)),
        (f"Mời họp (Ban đại diện cha mẹ học sinh) {BY}.", ()),
    ],
)
def test_a_matter_and_guests_do_no_work(sentence, owners):
    assert work(sentence).owners == owners


@pytest.mark.parametrize("label", ["Thư viện xanh", "Thiết bị dạy học", "Y tế học đường"])
def test_small_words_behind_an_office_name_a_matter(label):
    assert is_matter(label)


@pytest.mark.parametrize(
    "label", ["Thư viện", "Bảo vệ cổng", "Y tế Vàng Thị Dí", "Thiết bị kiêm thư viện", "Y tế nộp sổ"]
)
def test_an_office_with_its_place_its_name_or_its_deed_is_somebody(label):
    assert not is_matter(label)


@pytest.mark.parametrize(
    ("heads", "cells", "owners", "helpers"),
    [
        ("Người giao|Người nhận việc", "Hiệu trưởng|Cô Hà", ("Cô Hà",), ()),
        ("Người giao việc|Người nhận", "PHT|Kế toán", ("Kế toán",), ()),
        ("Người được giao|Người giao", "Kế toán|Hiệu trưởng", ("Kế toán",), ()),
        ("Người làm chính|Người làm cùng", "Thầy Páo|Cô Mỷ", ("Thầy Páo",), ("Cô Mỷ",)),
        ("Người thực hiện", "Đoàn-Đội, GVCN", ("Đoàn-Đội", "GVCN"), ()),
        ("Người thực hiện", "Hai thầy Sơn, Hải", ("thầy Sơn", "thầy Hải"), ()),
        ("Người thực hiện", "Sẽ phân công sau", (), ()),
        ("Người thực hiện", "Không", (), ()),
    ],
)
def test_columns_tell_who_hands_out_and_who_takes(heads, cells, owners, helpers):
    (task,) = plan_of(
        table(f"TT|Nội dung công việc|Thời gian|{heads}", f"1|Rà soát minh chứng|20/10/2024|{cells}")
    ).tasks
    assert (task.owners, task.helpers) == (owners, helpers)


def test_a_line_that_hands_a_list_to_a_person_is_nearer_than_the_heading_and_its_bracket_only_tells_what_they_are():
    plan = plan_of(
        "II. Thư viện\n"
        "Giao cô Tẩn Mẩy Sính (nhân viên thư viện) chủ trì, phối hợp với giáo viên chủ nhiệm khối 12:\n"
        "a) Bổ sung tủ sách lớp trước ngày 20/12/2024.\n"
        "b) Tổ chức ngày hội đọc sách ngày 25/12/2024.\n"
    )
    assert [(task.owners, task.helpers) for task in plan.tasks] == [
        (("cô Tẩn Mẩy Sính",), ("giáo viên chủ nhiệm khối 12",))
    ] * 2


@pytest.mark.parametrize(
    ("worn", "read"),
    [
        ("phy trach: ke toan", "phu trach: ke toan"),
        ("nguoi phu trdch: ke toan", "nguoi phu trach: ke toan"),
        ("tru trach: ke toan", "tru trach: ke toan"),
        ("phy trach ke toan", "phy trach ke toan"),
    ],
)
def test_a_label_before_a_colon_is_read_through_letters_no_word_has(worn, read):
    assert unworn_labels(worn) == read


def test_a_label_at_the_end_of_a_line_calls_for_who_the_next_line_names():
    plan = plan_of(
        "- Công khai kết quả trước ngày 20/12/2024. Người thực hiện:\nPhó Hiệu trưởng.\n- Duy trì nền nếp.\n"
    )
    assert [task.owners for task in plan.tasks] == [("Phó Hiệu trưởng",)]
