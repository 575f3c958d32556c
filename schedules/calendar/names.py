"""A name as a key: two spellings of one Vietnamese name compare equal."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache


@lru_cache(maxsize=1024)
def key(text: str) -> str:
    """Return the text in lower case, without diacritics, words joined by one blank."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(sign if sign.isalnum() else " " for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(plain.split())


def fold(text: str) -> str:
    """Return NFC text in lower case without diacritics, sign for sign: places in it are places in the text."""
    return "".join(_bare(sign) for sign in unicodedata.normalize("NFC", text))


@cache
def _bare(sign: str) -> str:
    bare = unicodedata.normalize("NFD", sign.lower())[0]
    return "d" if bare == "đ" else bare
