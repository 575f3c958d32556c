"""Which stretches of a work's words are no part of its title, and what stands behind the label of its time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.tables.contents import words_beside_time
from schedules.planning.text.labels import behind_label
from schedules.planning.text.said_money import said_money
from schedules.planning.text.titles import title_of
from schedules.wording import fold

FEWEST_WORDS = 3
HELD = re.compile(
    r"(?:^|\W)(?:tổ chức(?: (?:vui|đón|mừng))?|vui|đón|mừng|tham gia|tham dự|hưởng ứng|phục vụ|chuẩn bị)\s*$",
    re.IGNORECASE,
)
CEREMONY_ENDS = re.compile(r"\b(?:le|mit tinh|buoi|chuong trinh)\s*$")
CELEBRATION = re.compile(r"(?:ky|ki) niem\b")
NAME = re.compile(r"[^\W\d](?:[^\d])*$")
"""A feast without a number: its name, and not its day."""


def beside_title(words: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a work's words that are its time and its money, not the feast it holds.

    "Tổ chức Tết Trung thu cho học sinh": without its name nobody knew what is held.
    """
    times = [behind_celebration(words, *span) for span in spans if not _is_held(words, *span)]
    money = said_money(words)
    return tuple(sorted((*times, money[1]))) if money else tuple(times)


def behind_celebration(words: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the word it took along from the name of a ceremony: "Lễ kỷ niệm | ngày 20/11"."""
    celebration = CELEBRATION.match(fold(words[start:end]))
    named = celebration and CEREMONY_ENDS.search(fold(words[:start]))
    return (start + celebration.end(), end) if celebration and named else (start, end)


def _is_held(words: str, start: int, end: int) -> bool:
    """Whether a stretch is the name of a feast that words hold, and go on about."""
    named = NAME.match(words[start:end]) is not None and words[start].isupper()
    return named and HELD.search(words[:start]) is not None and re.match(r"\s+[^\W\d]", words[end:]) is not None


def with_words_behind(label: str, words: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the work a label of time names, with who does what of it behind the colon: "…: đội tuyển lớp 9 học"."""
    said = words[behind_label(words) : spans[0][0]] if spans else ""
    told = title_of(said) if len(words_beside_time(said)) >= FEWEST_WORDS else ""
    begun = told if said.strip(" -–•*+")[:1].isupper() else f"{told[:1].lower()}{told[1:]}"
    return f"{label}: {begun}" if told else label
