"""Text as every calendar program can read it: composed letters, no control signs, a length phones show."""

from __future__ import annotations

import unicodedata

BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Signs some reader takes for the end of a line; an iCalendar text knows only the line feed."""

_LINES = str.maketrans(dict.fromkeys(BREAKS, "\n"))
_DROPPED = {"Cc", "Cs", "Co"}


def _readable(sign: str) -> bool:
    """Whether a sign may stand in a text value (RFC 5545 3.3.11: no controls); noncharacters break XML readers."""
    lost = sign in "\ufeff\ufffe\uffff" or "\u202a" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069"
    return not lost and unicodedata.category(sign) not in _DROPPED


def lines(text: str) -> str:
    """Return a text in NFC with single blanks; its lines are kept, empty ones left out."""
    broken = text.replace("\t", " ").translate(_LINES).split("\n")
    kept = (" ".join("".join(filter(_readable, one)).split()) for one in broken)
    return unicodedata.normalize("NFC", "\n".join(one for one in kept if one))


def line(text: str) -> str:
    """Return a text in NFC on one line."""
    return lines(text).replace("\n", " ")


def clip(text: str, length: int) -> str:
    """Return a text of at most `length` signs, cut after a word where there is one, with “…” when cut."""
    if len(text) <= length:
        return text
    kept = text[: length - 1]
    at_word = kept.rsplit(" ", 1)[0] if " " in kept[length // 2 :] else kept
    return at_word.rstrip(" ,;:.–-") + "…"
