"""The form of a school's document: paper and letters, letterhead, title, tables, as Decree 30/2020/NĐ-CP has them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

FONT, SIZE, TABLE_SIZE = "Times New Roman", 13, 12
APART = 8
"""Points above a title and the heading of a section: a table ends close under its last line."""

OF_NO_STANDARD = "Việc khác trong kế hoạch"
"""Over works of no standard that come behind those of one: a standard speaks for all rows below it."""

MANY_COLUMNS = 7
"""A table of so many columns beside their number lies across the page."""

LEFT_SHARE = 0.42
"""The nation's line is the longer one of a letterhead."""

SCHOOL_LINE, MOTTO_LINE = 0.4, 0.52
"""How much of its half a line takes: a third to a half of the school's name, all of the motto."""

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
UNPLACED, UNDATED = "…", "ngày … tháng … năm …"


def new_document(title: str, at: datetime, *, across: bool) -> Any:
    """Return an empty python-docx document on A4, its letters and margins set."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(4)
    page = document.sections[0]
    page.page_width, page.page_height = (Mm(297), Mm(210)) if across else (Mm(210), Mm(297))
    page.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(20), Mm(20), Mm(30), Mm(15)
    about = document.core_properties
    about.author, about.title, about.comments = "Đúng Hạn", title, ""
    about.created = about.modified = at.replace(tzinfo=None)
    return document


def letterhead(document: Any, school: str, number: str, over: Sequence[str] = (), place: str = "") -> None:
    """Set the bodies over the school, the school and the number on the left, the nation and an open date on the right.

    `place` is where it will be signed, left open where nobody said.
    Under the school and the motto stand the lines of Decree 30/2020/NĐ-CP, annex I.
    """
    made = document.add_table(1, 2)
    _widths(document, made, (LEFT_SHARE, 1 - LEFT_SHARE))
    left, right = made.rows[0].cells
    _lines(left, (*over, school), bold=(len(over),))
    _line_under(left, SCHOOL_LINE)
    _lines(left, (number,))
    _lines(right, NATION, bold=(0, 1))
    _line_under(right, MOTTO_LINE)
    _lines(right, (f"{place or UNPLACED}, {UNDATED}",), italic=(0,))


def centred(document: Any, lines: Sequence[str]) -> None:
    """Set the lines of a title, a little apart from what stands above."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for number, line in enumerate(lines):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = Pt(0 if number else APART)
        paragraph.add_run(line).bold = True


def heading(document: Any, text: str) -> None:
    """Set the heading of a section, a Word heading that looks like the text around it."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(APART)
    paragraph.add_run(text).bold = True
    paragraph.paragraph_format.keep_with_next = True


def signatures(document: Any, names: Sequence[str]) -> None:
    """Set who signs, side by side, a line below the text, with room for hand and seal."""
    document.add_paragraph().paragraph_format.keep_with_next = True
    made = document.add_table(1, len(names))
    _widths(document, made, (1.0,) * len(names))
    for cell, name in zip(made.rows[0].cells, names, strict=True):
        _lines(cell, (name, "", "", ""), bold=(0,))


def table(document: Any, header: Sequence[str], weights: Sequence[float]) -> Any:
    """Return a ruled table with its header row, repeated on every page; columns share the page by their weights."""
    from docx.oxml import OxmlElement

    made = document.add_table(1, len(header))
    made.style = "Table Grid"
    _widths(document, made, weights)
    for cell, text in zip(made.rows[0].cells, header, strict=True):
        write(cell, text).bold = True
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no public name for it
    return made


def new_row(made: Any) -> Any:
    """Return the cells of a new row of a table, kept on one page where it fits there."""
    from docx.oxml import OxmlElement

    row = made.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - no public name for it
    return row.cells


def write(cell: Any, text: str) -> Any:
    """Write one line into a cell and return its run."""
    from docx.shared import Pt

    run = cell.paragraphs[0].add_run(text)
    run.font.size = Pt(TABLE_SIZE)
    cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    return run


def _widths(document: Any, made: Any, weights: Sequence[float]) -> None:
    page = document.sections[0]
    text = page.page_width - page.left_margin - page.right_margin
    made.autofit = False
    for column, weight in zip(made.columns, weights, strict=True):
        column.width = int(text * weight / sum(weights))
        # Word goes by the width of each cell, and a row added later takes that of the row above it
        for cell in column.cells:
            cell.width = column.width


def _line_under(cell: Any, share: float) -> None:
    """Draw a line of that share of a cell's width in its middle, close under what stands there."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    cell.paragraphs[-1].paragraph_format.space_after = Pt(0)
    paragraph = cell.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = int(cell.width * (1 - share) / 2)
    form.space_after, form.line_spacing = Pt(6), Pt(2)
    edge = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        edge.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    borders.append(edge)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public name for borders
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc")


def _lines(cell: Any, lines: Sequence[str], bold: Sequence[int] = (), italic: Sequence[int] = ()) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for number, line in enumerate(lines):
        empty = number == 0 and not cell.text
        paragraph = cell.paragraphs[0] if empty else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(line)
        run.font.size = Pt(TABLE_SIZE)
        run.bold, run.italic = number in bold, number in italic
