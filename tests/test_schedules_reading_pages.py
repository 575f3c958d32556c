"""PDF pages: lines flow into paragraphs, tables over pages are one, page numbers go, damage is said."""

from __future__ import annotations

import io

import pytest

from schedules.plan import Document
from schedules.reading import Unreadable, Watch, limits, read_bytes, watched
from schedules.reading.grid import Box, table_rows
from schedules.reading.lines import Line, cell_text, flowed, joined
from schedules.reading.ruled import Ruled, continued, continues

EDGES = (0.1, 0.3, 0.9)


def line(text, left=50.0, right=None, top=0.0):
    right = left + 6 * len(text) if right is None else right
    return Line(text, left, right, top, 10.0, 6.0 * len(text.split(" ")[0]))


def ruled(*rows, page=1, **more):
    boxes = tuple(Box(text, at, column) for at, row in enumerate(rows) for column, text in enumerate(row))
    return Ruled(boxes, (page,) * len(rows), EDGES, 0, 1)


def texts(table):
    return [[cell.text for cell in block.cells] for block in table_rows(table.boxes, 1, table.pages)]


def test_a_full_line_runs_on_and_a_short_one_ends():
    lines = [line("a" * 80, right=545), line("tiếp theo", top=12), line("Câu khác", top=24)]
    assert [joined(one) for one in flowed(lines, 50, 550)] == ["a" * 80 + " tiếp theo", "Câu khác"]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("Hiệu trưởn", "g", "Hiệu trưởng"),
        ("tình nguyệ", "n, tổ", "tình nguyện, tổ"),
        ("STEA", "M cho", "STEAM cho"),
        ("Hiệu", "trưởng", "Hiệu trưởng"),
        ("BGH", "GVCN", "BGH GVCN"),
        ("TPT", "Đội", "TPT Đội"),
    ],
)
def test_a_word_broken_for_want_of_room_is_made_whole(first, second, text):
    right = 50.0 + 6 * len(first)
    assert cell_text([line(first), line(second, top=12)], 49, right + 2) == text


def test_a_word_that_had_room_was_not_broken():
    lines = [line("Phần việc thứ nhất của trưởn"), line("g" * 40, top=12)]
    assert joined(lines, 900) == f"Phần việc thứ nhất của trưởn {'g' * 40}"


def test_days_under_one_another_are_lines_however_little_room_there_is():
    assert cell_text([line("15/9 - 19/9", right=120), line("21/9", top=12)], 48, 124) == "15/9 - 19/9\n21/9"


def test_a_filled_line_goes_on_in_small_letters():
    assert cell_text([line("Hội nghị viên chức, người", right=340), line("lao động", top=12)], 48, 400).count("\n") == 0


def test_a_word_that_asks_for_its_number_goes_on():
    lines = [line("Kiểm tra hồ sơ tuyển sinh lớp", right=300), line("1, lớp 6", top=12)]
    assert cell_text(lines, 48, 400) == "Kiểm tra hồ sơ tuyển sinh lớp 1, lớp 6"


@pytest.mark.parametrize("head", ["Nơi nhận:", "Tuần 3 (14/10 - 19/10)", "Tháng 9: khai giảng"])
def test_a_part_of_a_plan_begins_its_own_paragraph(head):
    assert len(flowed([line("a" * 80, right=545), line(head, top=12)], 50, 550)) == 2


def test_an_item_begins_its_own_paragraph():
    lines = [line("a" * 80 + ".", right=545), line("- việc hai", top=12)]
    assert len(flowed(lines, 50, 550)) == 2


def test_a_wide_gap_ends_a_paragraph():
    assert len(flowed([line("a" * 80, right=545), line("tiếp", top=60)], 50, 550)) == 2


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("năm học 2024-", "2025 và", "năm học 2024-2025 và"),
        ("đến 20/01/202", "7 xong", "đến 20/01/2027 xong"),
        ("25.000.00", "0đ", "25.000.000đ"),
        ("ngày 25/", "9/2026", "ngày 25/9/2026"),
        ("tháng 10", "7 giờ", "tháng 10 7 giờ"),
        ("đến 07/11", "18 giờ", "đến 07/11 18 giờ"),
        ("03/11-07/11", "18/11", "03/11-07/11 18/11"),
    ],
)
def test_numbers_cut_by_the_line_end_are_whole_again(first, second, text):
    assert joined([line(first), line(second)]) == text


def test_items_in_a_cell_keep_their_lines():
    assert cell_text([line("Tuần 1: họp"), line("Tuần 3: thi", top=12)], 48, 400) == "Tuần 1: họp\nTuần 3: thi"


def test_a_repeated_header_is_dropped():
    one = ruled(("TT", "Việc"), ("1", "Họp"))
    two = ruled(("TT", "Việc"), ("2", "Thi"), page=2)
    assert continues(one, two)
    assert texts(continued(one, two)) == [["TT", "Việc"], ["1", "Họp"], ["2", "Thi"]]


