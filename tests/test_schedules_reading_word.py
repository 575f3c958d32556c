"""Word files: the body in order, merges, nested tables, boxes and tracked changes."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from schedules.plan import Place
from schedules.reading import read_bytes


def document_of(build):
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return read_bytes(out.getvalue(), "ke-hoach.docx")


def table(document, rows):
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return made


def texts(document):
    return [block.text for block in document.blocks]


def test_paragraphs_and_tables_keep_their_order():
    def build(document):
        document.add_paragraph("Trước bảng")
        table(document, [["Tháng", "Nội dung"], ["9", "Họp tổ"]])
        document.add_paragraph("Sau bảng")

    assert texts(document_of(build)) == ["Trước bảng", "Tháng\tNội dung", "9\tHọp tổ", "Sau bảng"]


def test_places_count_paragraphs_tables_rows_and_columns():
    def build(document):
        document.add_paragraph("Một")
        document.add_paragraph("")
        document.add_paragraph("Hai")
        table(document, [["a", "b"]])

    blocks = document_of(build).blocks
    assert [block.place for block in blocks] == [Place(paragraph=1), Place(paragraph=3), Place(table=1, row=1)]
    assert blocks[2].cells[1].place == Place(table=1, row=1, column=2)


def test_heading_styles_are_headings():
    def build(document):
        document.add_heading("Nhiệm vụ", level=1)
        document.add_paragraph("Họp tổ")

    assert [block.heading for block in document_of(build).blocks] == [True, False]


def test_a_vertical_merge_repeats_its_text_and_says_from_where():
    def build(document):
        made = table(document, [["9", "Họp"], ["", "Thi"]])
        made.cell(0, 0).merge(made.cell(1, 0))

    cell = document_of(build).blocks[1].cells[0]
    assert cell.text == "9"
    assert cell.merged_from == Place(table=1, row=1, column=1)


def test_a_horizontal_merge_fills_the_columns_it_covers():
    def build(document):
        made = table(document, [["MỨC 1", "", ""], ["a", "b", "c"]])
        made.cell(0, 0).merge(made.cell(0, 2))

    row = document_of(build).blocks[0]
    assert [cell.text for cell in row.cells] == ["MỨC 1"] * 3
    assert row.text == "MỨC 1"


def test_a_nested_table_gives_rows_of_its_own():
    def build(document):
        outer = table(document, [["ngoài", ""]])
        inner = outer.cell(0, 1).add_table(1, 2)
        inner.cell(0, 0).text = "trong"

    blocks = document_of(build).blocks
    assert [(block.place.table, block.text.strip()) for block in blocks] == [(1, "ngoài"), (2, "trong")]


def test_paragraphs_of_a_cell_stand_on_lines():
    def build(document):
        made = table(document, [["", "x"]])
        made.cell(0, 0).text = "- Họp tổ"
        made.cell(0, 0).add_paragraph("- Dự giờ")

    assert document_of(build).blocks[0].cells[0].text == "- Họp tổ\n- Dự giờ"


def run_xml(inner):
    return parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>")


def test_tracked_changes_are_read_as_accepted():
    def build(document):
        paragraph = document.add_paragraph("Nộp trước ngày ")._p
        paragraph.append(
            parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="a"><w:r><w:t>25/9/2023</w:t></w:r></w:ins>')
        )
        paragraph.append(
            parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="a"><w:r><w:delText>30/9</w:delText></w:r></w:del>')
        )

    assert texts(document_of(build)) == ["Nộp trước ngày 25/9/2023"]


def test_text_boxes_are_read_once():
    box = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice Requires='wps'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
    )
    content = "<w:pict><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></w:pict>"

    def build(document):
        paragraph = document.add_paragraph("Ngoài khung")._p
        paragraph.append(run_xml(box.format(content)))

    assert texts(document_of(build)) == ["Ngoài khung", "Trong khung"]


def test_content_controls_and_links_are_opened():
    def build(document):
        paragraph = document.add_paragraph("Số: ")._p
        inner = "<w:sdtContent><w:r><w:t>12/KH-TH</w:t></w:r></w:sdtContent>"
        paragraph.append(parse_xml(f"<w:sdt {nsdecls('w')}>{inner}</w:sdt>"))

    assert texts(document_of(build)) == ["Số: 12/KH-TH"]


@pytest.mark.parametrize(("element", "sign"), [("<w:tab/>", "\t"), ("<w:br/>", "\n"), ("<w:noBreakHyphen/>", "-")])
def test_signs_word_keeps_as_elements(element, sign):
    def build(document):
        document.add_paragraph("a")._p.append(run_xml(f"{element}<w:t>b</w:t>"))

    assert texts(document_of(build)) == [f"a{sign}b"]


def test_text_is_composed():
    decomposed = "Kế hoạch"

    def build(document):
        document.add_paragraph(decomposed)

    assert texts(document_of(build)) == ["Kế hoạch"]
