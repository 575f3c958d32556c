"""RTF table rows → boxes: a row says where each cell ends on the page and which cells are merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedules.reading.grid import Box

SNAP = 40
"""Twentieths of a point: edges of one column differ by rounding."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a cell ends, and whether it goes on from the cell to its left or from the one above."""

    at: int
    from_left: bool = False
    from_above: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of a row's cells and the ends of each."""

    texts: tuple[str, ...]
    edges: tuple[Edge, ...]
    left: int = 0


def boxes_of(rows: Sequence[Row]) -> list[Box]:
    """Return the boxes of a table from its rows."""
    columns = _columns(rows)
    boxes: list[Box] = []
    above: dict[int, int] = {}
    for at, row in enumerate(rows):
        start = _nearest(columns, row.left)
        for text, edge in _paired(row):
            end = max(_nearest(columns, edge.at), start + 1)
            if edge.from_left and boxes and boxes[-1].row == at:
                boxes[-1] = replace(boxes[-1], columns=end - boxes[-1].column)
            elif edge.from_above and start in above:
                upper = boxes[above[start]]
                boxes[above[start]] = replace(upper, rows=at + 1 - upper.row)
            else:
                above[start] = len(boxes)
                boxes.append(Box(text, at, start, 1, end - start))
            start = end
    return boxes


def _paired(row: Row) -> list[tuple[str, Edge]]:
    """Pair texts with edges; a row with more texts than edges (a damaged file) still keeps them all."""
    last = row.edges[-1].at if row.edges else row.left
    missing = len(row.texts) - len(row.edges)
    edges = [*row.edges, *(Edge(last + 100 * (extra + 1)) for extra in range(missing))]
    return list(zip(row.texts, edges, strict=False))


def _columns(rows: Sequence[Row]) -> list[int]:
    found: list[int] = []
    values = {row.left for row in rows} | {edge.at for row in rows for _, edge in _paired(row)}
    for value in sorted(values):
        if not found or value - found[-1] > SNAP:
            found.append(value)
    return found


def _nearest(columns: Sequence[int], value: int) -> int:
    return min(range(len(columns)), key=lambda at: abs(columns[at] - value))
