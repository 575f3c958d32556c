"""Cells drawn on a page, as rectangles → the grid all their edges make, and what each covers of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Span:
    """What one drawn cell covers: its first row and column, the row and column after its last."""

    top: int
    left: int
    bottom: int
    right: int


class DrawnGrid:
    """The rows and columns of a table, from its drawn cells; edges nearer than `snap` are one."""

    def __init__(self, cells: Sequence[Rectangle], snap: float) -> None:
        self.columns = _edges((x for cell in cells for x in (cell[0], cell[2])), snap)
        self.rows = _edges((y for cell in cells for y in (cell[1], cell[3])), snap)
        self.spans = [self._span(cell) for cell in cells]
        self._owner = {
            (row, column): at
            for at, span in reversed(list(enumerate(self.spans)))
            for row in range(span.top, span.bottom)
            for column in range(span.left, span.right)
        }

    def owner(self, across: float, down: float) -> int | None:
        """Return the index of the cell a point lies in; None where nothing is drawn."""
        return self._owner.get((_slot(self.rows, down), _slot(self.columns, across)))

    def _span(self, cell: Rectangle) -> Span:
        left, top, right, bottom = cell
        first = _nearest(self.rows, top), _nearest(self.columns, left)
        last = _nearest(self.rows, bottom), _nearest(self.columns, right)
        return Span(*first, max(last[0], first[0] + 1), max(last[1], first[1] + 1))


def _edges(values: Iterable[float], snap: float) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= snap:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _nearest(edges: Sequence[float], value: float) -> int:
    after = bisect_left(edges, value)
    if after in {0, len(edges)}:
        return min(after, len(edges) - 1)
    return after - 1 if value - edges[after - 1] <= edges[after] - value else after


def _slot(edges: Sequence[float], value: float) -> int:
    return min(max(bisect_right(edges, value) - 1, 0), len(edges) - 2)
