"""Sentences of one work cell that are each a job: “Sơ kết học kỳ I. Công khai tài chính”."""

from __future__ import annotations

import re

from schedules.planning.acts import acts_of
from schedules.planning.people.named import begins_with_act
from schedules.planning.tables.works import BULLET, split_sentences
from schedules.wording import fold

FEWEST_WORDS = 3
HOW = re.compile(
    r"^\W*(?:to chuc|hop|thi|bao cao|nop|gui|trinh|thong bao|phan cong|chuan bi|tap huan) "
    r"(?:tai|vao|theo|trong|o|cho|ve|qua|len|cu the|bang|dung|day du|tot|chu dao|truc tiep|ngay|luc|tu|ket qua|"
    r"san pham|phong|so gd|so giao|ubnd|hieu truong|bgh|ban giam|hoi dong|cap tren|lanh dao|minh chung|lai|"
    r"kip thoi|nghiem tuc)\b"
)
"""A sentence that says how or where the job before it is done, or that it is handed in."""


def jobs_in(work: str) -> tuple[str, ...]:
    """Return the sentences of a work, each a job of its own where every one begins with what is done; else the work."""
    if "\n" in work:
        return (work,)
    sentences = split_sentences(work)
    ended = all(sentence.endswith(".") for sentence in sentences[:-1])
    jobs = len(sentences) > 1 and ended and all(_is_job(sentence) for sentence in sentences)
    return sentences if jobs and not any(HOW.match(fold(sentence)) for sentence in sentences[1:]) else (work,)


def _is_job(sentence: str) -> bool:
    bare = BULLET.sub("", sentence).strip()
    acting = begins_with_act(f"{bare[:1].lower()}{bare[1:]}") and acts_of(bare)
    return len(bare.split()) >= FEWEST_WORDS and bool(acting) and ":" not in bare
