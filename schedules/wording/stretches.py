"""A long text is read a stretch at a time: what it takes stays bounded, and a stretch that comes again is read once.

Nothing a wording means depends on words further away than `BESIDE`, so a stretch is read with so much text on both
sides and answers for the wordings that begin in its own part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONG, STRETCH, BESIDE = 40_000, 8_000, 1_600
"""Letters of a text that is parted, of a stretch's own part, and of what is read on each side of it."""

LINE_END, BLANK = re.compile(r".*\n", re.DOTALL), re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text with the words beside it: `text[first:last]` is its own."""

    text: str
    first: int
    last: int

    def owns(self, start: int) -> bool:
        """Return whether what begins there, in letters from the start of `text`, is this stretch's to tell."""
        return self.first <= start < self.last


def stretches(text: str) -> Iterator[tuple[int, Stretch]]:
    """Return the stretches of a text in order, each with the place in the text where its `text` begins."""
    start = 0
    while start < len(text):
        end = _end(text, start)
        left = _word_start(text, max(0, start - BESIDE))
        right = min(len(text), end + BESIDE)
        yield left, Stretch(text[left:right], start - left, end - left)
        start = end


def _end(text: str, start: int) -> int:
    """Return where a stretch ends: behind a line of its second half, else at a blank, else in the middle of a word."""
    end = start + STRETCH
    if end >= len(text):
        return len(text)
    line = LINE_END.match(text, start + STRETCH // 2, end)
    return line.end() if line else _word_start(text, end)


def _word_start(text: str, at: int) -> int:
    """Return the first place from `at` on where a word may begin, `at` itself when none is near."""
    if not at or text[at - 1].isspace():
        return at
    blank = BLANK.search(text, at, at + BESIDE)
    return blank.end() if blank else at
