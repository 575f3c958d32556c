"""Pure: where in its document a work is spoken of: the order in which a plan tells its works."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from schedules.plan import Document, Mention, Place


def spots(document: Document) -> dict[Place, int]:
    """Return the number of the block at each place, columns apart."""
    return {replace(block.place, column=None): number for number, block in enumerate(document.blocks)}


def numbers(spots_of: Mapping[Place, int], mentions: Iterable[Mention]) -> list[int]:
    """Return the blocks in which mentions stand, each once."""
    found = (spots_of.get(replace(mention.place, column=None)) for mention in mentions)
    return sorted({number for number in found if number is not None})


def first_spot(spots_of: Mapping[Place, int], mentions: Iterable[Mention]) -> int:
    """Return where mentions first stand in the document; those it does not hold come last."""
    return min(numbers(spots_of, mentions), default=len(spots_of))
