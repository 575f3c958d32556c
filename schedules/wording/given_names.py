"""“Tú” that is no misread “từ”, and “từ” that ends a word of two: a given name, “ưu tú”, “chứng từ”."""

from __future__ import annotations

import re

from schedules.wording.reading import Reading

BEFORE = re.compile(
    r"(?:\b(?:[ưƯ]u|[Cc]ô|[Tt]hầy|[Bb]à|[Ôô]ng|[Aa]nh|[Cc]hị|[Ee]m|[ĐđDd]/c|[Đđ]\.c|chí)|\b[A-ZÀ-ỸĐ][a-zà-ỹđ]+) $"
)
REACH = 16
OF_WORD = re.compile(r"\b(?:[Cc]hứng|CHỨNG|[Nn]gôn|[Đđ]iện)\s$")
OF_WORD_BEFORE = re.compile(r"\b(?:chung|don|thu) $")
BOUND = re.compile(r"tu (?:truoc|cham nhat|muon nhat|han chot|han cuoi)\b")
"""“Đơn từ trước ngày 15/10”: no time opens with both; “nhận đơn từ ngày 15/10” is another matter."""


def is_given_name(reading: Reading, start: int) -> bool:
    """Whether the word that begins here is “tú” behind a name, a form of address or “ưu”, and opens no time."""
    if reading.accented[start : start + 2].lower() != "tú":
        return False
    capital = reading.accented[start] == "T"
    before = BEFORE.search(reading.accented, max(0, start - REACH), start)
    return before is not None and (capital or before[0].lower().startswith("ưu"))


def ends_word(reading: Reading, start: int) -> bool:
    """Whether the “từ” that begins here ends a word of two and opens no time: "chứng từ", "đơn từ trước ngày 15/10"."""
    near = max(0, start - REACH)
    if OF_WORD.search(reading.accented, near, start):
        return True
    return (
        BOUND.match(reading.folded, start) is not None
        and OF_WORD_BEFORE.search(reading.folded, near, start) is not None
    )
