"""A document shown whole, as it stands: paragraphs and tables in order, the words of chosen mentions lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from schedules.plan import Block, Cell, Document, Mention, Place
from tracker.found_words import alone_in
from tracker.web.context import Piece, index_of, lit

MOST = 1500
"""Blocks shown at once: a plan has some hundreds; a sheet of thousands is shown around the chosen task."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell as it lies on paper: its words, how many columns it spans, whether it goes on from the row above."""

    pieces: tuple[Piece, ...]
    columns: int = 1
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One block: its number in the document, whether a chosen mention stands there, its boxes (one for a paragraph)."""

    number: int
    block: Block
    at: bool
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together: the rows of one table, or one paragraph."""

    lines: tuple[Line, ...]

    @property
    def is_table(self) -> bool:
        """Whether the lines are rows."""
        return self.lines[0].block.is_row


@dataclass(frozen=True, slots=True)
class Original:
    """What is shown of a document, and how many blocks before and after are not."""

    parts: tuple[Part, ...]
    before: int = 0
    after: int = 0


def shown(document: Document, mentions: Sequence[Mention]) -> Original:
    """Return a document with the words of these mentions lit where they stand."""
    blocks = document.blocks
    quotes: dict[int, list[Mention]] = {}
    for mention in mentions:
        number = index_of(blocks, mention)
        if number is not None:
            quotes.setdefault(number, []).append(mention)
    first = max(0, min(min(quotes, default=0) - MOST // 2, len(blocks) - MOST))
    lines = [_line(n, blocks[n], quotes.get(n, [])) for n in range(first, min(first + MOST, len(blocks)))]
    parts = (Part(tuple(group)) for _, group in groupby(lines, key=_table))
    return Original(tuple(parts), first, max(0, len(blocks) - first - MOST))


def _table(line: Line) -> tuple[int | None, int]:
    place = line.block.place
    return (place.table or 0, -1) if line.block.is_row else (None, line.number)


def _line(number: int, block: Block, mentions: Sequence[Mention]) -> Line:
    quotes = [mention.quote for mention in mentions]
    if not block.is_row:
        return Line(number, block, bool(mentions), (Box(_pieces(block.text, quotes, alone=True)),))
    times = [mention.due.words for mention in mentions if mention.due.words]
    return Line(number, block, bool(mentions), tuple(_boxes(block.cells, quotes, times)))


def _boxes(cells: Sequence[Cell], quotes: Sequence[str], times: Sequence[str]) -> Iterator[Box]:
    """Yield the boxes of a row: what a merge repeats beside it widens it, what it repeats from above stays empty."""
    for _, merged in groupby(enumerate(cells), key=lambda at: _origin(*at)):
        (_, first), *rest = merged
        goes_on = first.merged_from is not None
        pieces = () if goes_on else _timed(_pieces(first.text, quotes, alone=False), times)
        yield Box(pieces, 1 + len(rest), goes_on)


def _origin(number: int, cell: Cell) -> Place | int:
    """Return what the cells of one merge have in common: the place they repeat, else the cell's own."""
    return cell.merged_from or (cell.place if cell.place.column is not None else number)


def _timed(cell: tuple[Piece, ...], times: Sequence[str]) -> tuple[Piece, ...]:
    """Light the words of a time that stand in a cell of their own, beside the quoted work."""
    for words in times:
        if not any(piece.lit for piece in cell) and (found := alone_in("".join(piece.text for piece in cell), words)):
            text = "".join(piece.text for piece in cell)
            pieces = (Piece(text[: found[0]]), Piece(text[found[0] : found[1]], lit=True), Piece(text[found[1] :]))
            return tuple(piece for piece in pieces if piece.text)
    return cell


def _pieces(text: str, quotes: Sequence[str], *, alone: bool) -> tuple[Piece, ...]:
    parts = [part for quote in quotes for part in ([quote] if alone else quote.split("\t")) if part.strip()]
    pieces: tuple[Piece, ...] = (Piece(text),) if text else ()
    for part in parts:
        pieces = tuple(new for piece in pieces for new in ((piece,) if piece.lit else _lit(piece.text, part)))
    if alone and parts and not any(piece.lit for piece in pieces):
        return (Piece(text, lit=True),)
    return pieces


def _lit(text: str, part: str) -> tuple[Piece, ...]:
    """Light a part where it stands; a text that does not hold it stays as it is."""
    found = lit(text, part)
    same = "".join(text.split()).casefold() == "".join(part.split()).casefold()
    return found if len(found) > 1 or same else (Piece(text),)
