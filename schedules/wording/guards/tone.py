"""How a sentence sounds: whether the words around a time tell of it or set it as work, weighed one by one.

What is plainly told other guards know by rule. Of the rest people hear it in the whole sentence, and no list of rules
is ever complete; so each word, each pair of words and what is known of the time has a weight learned from sentences
written and marked by people (`tests/examples/tone`, decision 0040). Weights only ever refuse a time, and only
when nearly all of what was learned speaks for telling; what was refused is told with its words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise, repeat
from typing import NamedTuple

from schedules.wording.context import Context
from schedules.wording.guards.bygone.over import lies_ahead
from schedules.wording.piece import BOUNDED, Grain, Piece
from schedules.wording.reading import Reading

REACH = 240
"""How far around a time its sentence, the one before it and the one behind it are listened to, in letters."""

WORD, SPOKEN = re.compile(r"[a-z]+|\d+|[^\w\s]"), re.compile(r"[a-z]+")
ENDS = re.compile(r"[.;?!](?= )|\n")
FIGURE = "0"
"""Any number: which one it is says nothing."""

FEW = 6
"""So few words say too little: what is short is told or not by rule."""

TOLD = -2.19
"""Below this weight, at nine told to one of work, a time is told; a weight is the logarithm of the odds of work."""

SURE = 2.0
"""Above this weight the sentences beside it are not listened to."""

FAR = 4.0
"""So much less than another time of its text weighs what is told beside work: of 585 such texts, half told, half set,
the first time set the work in 447, the one that weighs most in 578."""

LATEST = "cham nhat"
"""Words that hardly ever stand in what only tells: of 450 times learned from with “chậm nhất” 440 set work."""

HUNDRED = 100
NONE = ("",)
DATA = "tone.json"

OWN = ("before", "after", "opening", "left", "right", "time")
"""Where a sign stands: in a time's own sentence before it or behind it, as its first words, right beside it, in it."""

BESIDE = ("earlier", "later")
"""In what stands before that sentence, and behind it."""

PLACES = (*OWN, *BESIDE)


class Tone(NamedTuple):
    """What was learned: the weight of a sentence without words, and of each sign, by where it stands."""

    base: float
    hundredths: Mapping[str, Mapping[str, int]]

    def of(self, places: Sequence[str], signs: Iterable[Iterable[str]]) -> float:
        """Return what the signs at some places weigh together."""
        found = zip(places, signs, strict=True)
        return sum(sum(map(self.hundredths[place].get, ones, repeat(0))) for place, ones in found) / HUNDRED


def sounds_told(piece: Piece, reading: Reading, context: Context) -> bool:
    """Return whether the words around a time tell of it.

    Of a cell of a column of times, of a term counted from something, of what is due at the latest and of few words it
    says nothing.
    """
    if context.time_column or piece.term is not None or reading.folded.startswith(LATEST, piece.start):
        return False
    if piece.first is not None and piece.first.grain == Grain.COUNTED:
        return False
    around = _Around.of(piece, reading.folded)
    return around.words_beside(piece) >= FEW and _weight(piece, around, ahead=lies_ahead(piece, context)) < TOLD


def louder(times: list[Piece], reading: Reading, context: Context) -> list[Piece]:
    """Return times of one text without those that hardly sound like work beside one that does: it is told of them."""
    if context.time_column or all(one.limit in BOUNDED for one in times):
        return times
    weights = [weight(one, reading.folded, ahead=lies_ahead(one, context)) for one in times]
    least = min(SURE, max(weights) - FAR)
    return [
        one
        for one, heard in zip(times, weights, strict=True)
        if heard >= least or one.limit in BOUNDED or _Around.of(one, reading.folded).words_beside(one) < FEW
    ]


def weight(piece: Piece, text: str, *, ahead: bool | None) -> float:
    """Return the logarithm of the odds that a time sets work, by the words around it.

    Other sentences are listened to where its own leaves it open.
    """
    return _weight(piece, _Around.of(piece, text), ahead=ahead)


def _weight(piece: Piece, around: _Around, *, ahead: bool | None) -> float:
    tone = learned()
    own = tone.base + tone.of(OWN, around.own(piece, ahead=ahead))
    return own if own > SURE else own + tone.of(BESIDE, around.beside())


