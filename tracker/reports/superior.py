"""Pure: the body a school stands under and the place it signs at, as the letterhead of its plan writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schedules.plan import Document
from schedules.planning.head.letterhead import MOTTO, NATION, NUMBER, lines_of_letterhead
from schedules.planning.head.signing import PLACED, is_signing_line
from schedules.planning.outline import is_capitals
from schedules.wording import fold

FIRST_BLOCKS, MOST_LINES = 10, 3
BODY = re.compile(r"(?:ubnd|uy ban nhan dan|phong (?:gd|giao duc)|so (?:gd|giao duc)|bo (?:gd|giao duc))\b")
SCHOOL = re.compile(r"(?:truong|trung tam|nha tre|lop mau giao)\b")
EDGES = " *_.,;:|–—-"


def superior_of(document: Document) -> tuple[str, ...]:
    """Return the lines that stand over the school's name, () where there are none or a scan lost their accents."""
    over: list[str] = []
    for line in _head(document):
        plain = fold(line)
        if any(pattern.search(plain) for pattern in (NATION, MOTTO, NUMBER)):
            continue
        if SCHOOL.match(plain):
            return tuple(over) if all(map(_is_whole, over)) and len(over) <= MOST_LINES else ()
        if BODY.match(plain) or over:
            over.append(line)
    return ()


def place_of(document: Document) -> str:
    """Return where a plan says it was signed: “Mường Thông” of “Mường Thông, ngày 18 tháng 9 …”; empty where nowhere.

    A line that lost its accents in a scan names no place that could stand in a signed paper.
    """
    for line in _head(document):
        found = PLACED.search(fold(line)) if is_signing_line(line) else None
        if found and "ngày" in line[found.end("place") :].casefold():
            return line[found.start("place") : found.end("place")].strip(f"{EDGES}(")
    return ""


def _head(document: Document) -> Iterator[str]:
    """Yield the lines a document begins with, those of a table cell by cell."""
    for block in document.blocks[:FIRST_BLOCKS]:
        cells = [cell.text for cell in block.cells if cell.merged_from is None] or [block.text]
        for line in (line for cell in cells for line in cell.splitlines()):
            yield from (piece for one in lines_of_letterhead(line) or (line,) if (piece := one.strip(EDGES)))


def _is_whole(line: str) -> bool:
    """Whether a line is one of a letterhead, with the accents every such body has in its name."""
    return is_capitals(line) and fold(line) != line.casefold()
