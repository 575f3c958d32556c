"""Pages of print (lines and ruled tables) → the blocks of one document, joined over page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from schedules.plan import Block, Place
from schedules.reading.grid import table_rows
from schedules.reading.letterhead import parted
from schedules.reading.lines import Line, doubts_in, goes_on, joined, margins
from schedules.reading.ruled import Ruled, continued, continues

PAGE_NUMBER = re.compile(r"\W*(trang\s*)?\d{1,3}(\s*/\s*\d{1,3})?\W*", re.IGNORECASE)
MARGIN = 0.09
"""Page numbers and running heads stand in this part of a page, at its top or bottom."""

FEWEST_REPEATS = 3


@dataclass(frozen=True, slots=True)
class Page:
    """One page as found: number, width, height, lines outside tables, tables."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    tables: tuple[Ruled, ...] = ()


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    page: int


def blocks_of(pages: Sequence[Page]) -> tuple[Block, ...]:
    """Return the blocks of all pages in reading order; page numbers and repeated running heads are left out."""
    items: list[_Paragraph | Ruled] = []
    running = _running_heads(pages)
    for page in pages:
        kept = [line for line in page.lines if not _is_margin(line, page, running)]
        _add_page(items, page, kept)
    blocks: list[Block] = []
    tables = 0
    for item in items:
        if isinstance(item, Ruled):
            tables += 1
            blocks += table_rows(item.boxes, tables, item.pages)
        else:
            place = Place(page=item.page, paragraph=len(blocks) + 1)
            blocks.append(Block(joined(item.lines), place, doubtful=doubts_in(item.lines)))
    return _numbered(blocks)


def _numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Count paragraphs from 1, tables apart."""
    numbered, count = [], 0
    for block in blocks:
        count += not block.is_row
        numbered.append(block if block.is_row else replace(block, place=replace(block.place, paragraph=count)))
    return tuple(numbered)


def _add_page(items: list[_Paragraph | Ruled], page: Page, lines: Sequence[Line]) -> None:
    alone, bands = parted(lines, page.number, page.width)
    edges = margins(alone)
    parts: list[Line | Ruled] = sorted([*alone, *bands, *page.tables], key=lambda part: part.top)
    for at, part in enumerate(parts):
        last = items[-1] if items else None
        if isinstance(part, Ruled):
            if at == 0 and isinstance(last, Ruled) and continues(last, part):
                items[-1] = continued(last, part)
            else:
                items.append(part)
        elif isinstance(last, _Paragraph) and _runs_on(last, part, page, edges):
            last.lines.append(part)
        else:
            items.append(_Paragraph([part], page.number))


def _runs_on(paragraph: _Paragraph, line: Line, page: Page, edges: tuple[float, float]) -> bool:
    last = paragraph.lines[-1]
    if paragraph.page == page.number and last.top < line.top + line.height:
        return goes_on(last, line, *edges)
    # Over a page break only a sentence that plainly goes on is joined.
    return paragraph.page == page.number - 1 and line.text[:1].islower() and last.right > edges[1] - 0.1 * page.width


def _is_margin(line: Line, page: Page, running: frozenset[str]) -> bool:
    middle = line.top + line.height / 2
    if MARGIN * page.height < middle < (1 - MARGIN) * page.height:
        return False
    if PAGE_NUMBER.fullmatch(line.text.strip()):
        return True
    return page.number > 1 and _steady(line.text) in running


def _running_heads(pages: Sequence[Page]) -> frozenset[str]:
    counts = Counter(
        text
        for page in pages
        for text in {
            _steady(line.text)
            for line in page.lines
            if not MARGIN * page.height < line.top + line.height / 2 < (1 - MARGIN) * page.height
        }
    )
    return frozenset(text for text, count in counts.items() if text and count >= FEWEST_REPEATS)


def _steady(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))
