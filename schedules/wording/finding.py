"""All deadline wordings of a text: scan, refine, guard, settle."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from schedules.plan import Due
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

NUMBERED = {Grain.DAY, Grain.WEEK}
WORDS = re.compile(r"\w+")
LETTERS = re.compile(r"[^\W\d_]+")
MIXED = re.compile(r"\d[oli](?![a-z])|(?<![a-z])[oli]\d")
"""Figures a scan read as letters."""

READ_RIGHT = SPELLINGS.keys() | RIGHT.keys()
SPELT_RIGHT = {form for forms in SPELLINGS.values() for form in forms}


def find(text: str, context: Context) -> tuple[Found, ...]:
    """Return every deadline worded in a text, in order, none overlapping; spans index the text as given.

    The cells of a table repeat, so short texts are kept.
    """
    return _kept(text, context) if len(text) <= SHORT else _fresh(text, context)


def _fresh(text: str, context: Context) -> tuple[Found, ...]:
    reading, times = times_of(text, context)
    return tuple([found_of(piece, reading, context) for piece in times])


_kept = lru_cache(maxsize=KEPT)(_fresh)


def times_of(text: str, context: Context) -> tuple[Reading, list[Piece]]:
    """Return a text made ready, and the pieces of it that are times of work."""
    reading = read(text)
    pieces = scan(reading)
    kinds = kinds_of(pieces)
    if not kinds & TELLING:
        return reading, []
    if kinds != Kind.TIME:
        pieces = refine(pieces, kinds, reading.folded)
    times = drop_non_times(pieces, reading, context)
    return reading, [piece for piece in times if _speaks(piece, context)]


def _speaks(piece: Piece, context: Context) -> bool:
    """Whether a day without a month says anything: in a month's row, with a bound, or recurring."""
    first = piece.first
    if piece.rule == "months.whole":
        return context.table_month is not None
    if first is None or first.grain not in NUMBERED or first.month is not None:
        return True
    if piece.last is not None and piece.last.month is not None:
        return True
    known = context.table_month is not None or piece.every is not None or context.time_column
    return known or (first.grain == Grain.DAY and piece.limit != Limit.NONE) or first.grain == Grain.WEEK


def due_of(piece: Piece, reading: Reading, context: Context) -> Due:
    """Return the due a piece sets, without what is only told of where it was found."""
    start, end = reading.place(piece.start, piece.end)
    return _marked(settle(piece, _words(reading.text[start:end]), context)[0], piece, reading)


def _marked(due: Due, piece: Piece, reading: Reading) -> Due:
    """Return a due that says it was read through a correction of what a scan made of letters and figures."""
    if not (reading.repaired and _is_repaired(piece, reading)) and not MIXED.search(
        reading.folded, piece.start, piece.end
    ):
        return due
    return replace(due, implied=(*due.implied, "reading"), basis=f"{due.basis}; đọc lại từ “{due.words}”")


def _is_repaired(piece: Piece, reading: Reading) -> bool:
    if any(fold(word) in RIGHT for word in WORDS.findall(reading.accented, piece.start, piece.end)):
        return True
    return MIXED.search(fold(reading.accented[piece.start : piece.end])) is not None


def _words(quote: str) -> str:
    return " ".join(nfc(quote).split())


def found_of(piece: Piece, reading: Reading, context: Context) -> Found:
    """Settle a piece into what was found: its place in the text as given, its quote and its due."""
    start, end = reading.place(piece.start, piece.end)
    quote = reading.text[start:end]
    due, problem = settle(piece, _words(quote), context)
    due = _marked(due, piece, reading)
    grain = "every" if piece.kind == Kind.EVERY or piece.first is None else str(piece.first.grain)
    return Found(start, end, quote, due, piece.rule, grain, _corrected(piece, reading), problem)


def _corrected(piece: Piece, reading: Reading) -> bool:
    """Whether any time word or figure of the quote is not written as it should be."""
    if MIXED.search(reading.folded, piece.start, piece.end):
        return True
    if reading.repaired and _is_repaired(piece, reading):
        return True
    for word in reading.accented[piece.start : piece.end].lower().split():
        if word not in SPELT_RIGHT and not word[0].isdigit() and _is_misspelt(word):
            return True
    return False


@lru_cache(maxsize=KEPT)
def _is_misspelt(word: str) -> bool:
    """Whether a word between blanks, signs and all, holds a time word that is not spelt as it should be."""
    return any(fold(part) in READ_RIGHT for part in LETTERS.findall(word) if part not in SPELT_RIGHT)
