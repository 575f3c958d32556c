"""All deadline wordings of a text: scan, refine, guard, settle."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.wording.context import Context, Found
from schedules.wording.folding import fold, nfc
from schedules.wording.piece import Grain, Kind, Limit, Piece, kinds_of
from schedules.wording.reading import Reading, read
from schedules.wording.refining import drop_non_times, refine
from schedules.wording.repair import RIGHT
from schedules.wording.scanning import scan
from schedules.wording.settling import settle
from schedules.wording.words import SPELLINGS

SHORT, KEPT = 400, 1024
TELLING = Kind.TIME | Kind.EVERY | Kind.WEEKDAY | Kind.COUNT
"""Kinds of pieces that may become a deadline; a text with none of them names none."""

LETTERS = re.compile(r"[^\W\d_]+")
READ_RIGHT = SPELLINGS.keys() | RIGHT.keys()
SPELT_RIGHT = {form for forms in SPELLINGS.values() for form in forms}


def find(text: str, context: Context) -> tuple[Found, ...]:
    """Return every deadline worded in a text, in order, none overlapping; spans index the text as given."""
    return tuple(found for found, _ in find_pieces(text, context))


def find_pieces(text: str, context: Context) -> tuple[tuple[Found, Piece], ...]:
    """Return every wording with the piece it was read from; the cells of a table repeat, so short texts are kept."""
    return _kept(text, context) if len(text) <= SHORT else _fresh(text, context)


def _fresh(text: str, context: Context) -> tuple[tuple[Found, Piece], ...]:
    reading = read(text)
    pieces = scan(reading)
    kinds = kinds_of(pieces)
    if not kinds & TELLING:
        return ()
    if kinds != Kind.TIME:
        pieces = refine(pieces, kinds, reading.folded)
    times = drop_non_times(pieces, reading, context)
    return tuple([(_found(piece, reading, context), piece) for piece in times if _speaks(piece, context)])


_kept = lru_cache(maxsize=KEPT)(_fresh)


def _speaks(piece: Piece, context: Context) -> bool:
    """Whether a day without a month says anything: in a month's row, with a bound, or recurring."""
    first = piece.first
    if first is None or first.grain not in {Grain.DAY, Grain.WEEK} or first.month is not None:
        return True
    if piece.last is not None and piece.last.month is not None:
        return True
    known = context.table_month is not None or piece.every is not None or context.time_column
    return known or (first.grain == Grain.DAY and piece.limit != Limit.NONE) or first.grain == Grain.WEEK


def _found(piece: Piece, reading: Reading, context: Context) -> Found:
    """Settle a piece into what was found: its place in the text as given, its quote and its due."""
    start, end = reading.place(piece.start, piece.end)
    quote = reading.text[start:end]
    words = " ".join(nfc(quote).split())
    due, problem = settle(piece, words, context)
    grain = "every" if piece.kind == Kind.EVERY or piece.first is None else str(piece.first.grain)
    return Found(start, end, quote, due, piece.rule, grain, _corrected(piece, reading), problem)


def _corrected(piece: Piece, reading: Reading) -> bool:
    """Whether any time word of the quote is not spelt as it should be."""
    for word in reading.accented[piece.start : piece.end].lower().split():
        if word not in SPELT_RIGHT and not word[0].isdigit() and _is_misspelt(word):
            return True
    return False


@lru_cache(maxsize=KEPT)
def _is_misspelt(word: str) -> bool:
    """Whether a word between blanks, signs and all, holds a time word that is not spelt as it should be."""
    return any(fold(part) in READ_RIGHT for part in LETTERS.findall(word) if part not in SPELT_RIGHT)
