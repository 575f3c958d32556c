"""Tables in text whose rows are lines: cells parted by tabs, or by pipes as Markdown has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.plan import Block, Cell, Place

RULE = re.compile(r"^[\s|:+=-]*-[\s|:+=-]*$")
MORE_THAN_ONE = 2
LONGEST_GROUP = 90
GROUP_CELLS, MOST_LOST, WORN_ROWS = 2, 2, 2
SECTION = re.compile(r"([IVX]{1,5}|[A-H])\s*[.)]\s+\S")
"""A section heading parts two tables, and groups rows only where those under it go on counting."""

COUNTED = re.compile(r"\|?\s*(?:\d{1,2}\W*)?[\t|]")
GROUPS_TOGETHER = 2


def tab_rows(lines: Sequence[str], at: int, table: int) -> tuple[int, tuple[Block, ...]]:
    """Return how many lines from `at` on form a tab-parted table, and its rows; (0, ()) when none does."""
    if at and "\t" in lines[at - 1] and _filled(lines[at - 1]):
        return 0, ()  # the run was judged where it began; once for each line would cost its square
    end = at
    while end < len(lines) and (("\t" in lines[end] and _filled(lines[end])) or _is_group(lines, at, end)):
        end += 1
    widths = [line.count("\t") for line in lines[at:end] if "\t" in line]
    # One tab at the start of a line is an indent, and one lone line with tabs is a letterhead.
    inner = sum("\t" in line.strip() for line in lines[at:end])
    if len(widths) < MORE_THAN_ONE or inner < MORE_THAN_ONE or not _steady(widths):
        return 0, ()
    rows = [(line, line.split("\t"), number) for number, line in enumerate(lines[at:end], at + 1)]
    # Where some row keeps the tab of an empty last cell, a row with fewer tabs lacks a cell that was merged.
    ends_kept = any(line.endswith("\t") for line in lines[at:end])
    return end - at, _rows(rows, table, known=not ends_kept)


def pipe_rows(lines: Sequence[str], at: int, table: int) -> tuple[int, tuple[Block, ...]]:
    """Return how many lines from `at` on form a pipe table, and its rows; torn tables are left as lines."""
    if at and "|" in lines[at - 1]:
        return 0, ()
    end = at
    while end < len(lines) and ("|" in lines[end] or _is_group(lines, at, end, "|")):
        end += 1
    kept = [(line, number) for number, line in enumerate(lines[at:end], at + 1) if not RULE.match(line)]
    bordered = 2 * sum(line.lstrip().startswith("|") for line, _ in kept) > len(kept)
    cells = [_pipe_cells(line, bordered=bordered) for line, _ in kept]
    widths = {len(row) for row in cells}
    ruled = any(RULE.match(line) for line in lines[at:end])
    # Without its ruler line a pipe table must stand free and even, or be scanned with a bar lost here and there.
    free = not _filled("".join(lines[max(at - 1, 0) : at])) and not _filled("".join(lines[end : end + 1]))
    even = len(widths) == 1 and free
    regular = ruled or even or (free and _is_worn(cells))
    if end - at < MORE_THAN_ONE or max(widths, default=0) < MORE_THAN_ONE or not regular:
        return 0, ()
    rows = [(line, row, number) for (line, number), row in zip(kept, cells, strict=True)]
    return end - at, _rows(rows, table, known=ruled or even)


def _is_worn(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows have the full width and the others lost a bar or two; rows torn over lines are not so."""
    width = max((len(row) for row in rows), default=0)
    # A row of one or two cells in a wide table groups those under it.
    counted = [len(row) for row in rows if len(row) > GROUP_CELLS or width <= GROUP_CELLS + 1]
    full = sum(count == width for count in counted)
    near = sum(width - MOST_LOST <= count < width for count in counted)
    return (
        width > MORE_THAN_ONE
        and len(counted) > WORN_ROWS
        and full + near == len(counted)
        and full * 5 >= len(counted) * 3
    )


def _is_group(lines: Sequence[str], at: int, end: int, sign: str = "\t") -> bool:
    """Whether a line without the sign between cells is a merged row that groups the rows under it ("MỨC 1, 2, 3")."""
    if end == at or not _may_group(lines[end]):
        return False
    before = next((line for line in reversed(lines[max(at, end - GROUPS_TOGETHER) : end]) if sign in line), "")
    after = next(
        (line for line in lines[end + 1 : end + 1 + GROUPS_TOGETHER] if sign in line or not _may_group(line)), ""
    )
    signs = sorted((before.strip().count(sign), after.strip().count(sign)))
    if SECTION.match(lines[end].strip()) and not (signs[0] == signs[1] and COUNTED.match(after)):
        return False
    return signs[0] > 0 and signs[1] > 1


def _may_group(line: str) -> bool:
    text = line.strip()
    return bool(text) and len(text) <= LONGEST_GROUP and text[-1] not in ".;:"


def _filled(line: str) -> bool:
    return bool(line.strip())


def _steady(widths: Sequence[int]) -> bool:
    """Trailing empty cells are often cut off, so most rows must be as wide as the widest, less one."""
    widest = max(widths)
    return sum(width >= widest - 1 for width in widths) * 2 > len(widths)


def _pipe_cells(line: str, *, bordered: bool) -> list[str]:
    body = line.strip()
    if bordered:
        body = body.removeprefix("|").removesuffix("|")
    return re.split(r"(?<!\\)\|", body)


def _rows(rows: Sequence[tuple[str, list[str], int]], table: int, *, known: bool = True) -> tuple[Block, ...]:
    """Return the rows; where it is not `known` which cell a short row lacks, those added bear no confidence."""
    width = max(len(cells) for _, cells, _ in rows)
    blocks = []
    for row, (line, cells, number) in enumerate(rows, 1):
        places = [Place(table=table, row=row, column=column, line=number) for column in range(1, width + 1)]
        if cells == [line]:
            made = tuple(
                Cell(_cell_text(cells[0]), place, places[0] if at else None) for at, place in enumerate(places)
            )
        else:
            padded = cells + [""] * (width - len(cells))
            sure = [known or at < len(cells) for at in range(width)]
            made = tuple(
                Cell(_cell_text(text), place, confidence=1.0 if one else 0.0)
                for text, place, one in zip(padded, places, sure, strict=True)
            )
        blocks.append(Block(line.strip(), Place(table=table, row=row, line=number), made))
    return tuple(blocks)


def _cell_text(text: str) -> str:
    return re.sub(r"<br\s*/?>", "\n", text.strip(), flags=re.IGNORECASE)
