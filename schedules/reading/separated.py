"""Tables in text whose rows are lines: cells parted by tabs, or by pipes as Markdown has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.plan import Block, Cell, Place

RULE = re.compile(r"^[\s|:+=-]*-[\s|:+=-]*$")
MORE_THAN_ONE = 2
LONGEST_GROUP = 90
SECTION = re.compile(r"([IVX]{1,5}|[A-H])\s*[.)]\s+\S")
"""A section heading parts two tables, it groups no rows."""


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
    return end - at, _rows(rows, table)


def pipe_rows(lines: Sequence[str], at: int, table: int) -> tuple[int, tuple[Block, ...]]:
    """Return how many lines from `at` on form a pipe table, and its rows; torn tables are left as lines."""
    if at and "|" in lines[at - 1]:
        return 0, ()
    end = at
    while end < len(lines) and "|" in lines[end]:
        end += 1
    widths = {len(_pipe_cells(line)) for line in lines[at:end] if not RULE.match(line)}
    ruled = any(RULE.match(line) for line in lines[at:end])
    # Without its ruler line a pipe table must stand free and even: torn OCR tables do neither.
    free = not _filled("".join(lines[max(at - 1, 0) : at])) and not _filled("".join(lines[end : end + 1]))
    even = len(widths) == 1 and free
    if end - at < MORE_THAN_ONE or max(widths, default=0) < MORE_THAN_ONE or not (ruled or even):
        return 0, ()
    numbered = enumerate(lines[at:end], at + 1)
    rows = [(line, _pipe_cells(line), number) for number, line in numbered if not RULE.match(line)]
    return end - at, _rows(rows, table)


def _is_group(lines: Sequence[str], at: int, end: int) -> bool:
    """Whether a line without tabs is a merged row that groups the rows under it ("MỨC 1, 2, 3")."""
    line = lines[end].strip()
    if end == at or end + 1 >= len(lines) or not line or len(line) > LONGEST_GROUP or SECTION.match(line):
        return False
    tabs = sorted((lines[end - 1].strip().count("\t"), lines[end + 1].strip().count("\t")))
    return tabs[0] > 0 and tabs[1] > 1 and line[-1] not in ".;:"


def _filled(line: str) -> bool:
    return bool(line.strip())


def _steady(widths: Sequence[int]) -> bool:
    """Trailing empty cells are often cut off, so most rows must be as wide as the widest, less one."""
    widest = max(widths)
    return sum(width >= widest - 1 for width in widths) * 2 > len(widths)


def _pipe_cells(line: str) -> list[str]:
    body = line.strip()
    body = body.removeprefix("|").removesuffix("|")
    return re.split(r"(?<!\\)\|", body)


def _rows(rows: Sequence[tuple[str, list[str], int]], table: int) -> tuple[Block, ...]:
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
            made = tuple(Cell(_cell_text(text), place) for text, place in zip(padded, places, strict=True))
        blocks.append(Block(line.strip(), Place(table=table, row=row, line=number), made))
    return tuple(blocks)


def _cell_text(text: str) -> str:
    return re.sub(r"<br\s*/?>", "\n", text.strip(), flags=re.IGNORECASE)
