"""Whether a text is Vietnamese, judged by the syllables every plan uses; accents are not needed."""

from __future__ import annotations

import re

from schedules.wording import fold

COMMON = frozenset(
    {
        "ke",
        "hoach",
        "nam",
        "hoc",
        "truong",
        "cua",
        "va",
        "cac",
        "giao",
        "vien",
        "thuc",
        "hien",
        "duc",
        "theo",
        "duoc",
        "trong",
        "ngay",
        "thang",
        "nha",
        "cong",
        "viec",
        "to",
        "chuc",
        "hoi",
        "dong",
        "bao",
        "cao",
        "nhiem",
        "vu",
        "khai",
        "chat",
        "luong",
        "tuan",
        "hieu",
        "thoi",
        "gian",
        "noi",
        "dung",
        "phong",
        "truoc",
        "den",
        "khong",
        "cho",
        "voi",
        "tai",
        "kiem",
        "tra",
        "sinh",
    }
)
WORD = re.compile(r"[a-z]+")
ENOUGH_WORDS = 12
LEAST_SHARE = 0.12
SAMPLE = 20000


def is_vietnamese(text: str) -> bool:
    """Whether a text reads as Vietnamese; a text too short to tell passes."""
    words = WORD.findall(fold(text[:SAMPLE]))
    if len(words) < ENOUGH_WORDS:
        return True
    return sum(word in COMMON for word in words) >= LEAST_SHARE * len(words)
