"""Fragments that several families share: a year behind a month, lists and ranges of numbers, sane numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from schedules.wording.words import MONTH_NAMES, NUMBERS, number

SAID_MONTH = "|".join(sorted(MONTH_NAMES, key=len, reverse=True))
SAID = "|".join(sorted(NUMBERS, key=len, reverse=True))
"""Numbers in words, longest first."""

PAIR = rf"hai (?:{'|'.join(word for word in NUMBERS if ' ' not in word)})"
YEAR = (
    r"(?:(?: ?[/.\-] ?|,? (?:cua )?nam ?| )(?P<year>(?:1[5-9]|20)\d\d)(?! ?- ?20\d\d)(?!\d)"
    r"|/(?P<short>[1-4]\d)(?![\d/])"
    rf"|,? nam hai (?:(?:nghin|ngan)(?: khong tram)?(?: linh| le)? (?P<spoken>{SAID})|khong (?P<digits>{PAIR}))\b)?"
)
"""A year behind a month: /2024, -2024, năm 2024, /24, năm hai nghìn không trăm hai mươi tư, năm hai không hai tư."""

SPAN_SIGNS = r"(?:-{1,2}>?|=>|den het|den|toi)"
LIST_SIGNS = r"(?:,|;|va|&|\+)"

LIST_ENDS = r"(?= ?(?:\Z|[.;)\n]|(?:hang|moi) nam\b|(?:ve|len|gui|cho|theo|tai) |,(?! ?\d)))"
"""What ends a list of months; a verb behind its last one makes that month work of its own."""

THINGS = r"lan|ngay|buoi|tiet|bua|tuoi|gio|dong|trieu|%"
PEOPLE = r"nguoi|lop|hoc sinh|hs|giao vien|gv|tre|em|truong"
COUNTED = rf"(?! ?(?:{THINGS}|{PEOPLE})\b)"
RATED = rf"(?! ?(?:{THINGS})\b)"
"""What follows a number that counts things instead of naming a time; people may also be who acts then."""

PEOPLE_BEHIND = re.compile(rf" ?(?:{PEOPLE})\b")
OPENED = re.compile(
    r"(?:\A|[.;:|,()\n] ?|\b(?:ngay|trong|vao|tu|den|toi|sang|het|dau|giua|cuoi|truoc|sau) |(?:\A|\n) ?- ?)$"
)
OPENING_REACH = 8
"""What opens a time, so that who stands behind it acts: “Trong tháng 10 học sinh khối 6 …”."""

COUNTED_NOUNS = (
    r"hoc sinh|hs|tre|lop|giao vien|gv|tiet|phieu|dong|trieu|so|nguoi|thoi gian|thanh vien|truong|diem|em"
    r"|khoi luong|tin chi|mon|tieu chi|tieu chuan|doi|hang muc|phong|thi sinh|dang vien|ho|nhom|bai|cau"
)
"""Nouns that make a ratio of what looks like a day: “3/4 số trẻ”."""

NUMBERED = re.compile(
    r"\b(?:lop|khoi|muc|phan|(?<!nop )(?<!nhan )(?<!gui )bai"
    r"|(?<!ngay cuoi )tuan|so|dieu|khoan|tieu chi|tieu chuan|chi|chuan|(?<!thoi )diem|quy|(?<!dang )(?<!dinh )ky|hk"
    r"|tiet|buoi|tang|phong|bieu|mau|luc|trang|cau|de|(?<!ve )(?<!cho )(?<!gui )(?:to|(?<!lien )(?<!chi )doi)"
    r"|nhom|ap|thon|khu|quan|phuong|version|v|tt|stt|ti le|ty le"
    r"|ti so|ty so|dat|hang|bac|mon|chuong|ngach|tap"
    r"|(?<!tuyen )duong|(?<!thanh )pho|quang truong|cong vien|san van dong|lan|dot|vong|luot|chang)[ .:]?"
    r"(?:\d{1,2} ?(?:,|va) ?){0,5}$"
)
"""Nouns that own the number behind them: “lớp 3 tháng 10” is not the third of October."""

NOUN_WINDOW = 24
DIGITS = re.compile(r"\d+")


def year_of(match: re.Match[str]) -> int | None:
    """Return the written year of a match with the YEAR fragment or any part of it; None when none was written."""
    written = match.groupdict()
    if written.get("year"):
        return int(written["year"])
    if written.get("short"):
        return 2000 + int(written["short"])
    return _spoken_year(written.get("spoken"), written.get("digits"))


def _spoken_year(words: str | None, digits: str | None) -> int | None:
    """Return a year written in words: hai nghìn không trăm hai mươi tư, hai không hai tư."""
    said = digits.replace("hai ", "hai muoi ", 1) if digits else words
    value = number(said) if said else None
    return 2000 + value if value else None


OWN_DATES = ("so ", "so: ", "tt ", "v ", "version ")
"""Nouns that own even a date written with its year; a round or a class does not: “kiểm tra giữa kỳ 2/5/2024”."""


def owned(match: re.Match[str]) -> bool:
    """Whether a noun before the match owns its first number."""
    before = match.string[max(0, match.start() - NOUN_WINDOW) : match.start()]
    return NUMBERED.search(before) is not None


def owns_dates(match: re.Match[str]) -> bool:
    """Whether what owns the number owns dates with their year too."""
    return match.string.endswith(OWN_DATES, max(0, match.start() - NOUN_WINDOW), match.start())


def counts_people(match: re.Match[str], end: int) -> bool:
    """Whether a match's number that ends at `end` counts the people behind it: “dự giờ 1 tháng 2 giáo viên”."""
    if PEOPLE_BEHIND.match(match.string, end) is None:
        return False
    return OPENED.search(match.string, max(0, match.start() - OPENING_REACH), match.start()) is None


def numbers(text: str) -> list[int]:
    """Return the numbers written in digits in a stretch of text."""
    return [int(digits) for digits in DIGITS.findall(text)]


def members(spots: Iterable[re.Match[str]], start: int, end: int, at: int = 0) -> list[tuple[int, int]]:
    """Return the places of a list's members found from `at` on: the first begins at `start`, the last ends at `end`."""
    places = [(spot.start() + at, spot.end() + at) for spot in spots]
    starts = [start, *(place[0] for place in places[1:])]
    ends = [*(place[1] for place in places[:-1]), end]
    return list(zip(starts, ends, strict=True))


def is_run(values: list[int]) -> bool:
    """Whether the numbers follow one another without a gap."""
    return all(after == before + 1 for before, after in pairwise(values))
