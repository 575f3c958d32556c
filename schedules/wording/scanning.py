"""One walk over a text: at every word a wording may begin with, the recognisers of that word are asked."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.wording.alternatives import one_of
from schedules.wording.families import BY_HEAD, Known
from schedules.wording.given_names import ends_word, is_given_name
from schedules.wording.ladders import is_ladder
from schedules.wording.piece import NUMBER_HEAD, Grain, Kind, Piece
from schedules.wording.reading import Reading
from schedules.wording.words import OTHER_WORDS

WITH_YEAR = {Grain.DAY, Grain.MONTH, Grain.SCHOOL_YEAR}
NUMBERS = BY_HEAD[NUMBER_HEAD][0]
BY_SPELLING: dict[str, Known] = dict.fromkeys(OTHER_WORDS, ()) | {
    head: known[0] for head, known in BY_HEAD.items() if not head.isascii()
}
"""Accented words that are other words, or that only some recognisers know."""

MISREAD = re.compile(
    r"(?i:tuân) ?(?=\d)|(?i:thú) (?=(?:Hai|Ba|T[ưuúứù]|N[ăaâáấ]m|S[áaâ]u|B[ảaáâ]y)\b)"
    r"|(?i:h[áâ]n) (?=(?i:ch[ốoóô]t|n[ộoóô]p)\b)"
    r"|(?i:d[âầấẩẫ]u) (?=(?i:tháng|thang|năm học|học k[ỳyìi]|quý|tuần)\b)"
)
"""Words of scans whose neighbour tells what was meant: “tuân 3 tháng 9”, “thú Hai hằng tuần”, “dâu tháng 5”."""

TELLING = (
    r"\d{1,6}[a-z]{0,2} ?(?:[/\-(]|=>|[.:,;&+] ?(?:\d|ngay|thang|mong|mung|nam)|h\b|g\b|h\d|g\d|gio|thang|ngay"
    r"|tuan|nam\b|va |den |toi |lan\b)"
)
"""What a number must begin for any wording to begin with it."""

WORDS = one_of(head for head in BY_HEAD if head.isascii() and head[0].isalpha())
HEADS = rf"(?:({WORDS})(?![a-z])(?: ?(?:(?=[0-9])()|(?=[a-z])()))?|(?={TELLING})([0-9]\d*))"
FIRST, HEAD = re.compile(HEADS), re.compile(rf"[\W_]{HEADS}")
"""Whole words a wording may begin with (group 1; 2 before a digit, 3 before a letter), or a telling number (4), at the
beginning of a text and behind any sign: a search can skip to signs."""

NUMBER = 4


def scan(reading: Reading) -> list[Piece]:
    """Return the pieces of a text in order, none overlapping; the longest at each word."""
    pieces: list[Piece] = []
    folded = reading.folded
    head = FIRST.match(folded) or HEAD.search(folded)
    while head:
        if head.lastindex == NUMBER:
            start = head.start(NUMBER)
            found = _longest(NUMBERS, folded, start)
        else:
            start = head.start(1)
            found = _found_at(head, reading)
        if found:
            pieces += found
            if found[-1].end >= reading.body[1]:  # only signs are left
                break
        head = HEAD.search(folded, found[-1].end - 1 if found else start)
    return pieces


def _found_at(head: re.Match[str], reading: Reading) -> list[Piece] | None:
    """Return the longest pieces that begin at a word, None when it is another word or none begins there."""
    (start, end), word, sign = head.span(1), head[1], (head.lastindex or 1) - 1
    known = _asked(word, reading.accented[start:end])[sign]
    if not known:
        if not MISREAD.match(reading.accented, start):
            return None
        known = BY_HEAD[word][sign]
    found = _longest(known, reading.folded, start)
    if found and word.startswith("thang") and is_ladder(reading, start):
        return None
    other = found and word == "tu" and (is_given_name(reading, start) or ends_word(reading, start))
    return None if other else found


@lru_cache(maxsize=4096)
def _asked(word: str, written: str) -> tuple[Known, Known, Known]:
    """Return whom to ask at a head by the accents of its first word: before another sign, a digit, a letter."""
    known = BY_SPELLING.get(written.lower().split()[0])
    return BY_HEAD[word] if known is None else (known, known, known)


def _longest(known: Known, folded: str, start: int) -> list[Piece] | None:
    best, end = None, start
    for recogniser in known:
        match = recogniser.match(folded, start)
        if match and match.end() > end and (read := recogniser.read(match)):
            best, end = read, match.end()
            if _is_complete(read):
                break
    return best if best is None or isinstance(best, list) else [best]


def _is_complete(read: Piece | list[Piece]) -> bool:
    """Whether nothing longer can begin here: a link, a d/m, or a time written down to its year."""
    if isinstance(read, list):
        return True
    first = read.first
    if first is None:
        return read.kind == Kind.LINK
    return read.rule == "days.numeric" or (first.year is not None and read.last is None and first.grain in WITH_YEAR)
