"""Text as every calendar program can read it: composed letters, no control signs, a length phones show."""

from __future__ import annotations

import unicodedata

BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Signs some reader takes for the end of a line; an iCalendar text knows only the line feed."""

_DROPPED = {"Cc", "Cs", "Co"}


class _Signs(dict[int, str | None]):
    """What becomes of each sign, filled as signs are met; None leaves it out."""

    def __missing__(self, code: int) -> str | None:
        self[code] = kept = _kept(chr(code))
        return kept


def _kept(sign: str) -> str | None:
    """Controls may not stand in a text value (RFC 5545 3.3.11); noncharacters and turned directions mislead readers."""
    if sign in BREAKS:
        return "\n"
    if sign == "\t":
        return " "
    lost = sign in "\ufeff\ufffe\uffff" or "\u202a" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069"
    return None if lost or unicodedata.category(sign) in _DROPPED else sign


_SIGNS = _Signs()


def lines(text: str) -> str:
    """Return a text in NFC with single blanks; its lines are kept, empty ones left out."""
    kept = (" ".join(one.split()) for one in text.translate(_SIGNS).split("\n"))
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
