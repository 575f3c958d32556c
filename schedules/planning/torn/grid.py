"""Lines of a torn table among the blocks of a document → the rows they were, under their header.

A scan or a converter that loses the frame of a table leaves its lines: the cells of one row run over several of them,
some bars are gone. Such a run of lines becomes row blocks; each keeps the words of its lines, and each cell how sure
it is. What has no header that can be understood stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from schedules.plan import Block, Cell, Place
from schedules.planning.tables.axis_labels import heads_crossed
from schedules.planning.tables.columns import Role
from schedules.planning.tables.group_rows import SUM
from schedules.planning.tables.worn_rows import TIME_WORD
from schedules.planning.torn.cells import texts_of
from schedules.planning.torn.fit import cell_cost
from schedules.planning.torn.grouping import LETTER, Grid, Grouped, grouped
from schedules.planning.torn.head import Head, heads_of
from schedules.planning.torn.split import (
    BAR,
    LOST_BAR,
    NO_HABITS,
    Columns,
    Habits,
    Parted,
    habits_of,
    parted,
    pieces_of,
)
from schedules.wording import fold

FEWEST_LINES = 4
LONGEST_LINE, MOST_LINES = 400, 400
LONGEST_BARE, LONGEST_TAIL = 70, 30
FAR, FEWEST_WORDS = 2, 3
LACKING, MOSTLY = 1.6, 0.6
AMOUNT = re.compile(r"^\W*\d[\d.,]*(?:\s*[a-z]{1,6}\.?)?\W*$")
NUMBER_ALONE = 4
"""“Tiêu chí 1.3:” and a word more."""

FEWEST_COLUMNS, GROUP_CELLS, SELDOM, FEW, NEARLY = 3, 2, 10, 3, 10
"""Lines of fewer columns may each have all bars and still be parts of rows, as may those begun in small letters."""

SURE, GUESSED = 0.9, 0.6
"""Confidence of cells parted by their own bars, and by a bar put back."""

Dated = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The blocks of a document with torn tables made rows again, and the first row of each of those."""

    blocks: tuple[Block, ...]
    tables: tuple[tuple[Block, ...], ...] = ()


def rebuilt(blocks: Sequence[Block], dated: Dated) -> Rebuilt:
    """Return the blocks with every torn table whose header is understood as rows; `dated` tells what is a time."""
    if sum(map(_has_bar, blocks)) < FEWEST_LINES:
        return Rebuilt(tuple(blocks))
    made: list[Block] = []
    tables: list[tuple[Block, ...]] = []
    number = max((block.place.table or 0 for block in blocks), default=0)
    at = 0
    while at < len(blocks):
        stop = _run_end(blocks, at)
        rows = _rows(blocks[at:stop], number + len(tables) + 1, dated) if _is_torn(blocks[at:stop]) else ()
        if rows:
            made += rows
            tables.append(rows)
            at = stop
        else:
            made.append(blocks[at])
            at += 1
    return Rebuilt(tuple(made), tuple(tables))


def _run_end(blocks: Sequence[Block], at: int) -> int:
    """Return the block after the run of torn lines that begins at `at`; `at` itself where none begins."""
    if not _has_bar(blocks[at]):
        return at
    stop = at + 1
    while stop < len(blocks) and stop - at < MOST_LINES and _follows(blocks[stop - 1], blocks[stop]):
        if not _has_bar(blocks[stop]) and not _is_bare_line(blocks, stop):
            break
        stop += 1
    return stop


def _is_torn(run: Sequence[Block]) -> bool:
    """Whether a run of lines is no table the reader could read whole."""
    lost = any(cell.confidence == 0 for block in run for cell in block.cells)
    return len(run) >= FEWEST_LINES and (lost or not all(block.is_row for block in run))


def _has_bar(block: Block) -> bool:
    return BAR in block.text and len(block.text) <= LONGEST_LINE and block.place.line is not None


def _follows(before: Block, block: Block) -> bool:
    if not before.place.line or not block.place.line:
        return False
    return block.place.line - before.place.line <= (1 if _has_bar(before) else FAR)


