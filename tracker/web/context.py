"""A quote shown where it stands in its plan: the blocks around it, the quoted words apart so they can be lit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schedules.plan import Block, Document, Mention, Place
from schedules.wording import fold

AROUND = 2
"""Blocks shown before and after: enough to see the heading, little enough for a phone."""

FAR = 600
"""Letters shown on either side of the quote inside its own block."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, lit when it belongs to the quote."""

    text: str
    lit: bool = False


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One mention with its surroundings; without a document only the quote itself."""

    mention: Mention
    before: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    after: tuple[Block, ...]


def view(document: Document | None, mention: Mention) -> QuoteView:
    """Return a mention in its surroundings; the quote alone when the document does not hold it."""
    blocks = document.blocks if document else ()
    index = index_of(blocks, mention)
    if index is None:
        return QuoteView(mention, (), (Piece(mention.quote, lit=True),), ())
    return QuoteView(
        mention,
        before=blocks[max(0, index - AROUND) : index],
        pieces=_clipped(lit(blocks[index].text, mention.quote)),
        after=blocks[index + 1 : index + 1 + AROUND],
    )


def lit(text: str, quote: str) -> tuple[Piece, ...]:
    """Return a text in pieces with the quote lit, blanks, accents and case not minded; all lit when not found."""
    span = _span(text, quote)
    if span is None:
        return (Piece(text, lit=True),)
    start, end = span
    pieces = (Piece(text[:start]), Piece(text[start:end], lit=True), Piece(text[end:]))
    return tuple(piece for piece in pieces if piece.text)


def _clipped(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces with what stands far from the lit words left out: a torn table can be one endless paragraph."""
    kept = list(pieces)
    if len(pieces) > 1 and not pieces[0].lit and len(pieces[0].text) > FAR:
        kept[0] = Piece("…" + pieces[0].text[-FAR:])
    if len(pieces) > 1 and not pieces[-1].lit and len(pieces[-1].text) > FAR:
        kept[-1] = Piece(pieces[-1].text[:FAR] + "…")
    return tuple(kept)


def _span(text: str, quote: str) -> tuple[int, int] | None:
    words = [re.escape(word) for word in fold(quote).split()]
    found = re.search(r"\s+".join(words), fold(text)) if words else None
    return found.span() if found else None


def index_of(blocks: Sequence[Block], mention: Mention) -> int | None:
    """Return the block that stands nearest the mention's place and holds its words."""
    holding = [number for number, block in enumerate(blocks) if _span(block.text, mention.quote)]
    at_place = [number for number, block in enumerate(blocks) if _same_spot(block.place, mention.place)]
    both = [number for number in at_place if number in holding]
    return next(iter(both or holding or at_place), None)


def _same_spot(block: Place, mention: Place) -> bool:
    """Whether a mention stands in a block: every coordinate the block knows agrees, columns apart."""
    pairs = ((getattr(block, part), getattr(mention, part)) for part in ("page", "paragraph", "table", "row", "line"))
    known = [(mine, its) for mine, its in pairs if mine is not None]
    return bool(known) and all(mine == its for mine, its in known)
