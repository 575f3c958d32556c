"""Where a finding points: at the words it quotes, wherever the work they were found by is told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from schedules.plan import Block, Document, Finding, Place
from schedules.wording import fold


class Standing:
    """Which words of a document stand where."""

    def __init__(self, document: Document) -> None:
        """Number the blocks of the document by their places."""
        self._blocks = document.blocks
        self._at = {block.place: number for number, block in enumerate(document.blocks)}

    def placed(self, finding: Finding) -> Finding:
        """Return a finding as it is where a quote of it stands at one of its places; else where its quotes stand.

        That is the nearest line above its first place, for a heading names what its works are of, else below.
        """
        if not finding.places or any(self._is_told_at(place, finding.quotes) for place in finding.places):
            return finding
        first = self._number(finding.places[0])
        spots = [at for at, block in enumerate(self._blocks) if _holds(block.text, finding.quotes)]
        if first is None or not spots:
            return finding
        spot = next((at for at in reversed(spots) if at <= first), spots[0])
        return replace(finding, places=(_cell(self._blocks[spot], finding.quotes),))

    def told_at(self, places: Iterable[Place], words: str) -> tuple[Place, ...]:
        """Return the places at which words stand, each once; all of them where they stand at none."""
        every = tuple(dict.fromkeys(places))
        return tuple(place for place in every if self._is_told_at(place, (words,))) or every

    def _is_told_at(self, place: Place, quotes: tuple[str, ...]) -> bool:
        number = self._number(place)
        return number is not None and _holds(self._blocks[number].text, quotes)

    def _number(self, place: Place) -> int | None:
        """Return which block a place lies in: a cell lies in its row."""
        return self._at.get(place, self._at.get(replace(place, column=None)))


def _cell(block: Block, quotes: tuple[str, ...]) -> Place:
    return next((cell.place for cell in block.cells if _holds(cell.text, quotes)), block.place)


def _holds(text: str, quotes: tuple[str, ...]) -> bool:
    plain = fold(text)
    return any(_pattern(quote).search(plain) for quote in quotes if quote.strip())


@lru_cache(maxsize=256)
def _pattern(quote: str) -> re.Pattern[str]:
    """Return what finds a quote as whole words, blanks not minded: “1.5” stands in no “11.5” and no “1.5.2026”."""
    words = r"\s+".join(re.escape(word) for word in fold(quote).split())
    return re.compile(rf"(?<![\w./]){words}(?!\w|[./-]\d)")
