"""Tables drawn in a picture: where each stands, the table pulled straight, its cells as rectangles. Needs OpenCV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from schedules.reading.drawn import Rectangle
from schedules.reading.faint_lines import completed
from schedules.reading.paper import Picture, ink

SHORTEST_ACROSS, SHORTEST_DOWN = 60, 44
"""Pixels a ruled line is long without a break, at least: longer than any stroke of a letter at 200 dpi."""

ALONG, FAINT = 9, 8
"""Pixels a line is evened out along itself, and how much darker than the paper around it the faintest may be."""

SMALLEST_TABLE = (0.2, 0.02)
"""Tables are at least this part of the page's width and height."""

SNAP = 14.0
"""Pixels two edges may stand apart and still be one line."""

MARGIN = 4
SMALLEST_CELL = 12
FULL = 0.25
"""A cell fills at least this part of the box around it: a bracket of white does not."""

FEWEST_CELLS = 4


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """Top and bottom on the page, left and right; the table pulled straight; its cells in that picture."""

    place: Rectangle
    picture: Any
    cells: tuple[Rectangle, ...]


def drawn_tables(grey: Picture) -> list[DrawnTable]:
    """Return the ruled tables on a page from the top."""
    lines = _ruled(grey)
    joined = cv2.dilate(lines, np.ones((5, 5), np.uint8))
    outlines, family = cv2.findContours(joined, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    height, width = grey.shape
    tables = []
    for at, outline in enumerate(outlines):
        _, _, wide, high = cv2.boundingRect(outline)
        is_hole = family[0, at, 3] >= 0
        if not is_hole and wide / width > SMALLEST_TABLE[0] and high / height > SMALLEST_TABLE[1]:
            table = _table(grey, _corners(outline[:, 0]))
            tables += [table] if table else []
    return sorted(_innermost(tables), key=lambda table: table.place[1])


def _innermost(tables: list[DrawnTable]) -> list[DrawnTable]:
    """Leave out the edge of the paper and frames around the page: a table lies inside them."""
    return [table for table in tables if not any(_contains(table.place, other.place) for other in tables)]


def _contains(outer: Rectangle, inner: Rectangle) -> bool:
    return (
        outer != inner
        and outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and outer[2] >= inner[2]
        and outer[3] >= inner[3]
    )


def _ruled(grey: Picture) -> Picture:
    """Keep long lines only; thin ones are seen by evening out the noise along them, small breaks are closed."""
    flat = ink(cv2.blur(grey, (ALONG, 1)), FAINT)
    flat = cv2.morphologyEx(flat, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    flat = cv2.morphologyEx(flat, cv2.MORPH_OPEN, np.ones((1, SHORTEST_ACROSS), np.uint8))
    upright = ink(cv2.blur(grey, (1, 3)), 10)
    upright = cv2.morphologyEx(upright, cv2.MORPH_CLOSE, np.ones((3, 1), np.uint8))
    upright = cv2.morphologyEx(upright, cv2.MORPH_OPEN, np.ones((SHORTEST_DOWN, 1), np.uint8))
    return cv2.bitwise_or(flat, upright)


def _table(grey: Picture, corners: Any) -> DrawnTable | None:
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    width = int(max(np.linalg.norm(corners[1] - corners[0]), np.linalg.norm(corners[2] - corners[3])))
    height = int(max(np.linalg.norm(corners[3] - corners[0]), np.linalg.norm(corners[2] - corners[1])))
    if min(width, height) < SMALLEST_CELL * 2:
        return None
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) + MARGIN
    matrix = cv2.getPerspectiveTransform(corners, target)
    size = (width + 2 * MARGIN, height + 2 * MARGIN)
    straight = cv2.warpPerspective(grey, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    cells = completed(straight, _cells(straight), SNAP)
    if len(cells) < FEWEST_CELLS:
        return None
    return DrawnTable((float(left), float(top), float(right), float(bottom)), straight, cells)


def _corners(outline: Any) -> Any:
    """Return the four outer corners among points: top left, top right, bottom right, bottom left."""
    total, difference = outline.sum(axis=1), outline[:, 0] - outline[:, 1]
    picks = (total.argmin(), difference.argmax(), total.argmax(), difference.argmin())
    return outline[list(picks)].astype(np.float32)


def _cells(straight: Picture) -> list[Rectangle]:
    """Return the white regions lines enclose; a merge needs no special care, it is one region."""
    lines = _ruled(straight)
    # The outer frame stands at the very edge and may be lost to the warp.
    cv2.rectangle(lines, (MARGIN - 2, MARGIN - 2), (lines.shape[1] - MARGIN + 1, lines.shape[0] - MARGIN + 1), 255, 3)
    lines = cv2.dilate(lines, np.ones((5, 5), np.uint8))
    outlines, family = cv2.findContours(lines, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [cv2.boundingRect(outline) for outline in outlines]
    # Only what hangs together with the outer frame parts cells: bold words leave strokes between.
    frame = max(range(len(boxes)), key=lambda at: boxes[at][2] * boxes[at][3])
    holes = (
        (box, outline) for box, outline, (*_, parent) in zip(boxes, outlines, family[0], strict=True) if parent == frame
    )
    cells = []
    for (left, top, width, height), outline in holes:
        inside = left > 0 and top > 0 and left + width < lines.shape[1]
        if inside and min(width, height) - 2 >= SMALLEST_CELL and cv2.contourArea(outline) > FULL * width * height:
            # The outline of a hole runs on the lines around it.
            cells.append((left + 1.0, top + 1.0, left + width - 1.0, top + height - 1.0))
    return cells
