"""What stands along the sides of a table of times crossed with times: months, weeks of a month, days of a week."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from schedules.plan import FIRST_MONTH
from schedules.wording import fold


class Axis(Enum):
    """The kinds of time that stand along a side."""

    MONTH = auto()
    WEEK = auto()
    WEEKDAY = auto()


@dataclass(frozen=True, slots=True)
class Label:
    """One time along a side: its first and last number, its words, the year of a month, the days of a week.

    `days` are the first and last day of a month that a week of it says, `dated` when it names days with their month.
    """

    axis: Axis
    first: int
    last: int
    words: str
    year: int | None = None
    days: tuple[int, int] | None = None
    dated: bool = False


MOST_WEEKS, MONTHS, END_OF_MONTH, FEWEST = 6, 12, 31, 2
NUMBER = r"[1-6]|i{1,3}|iv|vi?|nhat|hai|ba|tu|nam"
NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5}
DAYS = (
    r"\W*(?:tu\s+)?(?:ngay\s+)?(?P<from>\d{1,2})\s*(?:[-–—]|den)\s*(?:ngay\s+)?"
    r"(?P<to>\d{1,2}|het(?: thang)?|cuoi thang)"
)
WEEK = re.compile(
    rf"^\W*(?P<name>tuan(?:\s+thu)?|t(?=\d))?\s*(?P<first>{NUMBER})"
    rf"(?:\s*(?:[-–—,;+&]|va|den)\s*(?:tuan\s+)?(?P<last>{NUMBER}))?\b(?:{DAYS})?\W*$"
)
DATED_WEEK = re.compile(
    r"^\W*tuan\s+(?:thu\s+)?(?P<number>\d{1,2})\W+(?:tu\s+)?(?:ngay\s+)?\d{1,2}\s*(?:/\s*\d|(?:[-–—]|den)\s*\d{1,2}\s*/)"
)
"""“Tuần 6 (9/10 - 14/10)”, “Tuần 6 (9 - 14/10)”: a week that needs no month beside it."""

MONTH = re.compile(
    r"^\W*(?P<name>thang|th\.?|t\.?(?=\s?\d))?\s*(?P<number>0?[1-9]|1[0-2])(?:\s*(?:[/.-]|nam)\s*(?P<year>20\d\d))?"
    r"(?P<theme>\s*[:(-]\s*(?!thang\b|th?\.?\s*\d|den\b|het\b)[^\W\d].*)?\W*$"
)
WEEKDAY = re.compile(r"^\W*(?:(?:thu|t)\.?\s*(?P<day>hai|ba|tu|nam|sau|bay|[2-7])|(?P<sunday>chu nhat|cn))\W*$")
WEEKDAYS = {"hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7}
OVER = {Axis.MONTH: re.compile(r"\bth\wng\b"), Axis.WEEK: re.compile(r"\btuan\b"), Axis.WEEKDAY: re.compile(r"\bthu\b")}
"""What stands over or before numbers that are no more than numbers."""


def labels_along(texts: Mapping[int, str], axis: Axis, over: Sequence[str] = ()) -> dict[int, Label]:
    """Return the labels of one kind among texts by their places; bare numbers only where words `over` them tell it."""
    told = any(OVER[axis].search(fold(text)) for text in over)
    return {at: label for at, text in texts.items() if (label := label_of(text, axis, bare=told))}


def heads_crossed(texts: Sequence[str]) -> Axis | None:
    """Return what stands before the rows of a table whose header crosses it with times; None for any other header.

    All columns but the first are weeks in order under "Tháng", or months in order under "Tuần".
    """
    for axis, side in ((Axis.WEEK, Axis.MONTH), (Axis.MONTH, Axis.WEEK)):
        across = labels_along(dict(enumerate(texts[1:])), axis)
        whole = len(across) == len(texts) - 1 >= FEWEST
        if whole and OVER[side].search(fold(texts[0])) and are_in_order([*across.values()], apart=True):
            return side
    return None


def label_of(text: str, axis: Axis, *, bare: bool = False) -> Label | None:
    """Return the label a text is; None where it is none, or a number alone and not `bare`."""
    lines = text.strip().splitlines()
    # a month's theme may stand under it
    words = " ".join((lines[0] if axis is Axis.MONTH and lines else text).split())
    plain = fold(words)
    if axis is Axis.WEEKDAY:
        day = WEEKDAY.match(plain)
        number = _number(day["day"] or "8", WEEKDAYS) if day else 0
        return Label(axis, number, number, words) if day else None
    if axis is Axis.WEEK and (dated := DATED_WEEK.match(plain)):
        return Label(axis, int(dated["number"]), int(dated["number"]), words, dated=True)
    match = (MONTH if axis is Axis.MONTH else WEEK).match(plain)
    if not match or not (bare or match["name"] or (axis is Axis.MONTH and match["year"])):
        return None
    if axis is Axis.MONTH:
        return Label(axis, int(match["number"]), int(match["number"]), words, int(match["year"] or 0) or None)
    first = _number(match["first"], NUMBERS)
    return Label(axis, first, _number(match["last"] or match["first"], NUMBERS), words, days=_days(match))


def _number(text: str, named: Mapping[str, int]) -> int:
    return named[text] if text in named else int(text)


def _days(match: re.Match[str]) -> tuple[int, int] | None:
    if not match["from"]:
        return None
    return int(match["from"]), int(match["to"]) if match["to"].isdigit() else END_OF_MONTH


def are_in_order(labels: Sequence[Label], *, apart: bool) -> bool:
    """Whether labels of one kind follow each other as a side of a table; where not `apart`, one may come again."""
    if not labels:
        return False
    axis, pairs = labels[0].axis, list(pairwise(labels))
    if axis is Axis.MONTH:
        orders = ([(one.first - first) % MONTHS for one in labels] for first in (FIRST_MONTH, 1))
        return any(all(one > then or (one == then and not apart) for then, one in pairwise(each)) for each in orders)
    if axis is Axis.WEEKDAY or all(label.dated for label in labels):
        return all(one.first > then.first or (one.first == then.first and not apart) for then, one in pairs)
    follow = all(one.first == then.last + 1 or (one == then and not apart) for then, one in pairs)
    return labels[0].first == 1 and follow and all(one.first <= one.last <= MOST_WEEKS for one in labels)
