"""The text of a work cell → the works in it, and which of the row's times belongs to which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.proofreading.naming import CAPITALS

BULLET = re.compile(r"^\s*(?:[-–—+*•·▪●○◦✓➢]\s*|\d{1,2}[.)]\s+|[a-zđ]\)\s+)")
FIELD = re.compile(
    r"^\W*(?:thời gian|thời hạn|hạn|địa điểm|hình thức|thành phần|đối tượng|phụ trách)\b[^:]{0,20}:", re.IGNORECASE
)
"""A line that says when, where or who of the work above it."""

SENTENCE = re.compile(rf"(?<=[.;])(?<!^\d[.])(?<!^\d\d[.])\s+(?=[{CAPITALS}“\"'-])")
"""A number that counts the work ("10. Kiểm tra …") ends no sentence."""


def split_works(cell: str) -> tuple[str, ...]:
    """Return the works of a cell, one per bullet or paragraph; a line in lower case, or without the bullet, goes on."""
    works: list[str] = []
    for line in cell.split("\n"):
        text = line.strip()
        if not text:
            continue
        goes_on = text[0].islower() or BULLET.match(works[-1]) if works else False
        if works and (FIELD.match(text) or (not BULLET.match(text) and goes_on)):
            works[-1] = f"{works[-1]}\n{text}"
        else:
            works.append(text)
    return tuple(works)


def split_sentences(work: str) -> tuple[str, ...]:
    """Return the sentences of one work, in order."""
    return tuple(part.strip() for part in SENTENCE.split(work) if part.strip())


def pair(works: Sequence[str], times: Sequence[str]) -> list[tuple[str, str]] | None:
    """Return (work, time) for each work; None when the counts leave open which time is whose."""
    if len(times) <= 1:
        return [(work, times[0] if times else "") for work in works]
    if len(works) == 1 and len(split_sentences(works[0])) == len(times):
        works = split_sentences(works[0])
    if len(works) == len(times):
        return list(zip(works, times, strict=True))
    if len(works) == 1:
        return [(works[0], " và ".join(times))]
    return None
