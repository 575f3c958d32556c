"""No name in a text that anybody may read, and no word lost that is none."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.wording import fold
from tracker.feeds.public import named_by_work, without_names

KNOWN = ("Phó HT Nguyễn Thị Hoà", "Tổ Văn phòng", "Cô Lan", "Ban Giám Hiệu", "Lò Văn Pẩu", "GVCN lớp Lá", "đ/c Hương")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Nộp báo cáo (đ/c Hoa phụ trách)", "Nộp báo cáo"),
        ("Giao đ/c Lan phụ trách công khai", "Giao cán bộ phụ trách công khai"),
        ("Niêm yết; đ/c Nguyễn Thị Hòa, đ/c Lan", "Niêm yết; cán bộ"),
        ("lò văn pẩu chịu trách nhiệm", "cán bộ chịu trách nhiệm"),
        ("LÒ VĂN PẨU niêm yết", "cán bộ niêm yết"),
        ("Cô giáo Trần Thị Mỹ Duyên công khai", "cán bộ công khai"),
        ("Nguyen Thi Hoa ký", "cán bộ ký"),
        ("đc. Hùng niêm yết", "cán bộ niêm yết"),
        ("Niêm yết tại lớp Lá, do Lan làm", "Niêm yết tại lớp Lá, do cán bộ làm"),
        ("Ngô Thị Bé Ba, Vũ Hà và Tổ CM", "cán bộ và Tổ CM"),
        ("Triệu Thùy Chinh nhận, Ka Thị Brơi gửi", "cán bộ nhận, cán bộ gửi"),
        ("Giao kế toán Lê Thị Hoa công khai", "Giao kế toán công khai"),
        ("Phó Hiệu trưởng Nguyễn Thị Bích chỉ đạo", "Phó Hiệu trưởng chỉ đạo"),
        ("Tổ phó Lê Thị Hoa, Hiệu trưởng Đỗ Văn Nam ký", "Tổ phó, Hiệu trưởng ký"),
        ("Họp với y tế, Lê Thị Hoa", "Họp với y tế, cán bộ"),
        ("liên hệ 0912 345 678 hoặc a.b@c.edu.vn", "liên hệ hoặc"),
    ],
)
def test_names_and_numbers_are_taken_out(text: str, kept: str) -> None:
    assert without_names(text, KNOWN) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Giao đồng chí Phó Hiệu trưởng công khai",
        "Tổ chức cho học sinh Trường Tiểu học Lê Hồng Phong",
        "Học tập tấm gương Hồ Chí Minh",
        "Họp tổ Văn phòng, Ban giám hiệu, lớp Lá",
        "Thầy cô và trẻ tham gia",
        "Trường MN Hoa Lan tổ chức, Bà Rịa – Vũng Tàu",
        "Công khai theo Thông tư 09/2024/TT-BGDĐT (lần 2)",
        "HỒ SƠ TUYỂN SINH; Hồ sơ công khai; môn Tiếng Anh Lớp 1",
        "TRƯỜNG TIỂU HỌC ĐỐNG ĐA CÔNG KHAI CHẤT LƯỢNG",
        "Sở Giáo dục và Đào tạo Hà Nội; xây dựng Nông thôn mới; Nhà Văn Hoá",
        "GIÁO DỤC VÀ ĐÀO TẠO",
        "Đoàn Thanh niên, Vũ hội, Phạm vi: Toàn trường",
    ],
)
def test_offices_places_and_rules_stay(text: str) -> None:
    assert without_names(text, KNOWN) == text


def test_a_name_written_with_parted_letters_is_found_too() -> None:
    assert without_names(unicodedata.normalize("NFD", "Giao Lò Văn Pẩu"), KNOWN) == "Giao cán bộ"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Cô Trần Thị Lan công khai dự toán", "Công khai dự toán"),
        ("đ/c Minh, đ/c Lan: niêm yết thực đơn", "Niêm yết thực đơn"),
        ("Cô Lan (kế toán) công khai các khoản thu", "Công khai các khoản thu"),
        ("Kế toán Lê Thị Hoa công khai tài chính", "Kế toán công khai tài chính"),
        ("Cô Lan và Tổ Văn phòng niêm yết", "cán bộ và Tổ Văn phòng niêm yết"),
        ("Cán bộ, giáo viên niêm yết", "Cán bộ, giáo viên niêm yết"),
        ("cán bộ thư viện niêm yết", "cán bộ thư viện niêm yết"),
        ("Niêm yết tại phòng cô Lan", "Niêm yết tại phòng cán bộ"),
        ("Cô Lan", ""),
    ],
)
def test_a_title_that_opens_with_a_name_is_shown_from_what_is_done(title: str, shown: str) -> None:
    assert named_by_work(title, KNOWN) == shown


@settings(deadline=None)
@given(st.text(max_size=80), st.sampled_from(["Lò Văn Pẩu", "LÒ VĂN PẨU", "Nguyễn Thị Hòa"]), st.text(max_size=80))
def test_a_known_name_between_any_words_is_never_left(before: str, name: str, after: str) -> None:
    words = fold(without_names(f"{before} {name} {after}", KNOWN)).split()
    assert "lo van pau" not in " ".join(words)
    assert "nguyen thi hoa" not in " ".join(words)
