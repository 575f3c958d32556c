"""One PDF page with a text layer → its lines and ruled tables; every letter goes where its middle stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

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

SNAP = 3.0
Edges = tuple[float, float, float, float]


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
    return Glyph(char["text"], char["x0"], char["x1"], (char["top"] + char["bottom"]) / 2, char["size"])


def _is_picture(page: Any, letters: int) -> bool:
    area = page.width * page.height
    shares = [image["width"] * image["height"] / area for image in page.images]
    if max(shares, default=0) >= FULL_PICTURE:
        return True
    if sum(UNMAPPED in char["text"] for char in page.chars) > letters * 0.1:
        return True
    return letters < FEWEST_LETTERS and (sum(shares) >= SOME_PICTURE or len(page.curves) > MANY_CURVES)


def _parted(glyphs: Iterable[Glyph], box: Edges) -> tuple[list[Glyph], list[Glyph]]:
    left, top, right, bottom = box
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in glyphs:
        middle = (glyph.left + glyph.right) / 2
        within = left <= middle <= right and top <= glyph.middle <= bottom
        (inside if within else outside).append(glyph)
    return inside, outside


def _table(cells: Sequence[Edges], glyphs: Sequence[Glyph], page: Any) -> tuple[Ruled | None, list[Glyph]]:
    """Spread each drawn cell over the grid all edges make; also return the letters that lie in no cell.

    A lone frame around text is no table.
    """
    columns = _edges([x for cell in cells for x in (cell[0], cell[2])])
    rows = _edges([y for cell in cells for y in (cell[1], cell[3])])
    if len(columns) < 3 or len(cells) < 2:  # noqa: PLR2004
        return None, list(glyphs)
    owner: dict[tuple[int, int], int] = {}
    spans = []
    for at, (left, top, right, bottom) in enumerate(cells):
        span = _nearest(rows, top), _nearest(columns, left), _nearest(rows, bottom), _nearest(columns, right)
        spans.append(span)
        for row in range(span[0], span[2]):
            owner.update({(row, column): at for column in range(span[1], span[3])})
    held: list[list[Glyph]] = [[] for _ in cells]
    strays: list[Glyph] = []
    for glyph in glyphs:
        spot = _slot(rows, glyph.middle), _slot(columns, (glyph.left + glyph.right) / 2)
        (held[owner[spot]] if spot in owner else strays).append(glyph)
    boxes = tuple(
        Box(_text(inside, cell), top, left, max(bottom - top, 1), max(right - left, 1))
        for cell, inside, (top, left, bottom, right) in zip(cells, held, spans, strict=True)
    )
    edges = tuple(edge / page.width for edge in columns)
    return Ruled(boxes, (page.page_number,) * (len(rows) - 1), edges, rows[0], rows[-1]), strays


def _text(glyphs: Sequence[Glyph], cell: Edges) -> str:
    # In a cell no gap is wide enough to part columns.
    return cell_text(lines_of(glyphs, column_gap=1000), cell[0], cell[2])


def _edges(values: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > SNAP:
            edges.append(value)
    return edges


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))


def _slot(edges: Sequence[float], value: float) -> int:
    return min(max(bisect_right(edges, value) - 1, 0), len(edges) - 2)
