"""The line that says where and when a plan was signed: "Trà Ngạn, ngày 23 tháng 9 năm 2024"; never a work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from schedules.planning.acts import acts_of
from schedules.wording import fold

SIGNED = re.compile(r"\bng\w{1,2}y?\s*[:.]?\s*(\d{1,2})\s+th\w{2,4}\s+(\d{1,2})\s+n\w{1,2}m?\s+(20\d\d)\b")
SIGNED_SHORT = re.compile(r"(?<!tu )(?<!den )(?<!truoc )\bngay\s*:?\s*(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)\b")
CITED = re.compile(r"\b(kem theo|can cu|thuc hien|theo|quyet dinh|thong tu|cong van|van ban|nghi dinh|bao cao)\b")
PLACED = re.compile(
    r"(?:^|\t|\s{2})\s*(?P<place>\S[^,:;()\t\d]{1,40}?\d{0,2})\s*,\s*ng\w{1,2}y\s*[\d.…_]*\s*th\w{2,4}\s*[\d.…_]*\s*n\w{1,2}m\s*"
    r"(?:20\d\d|[.…_]+)\W*$"
)
NAMED = re.compile(r"^\W*(?:so\b|ke hoach\b|ban hanh\b|ky\b|nay\b)|\b(?:ban hanh|ky)\W*$")
GAP = re.compile(r"\t|\s{2,}")
MOST_WORDS, FEWEST_WORDS = 6, 2
SMALL = {"xa", "phuong", "thi", "tran", "huyen", "quan", "tinh", "thanh", "pho", "tp", "dao"}


def is_signing_line(text: str) -> bool:
    """Whether a line says only where and when it was signed, or does so beside the letterhead."""
    match = PLACED.search(fold(text.rstrip()))
    if not match:
        return False
    return _is_place(text[match.start("place") : match.end("place")])


def _is_place(text: str) -> bool:
    words = text.strip(" (").split()
    return len(words) <= MOST_WORDS and all(word[:1].isupper() or fold(word).strip(".") in SMALL for word in words)


def signed_in(lines: Sequence[str]) -> date | None:
    """Return the day the first line that is signed tells; days of cited documents do not count."""
    for line in lines:
        folded = fold(line)
        if CITED.search(folded.split("ngay")[0]) and not _is_signed_at(line):
            continue
        for pattern in (SIGNED, SIGNED_SHORT):
            match = pattern.search(folded)
            if match and _is_of_paper(line[: match.start()], line[match.end() :]):
                return _day(*(int(part) for part in match.groups()))
    return None


def _is_signed_at(line: str) -> bool:
    """Whether what reads as a paper is the place of a signing line, each word with a capital: "Văn Bán, ngày …"."""
    match = PLACED.search(fold(line.rstrip()))
    place = line[match.start("place") : match.end("place")] if match else ""
    return _is_place(place) and not place.isupper()


def _is_of_paper(before: str, after: str) -> bool:
    """Whether a day is the paper's own: alone, behind a place or the paper's name; never that of what is done on it."""
    text = GAP.split(before)[-1]
    bare = text.strip(" ,.:;(*_-–")
    if not bare:
        return not re.search(r"[^\W\d_]{2}", GAP.split(after.strip())[0])
    if acts_of(bare):
        return False
    if text.rstrip(" *_").endswith(",") or NAMED.search(fold(bare)):
        return True
    return len(bare.split()) >= FEWEST_WORDS and _is_place(bare)


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
