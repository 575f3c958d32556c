"""Tables of times crossed with times: months and weeks, weeks and weekdays; each work stands where two of them meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schedules.plan import Block, Cell, Place
from schedules.planning.tables.axis_labels import Axis, Label, are_in_order, heads_crossed, labels_along
from schedules.planning.tables.columns import is_repeat

HEADER_ROWS, MONTHS = 3, 12
FEWEST_ACROSS = {Axis.MONTH: 2, Axis.WEEK: 2, Axis.WEEKDAY: 3}
MOST, SURE = 0.7, 0.8
"""Share of the cells before the rows that must be labels; how sure the cells of a row are to stand in their columns."""

PARTNERS = {Axis.WEEK: (Axis.MONTH, Axis.WEEKDAY), Axis.MONTH: (Axis.WEEK,), Axis.WEEKDAY: (Axis.WEEK,)}


@dataclass(frozen=True, slots=True)
class Crossed:
    """A table of two sides: its blocks, how many head it, the labels over its columns and before its rows."""

    blocks: Sequence[Block]
    rows: int
    across: Mapping[int, Label]
    side: int
    down: Mapping[int, Label]

    @property
    def header(self) -> Sequence[Block]:
        """The rows that head the table."""
        return self.blocks[: self.rows]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A filled cell where two sides meet: its row, the labels it covers on each, whether its place is sure."""

    block: Block
    cell: Cell
    labels: tuple[Label, ...]
    sure: bool

    def along(self, axis: Axis) -> tuple[Label, ...]:
        """Return the labels of one kind it covers, in order."""
        return tuple(label for label in self.labels if label.axis is axis)


def crossed(blocks: Sequence[Block]) -> Crossed | None:
    """Return the sides of a table whose columns and rows are both times, one within the other; None for any other."""
    for number in range(min(HEADER_ROWS, len(blocks) - 1)):
        head = {at: cell.text for at, cell in enumerate(blocks[number].cells)}
        above = blocks[number - 1] if number else None
        for axis, partners in PARTNERS.items():
            across = labels_along(head, axis, _over(above, head))
            if len(across) < FEWEST_ACROSS[axis] or 0 in across or not are_in_order([*across.values()], apart=True):
                continue
            for partner in partners:
                if found := _with_side(blocks, number + 1, across, partner):
                    return found
    return None


def _over(above: Block | None, head: Mapping[int, str]) -> list[str]:
    """Return what stands over the numbers of a second row of headings."""
    return [cell.text for at, cell in enumerate(above.cells) if at and head.get(at) != cell.text] if above else []


def _with_side(blocks: Sequence[Block], rows: int, across: Mapping[int, Label], axis: Axis) -> Crossed | None:
    """Find the column before the labels across whose cells are labels of another kind."""
    for at in reversed(range(min(across))):
        texts = {
            number: block.cells[at].text
            for number, block in enumerate(blocks)
            if number >= rows and at < len(block.cells) and not _is_spread(block.cells[at])
        }
        filled = {number: text for number, text in texts.items() if text.strip() and not _heads(blocks, number, rows)}
        over = [block.cells[at].text for block in blocks[:rows] if at < len(block.cells)]
        down = labels_along(filled, axis, over)
        labels = [*down.values()]
        dated = any(label.dated for label in (*labels, *across.values()))
        if dated and Axis.MONTH in {axis, *(label.axis for label in across.values())}:
            continue  # a week with days of its own stands in one month only
        ordered = are_in_order(labels, apart=False)
        if at == 0 and heads_crossed([cell.text for cell in blocks[rows - 1].cells]) is axis:
            down = down if ordered else {}
        elif not filled or len(down) < MOST * len(filled) or not ordered:
            continue
        if filled:
            return Crossed(blocks, rows, across, at, _filled_down(down, filled, blocks))
    return None


def _heads(blocks: Sequence[Block], number: int, rows: int) -> bool:
    """Whether a row heads others, and tells no work: one text over all its cells, or the header once more."""
    block = blocks[number]
    own = {cell.text.strip() for cell in block.cells if cell.text.strip()}
    spread = len(own) == 1 and len(block.cells) > 1 and all(map(_is_spread, block.cells[1:]))
    return spread or any(is_repeat(block, header) for header in blocks[:rows])


def _filled_down(down: Mapping[int, Label], filled: Mapping[int, str], blocks: Sequence[Block]) -> dict[int, Label]:
    """Give rows whose own label is left empty the one above, where none can be missing before the next."""
    made: dict[int, Label] = {}
    for number in range(len(blocks)):
        if number in filled or not made:
            made |= {number: down[number]} if number in down else {}
            continue
        above = made.get(number - 1)
        then = next((label for later, label in sorted(down.items()) if later > number), None)
        if above and (then is None or _is_next(above, then)):
            made[number] = above
    return made


def _is_next(above: Label, then: Label) -> bool:
    after = above.last % MONTHS + 1 if above.axis is Axis.MONTH else above.last + 1
    return then.first in {above.first, after}


def meetings(table: Crossed) -> Iterator[Meeting]:
    """Yield every filled cell where the sides of a table meet, once for cells merged over several."""
    below = [(number, block) for number, block in enumerate(table.blocks) if number >= table.rows]
    covered: dict[Place, list[Label | None]] = {}
    for number, block in below:
        for at, label in table.across.items():
            if at < len(block.cells):
                place = block.cells[at].merged_from or block.cells[at].place
                covered.setdefault(place, []).extend((label, table.down.get(number)))
    for number, block in below:
        if _heads(table.blocks, number, table.rows):
            continue
        whole = len(block.cells) > max(table.across) and all(cell.confidence >= SURE for cell in block.cells)
        for at in table.across:
            if at < len(block.cells) and (cell := block.cells[at]).text.strip() and cell.merged_from is None:
                labels = covered[cell.place]
                told = tuple(dict.fromkeys(label for label in labels if label))
                yield Meeting(block, cell, told, whole and None not in labels)


def _is_spread(cell: Cell) -> bool:
    origin = cell.merged_from
    return origin is not None and origin.row == cell.place.row and origin.column != cell.place.column
