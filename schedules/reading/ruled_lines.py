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
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    height, width = grey.shape
    tables = []
    for label in range(1, count):
        left, top, wide, high, _ = (int(value) for value in stats[label])
        if wide / width > SMALLEST_TABLE[0] and high / height > SMALLEST_TABLE[1]:
            mask = labels[top : top + high, left : left + wide] == label
            table = _table(grey, mask, (left, top))
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


def _joined_to_frame(lines: Picture) -> Picture:
    """Keep the lines that hang together with the outer frame: bold words leave strokes between."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    if count < 2:  # noqa: PLR2004
        return lines
    frame = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())
    return (labels == frame).astype(np.uint8) * 255


def _table(grey: Picture, mask: Picture, start: tuple[int, int]) -> DrawnTable | None:
    corners = _corners(mask) + np.array(start, np.float32)
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


def _corners(mask: Picture) -> Any:
    """Return the four outer corners of a mask: top left, top right, bottom right, bottom left."""
    down, across = np.nonzero(mask)
    total, difference = across + down, across - down
    picks = (total.argmin(), difference.argmax(), total.argmax(), difference.argmin())
    return np.array([[across[at], down[at]] for at in picks], np.float32)


def _cells(straight: Picture) -> list[Rectangle]:
    """Return the white regions lines enclose; a merge needs no special care, it is one region."""
    lines = _ruled(straight)
    # The outer frame stands at the very edge and may be lost to the warp.
    cv2.rectangle(lines, (MARGIN - 2, MARGIN - 2), (lines.shape[1] - MARGIN + 1, lines.shape[0] - MARGIN + 1), 255, 3)
    lines = _joined_to_frame(cv2.dilate(lines, np.ones((5, 5), np.uint8)))
    count, _, stats, _ = cv2.connectedComponentsWithStats(255 - lines, connectivity=4)
    cells = []
    for label in range(1, count):
        left, top, width, height, area = (int(value) for value in stats[label])
        inside = left > 1 and top > 1 and left + width < lines.shape[1] - 1
        if inside and min(width, height) >= SMALLEST_CELL and area > 0.25 * width * height:
            cells.append((float(left), float(top), float(left + width), float(top + height)))
    return cells
