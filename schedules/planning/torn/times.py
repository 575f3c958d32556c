"""The words of the time column in a torn row, followed from line to line by what a time can say next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.torn.columns import Word
from schedules.wording import fold

MISREAD = {
    "ndm": "nam",
    "nim": "nam",
    "nem": "nam",
    "hoe": "hoc",
    "hge": "hoc",
    "thing": "thang",
    "tir": "tu",
    "vacac": "va-cac",
    "pen": "den",
    "cec": "cac",
}
NEXT: dict[str, tuple[str, ...]] = {
    "": ("thang", "nam", "quy"),
    "thang": ("number",),
    "quy": ("number",),
    "number": ("year", "den", "nam"),
    "nam": ("hoc", "year", "tiep"),
    "hoc": ("year", "tiep"),
    "open": ("year",),
    "year": ("den", "va", "va-cac"),
    "den": ("thang", "nam"),
    "va": ("cac",),
    "cac": ("nam",),
    "va-cac": ("nam",),
    "tiep": ("theo",),
    "theo": (),
}
"""After a word of a time, the words that may follow it; "open" is a year that ends in a dash."""

YEAR = re.compile(r"20\d\d-?1?$")
NUMBER = re.compile(r"(0?[1-9]|1[0-2])-?$")
LEFT_AFTER = 3
"""Words of the money and remarks columns that may stand after the time on a line."""


def time_words(lines: Sequence[Sequence[Word]]) -> list[frozenset[int]]:
    """Return for each line of a row the indexes of the words that belong to its time."""
    found: list[frozenset[int]] = []
    said = ""
    for line in lines:
        start, kinds = _rightmost_run(line, said)
        found.append(frozenset(range(start, start + len(kinds))))
        said = kinds[-1] if kinds else said
    return found


def repaired(text: str) -> str:
    """Return the words of a time column with known misreadings put right, accents gone."""
    words = (re.sub(r"[^a-z0-9\-]", "", fold(word)) for word in text.split())
    return " ".join(MISREAD.get(word, word).replace("va-cac", "va cac") for word in words)


def _rightmost_run(line: Sequence[Word], said: str) -> tuple[int, list[str]]:
    for start in range(len(line) - 1, -1, -1):
        kinds = _run(line, start, said)
        if kinds and _may_end(line, start + len(kinds), kinds[-1]):
            return start, kinds
    return 0, []


def _run(line: Sequence[Word], start: int, said: str) -> list[str]:
    kinds: list[str] = []
    for word in line[start:]:
        kind = _kind(word.text)
        # "đến tháng 7 năm 2022": a number may stand for its month or open a year, so try what is expected.
        if kind is None or kind.replace("open", "year") not in NEXT[kinds[-1] if kinds else said]:
            break
        kinds.append(kind)
    return kinds


def _kind(text: str) -> str | None:
    bare = re.sub(r"[^a-z0-9\-]", "", fold(text))
    word = MISREAD.get(bare, bare)
    if YEAR.match(bare):
        return "open" if "-" in bare else "year"
    if NUMBER.match(bare):
        return "number"
    return word if word in NEXT and word else None


def _may_end(line: Sequence[Word], at: int, last: str) -> bool:
    """A connector must end its cell: at a bar, at the line's end, or before the few words of later columns."""
    rest = line[at:]
    if not rest or rest[0].after_bar:
        return True
    return last not in {"va", "den"} and len(rest) <= LEFT_AFTER and all(len(word.text) <= 4 for word in rest)  # noqa: PLR2004