def test_a_row_cut_by_the_page_is_joined():
    one = ruled(("TT", "Việc"), ("1", "Họp hội đồng để bàn"))
    two = ruled(("", "kế hoạch năm học"), ("2", "Thi"), page=2)
    assert texts(continued(one, two))[1:] == [["1", "Họp hội đồng để bàn kế hoạch năm học"], ["2", "Thi"]]


def test_a_row_cut_by_the_page_is_joined_though_its_time_goes_on_in_brackets():
    one = ruled(("Thời gian", "Việc", "Ai"), ("Tuần 18", "Nộp báo cáo", "Hội đồng tự đánh"))
    two = ruled(("(từ 09/01 đến 14/01/2023)", "", "giá"), ("Tuần 19", "Công bố", "Văn thư"), page=2)
    joined_rows = texts(continued(one, two))
    assert joined_rows[1] == ["Tuần 18 (từ 09/01 đến 14/01/2023)", "Nộp báo cáo", "Hội đồng tự đánh giá"]
    assert len(joined_rows) == 3


def test_a_row_of_its_own_after_the_page_is_not_joined():
    one = ruled(("TT", "Việc", "Ai"), ("a", "họp", "tổ"))
    two = ruled(("b", "thi", ""), page=2)
    assert texts(continued(one, two))[1:] == [["a", "họp", "tổ"], ["b", "thi", ""]]


def test_a_merge_cut_by_the_page_goes_on():
    one = ruled(("TT", "Việc"), ("1", "Họp."))
    two = ruled(("", "Thi."), ("2", "Tổng kết."), page=2)
    table = continued(one, two)
    assert texts(table)[1:] == [["1", "Họp."], ["1", "Thi."], ["2", "Tổng kết."]]
    assert [block.place.page for block in table_rows(table.boxes, 1, table.pages)] == [1, 1, 2, 2]


def test_tables_with_other_columns_or_a_page_between_stay_apart():
    one, two = ruled(("1", "a")), ruled(("2", "b"), page=3)
    assert not continues(one, two)
    other = Ruled(two.boxes, (2,), (0.1, 0.5, 0.9), 0, 1)
    assert not continues(one, other)


def test_boxes_that_overlap_or_reach_too_far_are_cut():
    rows = table_rows([Box("a", 0, 0, 99_999_999, 2), Box("b", 0, 1)], 1)
    assert len(rows) == limits.MOST_ROWS
    assert [cell.text for cell in rows[0].cells] == ["a", "a"]


@pytest.fixture
def drawn():
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    pytest.importorskip("pdfplumber")

    def draw(*pages, **more):
        out = io.BytesIO()
        paper = canvas.Canvas(out, pagesize=(595, 842), **more)
        for lines in pages:
            for at, words in enumerate(lines):
                paper.drawString(72, 760 - 20 * at, words)
            paper.drawString(290, 30, str(paper.getPageNumber()))
            paper.showPage()
        paper.save()
        return out.getvalue()

    return draw


def test_page_numbers_are_left_out(drawn):
    document = read_bytes(drawn(["Ke hoach nam hoc 2026-2027"], ["Viec thu hai"]), "k.pdf")
    assert [(block.text, block.place.page) for block in document.blocks] == [
        ("Ke hoach nam hoc 2026-2027", 1),
        ("Viec thu hai", 2),
    ]


def test_a_locked_pdf_is_refused(drawn):
    with pytest.raises(Unreadable, match="mật khẩu"):
        read_bytes(drawn(["a"], encrypt="secret"), "k.pdf")


def test_too_many_pages_are_refused(drawn, monkeypatch):
    monkeypatch.setattr(limits, "MOST_PAGES", 2)
    with pytest.raises(Unreadable, match="3 trang, giới hạn là 2"):
        read_bytes(drawn(["a"], ["b"], ["c"]), "k.pdf")


def test_a_pdf_cut_short_is_refused_or_said(drawn):
    data = drawn(*[[f"Viec {number} " * 5] for number in range(20)])
    try:
        document = read_bytes(data[: len(data) * 2 // 3], "k.pdf")
    except Unreadable as error:
        document = error
    cut = isinstance(document, Document) and any(finding.rule == "doc-cat-ngang" for finding in document.findings)
    assert cut or "hỏng" in str(document) or "không có chữ" in str(document)


def test_pages_are_told_and_reading_can_be_stopped(drawn):
    told = []
    data = drawn(["a"], ["b"], ["c"])
    with watched(Watch(on_page=told.append)):
        read_bytes(data, "k.pdf")
    assert [(one.done, one.total) for one in told] == [(1, 3), (2, 3), (3, 3)]
    assert told[-1].seconds_left == 0
    with watched(Watch(cancelled=lambda: True)), pytest.raises(Unreadable, match="dừng theo yêu cầu"):
        read_bytes(data, "k.pdf")


def test_a_wrong_name_is_read_by_what_is_inside_and_said(drawn):
    document = read_bytes(drawn(["Ke hoach"]), "k.docx")
    assert document.format == "pdf"
    assert "Tên tệp là .docx nhưng bên trong là PDF" in document.findings[0].message
