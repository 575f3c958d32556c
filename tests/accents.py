"""A text as one without Vietnamese letters types it."""

from __future__ import annotations

import unicodedata


def without_accents(text: str) -> str:
    """Return a text without accents, its letters large and small as they were."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
