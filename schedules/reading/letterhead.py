"""Two columns of lines side by side, as in letterheads and signatures → one row of two cells, as Word has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.reading.grid import Box
from schedules.reading.lines import Line, doubts_in, goes_on, joined, ordered
from schedules.reading.ruled import Ruled

MOST_ROWS = 9
FURTHEST = 2.2
"""Rows of one letterhead stand closer than this many line heights."""

TITLE = re.compile(r"\s*(KẾ HOẠCH|BÁO CÁO|QUYẾT ĐỊNH|THÔNG BÁO|TỜ TRÌNH|CHƯƠNG TRÌNH|LỊCH|PHỤ LỤC|[IVX]+\.|\d+\.)")

Row = list[Line]


def parted(lines: Sequence[Line], page: int, width: float) -> tuple[list[Line], list[Ruled]]:
    """Return the lines that stand alone, and the two-column bands as one-row tables; `width` is the page's."""
    rows = _rows(lines)
    alone: list[Line] = []
    bands: list[Ruled] = []
    at = 0
    while at < len(rows):
        end = _band_end(rows, at)
        if 0 < end - at <= MOST_ROWS:
            bands.append(_band(rows[at:end], page, width))
        else:
            end = max(end, at + 1)
            alone += [line for row in rows[at:end] for line in row]
        at = end
    return alone, bands


def _rows(lines: Sequence[Line]) -> list[Row]:
    rows: list[Row] = []
    for line in ordered(lines):
        last = rows[-1][0] if rows else None
        if last and abs(line.top + line.height / 2 - last.top - last.height / 2) < 0.4 * line.height:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _band_end(rows: Sequence[Row], at: int) -> int:
    """Return the row after the last one of a band that begins at `at`; `at` itself when none does."""
    if len(rows[at]) != 2:  # noqa: PLR2004
        return at
    left, right = ([rows[at][0]], [rows[at][1]])
    end = at + 1
    while end < len(rows) and _near(rows[end - 1], rows[end]) and all(_side(line, left, right) for line in rows[end]):
        if len(rows[end]) > 2:  # noqa: PLR2004
            return at
        for line in rows[end]:
            (left if _over(line, left) else right).append(line)
        end += 1
    return end


def _near(row: Row, following: Row) -> bool:
    gap = min(line.top for line in following) - max(line.top + line.height for line in row)
    return gap < FURTHEST * max(line.height for line in row)


def _side(line: Line, left: Row, right: Row) -> bool:
    """Whether a line belongs to just one of the columns and is set like it; a title below does not."""
    if _over(line, left) == _over(line, right) or TITLE.match(line.text):
        return False
    column = left if _over(line, left) else right
    start, end = min(one.left for one in column), max(one.right for one in column)
    off = abs((line.left + line.right) / 2 - (start + end) / 2)
    return abs(line.left - start) < line.height or off < 2 * line.height


def _over(line: Line, column: Row) -> bool:
    return line.left < max(one.right for one in column) and line.right > min(one.left for one in column)


def _band(rows: Sequence[Row], page: int, width: float) -> Ruled:
    left, right = [rows[0][0]], [rows[0][1]]
    for row in rows[1:]:
        for line in row:
            (left if _over(line, left) else right).append(line)
    boxes = tuple(Box(_text(column), 0, at, doubtful=doubts_in(column)) for at, column in enumerate((left, right)))
    edges = (left[0].left / width, right[0].left / width)
    top = min(line.top for line in rows[0])
    return Ruled(boxes, (page,), edges, top, max(line.top + line.height for line in rows[-1]))


def _text(column: Row) -> str:
    """Join only wrapped lines of one kind: a name in capitals goes on in capitals."""
    left, right = min(line.left for line in column), max(line.right for line in column) + 1
    paragraphs: list[Row] = []
    for line in column:
        last = paragraphs[-1][-1] if paragraphs else None
        if last and last.text.isupper() == line.text.isupper() and goes_on(last, line, left, right):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return "\n".join(map(joined, paragraphs))
