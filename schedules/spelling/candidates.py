"""A word as a scan shows it → the words it may be, each with the cost of so reading its letters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf

from schedules.spelling.syllables import is_syllable
from schedules.spelling.vocabulary import Branch, Vocabulary
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
SHORTER = 2
"""So many letters of a scan may be dirt."""

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
    """Return the folded words that letters may be misread from, and the cost of so reading them."""
    found: dict[str, float] = {}
    shown = _Shown(plain, [VOWEL if letter in VOWELS else DROPPED for letter in plain], {})
    _walk(known.tree, shown, [DROPPED * at for at in range(len(plain) + 1)], found)
    return {word: cost for word, cost in found.items() if len(plain) - SHORTER <= len(word) <= len(plain) + 1}


@dataclass(frozen=True, slots=True)
class _Shown:
    """Letters as shown, what each costs when it is dirt, and, once asked, when it is read as another letter."""

    plain: str
    dirt: list[float]
    read_as: dict[str, list[float]]

    def changes(self, meant: str) -> list[float]:
        if meant not in self.read_as:
            self.read_as[meant] = [_change(shown, meant) for shown in self.plain]
        return self.read_as[meant]


def _walk(branch: Branch, shown: _Shown, row: list[float], found: dict[str, float]) -> None:
    """Follow the words that still may be meant; `row` holds the cost of each beginning of what is shown, read so."""
    for letter, (word, rest) in branch.items():
        made = _next(row, shown, letter)
        if min(made) >= DEAREST:
            continue
        if word and made[-1] < DEAREST:
            found[word] = made[-1]
        _walk(rest, shown, made, found)


def _next(row: list[float], shown: _Shown, meant: str) -> list[float]:
    """Return the costs once one more letter is meant."""
    corner, last = row[0], row[0] + DROPPED
    made = [last]
    for change, dirt, above in zip(shown.changes(meant), shown.dirt, row[1:], strict=True):
        # Written out: this is asked a hundred thousand times for one poor scan.
        last += dirt
        last = min(last, corner + change, above + DROPPED)
        corner = above
        made.append(last)
    return made


@cache
def _change(shown: str, meant: str) -> float:
    if shown == meant:
        return 0.0
    return ALIKE if frozenset((shown, meant)) in LOOK_ALIKE else LETTER
