"""A Word table pasted as text with one cell per line: every cell begins with a tab, a blank line ends a row.

Cells may hold blank lines themselves, so a blank line is only a *possible* row end. The rows are the cheapest
cut of the whole run: full rows cost nothing, short ones (merged cells) a little, odd first cells much.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from schedules.plan import Block, Cell, Place

FEWEST_COLUMNS, MOST_COLUMNS = 3, 30
FURTHEST_CELL = 6
"""Lines of one cell without a tab that may follow a blank line before the table is taken as ended."""

WITHIN, SHORT, SINGLE, ODD = 0.8, 1.5, 0.5, 2.0
"""Price of a blank line kept inside a cell, of a short row, of a one-cell row, of an unlikely first cell."""

ROW_START = re.compile(r"^\s*(\d{1,3}[.)]?|[IVXLC]{1,6}[.)]?|[A-ZĐ]|Tháng\s*\d.*)?\s*$")
LONGEST_GROUP = 40
SECTION = re.compile(r"^\s*([IVX]{1,5}|[A-H])\s*[.)]\s+\S")
"""After a blank line a section heading ends the table; the next one may begin right after it."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One cell as pasted: its lines joined, the line it starts on, whether a blank line stands before it."""

    text: str
    line: int
    after_blank: bool


def cell_lines(lines: Sequence[str], at: int, table: int) -> tuple[int, tuple[Block, ...]]:
    """Return how many lines from `at` on form a cell-per-line table, and its rows; (0, ()) when none does."""
    width = _header_width(lines, at)
    if not FEWEST_COLUMNS <= width <= MOST_COLUMNS:
        return 0, ()
    end = _end(lines, at)
    pieces = _pieces(lines, at, end)
    cuts = _cheapest_cuts(pieces, width)
    rows = [pieces[start:stop] for start, stop in pairwise(cuts)]
    if len(rows) < 2:  # noqa: PLR2004
        return 0, ()
    return end - at, tuple(_row(row, table, number, width) for number, row in enumerate(rows, 1))


def _header_width(lines: Sequence[str], at: int) -> int:
    if at and lines[at - 1].startswith("\t"):
        return 0
    width = 0
    while (
        width <= MOST_COLUMNS and at + width < len(lines) and _is_cell(lines[at + width]) and lines[at + width].strip()
    ):
        width += 1
    ends = at + width == len(lines) or not lines[at + width].strip()
    return width if ends else 0


def _is_cell(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line[1:].strip()


def _end(lines: Sequence[str], at: int) -> int:
    end = at
    while end < len(lines):
        if _is_cell(lines[end]) or (lines[end].strip() and lines[end - 1].strip()):
            end += 1
            continue
        if SECTION.match(lines[end]) and not lines[end - 1].strip():
            break
        ahead = [line for line in lines[end : end + 4 * FURTHEST_CELL] if line.strip() or line.startswith("\t")]
        if not any(_is_cell(line) for line in ahead[:FURTHEST_CELL]):
            break
        if lines[end].strip() and not lines[end - 1].strip() and not _is_cell(ahead[1] if ahead[1:] else ""):
            break
        end += 1
    return end


def _pieces(lines: Sequence[str], at: int, end: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    blank = False
    for number in range(at, end):
        line = lines[number]
        if line.startswith("\t"):
            pieces.append(_Piece(line[1:], number + 1, blank))
            blank = False
        elif line.strip():
            last = pieces[-1]
            pieces[-1] = _Piece(f"{last.text}\n{line}", last.line, last.after_blank)
            blank = False
        else:
            blank = True
    return pieces


def _cheapest_cuts(pieces: Sequence[_Piece], width: int) -> list[int]:
    """Return the indexes where rows begin, with the end; a row never holds more than `width` cells."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for stop in range(1, len(pieces) + 1):
        may_end = stop == len(pieces) or pieces[stop].after_blank
        choices = [
            (best[start][0] + _price(pieces[start:stop], width), start)
            for start in range(max(0, stop - width), stop)
            if may_end
        ]
        best.append(min(choices, default=(float("inf"), 0)))
    if best[-1][0] == float("inf"):
        return [*range(0, len(pieces), width), len(pieces)]
    cuts = [len(pieces)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    return cuts[::-1]


def _price(row: Sequence[_Piece], width: int) -> float:
    price = WITHIN * sum(piece.after_blank for piece in row[1:])
    if len(row) < width:
        price += SINGLE if len(row) == 1 else SHORT
    first = row[0].text
    if not ROW_START.match(first) and not (first.isupper() and len(first) <= LONGEST_GROUP):
        price += ODD
    return price


def _row(row: Sequence[_Piece], table: int, number: int, width: int) -> Block:
    cells = [
        Cell(piece.text.strip(), Place(table=table, row=number, column=column, line=piece.line))
        for column, piece in enumerate(row, 1)
    ]
    if len(cells) == 1:
        first = cells[0]
        cells += [
            Cell(first.text, Place(table=table, row=number, column=at, line=first.place.line), first.place)
            for at in range(2, width + 1)
        ]
    text = " ".join(piece.text.strip() for piece in row if piece.text.strip())
    return Block(text, Place(table=table, row=number, line=row[0].line), tuple(cells))
