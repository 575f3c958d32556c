"""What a cell holds, told by its own words alone: a time, people, figures, money, a mark, a place, a degree, text."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from schedules.planning.drafts import in_column
from schedules.planning.people.persons import are_people
from schedules.planning.tables.measures import is_degree, is_measure
from schedules.planning.text.held_days import without_name
from schedules.wording import Context, find, fold


class Holds(Enum):
    """The kinds of content a cell may have."""

    NOTHING = auto()
    NUMBER = auto()
    MARK = auto()
    TIME = auto()
    PEOPLE = auto()
    MONEY = auto()
    PLACE = auto()
    MEASURE = auto()
    DEGREE = auto()
    TEXT = auto()


NUMBER = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,2})*|[ivx]{1,5}|[a-h])\W*$")
MARK = re.compile(r"^\W*(?:x+|v|✓|✔|√|\+|\*|●|■|o)?\W*$")
MONEY = re.compile(
    r"^\W*(?:\d[\d.,]*\s*(?:trieu|tr|nghin|ngan|dong|vnd|vnđ|d|d/.*|trieu dong)|khong)\W*$|^\d{1,3}(?:[.,]000){1,3}\W*$"
)
PLACE = re.compile(
    r"^\W*(?:(?:tai|o)\s+|hoi truong|phong (?:hop|hoc|tin|hd|hoi dong|giao vien|\d|tv|cn)|"
    r"san (?:truong|van)|van phong$|nha da nang|thu vien$)"
)
TIME_SIGN = re.compile(
    r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|sang|chieu|toi|trua|buoi|luc|tu|den|het|hen|truoc|sau|ngay|"
    r"cham nhat|muon nhat|han|cuoi|dau|giua|xong|hoan thanh|trong|vao|va|thang|tuan|nam|nam hoc|quy|hoc ky|"
    r"hki{1,2}|hk ?[12]|hk|thoi gian|du kien|khoang|dip|moc|\d{1,2}\s*(?:h|g|gio)\s*\d{0,2}|\d{1,2}:\d\d|"
    r"thuc hien|tiep theo|dot|lan|ca ngay|tiet|i{1,3}|iv|nay|sau do|ke tu|tro di|tai)\b|\d+"
)
STANDING = re.compile(
    r"^\W*(?:thuong xuyen|hang (?:thang|tuan|ngay|quy|nam)|dinh k[iy]|ca nam(?: hoc)?|trong nam(?: hoc)?|quanh nam|"
    r"lien tuc|moi (?:thang|tuan|quy|ngay)|theo (?:lich|kh|ke hoach)\b.*|khi co\b.*|suot nam hoc|"
    r"dot xuat|toan khoa|nhu tren)\W*$"
)
PART_OF_TIME = re.compile(
    r"^\W*(?:(?:thu|t)\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|tuan\s+\S{1,6}|t\s?\d{1,2}|hk\s?[12i]+)\W*$"
)
LONGEST_TIME = 90
WORD = re.compile(r"[^\W\d_]{2,}")


@lru_cache(maxsize=1024)
def holds(text: str, context: Context) -> Holds:
    """Return what a text holds; `context` is the plan's."""
    flat = " ".join(text.split())
    plain = fold(flat)
    if not flat:
        return Holds.NOTHING
    if NUMBER.match(plain):
        return Holds.NUMBER
    for kind, pattern in ((Holds.MARK, MARK), (Holds.MONEY, MONEY)):
        if pattern.match(plain):
            return kind
    if is_time(flat, context):
        return Holds.TIME
    if are_people(text.strip()):
        return Holds.PEOPLE
    if is_measure(flat):
        return Holds.MEASURE
    if PLACE.match(plain):
        return Holds.PLACE
    return Holds.DEGREE if is_degree(flat) else Holds.TEXT


@lru_cache(maxsize=1024)
def is_time(text: str, context: Context) -> bool:
    """Whether a text says when and nothing else: a wording of a time, or a part of one ("Thứ Ba", "Tuần 2")."""
    plain = fold(text)
    if len(text) > LONGEST_TIME:
        return False
    if STANDING.match(plain) or PART_OF_TIME.match(plain):
        return True
    found = [without_name(one, context) for one in find(text, in_column(context))]
    if not found:
        return False
    left = text
    for one in reversed(found):
        left = left[: one.start] + " " + left[one.end :]
    return not words_beside_time(left)


def words_beside_time(text: str) -> list[str]:
    """Return the words of a text that no time is told with, folded."""
    return WORD.findall(TIME_SIGN.sub(" ", fold(text)))
