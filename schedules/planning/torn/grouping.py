"""The lines of a torn table → its rows: the cheapest way to part them.

What speaks: a cell goes on only where the next word had no room left on the line before; a column once empty stays
empty to the end of its row; a new number, month or complete time begins a row; an open time ("Từ 07/11 đến") goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from schedules.planning.tables.columns import PEOPLE, WORDED_TIMES, Role
from schedules.planning.tables.works import BULLET
from schedules.planning.tables.worn_rows import NUMBER, WEEK
from schedules.planning.torn.cells import TRAILING, begins_time, is_cut, is_open, joined, room_left
from schedules.planning.torn.fit import is_month
from schedules.planning.torn.split import Parted
from schedules.wording import fold

MOST_LINES, MOST_OF_WHOLE = 14, 3
"""Lines of one row at most, where lines are torn and where they mostly are whole rows.

A cell higher than that is not put together again.
"""

INFINITE = float("inf")
MOST_BEGUN = 6
ROW = 0.6
LATE_START = 2.4
"""A cell that begins below the first line of its row."""

SECOND_LINE = 2.0
"""A line that goes on in a table whose lines are whole rows."""

HAD_ROOM, ROOMS = 1.3, 4
MARKED, ALONE = 0.6, 20.0
CAPITAL = 0.5
NEW_VALUE = 4.0
NO_NUMBER, NO_WORK, SMALL_WORK, WHITE_TIME = 1.5, 2.5, 2.2, 0.8
OPEN_END, CUT_START, NOT_A_TIME, TWO_TIMES = 5.0, 3.0, 1.4, 2.5
OPEN_BRACKET, GROUP = 1.5, 1.2
CUT_TIME = re.compile(r"\(|\W*(?:den|toi|va|tiep|hoc(?! k[iy]\b)|nam(?! hoc\b)|cac)\b|\d{4}$|\d{1,2}$|[-–/.)]")
LETTER = re.compile(r"(?:[IVX]{1,4}|[A-H])[.)]?")
LETTERS = re.compile(r"[^\W\d_]{2}")
NAMED = re.compile(r"\W*(?:\d\W*)?tieu ch\w{1,4} \d")
"""A standard or a criterion begins a row wherever it stands."""

NUMBERED_BRACKET = re.compile(r"\W*\w{1,2}\)")
Dated = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a table, each in the ways it may be read; what the columns are for and how wide they are."""

    lines: tuple[tuple[Parted, ...], ...]
    roles: tuple[Role | None, ...]
    widths: tuple[int, ...]
    dated: Dated
    whole: bool = False
    """Whether lines mostly have every bar: then each is a row, and seldom does one go on in the next."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Lines read as one row: from which to which, how each is read, what it costs."""

    start: int
    stop: int
    lines: tuple[Parted, ...]
    cost: float

    @property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The texts of each column, line by line."""
        return tuple(zip(*(line.cells for line in self.lines), strict=True))


_Begun = tuple[tuple[Parted, ...], float]


def grouped(grid: Grid, start: int) -> tuple[float, tuple[Grouped, ...]]:
    """Return the cost of the best parting of the lines from `start` on, and its rows."""
    numbered = _is_numbered(grid, start)
    best: list[tuple[float, tuple[Grouped, ...]]] = [(INFINITE, ())] * (len(grid.lines) - start + 1)
    best[0] = (0.0, ())
    for begin in range(start, len(grid.lines)):
        before, rows = best[begin - start]
        for row in _rows_from(grid, begin, numbered=numbered):
            if before + row.cost < best[row.stop - start][0]:
                best[row.stop - start] = before + row.cost, (*rows, row)
    return best[-1]


def begun_rows(grid: Grid, begin: int) -> Iterator[list[_Begun]]:
    """Yield the likeliest ways of reading one line, two lines … as the beginning of a row, each with its cost."""
    begun: list[_Begun] = [((), 0.0)]
    for at in range(begin, min(len(grid.lines), begin + (MOST_OF_WHOLE if grid.whole else MOST_LINES))):
        begun = _longer(grid, begun, at)
        yield begun


def _rows_from(grid: Grid, begin: int, *, numbered: bool) -> Iterator[Grouped]:
    for stop, begun in enumerate(begun_rows(grid, begin), begin + 1):
        rows = (
            Grouped(begin, stop, lines, ROW + cost + _own_cost(lines, grid, numbered=numbered)) for lines, cost in begun
        )
        yield min(rows, key=lambda row: row.cost)


def _longer(grid: Grid, begun: Sequence[_Begun], at: int) -> list[_Begun]:
    """Return the likeliest ways of reading the lines of a row with one more."""
    ways = [
        ((*lines, way), cost + way.cost + (_going_on(lines[-1], way, grid) if lines else 0.0))
        for lines, cost in begun
        for way in grid.lines[at]
    ]
    return nsmallest(MOST_BEGUN, ways, key=lambda way: way[1])


def _own_cost(lines: Sequence[Parted], grid: Grid, *, numbered: bool) -> float:
    """Return what the cells of a row cost, each read whole."""
    if len(lines) == 1 and _is_group(lines[0].cells):
        return GROUP
    columns = zip(*(line.cells for line in lines), strict=True)
    later = [cell for line in lines[1:] for cell in line.cells]
    numbered = numbered and not any(NAMED.match(fold(cell)) for cell in lines[0].cells)
    return NEW_VALUE * sum(bool(NAMED.match(fold(cell))) for cell in later if cell) + sum(
        _cell_cost(cells, role, grid.dated, numbered=numbered) + _brackets(cells)
        for cells, role in zip(columns, grid.roles, strict=True)
    )


def _is_numbered(grid: Grid, start: int) -> bool:
    """Whether there is a column of numbers, and it begins a good part of the lines."""
    if Role.NUMBER not in grid.roles:
        return False
    at = grid.roles.index(Role.NUMBER)
    filled = [bool(NUMBER.fullmatch(ways[0].cells[at])) for ways in grid.lines[start:]]
    return sum(filled) * 5 >= len(filled)


def _going_on(above: Parted, below: Parted, grid: Grid) -> float:
    """Return what it costs that one line of a row follows another."""
    if above.alone or below.alone:
        return ALONE
    pairs = zip(above.cells, below.cells, grid.widths, strict=True)
    return SECOND_LINE * grid.whole + sum(
        _carried(before, cell, width) if before else LATE_START for before, cell, width in pairs if cell
    )


@lru_cache(maxsize=4096)
def _carried(before: str, cell: str, width: int) -> float:
    if BULLET.match(cell):
        return MARKED
    if TRAILING.search(before) or is_cut(before, cell):
        return 0.0
    room = room_left(before, cell, width)
    cost = HAD_ROOM * min(room + 1, ROOMS) / 2 if room >= 0 else 0.0
    capital = cell[0].isupper() and before[-1] not in ",;-("
    return cost + CAPITAL * capital


def _cell_cost(cells: tuple[str, ...], role: Role | None, dated: Dated, *, numbered: bool) -> float:
    if role is Role.NUMBER:
        later = sum(bool(NUMBER.fullmatch(cell) or LETTER.fullmatch(cell)) for cell in cells[1:] if cell)
        return NEW_VALUE * later + (NO_NUMBER if numbered and not cells[0] else 0.0)
    if role is Role.MONTH:
        return _month_cost(cells)
    if role is Role.WEEK:
        anew = sum(bool(WEEK.fullmatch(fold(cell))) for _, cell in _later(cells))
        return NEW_VALUE * anew + OPEN_END * is_open(joined(cells))
    if role is Role.WORK:
        return _work_cost(cells)
    if role in WORDED_TIMES:
        return _time_cost(cells, dated)
    if role in PEOPLE:
        return 1.0 * bool(TRAILING.search(fold(joined(cells)))) + 1.0 * (joined(cells)[:1].islower() and not cells[0])
    return 0.0


def _is_group(cells: Sequence[str]) -> bool:
    """Whether a line has one text alone, begun in the first column with a capital: it groups the rows below."""
    return bool(cells[0]) and cells[0][0].isupper() and len(cells[0].split()) > 1 and not any(cells[1:])


def _brackets(cells: Sequence[str]) -> float:
    text = " ".join(cells)
    return OPEN_BRACKET * (text.count("(") != text.count(")") and not NUMBERED_BRACKET.match(text))


def _later(cells: Sequence[str]) -> list[tuple[int, str]]:
    return [(at, cell) for at, cell in enumerate(cells) if at and cell]


def _month_cost(cells: Sequence[str]) -> float:
    """A month begins a row, unless a span of months above it is open ("Tháng 12/2021 đến tháng")."""
    opened = [_goes_on(joined(cells[:at]), cell) for at, cell in _later(cells)]
    anew = [is_month(cell) and not open_ for (_, cell), open_ in zip(_later(cells), opened, strict=True)]
    return NEW_VALUE * sum(anew) + OPEN_END * is_open(joined(cells))


def _work_cost(cells: Sequence[str]) -> float:
    text = joined(cells)
    if not LETTERS.search(text):
        return NO_WORK
    return SMALL_WORK if text[0].islower() and not BULLET.match(text) else 0.0


def _goes_on(above: str, cell: str) -> bool:
    """Whether what stands in a column of months ends open, or within the number that the next line finishes."""
    return is_open(above) or is_cut(above, cell)


def _time_cost(cells: tuple[str, ...], dated: Dated) -> float:
    text = joined(cells)
    if not text:
        return WHITE_TIME
    folded = fold(text).strip()
    cost = OPEN_END * is_open(text) + CUT_START * bool(CUT_TIME.match(folded))
    if not dated(text):
        cost += NOT_A_TIME
    return cost + TWO_TIMES * sum(begins_time(joined(cells[:at]), cell) for at, cell in _later(cells))
