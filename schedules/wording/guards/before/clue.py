"""A clue: words before a time, the pattern they form, and which times they make facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from schedules.wording.piece import BOUNDED, UNBOUND, YEARS, Grain, Limit

COARSE = YEARS | {Grain.TERM}
PAPER = YEARS | {Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.TERM}
PLAIN = frozenset({Limit.NONE})
ANY = UNBOUND | BOUNDED
SCHOOL_WEEKS = frozenset({Grain.SCHOOL_WEEK})
WEEKS_AND_MONTHS = frozenset({Grain.SCHOOL_WEEK, Grain.WEEK, Grain.MONTH})
NAMED_BY = frozenset({Grain.TERM, Grain.SCHOOL_YEAR, Grain.MONTH})
COUNTED = (
    r"\b(?=tinh)"
    + "".join(rf"(?<!\b{noun} )" for noun in ("mit", "cap", "gioi", "may", "vi", "trong", "ngoai", "thuoc"))
    + "tinh"
)
"""“Tính (đến)”, what numbers are counted to; without accents “mít tinh” and “cấp tỉnh” look like it."""

THEN = "".join(
    rf"(?<!\b{noun} )" for noun in ("bai", "buoi", "ky", "de", "phong", "cuoc", "hoi", "du", "dot", "lich")
) + ("thi(?! (?:sinh|dua|nghiem|tran|xa|vien|luc)\\b)")
"""“Thì”; without accents an examination looks like it."""

HABIT = "".join(rf"(?<!\b{first} )" for first in ("binh", "bat", "khac", "phi", "manh")) + "thuong"
"""“Thường”, what is usual; “bình thường” and “Mạnh Thường Quân” are not."""

LENGTH = r"(?:\d{1,3}|mot|hai|ba|bon|nam|sau|muoi)"
"""How many, in figures or words."""

SIGNS = str.maketrans(dict.fromkeys("()[]{}<>:,;.…!?|/+=%–—-*•·“”\"'\n", " "))
CLAUSE = r"\b[^.;:]*$"
ACTS = (
    r", (?:bep|nha bep|to|nhom|ban|doi|lop|nha truong|truong|gv|gvcn|giao vien|thay|co|em|chi|anh|ke toan|y te|van thu"
    r"|bao ve|cong doan|lien doi)"
    r"(?: (?!(?:co|con|bi|tang|giam|vang|nghi|chuyen|dat|chi|da|moi|chua|la|gom|hut|thieu)\b)[a-z]{1,8}){1,2} "
)
UNPOSTED = (
    rf"(?:(?! (?:cong khai|niem yet|dan|dung (?:cho|de|vao)|thi(?! (?:sinh|dua|tuyen|vao|hsg|thu)\b)) |{ACTS})[^.;:])"
)
"""A count up to where it is put up for all to see, which has a day of its own, or where somebody acts on it."""

SENT_HOME = (
    r"(?:co|ra|ban hanh|gui|ky|phat) (?:van ban|cong van|thong bao|quyet dinh|cong dien)(?: [a-z0-9&]{1,8}){0,4} cho"
    r" (?:hoc sinh|hs|tre|sinh vien|cac truong)\b[^.;,:]* nghi\b"
)
"""A paper that has been sent, and what it sets: “đã có văn bản cho học sinh nghỉ học ngày mai (22/10)”."""

Word = str | tuple[str, str]
"""A word that stands before a time, or two side by side."""

Patterns = tuple[re.Pattern[str], ...]
Size = tuple[str, str, bool]
"""The grain of a time, its part, and whether its number is opened by a word of its own."""

START = r"(?:^|[.;\n] ?)\W*(?:[a-h]\) ?)?"


ASIDE_ENDS = (") ", " quy dinh ", " hien hanh ", " huong dan ", " theo mau ")
ASIDE = re.compile(
    r"(?:,? ?\([^()]{1,50}\)"
    r"|,? (?:theo|dung|tuan thu)(?: dung)? (?:quy dinh|huong dan|mau)(?: (?:hien hanh|chung|cua [a-z& ]{2,24}?))?)+,? $"
)
"""What may be said by the way between the words and their time: “… (nếu có) trước ngày …”, “… theo quy định từ …”."""


def words_before(text: str, end: int, window: int) -> tuple[int, str]:
    """Return the words before a time, and where they begin, without what is said by the way right before it."""
    start = max(0, end - window)
    before = text[start:end]
    if not before.endswith(ASIDE_ENDS) or (aside := ASIDE.search(before)) is None:
        return start, before
    end = start + aside.start()
    start = max(0, end - window)
    return start, text[start:end] + " "


def spoken(before: str) -> set[Word]:
    """Return the words before a time and every two that stand side by side, whatever signs are between."""
    words = before.translate(SIGNS).split()
    return {*words, *pairwise(words)}


class Clue(NamedTuple):
    """Words one of which must stand before a time, the pattern they must form, and which times they make facts."""

    words: frozenset[Word]
    pattern: re.Pattern[str]
    limits: frozenset[str]
    grains: frozenset[str] | None


def clue_of(words: str, pattern: str, limits: frozenset[str] = ANY, grains: frozenset[str] | None = None) -> Clue:
    """Return a clue: its words, its pattern, the bounds and the sizes of the times it speaks of.

    “so_du” asks for two words side by side: alone they stand before every second time, and the search is in vain.
    """
    return Clue(frozenset(map(_word, words.split())), re.compile(pattern), limits, grains)


def _word(written: str) -> Word:
    first, _, second = written.partition("_")
    return (first, second) if second else first


def up_to(number: int) -> str:
    """Return the pattern of so many words at most, up to the time."""
    return rf"(?: [a-z0-9&]{{1,9}}){{0,{number}}}[ (]*$"


def by_word(clues: tuple[Clue, ...]) -> dict[Word, tuple[Clue, ...]]:
    """Return the clues by each word of which one must stand before a time."""
    words = frozenset[Word]().union(*(clue.words for clue in clues))
    return {word: tuple(clue for clue in clues if word in clue.words) for word in words}


def speaking_of(clues: dict[Word, tuple[Clue, ...]], words: Iterable[Word], limit: str, size: Size) -> Patterns:
    """Return the patterns of the clues by some words that speak of a time of such a bound and size, each once."""
    named = dict.fromkeys(clue for word in words for clue in clues.get(word, ()))
    return tuple(clue.pattern for clue in named if limit in clue.limits and _speaks_of(clue, *size))


def _speaks_of(clue: Clue, grain: str, part: str, opened: bool) -> bool:
    if clue.grains is None:
        return True
    if (clue.grains is COARSE and part) or (clue.grains is SCHOOL_WEEKS and opened):
        return False
    return grain in clue.grains
