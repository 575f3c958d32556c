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


CHILDREN = (
    "- Đại hội Liên đội nhiệm kỳ 2025-2026: ngày 27/9/2025.\n- Giao lưu văn nghệ chào mừng Ngày Nhà giáo Việt Nam: "
    "chiều ngày 19/11/2025.\n- Thăm, dọn vệ sinh nghĩa trang liệt sĩ xã: ngày 20/12/2025.\n"
    "- Sơ kết công tác Đội học kỳ I: ngày 14/01/2026.\n- Ra quân Tết trồng cây: ngày 26/02/2026.\n"
)


def owners(*lines, works, heading="II. PHÂN CÔNG"):
    return [task.owners for task in plan_of(f"{works}{heading}\n" + "\n".join(lines) + "\n").tasks if task.due.dated]


def test_lines_under_a_heading_of_who_does_what_list_works_by_the_words_that_tell_them():
    lines = (
        "1. Tổng phụ trách Đội: chủ trì Đại hội Liên đội, sơ kết và tổng kết công tác Đội.",
        "2. Chi đoàn giáo viên: giao lưu văn nghệ 20/11, Tết trồng cây và thăm nghĩa trang liệt sĩ.",
    )
    head, youth = ("Tổng phụ trách Đội",), ("Chi đoàn giáo viên",)
    assert owners(*lines, works=CHILDREN) == [head, youth, youth, head, youth]


def test_another_feast_another_body_or_another_kind_of_work_is_not_meant():
    lines = (
        "1. Tổng phụ trách Đội: Đại hội chi đội, tổng kết công tác Đội.",
        "2. Chi đoàn giáo viên: giao lưu văn nghệ 26/3, trồng cây xanh và quét dọn nghĩa trang.",
    )
    assert owners(*lines, works=CHILDREN) == [()] * 5


@pytest.mark.parametrize("heading", ["II. NỘI DUNG KHÁC", "II. PHÂN CÔNG LAO ĐỘNG LỚP 5"])
def test_lines_under_any_other_heading_charge_nobody(heading):
    line = "1. Tổng phụ trách Đội: Đại hội Liên đội."
    assert owners(line, works=CHILDREN, heading=heading) == [()] * 5


TESTS = (
    "- Kiểm tra giữa kỳ I: ngày 28/10/2025.\n- Kiểm tra cuối kỳ I: ngày 22/12/2025.\n"
    "- Khảo sát đầu năm khối 6: ngày 12/9/2025.\n"
)


@pytest.mark.parametrize("several", ["các đợt kiểm tra", "hai kỳ kiểm tra", "02 đợt kiểm tra", "kiểm tra"])
def test_several_rounds_cover_each_of_them(several):
    line = f"1. PHT: phụ trách {several} giữa kỳ, cuối kỳ; duyệt đề."
    head = "II. TỔ CHỨC THỰC HIỆN"
    assert owners(line, works=TESTS, heading=head) == [("PHT",), ("PHT",), ()]


@pytest.mark.parametrize("oversees", ["chỉ đạo", "phối hợp tổ chức", "theo dõi, đôn đốc", "giám sát"])
def test_who_oversees_one_of_a_list_oversees_the_others_too(oversees):
    line = f"1. Hiệu trưởng: {oversees} kiểm tra giữa kỳ, kiểm tra cuối kỳ."
    assert owners(line, works=TESTS) == [()] * 3


def test_lines_under_a_heading_of_people_are_theirs():
    lines = (
        "1. Phó Hiệu trưởng",
        "- Tuyển sinh trực tuyến; lập đường dây nóng.",
        "2. Kế toán",
        "- Chuẩn bị tuyển sinh trực tiếp tại trường.",
        "3. Công đoàn",
        "- Phối hợp với Văn thư nộp biên bản xét tuyển.",
    )
    assert people(*lines) == [((), ()), (("Phó Hiệu trưởng",), ()), ((), ())]


@pytest.mark.parametrize("gives", ["bảo đảm kinh phí cho hội thi", "trông xe cho hội thi", "ủng hộ kinh phí ngày hội"])
def test_what_is_given_to_one_of_a_list_is_given_to_the_others_too(gives):
    line = f"1. Kế toán: {gives}, kiểm tra giữa kỳ, kiểm tra cuối kỳ."
    assert owners(line, works=TESTS) == [()] * 3
    assert owners("1. Kế toán: kiểm tra giữa kỳ, kiểm tra cuối kỳ.", works=TESTS) == [("Kế toán",), ("Kế toán",), ()]


@pytest.mark.parametrize("rounds", ["2 đợt", "đợt 1, đợt 2", "(đợt 1, đợt 2)"])
def test_rounds_behind_a_work_are_each_of_it(rounds):
    works = "- Khám sức khỏe học sinh đợt 1: ngày 10/10/2025.\n- Khám sức khỏe học sinh đợt 2: ngày 10/3/2026.\n"
    line = f"1. Y tế: khám sức khỏe học sinh {rounds}, mua thuốc."
    assert owners(line, works=works) == [("Y tế",), ("Y tế",)]
