"""All deadline wordings of a text: scan, refine, guard, settle."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from schedules.plan import Due
from schedules.wording.context import Context, Found
from schedules.wording.folding import fold, nfc
from schedules.wording.guards.times_of_work import drop_non_times
from schedules.wording.piece import Grain, Kind, Limit, Piece, kinds_of
from schedules.wording.reading import Reading, read
from schedules.wording.refining import refine
from schedules.wording.repair import RIGHT
from schedules.wording.scanning import scan
from schedules.wording.settling import settle
from schedules.wording.stretches import LONG, Stretch, stretches
from schedules.wording.words import SPELLINGS

SHORT, KEPT, STRETCHES = 400, 1024, 16
TELLING = Kind.TIME | Kind.EVERY | Kind.WEEKDAY | Kind.COUNT
"""Kinds of pieces that may become a deadline; a text with none of them names none."""

NUMBERED = {Grain.DAY, Grain.WEEK}
WORDS = re.compile(r"\w+")
LETTERS = re.compile(r"[^\W\d_]+")
MIXED = re.compile(r"[oli](?:(?<=\d[oli])(?![a-z])|(?<![a-z][oli])(?=\d))")
"""Letters a scan read for figures, in “2o” or “o9”; it begins with what a search can skip to, and most lack."""

READ_RIGHT = SPELLINGS.keys() | RIGHT.keys()
SPELT_RIGHT = {form for forms in SPELLINGS.values() for form in forms}


def find(text: str, context: Context) -> tuple[Found, ...]:
    """Return every deadline worded in a text, in order, none overlapping; spans index the text as given.

    The cells of a table repeat, so short texts are kept.
    """
    if len(text) <= SHORT:
        return _kept(text, context)
    if len(text) <= LONG:
        return _fresh(text, context)
    return tuple(
        replace(found, start=left + found.start, end=left + found.end)
        for left, stretch in stretches(text)
        for found in _of_stretch(stretch, context)
    )


def _fresh(text: str, context: Context) -> tuple[Found, ...]:
    reading, times = times_of(text, context)
    return tuple([found_of(piece, reading, context) for piece in times])


_kept = lru_cache(maxsize=KEPT)(_fresh)


@lru_cache(maxsize=STRETCHES)
def _of_stretch(stretch: Stretch, context: Context) -> tuple[Found, ...]:
    return tuple([found for found in _fresh(stretch.text, context) if stretch.owns(found.start)])


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
    start, end = _place(piece, reading)
    words = _words(reading.text[start:end], reading)
    return settle(piece, words, context, put_right=_is_put_right(piece, reading))[0]


def _place(piece: Piece, reading: Reading) -> tuple[int, int]:
    """Return where a piece stands in the text as given, with the bracket that closes what it opens."""
    start, end = reading.place(piece.start, piece.end)
    text = reading.text
    if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        return start, end + 1
    return start, end


def _is_put_right(piece: Piece, reading: Reading) -> bool:
    """Whether words or figures that a scan mistook were read as what was meant."""
    if MIXED.search(reading.folded, piece.start, piece.end):
        return True
    if not reading.repaired:
        return False
    written = fold(reading.accented[piece.start : piece.end])
    return any(word in RIGHT for word in WORDS.findall(written)) or MIXED.search(written) is not None


def _words(quote: str, reading: Reading) -> str:
    """Return a quote with its letters composed and its blanks evened; most are so already."""
    if reading.marks is None and quote.isprintable():
        return quote.strip()
    return " ".join(nfc(quote).split())


def found_of(piece: Piece, reading: Reading, context: Context) -> Found:
    """Settle a piece into what was found: its place in the text as given, its quote and its due."""
    start, end = _place(piece, reading)
    quote = reading.text[start:end]
    put_right = _is_put_right(piece, reading)
    due, problem = settle(piece, _words(quote, reading), context, put_right=put_right)
    grain = "every" if piece.kind == Kind.EVERY or piece.first is None else str(piece.first.grain)
    return Found(start, end, quote, due, piece.rule, grain, put_right or _is_misspelt(piece, reading), problem)


def _is_misspelt(piece: Piece, reading: Reading) -> bool:
    """Whether any time word of the quote is not written as it should be."""
    for word in reading.accented[piece.start : piece.end].lower().split():
        if word not in SPELT_RIGHT and not word[0].isdigit() and _holds_slip(word):
            return True
    return False


@lru_cache(maxsize=KEPT)
def _holds_slip(word: str) -> bool:
    """Whether a word between blanks, signs and all, holds a time word that is not spelt as it should be."""
    return any(fold(part) in READ_RIGHT for part in LETTERS.findall(word) if part not in SPELT_RIGHT)
