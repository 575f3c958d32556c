"""Text files and pasted text: encodings, paragraphs, and the ways a table stands in text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.reading import read_bytes, read_text


def texts(text):
    return [block.text for block in read_text(text, "dán").blocks]


def rows(text):
    return [[cell.text for cell in block.cells] for block in read_text(text, "dán").blocks if block.is_row]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_known(encoding):
    assert read_bytes("Kế hoạch năm học".encode(encoding), "k.txt").text == "Kế hoạch năm học"


def test_windows_1258_is_known_and_composed():
    data = "Kê\u0301 hoa\u0323ch trươ\u0300ng".encode("cp1258")
    assert read_bytes(data, "k.txt").text == "Kế hoạch trường"


def test_line_ends_of_every_kind_count_lines():
    places = [block.place.line for block in read_text("một\r\nhai\rba\nbốn", "dán").blocks]
    assert places == [1, 2, 3, 4]


def test_wrapped_lines_are_one_paragraph():
    wrapped = (
        "1. Nhà trường rà soát hồ sơ của các tổ chuyên môn và hoàn thành trước ngày\n"
        "25/9/2023, sau đó gửi kết quả về văn phòng để tổng hợp thành báo cáo chung\n"
        "của toàn trường.\n"
        "2. Các tổ phân công người theo dõi từng việc và báo lại cho Ban giám hiệu vào\n"
        "cuối mỗi tháng.\n"
    )
    found = texts(wrapped)
    assert len(found) == 2
    assert "trước ngày 25/9/2023," in found[0]


def test_whole_paragraphs_are_not_joined():
    lines = ["- Nộp báo cáo sơ kết học kỳ I về phòng trước ngày 10/01/2027", "- Tổ chức họp phụ huynh"]
    assert texts("\n".join(lines)) == lines


def test_one_sentence_over_two_lines_among_whole_ones_is_joined():
    lines = [
        "1. Trước ngày 10/10/2024: giáo viên đăng ký nội dung tự học rồi nộp bản đăng ký",
        "cho tổ trưởng.",
        "2. Trước ngày 15/10/2024: các tổ trưởng duyệt bản đăng ký của giáo viên.",
        "3. Trước ngày 20/10/2024: nhà trường công bố danh sách lớp tự học.",
        "4. Ngày 25/10/2024: khai giảng các lớp tự học tại phòng đa năng.",
    ]
    assert texts("\n".join(lines)) == [f"{lines[0]} {lines[1]}", *lines[2:]]


def test_a_small_letter_after_a_line_with_room_joins_nothing():
    lines = [
        "Nhà trường phân công các tổ theo dõi việc sau khi có hướng dẫn của phòng",
        "Các tổ chuyên môn họp và nộp kế hoạch về nhà trường",
        "văn phòng tổng hợp, lưu hồ sơ và báo cáo Hiệu trưởng trước",
        "thủ quỹ đối chiếu sổ sách hằng tháng với kế toán rồi ký",
    ]
    assert texts("\n".join(lines)) == lines


def test_a_sum_or_a_span_of_criteria_begins_no_paragraph():
    lines = [
        "- Kế toán lập dự toán sửa chữa các phòng học của dãy nhà B, kinh phí dự kiến là",
        "10.000.000 đồng, trình Hiệu trưởng duyệt trước khi thuê đơn vị sửa chữa rồi giao",
        "cho tổ bảo vệ theo dõi.",
        "- Nhóm 1 đọc lại toàn bộ minh chứng và nộp phiếu đánh giá của các tiêu chí từ số",
        "1.1 đến 1.10 cho thư ký.",
    ]
    assert texts("\n".join(lines)) == [" ".join(lines[:3]), " ".join(lines[3:])]


def test_a_number_alone_ends_the_sentence_above_and_counts_nothing():
    line = "2. Tổ giám sát gửi báo cáo giám sát cho Hiệu trưởng trước ngày 20 các tháng 12 và"
    assert texts(f"{line}\n5.\n3. Thư ký Hội đồng trình báo cáo.")[0] == f"{line} 5."


def test_a_number_alone_that_nothing_asks_for_stays_apart():
    line = "Danh sách các tổ chuyên môn thực hiện báo cáo giám sát gửi Hiệu trưởng duyệt"
    assert texts(f"{line}\n3.\nThư ký Hội đồng trình báo cáo.")[0] == line


def test_a_number_alone_after_a_whole_sentence_stays_apart():
    line = "2. Tổ giám sát gửi báo cáo giám sát cho Hiệu trưởng trước ngày 20 các tháng 12."
    assert texts(f"{line}\n3.\nThư ký Hội đồng trình báo cáo.")[0] == line


@pytest.mark.parametrize("rest", ["1) trước ngày 15/11/2025.", "2); hạn cuối ngày 15/11/2025."])
def test_a_number_that_closes_the_bracket_above_begins_no_paragraph(rest):
    line = "b) Các trường nộp đăng ký lộ trình đánh giá ngoài giai đoạn 2026-2030 (theo mẫu số"
    assert texts(f"{line}\n{rest}\nc) Các trường gửi hồ sơ.") == [f"{line} {rest}", "c) Các trường gửi hồ sơ."]


@pytest.mark.parametrize("rest", ["1) Trường THCS Hoa Sen.", "1) Ông Đoàn Viết Sơn."])
def test_a_list_behind_an_open_bracket_stays_a_list(rest):
    line = "b) Các trường nộp đăng ký lộ trình đánh giá ngoài giai đoạn 2026-2030 (gồm các trường"
    assert texts(f"{line}\n{rest}") == [line, rest]


def test_tabs_part_cells():
    assert rows("Tháng\tNội dung\tMốc\n9\t- Họp tổ\tTuần 3\n\t- Dự giờ\tTuần 4") == [
        ["Tháng", "Nội dung", "Mốc"],
        ["9", "- Họp tổ", "Tuần 3"],
        ["", "- Dự giờ", "Tuần 4"],
    ]


def test_a_single_line_with_tabs_is_no_table():
    assert rows("PHÒNG GD&ĐT\tCỘNG HÒA\nTRƯỜNG") == []


def test_markdown_tables_lose_their_ruler():
    found = rows("| Tháng | Nội dung |\n|---|:--|\n| 9 | Họp tổ<br>Dự giờ |\n| 10 |\n")
    assert found == [["Tháng", "Nội dung"], ["9", "Họp tổ\nDự giờ"], ["10", ""]]


def test_even_pipes_without_ruler_are_a_table_when_they_stand_free():
    assert rows("Lịch:\n\nViệc | Hạn\nHọp | 5/9\n\nHết") == [["Việc", "Hạn"], ["Họp", "5/9"]]


def test_torn_pipes_stay_lines():
    assert rows("Tiêu |Đẩy |Giao\nchí 1.3|mạnh |cho\nhoạt | tổ\nđộng") == []


CELLS = (
    "\tTT\n\tNội dung\n\tThời gian\n\n\t1\n\tHọp tổ\n\n\tTháng 9\n\n\tMỨC 4\n\n\t2\n\tDự giờ\n\tTháng 10\n\n\nHết bảng"
)


def test_one_cell_per_line_is_cut_into_rows():
    assert rows(CELLS) == [
        ["TT", "Nội dung", "Thời gian"],
        ["1", "Họp tổ", "Tháng 9"],
        ["MỨC 4", "MỨC 4", "MỨC 4"],
        ["2", "Dự giờ", "Tháng 10"],
    ]


def test_places_of_cell_lines_name_their_line():
    row = next(block for block in read_text(CELLS, "dán").blocks if block.is_row and block.cells[0].text == "1")
    assert [cell.place.line for cell in row.cells] == [5, 6, 8]
    assert read_text(CELLS, "dán").blocks[-1].text == "Hết bảng"


def test_emphasis_around_a_paragraph_goes_and_marks_a_heading():
    blocks = read_text("**KẾ HOẠCH\nNĂM HỌC 2023-2024**\n\nHọp **trước 5/9** nhé", "dán").blocks
    assert [(block.text, block.heading) for block in blocks] == [
        ("KẾ HOẠCH", True),
        ("NĂM HỌC 2023-2024", True),
        ("Họp **trước 5/9** nhé", False),
    ]


def test_markdown_headings_lose_their_mark():
    block = read_text("## II. Nhiệm vụ", "dán").blocks[0]
    assert (block.text, block.heading) == ("II. Nhiệm vụ", True)


def test_form_feeds_count_pages():
    assert [block.place.page for block in read_text("một\n\fhai\n\fba", "dán").blocks] == [1, 2, 3]


@given(st.text(alphabet="ab1\t|\n -*#.\f", max_size=200))
def test_every_word_survives_in_order(text):
    kept = "".join(read_text(text, "dán").text.split())
    source = "".join(text.split())
    assert [sign for sign in kept if sign in "ab1"] == [sign for sign in source if sign in "ab1"]


@given(st.text(max_size=300))
def test_places_point_into_the_text(text):
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(1 <= block.place.line <= len(lines) for block in read_text(text, "dán").blocks)


def test_a_date_or_bracket_torn_over_two_lines_is_made_whole():
    torn = "3. Ra soat co so vat chat cua nha truong theo quy dinh (Hoan thanh truoc ngay\n31/12/2022).\nI. KHAC"
    assert texts(torn) == [torn.replace("ngay\n31", "ngay 31").split("\n")[0], "I. KHAC"]


def test_a_line_that_begins_with_a_day_after_a_whole_sentence_stands_alone():
    lines = ["Nha truong to chuc cac hoat dong trong nam hoc nhu sau, theo tung ngay:", "15/10 Hop to."]
    assert texts("\n".join(lines)) == lines
