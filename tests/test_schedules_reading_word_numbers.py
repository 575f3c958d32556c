"""Automatic numbers, running heads and footnotes of Word files."""

from __future__ import annotations

import io

import docx
import pytest

from schedules.reading import read_bytes
from schedules.reading.list_numbers import written


def read(document):
    out = io.BytesIO()
    document.save(out)
    return read_bytes(out.getvalue(), "k.docx").blocks


def test_list_paragraphs_carry_their_number_beside_the_text():
    document = docx.Document()
    for text, style in (("Một", "List Number"), ("Hai", "List Number"), ("Gạch", "List Bullet"), ("Ba", "List Number")):
        document.add_paragraph(text, style=style)
    assert [(block.label, block.text) for block in read(document)] == [
        ("1.", "Một"),
        ("2.", "Hai"),
        ("-", "Gạch"),
        ("3.", "Ba"),
    ]


def test_a_cell_that_shows_only_its_number_holds_it():
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, text in zip(table.rows, ("Họp", "Thi"), strict=True):
        row.cells[0].paragraphs[0].style = "List Number"
        row.cells[1].text = text
    assert [[cell.text for cell in block.cells] for block in read(document)] == [["1", "Họp"], ["2", "Thi"]]


def test_running_heads_stand_at_the_end_once_without_page_numbers():
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    document.sections[0].header.paragraphs[0].text = "Trường THCS Hoa Ban"
    document.sections[0].footer.paragraphs[0].text = "Trang 1/4"
    assert [block.text for block in read(document)] == ["Kế hoạch", "Trường THCS Hoa Ban"]


def test_a_running_head_the_body_has_too_is_not_repeated():
    document = docx.Document()
    document.add_paragraph("Trường THCS Hoa Ban")
    document.sections[0].header.paragraphs[0].text = "Trường THCS Hoa Ban"
    assert len(read(document)) == 1


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (14, "upperRoman", "XIV"),
        (9, "lowerRoman", "ix"),
        (2, "lowerLetter", "b"),
        (28, "upperLetter", "BB"),
        (1000, "upperRoman", "1000"),
    ],
)
def test_numbers_are_written_in_their_form(number, form, text):
    assert written(number, form) == text
