"""One picture of a page → its lines and tables: cells from ruled lines, words from one look at each part of it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from statistics import mean
from typing import Any

import cv2
import numpy as np

from schedules.reading import tesseract
from schedules.reading.drawn import DrawnGrid
from schedules.reading.grid import Box
from schedules.reading.lines import cell_text, confidence
from schedules.reading.lone_cells import read_alone
from schedules.reading.pages import Page
from schedules.reading.paper import Picture, has_writing, ink, quarter_turned, straightened, usual_size
from schedules.reading.ruled import Ruled
from schedules.reading.ruled_lines import DrawnTable, drawn_tables
from schedules.reading.tesseract import Word
from schedules.reading.word_lines import lines_of

SNAP = 14.0
UNCLEAR = 0.45
"""A page whose words are less sure than this may lie on its side."""

FEWEST_WORDS = 8
EDGE = 3
"""Pixels around a table that belong to its frame."""


def scanned_page(grey: Picture, number: int, source: str) -> Page:
    """Return a grey picture of a page as lines and tables; a page on its side is turned first."""
    grey = usual_size(grey)
    page, sure = _looked_at(grey, number, source)
    if sure >= UNCLEAR:
        return page
    degrees = tesseract.turn(grey, source)
    if not degrees:
        return page
    other, surer = _looked_at(quarter_turned(grey, degrees), number, source)
    return other if surer > sure else page


def _looked_at(grey: Picture, number: int, source: str) -> tuple[Page, float]:
    straight = straightened(grey)
    tables = drawn_tables(straight)
    # The table and the rest are read side by side, one core each.
    with ThreadPoolExecutor(2) as pool:
        rest = pool.submit(_rest, straight, tables, source)
        ruled = [_ruled(table, number, straight.shape, source) for table in tables]
        around = rest.result()
    height, width = straight.shape
    found = [word.confidence for word in around] + [share for _, shares in ruled for share in shares]
    page = Page(number, width, height, tuple(lines_of(around)), tuple(table for table, _ in ruled))
    return page, mean(found) if len(found) >= FEWEST_WORDS else (0.0 if not found else UNCLEAR)


def _rest(grey: Picture, tables: Sequence[DrawnTable], source: str) -> list[Word]:
    """Return the words outside tables: the strips between them are looked at as one page."""
    if not tables:
        return tesseract.words(grey, tesseract.PAGE, source)
    strips: list[Any] = []
    starts: list[tuple[float, float]] = []
    dark = ink(grey)
    down = at = 0
    for table in [*tables, None]:
        end = int(table.place[1]) - EDGE if table else grey.shape[0]
        if end - down > 4 * EDGE and has_writing(dark[down:end]):
            strips.append(grey[down:end])
            starts.append((at, down))
            at += end - down
        down = int(table.place[3]) + EDGE if table else end
    if not strips:
        return []
    words = tesseract.words(np.vstack(strips), tesseract.PAGE, source)
    return [_moved(word, starts) for word in words]


def _moved(word: Word, starts: Sequence[tuple[float, float]]) -> Word:
    """Put a word of the joined strips back where its strip stands on the page."""
    at, down = max(start for start in starts if start[0] <= (word.top + word.bottom) / 2)
    return replace(word, top=word.top - at + down, bottom=word.bottom - at + down)


def _ruled(table: DrawnTable, number: int, shape: tuple[int, ...], source: str) -> tuple[Ruled, list[float]]:
    grid = DrawnGrid(table.cells, SNAP)
    held: list[list[Word]] = [[] for _ in table.cells]
    for word in tesseract.words(table.picture, tesseract.SPARSE, source):
        owner = grid.owner((word.left + word.right) / 2, (word.top + word.bottom) / 2)
        if owner is not None:
            held[owner].append(word)
    read_alone(table, held, source)
    boxes = []
    for cell, inside, span in zip(table.cells, held, grid.spans, strict=True):
        lines = lines_of(inside, column_gap=1000)
        text = cell_text(lines, cell[0], cell[2])
        size = span.bottom - span.top, span.right - span.left
        boxes.append(Box(text, span.top, span.left, *size, round(confidence(lines), 3)))
    left, top, right, bottom = table.place
    scale = (right - left) / max(table.picture.shape[1], 1)
    edges = tuple((left + edge * scale) / shape[1] for edge in grid.columns)
    found = Ruled(tuple(boxes), (number,) * (len(grid.rows) - 1), edges, top, bottom)
    return found, [word.confidence for inside in held for word in inside]


def grey_of(picture: Any) -> Picture:
    """Return a Pillow picture as a grey array; palettes and see-through parts are laid on white first."""
    from PIL import Image

    if picture.mode in {"P", "LA", "PA", "RGBA"} or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", coloured.size, "white"), coloured)
    return cv2.cvtColor(np.asarray(picture.convert("RGB")), cv2.COLOR_RGB2GRAY)
