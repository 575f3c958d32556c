"""The text of a work cell → the works in it, and which of the row's times belongs to which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import opens_with_deed
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

BULLET = re.compile(r"^\s*(?:[-–—+*•·▪●○◦✓➢]\s*|\d{1,2}[.)]\s+|[a-zđ]\)\s+)")
FIELD = re.compile(
    r"^\W*(?:thời gian|thời hạn|hạn|địa điểm|hình thức|thành phần|đối tượng|phụ trách)\b[^:]{0,20}:", re.IGNORECASE
)
"""A line that says when, where or who of the work above it."""

SENTENCE = re.compile(rf"(?<=[.;])(?<!^\d[.])(?<!^\d\d[.])\s+(?=[{CAPITALS}“\"'-])")
"""A number that counts the work ("10. Kiểm tra …") ends no sentence."""

FEWEST_WORDS = 3
HOW = re.compile(
    r"^\W*(?:to chuc|hop|thi|bao cao|nop|gui|trinh|thong bao|phan cong|chuan bi|tap huan) "
    r"(?:tai|vao|theo|trong|o|cho|ve|qua|len|cu the|bang|dung|day du|tot|chu dao|truc tiep|ngay|luc|tu|ket qua|"
    r"san pham|phong|so gd|so giao|ubnd|hieu truong|bgh|ban giam|hoi dong|cap tren|lanh dao|minh chung|lai|"
    r"kip thoi|nghiem tuc)\b"
)
"""A sentence that says how or where the job before it is done, or that it is handed in."""


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


def jobs_in(work: str) -> tuple[str, ...]:
    """Return the sentences of a work, each a job of its own where every one begins with what is done; else the work."""
    if "\n" in work:
        return (work,)
    sentences = split_sentences(work)
    ended = all(sentence.endswith(".") for sentence in sentences[:-1])
    jobs = len(sentences) > 1 and ended and all(_is_job(sentence) for sentence in sentences)
    return sentences if jobs and not any(HOW.match(fold(sentence)) for sentence in sentences[1:]) else (work,)


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


def _is_job(sentence: str) -> bool:
    bare = BULLET.sub("", sentence).strip()
    acting = opens_with_deed(bare) and acts_of(bare)
    return len(bare.split()) >= FEWEST_WORDS and bool(acting) and ":" not in bare
