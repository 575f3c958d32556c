"""A name as a key: two spellings of one Vietnamese name compare equal."""

from __future__ import annotations

import unicodedata


def key(text: str) -> str:
    """Return the text in lower case, without diacritics, words joined by one blank."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(sign if sign.isalnum() else " " for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(plain.split())
