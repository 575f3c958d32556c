"""Whether a word is spelt as a Vietnamese syllable can be: how right letters are told from wrong ones."""

from __future__ import annotations

import re
import unicodedata

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
NUCLEUS = (
    r"(?:uyê|uya|uyu|uây|uôi|ươi|ươu|iêu|yêu|oai|oay|oeo|uao|uê|uy|uơ|uâ|uô|ua|ui|iê|yê|ươ|ưa|ưi|ưu|ia|iu|oa|oă|oe|oi|oo|"
    r"ôi|ơi|ai|ao|au|ay|âu|ây|eo|êu|[aăâeêioôơuưy])"
)
SYLLABLE = re.compile(ONSET + NUCLEUS + r"(?:ch|nh|ng|[cmnpt])?")
WORD = re.compile(r"[^\s.,;:!?()\[\]\"“”‘’'/0-9|<>=%…_–—-]+")


def is_syllable(word: str) -> bool:
    """Whether a word is built as a Vietnamese syllable, with one tone at most."""
    letters = unicodedata.normalize("NFD", word.casefold())
    tones = sum(sign in TONES for sign in letters)
    plain = unicodedata.normalize("NFC", "".join(sign for sign in letters if sign not in TONES))
    return tones <= 1 and SYLLABLE.fullmatch(plain) is not None


def telling_words(text: str) -> list[str]:
    """Return the words whose spelling tells something: those with a letter beyond ASCII."""
    return [word for word in WORD.findall(text) if not word.isascii()]


def right_share(words: list[str]) -> float:
    """Return the share of words that are Vietnamese syllables; 1.0 when there are none."""
    return sum(map(is_syllable, words)) / len(words) if words else 1.0
