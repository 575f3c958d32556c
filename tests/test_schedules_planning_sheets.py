"""Sheets of two and more columns, several of a workbook: each row's works and days, whatever the format."""

from __future__ import annotations

import html
import io
import zipfile

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.planning import understand
from schedules.reading import read_bytes, read_text

LETTERHEAD = (
    ("UBND XÃ NGHI LỘC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("TRƯỜNG TIỂU HỌC XUÂN HÒA", "Độc lập - Tự do - Hạnh phúc"),
    ("Số: 12/KH-THXH", "Nghi Lộc, ngày 5 tháng 9 năm 2026"),
    ("KẾ HOẠCH NĂM HỌC 2026-2027",),
)
TITLES = (("TRƯỜNG TIỂU HỌC XUÂN HÒA",), ("Kế hoạch năm học 2026-2027",))
SIGNED = (("Nơi nhận:", "HIỆU TRƯỞNG"), ("- Như trên;", "(đã ký)"), ("- Lưu VT.", "Phạm Văn Dũng"))
PAIRS = (
    ("Nội dung", "Thời gian"),
    ("Thi học sinh giỏi cấp trường", "trước ngày 18/12/2026"),
    ("Thi vở sạch", "ngày 21/12/2026"),
)
WORKS = [("Thi học sinh giỏi cấp trường", "2026-12-18"), ("Thi vở sạch", "2026-12-21")]


def wide(columns):
    """The same works in a table of so many columns."""
    heads = ("TT", "Nội dung", "Thời gian", "Người phụ trách", "Địa điểm", "Kinh phí", "Minh chứng", "Ghi chú")
    if columns == 2:
        return PAIRS
    at = range(1, columns + 1) if columns == 3 else range(columns)
    made = [heads]
    for number, (work, time) in enumerate(PAIRS[1:], 1):
        made.append((str(number), work, time, "Văn thư", "Hội trường", "", "", ""))
    return tuple(tuple(row[one] for one in at) for row in made)


def xlsx(**sheets):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return read_bytes(out.getvalue(), "k.xlsx")


def xls(**sheets):
    xlwt = pytest.importorskip("xlwt")
    pytest.importorskip("xlrd")
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write(at, column, text)
    out = io.BytesIO()
    book.save(out)
    return read_bytes(out.getvalue(), "k.xls")


def ods(**sheets):
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    body = "".join(
        f'<table:table table:name="{name}">'
        + "".join(
            f"<table:table-row>{''.join(cell.format(html.escape(text)) for text in row)}</table:table-row>"
            for row in rows
        )
        + "</table:table>"
        for name, rows in sheets.items()
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content + "</office:document-content>")
    return read_bytes(out.getvalue(), "k.ods")


def web(**sheets):
    tables = "".join(
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>" for row in rows)
        + "</table>"
        for rows in sheets.values()
    )
    return read_bytes(f"<html><body>{tables}</body></html>".encode(), "k.html")


def pasted(**sheets):
    return read_text("\n\n".join("\n".join("\t".join(row) for row in rows) for rows in sheets.values()), "dán")


MADE = (xlsx, xls, ods, web, pasted)
SHEETS = (xlsx, xls)


def works_of(document):
    plan = understand(document, load_calendar(), SchoolYear(2026))
    return [(task.title, str(task.due.day)) for task in plan.tasks], plan


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("columns", [2, 3, 4, 8])
def test_a_table_of_any_width_gives_its_works(made, columns):
    found, plan = works_of(made(A=(*TITLES, *wide(columns))))
    assert found == WORKS
    assert plan.header.date is None


@pytest.mark.parametrize("made", MADE)
def test_the_time_may_stand_before_the_work(made):
    assert works_of(made(A=(*TITLES, *(row[::-1] for row in PAIRS))))[0] == WORKS


@pytest.mark.parametrize("made", SHEETS)
@pytest.mark.parametrize(
    "rows",
    [
        PAIRS,
        PAIRS[1:],
        tuple(row[::-1] for row in PAIRS[1:]),
        (("NỘI DUNG CÔNG VIỆC", "THỜI GIAN THỰC HIỆN"), *PAIRS[1:]),
        (*PAIRS[:2], (*PAIRS[2], "xin kinh phí")),
        (*LETTERHEAD, *PAIRS, *SIGNED),
        (*PAIRS, ("NGƯỜI LẬP", "HIỆU TRƯỞNG"), ("Lê Thị Hoa", "Phạm Văn Dũng")),
    ],
)
def test_two_columns_need_no_more_rows_than_a_table_has(made, rows):
    assert works_of(made(A=rows))[0] == WORKS


def test_a_row_under_the_headings_is_enough():
    assert works_of(xlsx(A=PAIRS[:2]))[0] == WORKS[:1]


def test_a_letterhead_and_a_signature_are_no_table():
    rows = (*LETTERHEAD[:3], ("1. Họp tổ ngày 5/11/2026.",), *SIGNED)
    document = xlsx(A=rows)
    assert not any(block.is_row for block in document.blocks)
    found, plan = works_of(document)
    assert (found, plan.header.number) == ([("Họp tổ", "2026-11-05")], "12/KH-THXH")


def test_people_who_sign_stand_in_a_column_of_people_too():
    rows = (("Nội dung", "Người phụ trách"), ("Họp tổ ngày 5/11/2026", "Hiệu trưởng"), ("Thi vẽ ngày 6/11/2026", "Hoa"))
    found, plan = works_of(xlsx(A=rows))
    assert found == [("Họp tổ", "2026-11-05"), ("Thi vẽ", "2026-11-06")]
    assert [task.owners for task in plan.tasks] == [("Hiệu trưởng",), ("Hoa",)]


@pytest.mark.parametrize("made", SHEETS)
@pytest.mark.parametrize("columns", [2, 3, 4, 8])
@pytest.mark.parametrize("name", ["Tháng 12", "Trang 2", "Sheet2", "12"])
def test_the_name_of_a_sheet_is_no_work_and_the_day_of_a_row_wins(made, columns, name):
    first = (("TT", "Nội dung", "Thời gian"), ("1", "Nộp báo cáo", "30/9/2026"))
    found, _ = works_of(made(**{"Tháng 9": (*TITLES, *first), name: wide(columns)}))
    assert sorted(found) == [("Nộp báo cáo", "2026-09-30"), *WORKS]


@pytest.mark.parametrize("made", SHEETS)
def test_the_month_a_sheet_is_named_by_is_that_of_its_weeks(made):
    heads = ("Nội dung", "Thời gian")
    found, _ = works_of(
        made(**{"Tháng 11": (heads, ("Thi vẽ", "Tuần 1")), "Tháng 1": (heads, ("Sơ kết học kỳ I", "Tuần 2"))})
    )
    assert found == [("Thi vẽ", "2026-11-08"), ("Sơ kết học kỳ I", "2027-01-17")]


@pytest.mark.parametrize("made", MADE)
def test_a_day_in_a_table_of_works_is_not_the_day_the_plan_was_signed(made):
    assert works_of(made(A=(*TITLES, *PAIRS)))[1].header.date is None
