"""Words that optical reading confuses with time words, put right where a number or a partner stands beside them.

Seen in scanned plans ("thing 10 nim 2022", "Nam hoe 2023", "ndm hoc"). A right word is as long as the wrong one,
so spans stay true.
"""

from __future__ import annotations

import re

from schedules.wording.alternatives import one_of

CONFUSIONS = {
    "ngay": ("ngiy", "ngdy", "ngey", "nghy", "ngoy"),
    "thang": ("thing", "thdng", "theng", "thmng"),
    "nam": ("nim", "nfm", "ndm", "nem", "n4m"),
    "hoc": ("hoe", "hge", "hqc", "hgc", "hec", "h0c", "hpc"),
    "tuan": ("tudn", "tuin", "tuen", "tufn"),
    "truoc": ("trudc", "truec", "truge", "trude", "trwoc", "truqc", "trucc", "tru6c", "trufc", "truac"),
    "den": ("pen", "d6n", "dln", "din", "dgn", "ddn"),
    "cuoi": ("cudi", "cu6i", "cugi", "cuei", "cuai"),
    "hop": ("hgp", "hqp", "h0p", "h6p"),
}
"""The right word and the wrong ones of the same length (others are not repaired)."""

BESIDE = {
    "ngay": r"(?= ?\d)",
    "thang": r"(?= ?\d)",
    "nam": r"(?= ?\d{4}| h[a-z0-9]{2}\b)",
    "hoc": r"(?<=\bn[a-z0-9]m [a-z0-9]{3})(?= ?\d| ki| ky| tiep| sau)",
    "tuan": r"(?= (?:\d|thu |cuoi|dau))",
    "truoc": r"(?= (?:ng[a-z]y|th[a-z]ng|tu[a-z]n|n[a-z0-9]m) ?\d| \d)",
    "den": r"(?= (?:het )?(?:ng[a-z]y|th[a-z]ng|tu[a-z]n|n[a-z0-9]m) ?[\dh])",
    "cuoi": (
        r"(?:(?= (?:th[a-z]ng|n[a-z0-9]m|h[a-z0-9]c) ?[\dhk])|"
        r"(?<=\bth[a-z]ng [a-z0-9]{4})(?= (?:quy|hoc k[iy]|nam)\b))"
    ),
    "hop": r"(?<=\btr[a-z0-9]{2}ng [a-z0-9]{3})",
}

RIGHT = {wrong: right for right, wrongs in CONFUSIONS.items() for wrong in wrongs if len(wrong) == len(right)}


def _beside(right: str) -> str:
    wrongs = "|".join(wrong for wrong, meant in RIGHT.items() if meant == right)
    return rf"(?:{wrongs})\b{BESIDE[right]}"


FIGURES = str.maketrans("oli", "011")
"""The figures that letters of a scan stand for."""

_MONTH = re.compile(
    r"thang(?<!\wthang) ?(?:1[oli]|0[li]|[li][0-2]|o[1-9])(?![a-z0-9])(?: ?[/-] ?2[0o][\do][\doli](?![a-z0-9]))?"
)
"""Months whose figures a scan read as letters: “tháng l1/2025”, “tuần 3 tháng 1O”."""

_WRONG = re.compile(rf"\b(?:{'|'.join(_beside(right) for right in CONFUSIONS)})")
_ANY = re.compile(f"{one_of(RIGHT)}|thang ?(?:[lio]\\d|[01][oli])")
"""Whether a text holds the letters of any wrong word: hardly one does, and this is a third of the work."""


def repair(folded: str) -> str:
    """Return the folded text with known misreadings put right; its length stays."""
    if not _ANY.search(folded):
        return folded
    righted = _WRONG.sub(lambda found: RIGHT[found.group()], folded)
    return _MONTH.sub(lambda found: "thang" + found.group()[5:].translate(FIGURES), righted)
