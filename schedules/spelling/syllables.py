"""Whether letters without accents are built as a Vietnamese syllable: an onset and a rime the language has."""

from __future__ import annotations

import re

ONSET = r"(?:ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr|[bcdghklmnprstvx])?"
RIME = (
    r"(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|e(?:c|ch|m|n|ng|nh|o|p|t|u)?|i(?:a|ch|m|n|nh|p|t|u|e(?:c|m|n|ng|p|t|u))?|"
    r"o(?:c|i|m|n|ng|p|t|o(?:c|ng)|a(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|e(?:n|o|t)?)?|"
    r"u(?:a|c|i|m|n|ng|p|t|u|y(?:a|n|nh|t|u|ch|e(?:n|t))?|a(?:n|ng|t|y)|e(?:ch|n|nh)?|o(?:c|i|m|n|ng|p|t|u))?|"
    r"y(?:t|nh|n|e(?:m|n|t|u))?)"
)
SYLLABLE = re.compile(ONSET + RIME)
HARD = re.compile(r"(?:c|g|ng)[eiy](?!a\b)|(?:k|gh|ngh)[aou]")
"""Spellings no syllable has: c and ng never stand before e and i, k and gh only there ("gi" apart)."""


def is_syllable(plain: str) -> bool:
    """Whether folded letters may be a syllable."""
    return SYLLABLE.fullmatch(plain) is not None and (plain.startswith("gi") or HARD.match(plain) is None)
