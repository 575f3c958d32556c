"""Text without case and diacritics, letter for letter: a span in the folded text is the span in the source."""

from __future__ import annotations

import unicodedata

DASHES = "~÷→⇒➔®Þþ‐‑‒–—―−﹣－"
SLASHES = "⁄∕／"
UNSEEN = "\u200b"
UNSEEN_LETTERS = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Signs that take no room; all fold to the first."""

LOOKALIKES = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ı": "i"}


class _Letters(dict[int, str]):
    """The folding table, filled as letters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _letter(chr(code))
        return folded


def _letter(sign: str) -> str:
    if sign.isspace():
        return " "
    if sign in UNSEEN_LETTERS:
        return UNSEEN
    if sign in DASHES:
        return "-"
    if sign in SLASHES:
        return "/"
    base = LOOKALIKES.get(sign) or unicodedata.normalize("NFKD", sign)[0]
    plain = LOOKALIKES.get(base, base).lower()
    return plain if len(plain) == 1 and not plain.isspace() else sign


_TABLE = _Letters()


def nfc(text: str) -> str:
    """Return the text with its letters composed (NFC), as the readers hand it on."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return the text in lower case without diacritics, one letter for each letter (ngày → ngay, Đ → d)."""
    return text.translate(_TABLE)
