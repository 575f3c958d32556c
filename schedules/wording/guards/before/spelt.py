"""Words of clues that are others with their accents: “ổ cứng” is not “cùng”, “thầy Quyết lo” not “lỡ”."""

from __future__ import annotations

import re

from schedules.wording.reading import Reading

SPELT = {"da": {"đã"}, "cung": {"cùng"}, "lo": {"lỡ", "lộ"}, "dang": {"đăng", "đang"}, "thuong": {"thường"}}
"""How a clue's word is written; without accents it is taken for it."""

CALLED = {"thầy", "cô", "anh", "chị", "em", "bác", "ông", "bà", "chú", "bạn"}
"""Behind one of these a capital begins a name: “sang tay cho thầy Đăng”."""

ROOM = 8
WORD, TITLE = re.compile(rf"\b(?:{'|'.join(SPELT)})\b"), re.compile(r"(\w+) $")


def as_spelt(before: str, start: int, reading: Reading) -> str:
    """Return the words before a time, from `start` on, with the letters of those that are no clue's hidden."""
    if SPELT.keys().isdisjoint(before.split()):
        return before
    if reading.accented[start : start + len(before)].lower() == before:
        return before
    return WORD.sub(lambda found: found[0] if _is_meant(found, start, reading) else "*" * len(found[0]), before)


def _is_meant(found: re.Match[str], start: int, reading: Reading) -> bool:
    """Whether a word among accented ones is spelt as the clue's own and is nobody's name."""
    at = start + found.start()
    written = reading.accented[at : start + found.end()]
    if written.lower() not in SPELT[found[0]]:
        return False
    title = TITLE.search(reading.accented, max(start, at - ROOM), at) if written[0].isupper() else None
    return title is None or title[1].lower() not in CALLED
