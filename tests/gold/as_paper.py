"""A plan as schools print it: A4, Times 13, tables a size smaller and across where wide; drawn page by page in grey."""

from __future__ import annotations

import io
from functools import lru_cache
from math import sqrt

import docx
import numpy as np
import pypdfium2
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

from tests.gold.as_converted import to_format
from tests.gold.as_office import word
from tests.gold.source import Source

LONG, SHORT = Cm(29.7), Cm(21.0)
MARGINS = {"left_margin": Cm(3), "right_margin": Cm(2), "top_margin": Cm(2), "bottom_margin": Cm(2)}
WIDE_TABLE = 7
"""Columns from which a plan is printed across."""

BODY, TABLE = Pt(13), Pt(12)
DPI, POINTS = 200, 72


@lru_cache(maxsize=64)
def pages(source: Source, dpi: int = DPI) -> tuple[np.ndarray, ...]:
    """Return the printed pages as grey pictures; LibreOffice lays them out."""
    with pypdfium2.PdfDocument(to_format(printed(source), ".pdf")) as drawn:
        return tuple(
            np.asarray(page.render(scale=dpi / POINTS, grayscale=True).to_pil().convert("L")) for page in drawn
        )


def printed(source: Source) -> bytes:
    """Return the plan as .docx with the paper, letters and column widths of a school."""
    document = docx.Document(io.BytesIO(word(source)))
    section = document.sections[0]
    across = any(len(table.columns) >= WIDE_TABLE for table in document.tables)
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if across else (SHORT, LONG)
    for name, size in MARGINS.items():
        setattr(section, name, size)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", BODY
    normal.paragraph_format.space_after = Pt(4)
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        _fit(table, room)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _fit(table, room: int) -> None:
    """Give columns width as their words need it, and small letters."""
    rows = [row.cells for row in table.rows]
    needs = []
    for column in zip(*rows, strict=True):
        texts = [cell.text for cell in column]
        longest_word = max((len(piece) for text in texts for piece in text.split()), default=1)
        needs.append(max(longest_word + 2, 2 * sqrt(max(map(len, texts), default=1))))
    table.autofit = False
    for column, need in zip(table.columns, needs, strict=True):
        column.width = int(room * need / sum(needs))
    for cells in rows:
        for cell in cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)
                for run in paragraph.runs:
                    run.font.size = TABLE
