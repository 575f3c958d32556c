"""One PDF page with a text layer → its lines and ruled tables; every letter goes where its middle stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from schedules.reading.drawn import DrawnGrid, Rectangle
from schedules.reading.glyphs import Glyph, lines_of
from schedules.reading.grid import Box
from schedules.reading.lines import cell_text
from schedules.reading.pages import Page
from schedules.reading.ruled import Ruled

FEWEST_LETTERS = 50
"""A page with fewer letters and a picture is a picture with a stamp on it."""

FULL_PICTURE = 0.7
SOME_PICTURE = 0.1
MANY_CURVES = 200
UNMAPPED = "(cid:"
"""What stands for a letter whose font does not say which one it is."""

SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "-", 0xF076: "*"}
"""Bullets that the fonts Symbol and Wingdings keep at places no other font has."""

SNAP = 3.0
FEWEST_EDGES, FEWEST_CELLS = 3, 2


def printed_page(page: Any) -> tuple[Page, bool]:
    """Return a pdfplumber page as lines and tables, and whether it is a picture that must be scanned instead."""
    chars = [char for char in page.chars if char["upright"]]
    letters = sum(not char["text"].isspace() for char in chars)
    glyphs = [_glyph(char) for char in chars]
    tables = []
    for found in page.find_tables():
        inside, glyphs = _parted(glyphs, found.bbox)
        table, strays = _table(found.cells, inside, page)
        tables += [table] if table else []
        glyphs += strays
    lines = tuple(lines_of(glyphs))
    return Page(page.page_number, page.width, page.height, lines, tuple(tables)), _is_picture(page, letters)


def _glyph(char: dict[str, Any]) -> Glyph:
    return Glyph(
        char["text"].translate(SYMBOLS), char["x0"], char["x1"], (char["top"] + char["bottom"]) / 2, char["size"]
    )


def _is_picture(page: Any, letters: int) -> bool:
    area = page.width * page.height
    shares = [image["width"] * image["height"] / area for image in page.images]
    if max(shares, default=0) >= FULL_PICTURE:
        return True
    if sum(UNMAPPED in char["text"] for char in page.chars) > letters * 0.1:
        return True
    return letters < FEWEST_LETTERS and (sum(shares) >= SOME_PICTURE or len(page.curves) > MANY_CURVES)


def _parted(glyphs: Iterable[Glyph], box: Rectangle) -> tuple[list[Glyph], list[Glyph]]:
    left, top, right, bottom = box
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in glyphs:
        middle = (glyph.left + glyph.right) / 2
        within = left <= middle <= right and top <= glyph.middle <= bottom
        (inside if within else outside).append(glyph)
    return inside, outside


def _table(cells: Sequence[Rectangle], glyphs: Sequence[Glyph], page: Any) -> tuple[Ruled | None, list[Glyph]]:
    """Spread each drawn cell over the grid all edges make; also return the letters that lie in no cell.

    A lone frame around text is no table.
    """
    grid = DrawnGrid(cells, SNAP)
    if len(grid.columns) < FEWEST_EDGES or len(cells) < FEWEST_CELLS:
        return None, list(glyphs)
    held: list[list[Glyph]] = [[] for _ in cells]
    strays: list[Glyph] = []
    for glyph in glyphs:
        owner = grid.owner((glyph.left + glyph.right) / 2, glyph.middle)
        (strays if owner is None else held[owner]).append(glyph)
    boxes = tuple(
        Box(_text(inside, cell), span.top, span.left, span.bottom - span.top, span.right - span.left)
        for cell, inside, span in zip(cells, held, grid.spans, strict=True)
    )
    edges = tuple(edge / page.width for edge in grid.columns)
    pages = (page.page_number,) * (len(grid.rows) - 1)
    return Ruled(boxes, pages, edges, grid.rows[0], grid.rows[-1]), strays


def _text(glyphs: Sequence[Glyph], cell: Rectangle) -> str:
    # In a cell no gap is wide enough to part columns.
    return cell_text(lines_of(glyphs, column_gap=1000), cell[0], cell[2])
