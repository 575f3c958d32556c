"""Cells of a table over which a faint line was missed → the cells that line parts. Needs numpy.

A line found beside a cell tells where to look in it: darkness is averaged along the whole width, so a line too
faint to be seen point by point still stands out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from schedules.reading.drawn import DrawnGrid, Rectangle
from schedules.reading.paper import Picture

NEAR, BESIDE = 3, 8
"""Pixels a line may stand off where it is looked for, and how far from it paper is compared."""

STRETCH = 16
"""Pixels of one stretch of a line: print is dark in some stretches, a line in nearly all."""

DARKER, NEARLY_ALL = 2.5, 0.8
FEWEST_STRETCHES = 3
HALF = 2
"""Half the thickness of a line."""


def completed(picture: Picture, cells: Sequence[Rectangle], snap: float) -> tuple[Rectangle, ...]:
    """Return the cells with those parted that a faint line runs through, first across, then down."""
    rows = DrawnGrid(cells, snap).rows
    across = [part for cell in cells for part in _parted(picture, cell, rows)]
    turned = picture.T
    columns = DrawnGrid(across, snap).columns
    return tuple(_turned(part) for cell in across for part in _parted(turned, _turned(cell), columns))


def _parted(picture: Picture, cell: Rectangle, edges: Sequence[float]) -> Iterator[Rectangle]:
    """Yield the parts of a cell between the lines across it that stand on known edges."""
    left, top, right, bottom = cell
    for edge in edges:
        # Edges of cells stand half a line off the line itself, on either side.
        if top + BESIDE < edge < bottom - BESIDE and _is_line(picture, cell, edge):
            yield (left, top, right, edge - HALF)
            top = edge + HALF
    yield (left, top, right, bottom)


def _is_line(picture: Picture, cell: Rectangle, edge: float) -> bool:
    left, right, middle = int(cell[0]) + NEAR, int(cell[2]) - NEAR, round(edge)
    count = (right - left) // STRETCH
    if count < FEWEST_STRETCHES:
        return False
    band = picture[middle - BESIDE : middle + BESIDE + 1, left : left + count * STRETCH].astype(np.float32)
    rows = band.reshape(band.shape[0], count, STRETCH).mean(axis=2)
    line = rows[BESIDE - NEAR : BESIDE + NEAR + 1]
    at = int(line.mean(axis=1).argmin())
    paper = np.minimum(rows[:2].mean(axis=0), rows[-2:].mean(axis=0))
    return float((paper - line[at] >= DARKER).mean()) >= NEARLY_ALL


def _turned(cell: Rectangle) -> Rectangle:
    return (cell[1], cell[0], cell[3], cell[2])
