"""Ordinary ways plans say who does a work: before a time, between work and time, of a matter, in the next sentence."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of, table

BY = "trước ngày 20/12/2024"


def people(sentence):
    """Return the owners and helpers of the first work of a line."""
    task = plan_of(f"1. {sentence}\n2. Duy trì nền nếp học sinh.\n").tasks[0]
    return task.owners, task.helpers


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Chậm nhất ngày 20/12/2024 kế toán niêm yết các khoản thu.", ("kế toán",)),
        (f"Cả hai tổ chuyên môn hoàn thành dự giờ chéo {BY}.", ("Cả hai tổ chuyên môn",)),
        (f"Hiệu phó phụ trách cơ sở vật chất nghiệm thu sân bóng {BY}.", ("Hiệu phó phụ trách cơ sở vật chất",)),
        (f"Chủ nhiệm câu lạc bộ Toán nộp kế hoạch {BY}.", ("Chủ nhiệm câu lạc bộ Toán",)),
        (f"Trưởng các đoàn thể nộp báo cáo {BY}.", ("Trưởng các đoàn thể",)),
        (f"Chi đoàn quyên góp quần áo ấm {BY}.", ("Chi đoàn",)),
        (f"Tổng phụ trách Đội luyện đội nghi thức {BY}.", ("Tổng phụ trách Đội",)),
        (f"Rà soát học sinh nguy cơ bỏ học: GVCN, {BY}.", ("GVCN",)),
        (f"Trang trí hội trường: tổ Văn phòng, xong {BY}.", ("tổ Văn phòng",)),
        (f"Bảng tin đầu năm: đ/c Xuân, đ/c Hải làm, xong {BY}.", ("đ/c Xuân", "đ/c Hải")),
        (f"Phần trang trí sân khấu do Chi đoàn giáo viên lo, xong {BY}.", ("Chi đoàn giáo viên",)),
        (f"Việc chụp ảnh thẻ giao cho thầy Lò Văn Hặc, xong {BY}.", ("thầy Lò Văn Hặc",)),
        (f"Nội dung trò chơi dân gian giao tổ Thể dục chuẩn bị {BY}.", ("tổ Thể dục",)),
        (f"Rà soát sách cũ {BY}. Việc này giao cán bộ thư viện.", ("cán bộ thư viện",)),
        (f"Rà soát sách cũ {BY}. Thầy Phó Hiệu trưởng làm việc này.", ("Thầy Phó Hiệu trưởng",)),
        (f"Giao nhiệm vụ cho Tổ Tiếng Anh xây dựng câu lạc bộ {BY}.", ("Tổ Tiếng Anh",)),
        (f"Nhờ Ban đại diện cha mẹ học sinh vận động quỹ {BY}.", ("Ban đại diện cha mẹ học sinh",)),
        (f"Hiệu trưởng ủy quyền cho Phó Hiệu trưởng Hà ký học bạ {BY}.", ("Phó Hiệu trưởng Hà",)),
        (f"Tổ chức hội thi {BY}. Hiệu trưởng trực tiếp phụ trách.", ("Hiệu trưởng",)),
        ("Sửa mái nhà xe. Phụ trách: Kế toán (xong trước 05/12/2024)", ("Kế toán",)),
        (
            f"Tập huấn phần mềm {BY}. Toàn thể Hội đồng và các nhóm, thầy Đinh Công Khanh chủ trì.",
            ("thầy Đinh Công Khanh",),
        ),
        (f"Các đồng chí được giao nhiệm vụ gửi số liệu cho văn thư {BY}.", ("Các đồng chí được giao nhiệm vụ",)),
        (f"Việc vào điểm phải xong {BY}, giáo viên bộ môn tự chịu trách nhiệm về điểm số.", ("giáo viên bộ môn",)),
        (f"Kế toán lập dự toán {BY}, Hiệu trưởng chịu trách nhiệm về số liệu.", ("Kế toán",)),
        (f"Văn thư làm hồ sơ {BY}, các tổ trưởng cung cấp số liệu.", ("Văn thư",)),
    ],
)
def test_a_sentence_tells_who_does_it(sentence, owners):
    assert people(sentence)[0] == owners


@pytest.mark.parametrize(
    ("sentence", "owners", "helpers"),
    [
        (f"Ngày hội STEM {BY}. Tổ KHTN chủ trì cùng tổ Toán - Tin.", ("Tổ KHTN",), ("tổ Toán - Tin",)),
        (f"Cán bộ phổ cập phối hợp với trưởng thôn rà soát hộ {BY}.", ("Cán bộ phổ cập",), ("trưởng thôn",)),
        (f"Kế toán chủ trì; thủ quỹ, văn thư tham gia kiểm kê quỹ {BY}.", ("Kế toán",), ("thủ quỹ", "văn thư")),
    ],
)
def test_who_does_it_beside_the_leader_helps(sentence, owners, helpers):
    assert people(sentence) == (owners, helpers)


@pytest.mark.parametrize(
    "sentence",
    [
        f"Kiểm tra hồ sơ: tổ Toán, {BY}.",
        f"Tập huấn phần mềm: giáo viên khối 5, {BY}.",
        f"Gửi giấy mời: các tổ trưởng, {BY}.",
        f"Việc giao nhận hồ sơ xong {BY}.",
        f"Nhờ có các tổ, kế hoạch xong {BY}.",
        f"Các đồng chí được khen thưởng nhận giấy khen {BY}.",
        f"Xếp loại rèn luyện học sinh {BY}.",
    ],
)
def test_whom_a_work_is_about_does_nothing_by_it(sentence):
    assert people(sentence)[0] == ()


@pytest.mark.parametrize(
    ("heading", "owners"),
    [
        ("Thư viện, thiết bị - cô Hoàng Ánh Nguyệt", ("cô Hoàng Ánh Nguyệt",)),
        ("Thư viện, thiết bị: cô Hoàng Ánh Nguyệt", ("cô Hoàng Ánh Nguyệt",)),
        ("Đoàn thanh niên - thầy Mai Quốc Cường, Bí thư", ("thầy Mai Quốc Cường, Bí thư",)),
        ("Kế toán - bà Vũ Thị Thoa", ("Kế toán - bà Vũ Thị Thoa",)),
        ("Bảo vệ - ông Chu Văn Tấn, ông Lê Tư", ("Bảo vệ - ông Chu Văn Tấn", "ông Lê Tư")),
        ("Giáo viên chủ nhiệm (29 lớp - danh sách kèm theo)", ("Giáo viên chủ nhiệm",)),
        ("Văn thư, thủ quỹ", ("Văn thư", "thủ quỹ")),
        ("Phó Hiệu trưởng (CSVC)", ("Phó Hiệu trưởng (CSVC)",)),
        ("Đối với lớp 9", ()),
        ("Đối với học sinh khối 8 và 9", ()),
    ],
)
def test_a_heading_hands_its_works_to_whom_it_names_and_to_nobody_else(heading, owners):
    text = f"A. NHIỆM VỤ\n1. {heading}\n- Khảo sát đầu năm: ngày 05/11/2024.\n- Khảo sát cuối năm: ngày 25/12/2024.\n"
    assert {task.owners for task in plan_of(text).tasks} == {owners}


def test_an_office_and_who_holds_it_are_one_name_in_a_cell():
    plan = plan_of(
        table(
            "Việc|Người thực hiện|Hạn", "In đề|Văn thư - cô Hoàng Thị Liễu|20/12/2024", "Dự họp|BGH - cô Mai|21/12/2024"
        )
    )
    assert [task.owners for task in plan.tasks] == [("Văn thư - cô Hoàng Thị Liễu",), ("BGH", "cô Mai")]


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Cô Cúc báo cáo tiến độ ngày 28/9/2024, riêng báo cáo cả năm nộp Sở trước ngày 30/5/2025.", ("Cô Cúc",)),
        ("Văn thư đăng kế hoạch ngày 8/9/2024, còn Kế toán nộp dự toán ngày 9/9/2024.", ("Kế toán",)),
        ("Văn thư đăng kế hoạch ngày 8/9/2024, còn lễ hội cấp xã vào ngày 9/9/2024.", ()),
    ],
)
def test_who_acts_in_a_sentence_acts_where_it_goes_on_with_a_deed(sentence, owners):
    assert plan_of(f"1. {sentence}\n2. Duy trì nền nếp.\n").tasks[1].owners == owners


def test_who_acts_in_a_sentence_is_nearer_than_the_heading_over_it():
    sentence = "Các tổ trưởng nộp kế hoạch trước 08/9/2024; hằng tháng nộp biên bản vào ngày 27."
    found = [task.owners for task in plan_of(f"A. NHIỆM VỤ\n1. TỔ TRƯỞNG CHUYÊN MÔN\n{sentence}\n").tasks]
    assert found == [("Các tổ trưởng",)] * 2


@pytest.mark.parametrize(
    ("heading", "owners"),
    [
        ("Đoan thanh niên - thây Mai Quoc Cuờng", ("thây Mai Quoc Cuờng",)),
        ("Đoàn thanh niên - Bí thư", ("Đoàn thanh niên", "Bí thư")),
    ],
)
def test_a_person_behind_a_body_is_known_by_a_worn_address_too(heading, owners):
    text = f"A. NHIỆM VỤ\n1. {heading}\n- Khảo sát đầu năm: ngày 05/11/2024.\n- Khảo sát cuối năm: ngày 25/12/2024.\n"
    assert {task.owners for task in plan_of(text).tasks} == {owners}
