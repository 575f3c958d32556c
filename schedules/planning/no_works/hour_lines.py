"""Programmes by the hour told in lines (“- 7h00 - 7h20: Văn nghệ”) under a ceremony: its details, not works."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.no_works.programme_words import DAY, HANDED_IN, lines_over, opens_programme
from schedules.planning.outline import Item
from schedules.planning.tables.programmes import HOUR
from schedules.wording import fold

OPENS = re.compile(
    rf"^\W*(?:(?:tu|luc|vao luc|dung|sang|chieu|toi)\s+)*{HOUR}(?:\W*(?:den)?\W*{HOUR})?\s*[:.,;)–-]*\s+(?=[a-z])"
)
"""An hour, or a span of hours, and then what goes on in it."""

FEWEST = 3


def hour_lines(items: Sequence[Item]) -> dict[int, int]:
    """Return, by their indexes, the lines of each programme by the hour, each with the index of the line over them."""
    found: dict[int, int] = {}
    at = 1
    while at < len(items):
        end = at
        while end < len(items) and _tells_hour(items[end], items[at]):
            end += 1
        if end - at >= FEWEST and not items[at - 1].block.is_row and _is_of_ceremony(items, at):
            found |= dict.fromkeys(range(at, end), at - 1)
        at = max(end, at + 1)
    return found


def _tells_hour(item: Item, first: Item) -> bool:
    """Whether a line, marked as the first of them is, tells an hour and no day, and has nothing handed in."""
    plain = fold(item.body)
    alike = not item.block.is_row and item.rank is first.rank
    return alike and bool(OPENS.match(plain)) and not DAY.search(plain) and not HANDED_IN.search(plain)


def _is_of_ceremony(items: Sequence[Item], at: int) -> bool:
    """Whether what stands over the lines from `at` on names a ceremony, or opens a programme; a week's day does not."""
    texts = (*(item.body for item in lines_over(items, at)), *reversed(items[at].headings))
    return any(map(opens_programme, texts))
