"""Only works that disclose stand in the public calendar; in doubt a work is the school's own."""

from __future__ import annotations

import pytest

from schedules.plan import NO_DUE, Due, Header, Mention, Place, Task
from schedules.planning.disclosures import with_disclosure

PLAN, OF_DISCLOSURE = Header(kind="Kế hoạch năm học"), Header(kind="Kế hoạch thực hiện công khai")


def is_public(title: str, header: Header = PLAN, owners: tuple[str, ...] = ()) -> bool:
    return with_disclosure(Task(title, NO_DUE, owners=owners), header).public


@pytest.mark.parametrize(
    "title",
    [
        "Công khai tài chính năm học 2023-2024",
        "Niêm yết biểu mẫu tại bảng tin",
        "Thực hiện công khai theo Thông tư 36 (Tài chính)",
        "Tổng hợp số liệu và công khai trên trang thông tin điện tử",
        "Đăng tải cam kết chất lượng trên website của trường",
        "cong khai chat luong giao duc",
        "Niêm yết biểu mẫu tại văn phòng và bảng tin cổng trường",
    ],
)
def test_a_work_that_discloses_is_public(title):
    assert is_public(title)


@pytest.mark.parametrize(
    "title",
    [
        "Báo cáo thực hiện quy chế công khai năm học 2022-2023",
        "Báo cáo việc thực hiện công khai về Phòng",
        "Nộp kế hoạch công khai",
        "Xây dựng kế hoạch thực hiện công khai",
        "Kiểm tra công tác công khai của các tổ",
        "Họp công khai với cha mẹ học sinh",
        "Đăng tải ảnh hoạt động của lớp",
        "Phân công người niêm yết",
        "Cam kết chất lượng giáo dục",
        "Sơ kết việc thực hiện công khai học kỳ I",
        "Kiện toàn Ban Chỉ đạo thực hiện công khai",
        "Niêm yết dự thảo báo cáo tại phòng hội đồng, lấy ý kiến đóng góp",
    ],
)
def test_what_only_speaks_of_disclosing_is_the_schools_own(title):
    assert not is_public(title)


@pytest.mark.parametrize(
    ("title", "owners"),
    [
        ("Kế toán công khai dự toán", ("Kế toán",)),
        ("Cô Trần Thị Lan công khai dự toán", ("Cô Trần Thị Lan",)),
        ("Đồng chí Hiệu trưởng công khai kết quả tuyển sinh", ("Hiệu trưởng",)),
        ("Bà Phạm Thị Thu và ông Lê Văn Tám công khai kết quả kiểm tra", ("Bà Phạm Thị Thu", "ông Lê Văn Tám")),
        ("Đ/c Minh, Đ/c Lan: niêm yết thực đơn", ("Đ/c Minh", "Đ/c Lan")),
        ("Giao cô Trần Thị Lan công khai đội ngũ giáo viên", ("cô Trần Thị Lan",)),
        ("Cô Lan (kế toán) công khai các khoản thu", ("Cô Lan",)),
        ("Cô Lan công khai dự toán", ("Kế toán",)),
        ("Cô giáo Trần Thị Hoa niêm yết thực đơn", ()),
    ],
)
def test_who_discloses_may_stand_before_it(title, owners):
    assert is_public(title, owners=owners)


@pytest.mark.parametrize(
    ("title", "owners"),
    [
        ("Cô Lan và thầy Minh kiểm tra việc công khai tài chính", ("Cô Lan", "thầy Minh")),
        ("Phó Hiệu trưởng Nguyễn Thị Bích chỉ đạo công khai cơ sở vật chất", ("Phó Hiệu trưởng Nguyễn Thị Bích",)),
        ("Đồng chí Hiệu trưởng báo cáo thực hiện công khai", ("Hiệu trưởng",)),
        ("Lan Anh và các bạn họp công khai", ("Lan",)),
        ("Cô Lan và giao ban công khai", ()),
        ("Cô Lan kiểm tra việc công khai dự toán", ("Kế toán",)),
        ("Bà con công khai góp ý", ()),
        ("Học sinh công khai kết quả bình chọn", ()),
    ],
)
def test_who_stands_before_other_work_makes_no_disclosure_of_it(title, owners):
    assert not is_public(title, owners=owners)


@pytest.mark.parametrize(
    ("line", "public"),
    [
        ("Cô Trần Thị Lan báo cáo thực hiện công khai trước ngày 13/12", False),
        ("Kiểm tra việc thực hiện công khai trước ngày 13/12", False),
        ("Theo kế hoạch: thực hiện công khai trước ngày 13/12", True),
        ("Cô Trần Thị Lan thực hiện công khai trước ngày 13/12", True),
    ],
)
def test_a_line_that_hands_in_what_its_title_names_makes_it_the_schools_own(line, public):
    mention = Mention(line, Place(line=1), Due("trước ngày 13/12"))
    task = Task("Thực hiện công khai", mention.due, (mention,), owners=("Cô Trần Thị Lan",))
    assert with_disclosure(task, Header()).public is public


@pytest.mark.parametrize(
    "title", ["Cam kết chất lượng giáo dục", "Thông tin về cơ sở vật chất", "Công bố kết quả", "Quyết toán ngân sách"]
)
def test_a_plan_of_disclosures_names_what_is_disclosed(title):
    assert is_public(title, OF_DISCLOSURE)


@pytest.mark.parametrize(
    "title",
    [
        "Khảo sát sự hài lòng của cha mẹ",
        "Báo cáo thường niên gửi UBND phường",
        "Hoàn thiện Hồ sơ tự đánh giá",
        "Đánh giá cuối học kỳ I",
        "Nâng cấp chuyên mục trên website của trường",
        "Chủ trì tập huấn sử dụng trang thông tin điện tử",
    ],
)
def test_other_works_of_a_plan_of_disclosures_are_its_own(title):
    assert not is_public(title, OF_DISCLOSURE)


@pytest.mark.parametrize(
    ("line", "public"),
    [
        ("Thực hiện công khai theo Thông tư 36/2017: Cam kết chất lượng giáo dục", True),
        ("Kiểm tra việc thực hiện công khai: Cam kết chất lượng giáo dục", False),
        ("Sau khi công khai dự toán, họp bàn Cam kết chất lượng giáo dục", False),
    ],
)
def test_a_line_that_discloses_by_name_makes_its_item_public(line, public):
    mention = Mention(line, Place(line=1), Due("trước ngày 25/9"))
    task = Task("Cam kết chất lượng giáo dục", mention.due, (mention,))
    assert with_disclosure(task, Header()).public is public


@pytest.mark.parametrize(
    ("kind", "public"),
    [
        ("Kế hoạch thực hiện quy chế công khai", True),
        ("Kế hoạch công tác công khai trong hoạt động và quản lý tài chính", True),
        ("Kế hoạch công khai thu, chi tài chính", True),
        ("Kế hoạch khảo thí, kiểm định chất lượng và công khai", False),
        ("Kế hoạch thực hiện công khai, kiểm định chất lượng giáo dục", False),
        ("Kế hoạch thực hiện công khai và quy chế dân chủ", False),
        ("Công văn về thực hiện công khai", False),
    ],
)
def test_a_plan_of_other_works_too_discloses_what_it_says_is_disclosed(kind, public):
    header = Header(kind=kind)
    assert [is_public(title, header) for title in ("Hội xuân", "Cam kết chất lượng")] == [public, public]
    assert is_public("Niêm yết thực đơn", header)
