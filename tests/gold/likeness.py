"""Words compared across accents and OCR slips, and the names of people across their abbreviations."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from schedules.planning.people.posts import person_in
from tracker.naming import called, same_person

CLOSE = 0.6
NAMES = {
    "bgh": "ban giam hieu",
    "ht": "hieu truong",
    "pht": "pho hieu truong",
    "ttcm": "to truong chuyen mon",
    "gvcn": "giao vien chu nhiem",
    "gv": "giao vien",
    "tpt": "tong phu trach",
    "cbgvnv": "can bo giao vien nhan vien",
}
EMPTY = {"cac", "dc", "dong", "chi", "d", "c"}


def plain(text: str) -> str:
    """Return a text in lower case without accents, every run of blanks and bars one blank."""
    text = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("<br>", " "))
    kept = "".join(letter for letter in text if not unicodedata.combining(letter))
    return re.sub(r"[\s|*]+", " ", kept).strip()


def words(text: str) -> list[str]:
    """Return the plain words of a text."""
    return re.findall(r"\w+", plain(text))


def share(wanted: str, text: str, *, slips: bool) -> float:
    """Return how many of the wanted words stand in a text, from 0 to 1; with `slips`, OCR slips are forgiven."""
    there = words(text)
    known = set(there)
    asked = words(wanted)
    hits = sum(1.0 if word in known else 0.8 * (slips and any(close(word, other) for other in there)) for word in asked)
    return hits / len(asked)


def close(word: str, other: str) -> bool:
    """Whether two words are one but for a slip."""
    if len(word) < 3 or abs(len(word) - len(other)) > 2:
        return False
    return SequenceMatcher(None, word, other).ratio() >= CLOSE


def person(name: str) -> str:
    """Return a role with its abbreviations spelled out, for comparing."""
    found = (NAMES.get(word, word) for word in words(name) if word not in EMPTY)
    return " ".join(found)


def same_people(found: tuple[str, ...], wanted: tuple[str, ...] | None, *, slips: bool) -> bool:
    """Whether two lists name the same people in any order (wanted None: anyone); with `slips`, OCR slips are forgiven.

    A post told beside a whole name (“cô Lê Thị Hoa - Tổ trưởng”) makes nobody else of who is wanted by name alone.
    """
    if wanted is None:
        return True
    right = sorted(map(person, wanted))
    left = sorted(_as_asked(name, wanted) for name in found)
    if left == right:
        return True
    if not slips or len(left) != len(right):
        return False
    rest = list(right)
    for name in left:
        best = max(rest, key=lambda other: SequenceMatcher(None, name, other).ratio())
        if SequenceMatcher(None, name, best).ratio() < CLOSE:
            return False
        rest.remove(best)
    return True


def _as_asked(name: str, wanted: tuple[str, ...]) -> str:
    """Return a name for comparing: as it is wanted, where just that person is wanted by name alone or with that post."""
    alike = (one for one in wanted if called(one).post in {"", called(name).post} and person_in(one))
    return person(next((one for one in alike if same_person(name, one)), name))