def _is_bare_line(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line without bars belongs to the table: a group of rows, or the rest of a first cell."""
    text = blocks[at].text
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    if after is not None and _follows(blocks[at], after):
        later = blocks[at + 2] if at + 2 < len(blocks) and _follows(after, blocks[at + 2]) else after
        return len(text) <= LONGEST_BARE and (_has_bar(after) or _has_bar(later))
    return len(text) <= LONGEST_TAIL


def _rows(run: Sequence[Block], table: int, dated: Dated) -> tuple[Block, ...]:
    texts = [block.text for block in run]
    readings = [(*_reading(head, texts, dated), head) for head in heads_of(texts)]
    if not readings:
        return ()
    _, rows, head = min(readings, key=lambda reading: reading[0])
    rows = _again(rows, head, texts, dated)
    made = [_header(run[: head.height], head, table)]
    for number, row in enumerate(rows, 2):
        made.append(_row(run[row.start : row.stop], row, head, Place(table=table, row=number)))
    return tuple(made)


def _reading(
    head: Head, texts: Sequence[str], dated: Dated, habits: Habits = NO_HABITS
) -> tuple[float, tuple[Grouped, ...]]:
    whole = _are_whole(texts, head)
    columns = Columns(
        head.roles, head.widths, habits, _trailing(texts, head, whole=whole), whole, _are_named(texts, head)
    )
    grouping = replace(columns, trailing=0.0)
    lines = tuple(
        _over_all(text, len(head.roles), dated)
        or _heading(text, len(head.roles))
        or _sum(text, len(head.roles))
        or (
            *_group(text, len(head.roles), whole=whole),
            *parted(text, columns if text.count(BAR) >= min(GROUP_CELLS, len(head.roles) - 2) else grouping),
        )
        for text in texts
    )
    cost, rows = grouped(Grid(lines, head.roles, head.widths, dated, whole), head.height)
    return cost + head.cost + _misfits(head, texts[head.height :]), rows


def _are_whole(texts: Sequence[str], head: Head) -> bool:
    """Whether the lines of a table look each a row: most have all bars, and hardly one begins in small letters."""
    works = [at for at, role in enumerate(head.roles) if role is Role.WORK]
    counted = [text for text in texts if text.count(BAR) > 1]
    if len(head.roles) < FEWEST_COLUMNS or not works or not _mostly_full(counted, head):
        return False
    rows = [pieces_of(text) for text in texts[head.height :]]
    told = [cells[works[-1]] for cells in rows if len(cells) == len(head.roles)]
    told += [cells[-1] for cells in rows if len(cells) <= GROUP_CELLS]
    begun = [text[0].islower() for text in told if text]
    return sum(begun) * SELDOM <= len(begun)


def _mostly_full(texts: Sequence[str], head: Head) -> bool:
    full = sum(text.count(BAR) == len(head.roles) - 1 for text in texts)
    near = sum(text.count(BAR) >= len(head.roles) - 2 for text in texts)
    return full >= MOSTLY * len(texts) or (full * FEW >= len(texts) and near * NEARLY >= (NEARLY - 1) * len(texts))


def _are_named(texts: Sequence[str], head: Head) -> bool:
    """Whether the column of criteria holds their words too, and not the numbers alone."""
    at = head.roles.index(Role.CRITERION) if Role.CRITERION in head.roles else None
    rows = [pieces_of(text) for text in texts[head.height :]]
    told = [cells[at].split() for cells in rows if at is not None and len(cells) == len(head.roles) and cells[at]]
    return sum(len(words) > NUMBER_ALONE for words in told) > MOSTLY * len(told)


def _misfits(head: Head, texts: Sequence[str]) -> float:
    """Return what it costs that the cells of lines with every bar stand under their labels."""
    lines = (pieces_of(text) for text in texts)
    return sum(
        cell_cost(cell, role)
        for cells in lines
        if len(cells) == len(head.roles)
        for cell, role in zip(cells, head.roles, strict=True)
    )


def _over_all(text: str, columns: int, dated: Dated) -> tuple[Parted, ...]:
    """Return a line that is a time and has no bar as the row over all columns it is: "Thứ Sáu, ngày 28/3/2025"."""
    words = fold(text).split()
    told = sum(bool(TIME_WORD.fullmatch(word.strip("():;,.-"))) for word in words)
    whole = len(words) >= FEWEST_WORDS and (len(words) - told) * SELDOM <= 2 * len(words)
    is_row = BAR not in text and whole and text.strip()[0].isupper() and dated(text)
    return (Parted((text.strip(), *("",) * (columns - 1)), alone=True),) if is_row else ()


def _heading(text: str, columns: int) -> tuple[Parted, ...]:
    """Return a line that only counts a title ("II | Tiêu chuẩn 2: …") as the row by itself that groups those below."""
    pieces = [piece for piece in pieces_of(text) if piece]
    counted = len(pieces) == GROUP_CELLS < columns - 1 and LETTER.fullmatch(pieces[0]) and pieces[1][0].isupper()
    return (Parted((*pieces, *("",) * (columns - GROUP_CELLS)), alone=True),) if counted else ()


def _sum(text: str, columns: int) -> tuple[Parted, ...]:
    """Return a line that only adds up the rows above it ("Cộng | | 120 |") as the row by itself that it is."""
    pieces = pieces_of(text)
    filled = [fold(piece) for piece in pieces if piece]
    adds = len(filled) > 1 and SUM.match(filled[0]) and all(AMOUNT.match(piece) for piece in filled[1:])
    return (Parted((*pieces, *("",) * (columns - len(pieces))), alone=True),) if adds and len(pieces) <= columns else ()


def _group(text: str, columns: int, *, whole: bool) -> tuple[Parted, ...]:
    """Return the reading of a line without a bar as one that groups those below it, where lines are whole rows."""
    groups = whole and BAR not in text and text.strip()[:1].isupper()
    return (Parted((text.strip(), *("",) * (columns - 1))),) if groups else ()


def _again(rows: tuple[Grouped, ...], head: Head, texts: Sequence[str], dated: Dated) -> tuple[Grouped, ...]:
    """Return the rows read once more, now that it is known which words stand in which column."""
    return _reading(head, texts, dated, habits_of([line.cells for row in rows for line in row.lines]))[1]


def _trailing(texts: Sequence[str], head: Head, *, whole: bool) -> float:
    """Return what a bar lacking at the end of a line costs: as any other where lines are whole rows."""
    return LOST_BAR if whole else LACKING * _mostly_full(texts, head)


def _header(run: Sequence[Block], head: Head, table: int) -> Block:
    first = replace(run[0].place, table=None, row=None)
    cells = tuple(Cell(text, replace(first, column=at)) for at, text in enumerate(head.texts, 1))
    return Block(_text(run), replace(first, table=table, row=1), cells)


def _row(run: Sequence[Block], row: Grouped, head: Head, place: Place) -> Block:
    first = replace(run[0].place, table=None, row=None)
    whole = replace(first, table=place.table, row=place.row)
    text = _text(run)
    if len(run) == 1 and BAR not in text and row.lines[0].cells[0] == text.strip():
        return Block(text, whole, _merged(text.strip(), first, len(head.roles)))
    guessed = frozenset[int]().union(*(line.guessed for line in row.lines))
    if heads_crossed(head.texts) and run[0].text.count(BAR) < len(head.roles) - 1:
        guessed = frozenset(range(len(head.roles)))  # a cell says when by where it stands, and here any bar may be lost
    cells = tuple(
        Cell(text, replace(first, column=at + 1), confidence=GUESSED if at in guessed else SURE)
        for at, text in enumerate(texts_of(row.columns, head.roles, head.widths))
    )
    return Block(text, whole, cells)


def _merged(text: str, place: Place, columns: int) -> tuple[Cell, ...]:
    """Return a text over all columns of a row, as cells merged with the first."""
    places = [replace(place, column=at) for at in range(1, columns + 1)]
    return tuple(Cell(text, here, places[0] if at else None, confidence=SURE) for at, here in enumerate(places))


def _text(run: Sequence[Block]) -> str:
    return " ".join(block.text for block in run)
