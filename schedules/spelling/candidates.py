"""A word as a scan shows it → the words it may be, each with the cost of so reading its letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from math import inf

from schedules.spelling.syllables import is_syllable
from schedules.spelling.vocabulary import Vocabulary
from schedules.wording import fold

ACCENT_LOST, ACCENT_WRONG = 0.15, 0.5
"""Per letter: scans and hurried typists lose accents; a scan also puts wrong ones, seldom a right letter's own."""

LETTER, ALIKE, DROPPED, VOWEL = 2.3, 0.8, 1.8, 1.1
LOOK_ALIKE = frozenset(
    frozenset(pair)
    for pair in (
        *("il", "it", "lt", "ij", "oe", "ce", "co", "ao", "ad", "ai", "uy", "uv", "uo", "ue", "un", "hn", "dp", "qu"),
        *(
            "og",
            "oq",
            "yv",
            "ic",
            "gq",
            "eo",
            "ii",
            "ft",
            "nm",
            "rt",
            "da",
            "ga",
            "gy",
            "wu",
            "bh",
            "lj",
            "ea",
            "ey",
            "do",
            "ge",
        ),
    )
)
DIGITS = {
    "0": "o",
    "1": "l",
    "4": "a",
    "5": "o",
    "6": "o",
    "8": "b",
    "9": "g",
    "¢": "c",
    "€": "e",
    "|": "l",
    "&": "o",
    "$": "s",
}
"""Signs a scan puts for letters."""

TORN_LETTERS = (
    ("li", "u"),
    ("ir", "u"),
    ("ur", "u"),
    ("ti", "u"),
    ("it", "u"),
    ("ii", "u"),
    ("uw", "uo"),
    ("rn", "m"),
    ("im", "un"),
)
TORN = 0.6
OTHER_WORD, RIGHT_ACCENT = 2.0, 2.0
"""Letters that are a syllable, and accents that make a word, are seldom another one misread."""

BARRED = 0.2
"""A scan reads the capital Đ as P."""

VOWELS = frozenset("aeiouy")
"""A scan makes of an accent another letter beside its own: “néang”."""

DEAREST = 3.4
LONGEST = 7
"""Letters of the longest syllable (“nghiêng”)."""


def letters_of(word: str) -> str:
    """Return the folded letters of a word with the signs that stand for letters put right."""
    return "".join(DIGITS.get(sign, sign) for sign in fold(word))


def candidates(word: str, known: Vocabulary, *, scanned: bool) -> dict[str, float]:
    """Return the words of the vocabulary a word may be and their costs; letters may differ only where `scanned`."""
    shown = word.lower()
    plain = letters_of(word)
    kept = RIGHT_ACCENT if shown in known.words and shown != plain else 0.0
    same = known.by_fold.get(plain, ())
    found = {one: _accents(shown, one) + kept * (one != shown) for one in same}
    other = OTHER_WORD if is_syllable(plain) else 0.0
    for shape, price in _shapes(plain, word) if scanned and 1 < len(plain) <= LONGEST + 1 else ():
        for near, cost in _near(shape, known).items():
            for one in known.by_fold[near] if near != plain else ():
                found[one] = min(found.get(one, inf), price + cost + ACCENT_LOST + other * (not price))
    return {one: cost for one, cost in found.items() if cost < DEAREST}


def _shapes(plain: str, word: str) -> list[tuple[str, float]]:
    """Return the letters as they are, and with one letter put for two that a scan makes of it ("chirc" → "chuc")."""
    made = {plain: 0.0}
    if word[:1] == "P":
        made[f"d{plain[1:]}"] = BARRED
    if "é" in word and len(plain) == len(word):
        made[plain[: word.index("é")] + "a" + plain[word.index("é") + 1 :]] = TORN
    for shown, meant in TORN_LETTERS:
        at = plain.find(shown)
        while at >= 0:
            made.setdefault(plain[:at] + meant + plain[at + len(shown) :], TORN)
            at = plain.find(shown, at + 1)
    return list(made.items())


def _accents(shown: str, meant: str) -> float:
    """Return what it costs that a word is shown with other accents than it has."""
    if shown == meant:
        return 0.0
    cost = 0.0
    for one, other in zip(_signs(shown), _signs(meant), strict=False):
        if one != other:
            cost += ACCENT_LOST if not one[1] else ACCENT_WRONG
    return cost


def _signs(word: str) -> list[tuple[str, str]]:
    return [(fold(letter), unicodedata.normalize("NFD", letter)[1:] or "đ" * (letter == "đ")) for letter in word]


@lru_cache(maxsize=4096)
def _near(plain: str, known: Vocabulary) -> dict[str, float]:
    found = {}
    for length in range(max(1, len(plain) - 2), len(plain) + 2):
        for other in known.by_length.get(length, ()):
            if (cost := _distance(plain, other)) < DEAREST:
                found[other] = cost
    return found


def _distance(shown: str, meant: str) -> float:
    """Return the cost of reading one word of letters as another."""
    row = [DROPPED * at for at in range(len(meant) + 1)]
    for first in shown:
        above, row = row, [row[0] + DROPPED]
        for at, second in enumerate(meant, 1):
            change = 0.0 if first == second else ALIKE if frozenset((first, second)) in LOOK_ALIKE else LETTER
            doubled = VOWEL if first in VOWELS else DROPPED
            row.append(min(above[at - 1] + change, above[at] + doubled, row[at - 1] + DROPPED))
        if min(row) >= DEAREST:
            return inf
    return row[-1]
