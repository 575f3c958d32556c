"""A ruled table found on a page: its boxes, its column edges, where it stands; and tables that run over pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedules.reading.grid import Box

EDGE_SLACK = 0.012
"""How far column edges of one table may differ between pages, as a part of the page's width."""

MOST_HEADER_ROWS, SHORT = 4, 2
UNFINISHED = re.compile(r"(,|-|–|\bvà|\bcủa|\bcác|\bcho|\bvề|\btrong)$")


@dataclass(frozen=True, slots=True)
class Ruled:
    """Boxes counted from 0, the page of each row, column edges as parts of the page's width, top and bottom."""

    boxes: tuple[Box, ...]
    pages: tuple[int, ...]
    edges: tuple[float, ...]
    top: float
    bottom: float


def continues(table: Ruled, following: Ruled) -> bool:
    """Whether a table that begins a page has the columns of the one that ended the page before."""
    pairs = zip(table.edges, following.edges, strict=False)
    same = len(table.edges) == len(following.edges) and all(abs(one - two) < EDGE_SLACK for one, two in pairs)
    return same and following.pages[0] == table.pages[-1] + 1


def continued(table: Ruled, following: Ruled) -> Ruled:
    """Return both as one table: the repeated header dropped, a row cut by the page joined again."""
    repeated = _repeated_header(table, following)
    added = [replace(box, row=box.row - repeated) for box in following.boxes if box.row >= repeated]
    pages = following.pages[repeated:]
    boxes, added, cut = _joined_row(table.boxes, added, len(table.pages))
    boxes, added = _open_merges(boxes, added, len(table.pages)) if not cut else (boxes, added)
    shift = len(table.pages) - cut
    moved = tuple(replace(box, row=box.row + shift) for box in added)
    return replace(table, boxes=(*boxes, *moved), pages=(*table.pages, *pages[cut:]), bottom=following.bottom)


def _rows(boxes: Sequence[Box], most: int) -> list[list[tuple[int, str]]]:
    rows: list[list[tuple[int, str]]] = [[] for _ in range(most)]
    for box in boxes:
        if box.row < most:
            rows[box.row].append((box.column, " ".join(box.text.split()).casefold()))
    return [sorted(row) for row in rows]


def _repeated_header(table: Ruled, following: Ruled) -> int:
    count = 0
    most = min(MOST_HEADER_ROWS, len(following.pages))
    for one, two in zip(_rows(table.boxes, most), _rows(following.boxes, most), strict=True):
        if one != two or not any(text for _, text in one):
            break
        count += 1
    return count


def _joined_row(boxes: Sequence[Box], added: list[Box], height: int) -> tuple[tuple[Box, ...], list[Box], int]:
    """Join the first added row to the last one when it is its rest; also return how many rows that took (0 or 1)."""
    first = {box.column: box for box in added if box.row == 0}
    last = {box.column: box for box in boxes if box.row + box.rows == height}
    lone = all(box.rows == 1 for box in first.values())
    if not lone or 0 not in first or first.keys() != last.keys():
        return tuple(boxes), added, 0
    rests = [_is_rest(last[column].text, box.text) for column, box in first.items() if box.text.strip()]
    # Where the first column has words of its own too, all words must be rests of what stands above.
    whole = len(first[0].text.strip()) > SHORT and all(rests) and len(rests) < len(first)
    if not any(rests) or (first[0].text.strip() and not whole):
        return tuple(boxes), added, 0
    longer = {id(last[column]): _longer(last[column], box) for column, box in first.items()}
    joined = tuple(longer.get(id(box), box) for box in boxes)
    return joined, [box for box in added if box.row > 0], 1


def _longer(box: Box, rest: Box) -> Box:
    text, sure = f"{box.text} {rest.text}".strip(), min(box.confidence, rest.confidence)
    return replace(box, text=text, confidence=sure, doubtful=(*box.doubtful, *rest.doubtful))


def _is_rest(above: str, text: str) -> bool:
    text = text.strip()
    goes_on = text[:1].islower() or text[:1] == "(" or UNFINISHED.search(above.strip())
    return bool(text) and bool(above.strip()) and bool(goes_on)


def _open_merges(boxes: Sequence[Box], added: list[Box], height: int) -> tuple[tuple[Box, ...], list[Box]]:
    """Let leading boxes that ended the page go on over blank ones below: a merge was cut by the page."""
    last = {box.column: box for box in boxes if box.row + box.rows == height and box.text.strip()}
    kept = list(added)
    grown: dict[int, Box] = {}
    for box in sorted((box for box in added if box.row == 0), key=lambda one: one.column):
        above = last.get(box.column)
        if box.text.strip() or above is None or above.columns != box.columns:
            break
        grown[id(above)] = replace(above, rows=above.rows + box.rows)
        kept.remove(box)
    return tuple(grown.get(id(box), box) for box in boxes), kept
