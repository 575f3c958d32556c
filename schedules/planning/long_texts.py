"""Items no sentence fills → parts of a bounded length.

What a sentence means is asked of the whole of it for every time in it: one of a hundred thousand letters would take a
thousand times as long as one of a hundred. A real item is a few hundred letters long, and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedules.planning.outline import Item

LONGEST = 2_000
"""Letters of an item that is read in one, and of a heading that says what stands below it."""

SIGNS_ONLY = re.compile(r"[\W_]{200,}")
"""Leaders, rules and blanks: nothing is said by them, and no sentence goes on behind so many."""

ENDS = (re.compile(r"[^\W\d][.;?!]\s+"), re.compile(r"[,)]\s+"), re.compile(r"\s+"))
"""Where a long text is parted, the best first: behind a sentence, a clause, a word."""


def bounded(items: Sequence[Item]) -> list[Item]:
    """Return the items with every long one in parts, each in the place of the whole; table rows stay as they are."""
    return [part for item in items for part in (_parts(item) if _is_long(item) else (item,))]


def _is_long(item: Item) -> bool:
    if any(len(heading) > LONGEST for heading in item.headings):
        return True
    return not item.block.is_row and (len(item.body) > LONGEST or SIGNS_ONLY.search(item.body) is not None)


def _parts(item: Item) -> Iterator[Item]:
    item = replace(item, headings=tuple(heading[:LONGEST] for heading in item.headings))
    if item.block.is_row:
        yield item
        return
    at = item.at
    for stretch in SIGNS_ONLY.split(item.body):
        for text in _texts(stretch):
            lead = item.block.text[:at]
            yield replace(item, block=replace(item.block, text=f"{lead}{text}"), body=text, at=at)
            at = 0


def _texts(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = _end(text, start)
        if part := text[start:end].strip():
            yield part
        start = end


def _end(text: str, start: int) -> int:
    """Return where a part that begins at `start` ends: behind the last good place of its second half."""
    last = start + LONGEST
    if last >= len(text):
        return len(text)
    for sign in ENDS:
        places = [found.end() for found in sign.finditer(text, start + LONGEST // 2, last)]
        if places:
            return places[-1]
    return last
