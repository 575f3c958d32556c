"""Many words as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """Return the pattern that matches any of the words, shared beginnings tried once: “tuan|tu” → “tu(?:an)?”."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words):
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None) is not None
    ways = [re.escape(letter) + one_of(rests) for letter, rests in by_letter.items()]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)})" + ("?" if ends else "")
