"""One picture of a page → its lines and tables: cells from ruled lines, words from one look at the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import mean
from typing import Any

import cv2
import numpy as np

from schedules.reading import tesseract
from schedules.reading.dashes import with_dashes
from schedules.reading.drawn import DrawnGrid
from schedules.reading.grid import Box
from schedules.reading.lines import cell_text, confidence, doubts_in
from schedules.reading.lone_cells import read_alone
from schedules.reading.pages import Page
from schedules.reading.paper import Picture, evened, has_writing, quarter_turned, straightened, usual_size
from schedules.reading.photographed import sheet_alone
from schedules.reading.ruled import Ruled
from schedules.reading.ruled_lines import SNAP, DrawnTable, drawn_tables
from schedules.reading.second_look import with_second_look
from schedules.reading.tesseract import Word
from schedules.reading.word_lines import is_scrap, lines_of

UNCLEAR = 0.6
"""A page whose words are less sure than this may lie on its side."""

UNSURE, SHORT = 0.4, 2
"""A short word less sure than this is left to the second look."""

UNREAD = 0.1
FEWEST_WORDS = 8
APART, WHITE = 24, 235
# Pages are read side by side, one for each core: threads within one would only wait for one another.
cv2.setNumThreads(1)

EDGE = 3
"""Pixels around a table that belong to its frame."""


def scanned_page(grey: Picture, number: int, source: str) -> Page:
    """Return a grey picture of a page as lines and tables; a page on its side is turned first."""
    grey = evened(usual_size(sheet_alone(grey)))
    page, sure = _looked_at(grey, number, source)
    if sure >= UNCLEAR or not has_writing(grey):
        return page
    degrees = tesseract.turn(grey, source)
    if not degrees:
        return page
    other, surer = _looked_at(quarter_turned(grey, degrees), number, source)
    return other if surer > sure else page


def _looked_at(grey: Picture, number: int, source: str) -> tuple[Page, float]:
    straight = straightened(grey)
    tables = drawn_tables(straight)
    # Without ruled lines the page is paragraphs; with them its words are scattered.
    way = tesseract.SPARSE if tables else tesseract.PAGE
    parts = _parts(straight, tables)
    words, sure = _words(_stacked(parts), way, source) if parts else ([], 0.0)
    around: list[Word] = []
    ruled = []
    for part, found in _shared_out(parts, words):
        if part.table:
            ruled.append(_ruled(part.table, found, number, straight.shape, source))
        else:
            around += found
    height, width = straight.shape
    page = Page(number, width, height, tuple(lines_of(around)), tuple(ruled))
    return page, sure


def _words(picture: Picture, way: int, source: str) -> tuple[list[Word], float]:
    """Return the words of a picture and how sure the first look at them was."""
    words = tesseract.words(picture, way, source)
    shares = [word.confidence for word in words]
    sure = mean(shares) if len(shares) >= FEWEST_WORDS else (UNCLEAR if shares else 0.0)
    if sure < UNCLEAR:
        return words, sure
    return with_dashes(picture, with_second_look(picture, words, source)), sure


@dataclass(frozen=True, slots=True)
class _Part:
    """A strip of the page that holds writing, or a table pulled straight; `down` is where a strip begins."""

    picture: Any
    down: float = 0.0
    table: DrawnTable | None = None


def _parts(grey: Picture, tables: Sequence[DrawnTable]) -> list[_Part]:
    parts: list[_Part] = []
    down = 0
    for table in [*tables, None]:
        end = int(table.place[1]) - EDGE if table else grey.shape[0]
        if end - down > 4 * EDGE and has_writing(grey[down:end]):
            parts.append(_Part(grey[down:end], down))
        if table:
            parts.append(_Part(table.picture, table=table))
            down = int(table.place[3]) + EDGE
    return parts


def _stacked(parts: Sequence[_Part]) -> Picture:
    """Return the parts under one another: the program takes a moment to start, so it starts once."""
    if len(parts) == 1:
        return parts[0].picture
    width = max(part.picture.shape[1] for part in parts)
    strips = []
    for part in parts:
        missing = width - part.picture.shape[1]
        strips.append(cv2.copyMakeBorder(part.picture, 0, APART, 0, missing, cv2.BORDER_CONSTANT, value=WHITE))
    return np.vstack(strips)


def _shared_out(parts: Sequence[_Part], words: Sequence[Word]) -> Iterator[tuple[_Part, list[Word]]]:
    """Yield each part with its words: put back where a strip stands on the page, or in the table's own picture."""
    top = 0
    for part in parts:
        bottom = top + part.picture.shape[0] + APART
        inside = [word for word in words if top <= (word.top + word.bottom) / 2 < bottom]
        shift = part.down - top
        yield part, [replace(word, top=word.top + shift, bottom=word.bottom + shift) for word in inside]
        top = bottom


def _ruled(table: DrawnTable, words: Sequence[Word], number: int, shape: tuple[int, ...], source: str) -> Ruled:
    grid = DrawnGrid(table.cells, SNAP)
    held: list[list[Word]] = [[] for _ in table.cells]
    for word in words:
        owner = grid.owner((word.left + word.right) / 2, (word.top + word.bottom) / 2)
        unsure = word.confidence < UNSURE and len(word.text) <= SHORT
        if owner is not None and not unsure and not is_scrap(word):
            held[owner].append(word)
    unread = read_alone(table, held, source)
    boxes = []
    for at, (cell, inside, span) in enumerate(zip(table.cells, held, grid.spans, strict=True)):
        lines = lines_of(inside, column_gap=1000)
        text = cell_text(lines, cell[0], cell[2])
        size = span.bottom - span.top, span.right - span.left
        # A cell with ink that nobody could read is not an empty cell.
        sure = UNREAD if at in unread else confidence(lines)
        boxes.append(Box(text, span.top, span.left, *size, round(sure, 3), doubts_in(lines)))
    left, top, right, bottom = table.place
    scale = (right - left) / max(table.picture.shape[1], 1)
    edges = tuple((left + edge * scale) / shape[1] for edge in grid.columns)
    return Ruled(tuple(boxes), (number,) * (len(grid.rows) - 1), edges, top, bottom)


def grey_of(picture: Any) -> Picture:
    """Return a Pillow picture as a grey array; palettes and see-through parts are laid on white first."""
    from PIL import Image

    if picture.mode == "L" and "transparency" not in picture.info:
        return np.array(picture)
    if picture.mode in {"P", "LA", "PA", "RGBA"} or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", coloured.size, "white"), coloured)
    coloured = picture if picture.mode == "RGB" else picture.convert("RGB")
    return cv2.cvtColor(np.asarray(coloured), cv2.COLOR_RGB2GRAY)
