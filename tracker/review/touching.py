"""Which tasks a finding rests on: the same quote, or its words (or its time's words) in the same row or place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from schedules.plan import Finding, Mention, Place
from tracker.review.draft import Item


@dataclass(frozen=True, slots=True)
class Index:
    """The mentions of many tasks by quote and by place, so that each finding finds its own at once."""

    by_quote: dict[str, set[int]]
    by_place: dict[Place, list[tuple[str, int]]]

    def touched(self, findings: Iterable[Finding]) -> list[int]:
        """Return the numbers of the tasks the findings rest on, in order."""
        found: set[int] = set()
        for finding in findings:
            quotes = {_plain(quote) for quote in finding.quotes}
            for quote in quotes:
                found |= self.by_quote.get(quote, set())
            near = (one for place in finding.places for one in self.by_place.get(row_of(place), ()))
            found |= {number for words, number in near if number not in found and any(q in words for q in quotes)}
        return sorted(found)


def index(items: Iterable[Item]) -> Index:
    """Return the index of tasks, numbered from 0, by what they and the plan say."""
    by_quote: dict[str, set[int]] = defaultdict(set)
    by_place: dict[Place, list[tuple[str, int]]] = defaultdict(list)
    for number, item in enumerate(items):
        for mention in dict.fromkeys((*item.task.mentions, *item.said.mentions)):
            by_quote[_plain(mention.quote)].add(number)
            by_place[row_of(mention.place)].append((_words(mention), number))
    return Index(by_quote, by_place)


def rests_on(finding: Finding, mentions: Iterable[Mention]) -> bool:
    """Whether a finding rests on one of these mentions."""
    quotes = {_plain(quote) for quote in finding.quotes}
    places = {row_of(place) for place in finding.places}
    return any(
        _plain(mention.quote) in quotes
        or (row_of(mention.place) in places and any(quote in _words(mention) for quote in quotes))
        for mention in mentions
    )


def _words(mention: Mention) -> str:
    """Return what a mention says: in a table the words of its time stand in another cell than its quote."""
    return f"{_plain(mention.quote)} {_plain(mention.due.words)}"


def row_of(place: Place) -> Place:
    """Return the row of a cell, or the place itself: one work of a table stands in several cells."""
    return replace(place, column=None)


def _plain(text: str) -> str:
    return " ".join(text.split())
