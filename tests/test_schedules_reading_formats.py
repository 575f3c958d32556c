"""One plan in every format gives the same words in the same cells."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schedules.plan import Document
from schedules.reading import read_file

FILES = Path(__file__).resolve().parent / "examples" / "files"
PLANS = ("bang-cai-tien", "ke-hoach-thang")


def read(name) -> Document:
    if name.endswith(".doc") and not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    if name.endswith(".pdf"):
        pytest.importorskip("pdfplumber")
    if name.endswith(".xlsx"):
        pytest.importorskip("openpyxl")
    return read_file(FILES / name)


def tables(document):
    """Return the table that is not the letterhead: texts by row, and which cells repeat a merge."""
    wide = [block for block in document.blocks if len(block.cells) > 2]
    return [[(" ".join(cell.text.split()), cell.merged_from is not None) for cell in block.cells] for block in wide]


def words(document):
    return " ".join(block.text for block in document.blocks if not block.is_row)


@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf", "html", "pdf"])
@pytest.mark.parametrize("plan", PLANS)
def test_tables_are_the_same_in_every_format(plan, suffix):
    found, gold = tables(read(f"{plan}.{suffix}")), tables(read(f"{plan}.docx"))
    if suffix == "pdf":
        # A sum too wide for its cell is broken by the printer: "3.000.000" and "đ".
        found = [[(text.replace("000 đ", "000đ"), merged) for text, merged in row] for row in found]
    assert found == gold


@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf", "html", "pdf"])
@pytest.mark.parametrize("plan", PLANS)
def test_paragraphs_are_the_same_in_every_format(plan, suffix):
    gold = [block.text for block in read(f"{plan}.docx").blocks if not block.is_row]
    # In print the place and date stand in the letterhead.
    wanted = [text for text in gold if not text.startswith("Suối Mơ")]
    found = words(read(f"{plan}.{suffix}"))
    assert wanted
    assert all(text in found for text in wanted)


def test_a_workbook_has_the_same_table():
    assert tables(read("bang-cai-tien.xlsx")) == tables(read("bang-cai-tien.docx"))


def test_the_letterhead_of_a_pdf_is_a_row_of_two_cells():
    first = read("bang-cai-tien.pdf").blocks[0]
    assert [cell.text.split("\n")[0] for cell in first.cells] == [
        "UBND XÃ SUỐI MƠ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]


def test_rows_of_a_pdf_table_over_three_pages_know_their_page():
    rows = [block for block in read("bang-cai-tien.pdf").blocks if len(block.cells) > 2]
    assert [row.place.page for row in rows] == [1] * 4 + [2] * 6 + [3]
    assert [row.place.row for row in rows] == list(range(1, 12))
    assert len({row.place.table for row in rows}) == 1


def test_letters_set_in_a_fallback_font_are_in_their_place():
    assert "TRƯỜNG TIỂU HỌC LÊ HỒNG PHONG" in read("ke-hoach-thang.pdf").text


@pytest.mark.parametrize("suffix", ["docx", "odt", "rtf", "html", "pdf", "xlsx"])
def test_nothing_is_said_of_a_file_that_reads_well(suffix):
    assert read(f"bang-cai-tien.{suffix}").findings == ()