def signs(piece: Piece, text: str, *, ahead: bool | None) -> tuple[Iterable[str], ...]:
    """Return the signs around a time, a list for each of PLACES."""
    around = _Around.of(piece, text)
    return (*around.own(piece, ahead=ahead), *around.beside())


class _Around(NamedTuple):
    """A text, and where in it the sentence of a time opens and closes, and what beside it is listened to."""

    text: str
    low: int
    opens: int
    closes: int
    high: int

    @classmethod
    def of(cls, piece: Piece, text: str) -> _Around:
        """Find them, looking no further than REACH."""
        low, high = max(0, piece.start - REACH), min(len(text), piece.end + REACH)
        opens = low
        for end in ENDS.finditer(text, low, piece.start):
            low, opens = opens, end.end()
        behind = ENDS.search(text, piece.end, high)
        closes = behind.end() if behind else high
        last = ENDS.search(text, closes, high)
        return cls(text, low, opens, closes, last.end() if last else high)

    def words_beside(self, piece: Piece) -> int:
        """Return how many words stand beside a time in what is listened to."""
        return len(self.text[self.low : piece.start].split()) + len(self.text[piece.end : self.high].split())

    def own(self, piece: Piece, *, ahead: bool | None) -> tuple[Iterable[str], ...]:
        """Return the signs of its own sentence, a list for each of OWN."""
        before, after = _words(self.text, self.opens, piece.start), _words(self.text, piece.end, self.closes)
        return (
            _own_signs(before),
            _own_signs(after),
            _opening(before, piece, ahead=ahead),
            [*before[-1:], " ".join(before[-2:])],
            [*after[:1], " ".join(after[:2])],
            _of_time(piece, self.text, ahead=ahead),
        )

    def beside(self) -> tuple[Iterable[str], ...]:
        """Return the signs of the sentences beside it, a list for each of BESIDE."""
        return (
            _signs(SPOKEN.findall(self.text, self.low, self.opens)),
            _signs(SPOKEN.findall(self.text, self.closes, self.high)),
        )


def _words(text: str, start: int, end: int) -> list[str]:
    return [FIGURE if word.isdigit() else word for word in WORD.findall(text, start, end)]


def _opening(before: list[str], piece: Piece, *, ahead: bool | None) -> list[str]:
    """Return how a sentence opens, alone and with what is known of the time it leads to."""
    if not before:
        return []
    first, two = before[0], " ".join(before[:2])
    known = (f"{first} {ahead} {piece.limit}", f"{two} {piece.limit}", f"{first} {before[-1]} {ahead} {piece.limit}")
    return [first, two, *known]


def _signs(words: list[str]) -> Iterable[str]:
    """Return words and pairs of words, each once and in order; a sentence without any has a sign of its own."""
    return dict.fromkeys([*words, *map(" ".join, pairwise(words))]) if words else NONE


def _own_signs(words: list[str]) -> Iterable[str]:
    """Return the signs of a time's own sentence: also words with one other between them, “phải … trước”."""
    return dict.fromkeys([*_signs(words), *(f"{one} _ {other}" for one, other in zip(words, words[2:], strict=False))])


def _of_time(piece: Piece, text: str, *, ahead: bool | None) -> list[str]:
    """Return what is known of a time itself: its words without figures, its size and bound, whether it lies ahead."""
    grain = piece.first.grain if piece.first else ""
    return [
        *_signs(SPOKEN.findall(text, piece.start, piece.end)),
        f"ahead {ahead}",
        f"limit {piece.limit}",
        f"grain {grain}",
        f"{piece.limit} {grain}",
        f"{ahead} {piece.limit} {grain}",
        "every" if piece.every else "once",
    ]


@cache
def learned() -> Tone:
    """Return the weights the product ships with, read once."""
    return read(files("schedules.wording.guards").joinpath("data", DATA).read_text("utf-8"))


def read(text: str) -> Tone:
    """Return weights as they are written: in JSON the base, and for each place its signs, weighed in hundredths.

    Whole numbers are read in half the time of others.
    """
    written = json.loads(text)
    return Tone(written["base"], {place: written[place] for place in PLACES})
