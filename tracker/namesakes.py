"""Pure: what tells works of one name apart: “đợt 1” and “đợt 2”, “học kỳ I” and “học kỳ II”, “mẫu A” and “mẫu B”."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

SPOKEN = ("mot|nhat", "hai|nhi", "ba", "bon|tu", "nam", "sau", "bay", "tam", "chin", "muoi")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
VALUES = {word: str(at) for at, words in enumerate(SPOKEN, 1) for word in words.split("|")}
VALUES |= {sign: str(at) for at, sign in enumerate(ROMAN, 1)}
NUMBER = r"(?:\w*\d\w*)"
NUMBERED = "dot|lan|vong|ky|ki|quy|tuan|thang|khoi|lop|nhom|mau|phan|doan|buoi|chuyen de|bieu|phu luc"
WHICH = "|".join(sorted([NUMBER, *VALUES, "dau", "cuoi", "[a-h]"], key=len, reverse=True))
NAMING = re.compile(rf"\b(?:{NUMBERED})\s+(?:thu\s+|so\s+)?({WHICH})\b")
"""What says behind a noun of a folded title which one it is: “đợt 1”; a number before its noun only counts."""

COUNTED = re.compile(rf"\b{NUMBER}\b")


@lru_cache(maxsize=4096)
def naming(folded: str) -> Counter[str]:
    """Return what of a folded title says which of several works it is."""
    return Counter(_value(sign) for sign in NAMING.findall(folded))


@lru_cache(maxsize=4096)
def marks(folded: str) -> Counter[str]:
    """Return every number of a folded title with what names it; titles of one work hold the same."""
    return naming(folded) + Counter(_value(sign) for sign in COUNTED.findall(NAMING.sub(" ", folded)))


@lru_cache(maxsize=4096)
def unmarked(folded: str) -> str:
    """Return a folded title without its marks: namesakes share it."""
    return " ".join(COUNTED.sub(" ", NAMING.sub(" ", folded)).split())


def _value(sign: str) -> str:
    return VALUES.get(sign, sign).lstrip("0") or "0"
