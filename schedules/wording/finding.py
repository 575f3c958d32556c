"""All deadline wordings of a text: scan, refine, guard, settle."""

from __future__ import annotations

import re

from schedules.wording.context import Context, Found
from schedules.wording.piece import Grain, Kind, Limit, Piece
from schedules.wording.reading import Reading, read
from schedules.wording.refining import REFINERS, drop_non_times
from schedules.wording.scanning import scan
from schedules.wording.settling import settle
from schedules.wording.words import SPELLINGS

WORD = re.compile(r"[a-z]+")


def find(text: str, context: Context) -> tuple[Found, ...]:
    """Return every deadline worded in a text, in order, none overlapping; spans index the text as given."""
    return tuple(found for found, _ in find_pieces(text, context))


def find_pieces(text: str, context: Context) -> list[tuple[Found, Piece]]:
    """Return every wording with the piece it was read from."""
    reading = read(text)
    pieces = scan(reading)
    if not pieces:
        return []
    for refine in REFINERS:
        pieces = refine(pieces, reading.folded)
    times = drop_non_times(pieces, reading, context)
    return [(_found(piece, reading, context), piece) for piece in times if _speaks(piece, context)]


def _speaks(piece: Piece, context: Context) -> bool:
    """Whether a day without a month says anything: in a month's row, with a bound, or recurring."""
    first = piece.first
    if first is None or first.grain not in {Grain.DAY, Grain.WEEK} or first.month is not None:
        return True
    if piece.last is not None and piece.last.month is not None:
        return True
    known = context.table_month is not None or piece.every is not None or context.time_column
    return known or (first.grain is Grain.DAY and piece.limit is not Limit.NONE) or first.grain is Grain.WEEK


def _found(piece: Piece, reading: Reading, context: Context) -> Found:
    start, end = reading.place(piece.start, piece.end)
    quote = reading.text[start:end]
    due, problem = settle(piece, " ".join(quote.split()), context)
    grain = "every" if piece.kind is Kind.EVERY or piece.first is None else str(piece.first.grain)
    return Found(start, end, quote, due, piece.rule, grain, _corrected(piece, reading), problem)


def _corrected(piece: Piece, reading: Reading) -> bool:
    """Whether any time word of the quote is not spelt as it should be."""
    for word in WORD.finditer(reading.folded, piece.start, piece.end):
        spelt = SPELLINGS.get(word[0])
        if spelt and reading.accented[word.start() : word.end()].lower() not in spelt:
            return True
    return False
