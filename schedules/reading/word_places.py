"""Places of a Word body → the paragraphs that stand there, by the same walk the blocks come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from schedules.plan import Block, Cell, Place
from schedules.reading.word_body import PARAGRAPH, Body, W, boxes_of, cells_of, children_of, number_at

Paragraphs: TypeAlias = "tuple[etree._Element, ...]"  # noqa: SLF001 - the name lxml gives its element type


def paragraphs_at(body: etree._Element) -> dict[Place, Paragraphs]:
    """Return the paragraph elements of every place a reader may name: paragraph, table row, cell of a row."""
    walk = _Walk()
    walk.blocks(body)
    return walk.found


class _Walk(Body):
    """Walks as the reader does and keeps the elements by place."""

    def __init__(self) -> None:
        super().__init__(frozenset())
        self.found: dict[Place, Paragraphs] = {}

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        self.found[Place(paragraph=self._paragraphs + 1)] = (element,)
        yield from super()._paragraph(element)

    def _row(
        self, line: etree._Element, place: Place, above: dict[int, Cell]
    ) -> tuple[tuple[Cell, ...], list[etree._Element]]:
        cells, nested = super()._row(line, place, above)
        at = number_at(line, f"{W}trPr/{W}gridBefore")
        for element in cells_of(line):
            self.found[cells[at].place] = tuple(_own_paragraphs(element))
            at += max(number_at(element, f"{W}tcPr/{W}gridSpan"), 1)
        for cell in cells:
            if cell.merged_from is not None:
                self.found[cell.place] = self.found.get(cell.merged_from, ())
        own = (self.found.get(cell.place, ()) for cell in cells if cell.merged_from is None)
        self.found[place] = tuple(paragraph for paragraphs in own for paragraph in paragraphs)
        return cells, nested


def _own_paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs whose text a cell's is: its own and those of boxes in it, not those of nested tables."""
    yield from (child for child in children_of(cell) if child.tag == PARAGRAPH)
    yield from (inner for box in boxes_of(cell) for inner in box.iter(PARAGRAPH))
