"""Pure: names under which a plan may mean one group or office: “Các tổ trưởng” and “Tổ trưởng các tổ”.

Only a likeness, never an identity: people are asked before two names become one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.spelling.offices import SHORT, in_full
from tracker.naming import called, plain

SIGNS = re.compile(r"[^\w\s.]+|\bva\b")
EVERY = re.compile(r"\b(?:tat ca|toan the|toan bo|tap the|doi ngu|cac dong chi|cac|nhung|moi|tung)\b")
"""Words that say all of a group are meant, wherever they stand: “tổ trưởng các tổ”, “toàn thể giáo viên”."""

OF_THE_SCHOOL = re.compile(r" (?:(?:cua|trong|thuoc) )?(?:(?:toan|nha|trong) )+truong$| (?:cua|trong) truong$")
"""What a plan of one school need not say: “nhà trường”, “toàn trường”, “của trường”."""

STAFF = {"cb": "can bo", "cbql": "can bo quan ly", "gv": "giao vien", "nv": "nhan vien", "vc": "vien chuc"}
RUN_TOGETHER = re.compile(rf"(?:{'|'.join(sorted(STAFF, key=len, reverse=True))}){{2,}}")
"""“CBGVNV”: a lone “CB” or “TT” stands for several offices and is left alone."""

HELD_IN = (
    ("to truong", "to"),
    ("to pho", "to"),
    ("nhom truong", "nhom"),
    ("khoi truong", "khoi"),
    ("lop truong", "lop"),
    ("giao vien chu nhiem", "lop"),
    ("giao vien bo mon", "mon"),
)
"""Offices whose name already says of what they are: “giáo viên chủ nhiệm lớp 5A” is “giáo viên chủ nhiệm 5A”."""

SAID_TWICE = tuple((re.compile(rf"^{head} {of}(?! (?:truong|pho)\b)(?= |$)"), head) for head, of in HELD_IN)


@lru_cache(maxsize=4096)
def group_of(name: str) -> str:
    """Return what two names of one group have in common, folded; empty for somebody's own name."""
    if called(name).is_personal:
        return ""
    text = " ".join(SIGNS.sub(" ", plain(name)).split())
    text = " ".join(RUN_TOGETHER.sub(_parted, text).split())
    text = " ".join(EVERY.sub(" ", text).split())
    text = in_full(text)
    words = [_spelled(word) for word in text.split()]
    text = OF_THE_SCHOOL.sub("", " ".join(words))
    for said, head in SAID_TWICE:
        text = said.sub(head, text)
    return " ".join(text.split())


def _parted(found: re.Match[str]) -> str:
    return " ".join(re.findall("|".join(sorted(STAFF, key=len, reverse=True)), found[0]))


def _spelled(word: str) -> str:
    """Return a short name inside a longer one in full: “Ban đại diện CMHS”."""
    return STAFF.get(word) or SHORT.get(word) or word
