"""Lines of print with their places → text: wrapped lines joined, items kept apart, as the eye does it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from schedules.reading.broken_words import is_broken

ITEM = re.compile(r"\s*([-–—+*•·▪●○◦✓➢]\s*\D|\(?[a-zđ][.)]\s|\d{1,2}(\.\d{1,2})*\s*[.)]\s|[IVX]{1,5}\s*[.)]\s)")
ENDS = re.compile(r"[.;:!?…]['\"”’)]*\s*$")
TIED = re.compile(r"\d\s?[-–/.]$")
"""A number that goes on over the line end: "2024-" and "2025" are one span, joined without a blank."""

CUT_YEAR = (re.compile(r"/(?:1|19\d?|2|20\d?)?$"), re.compile(r"\d{1,4}(?![\d/])"), 4)
CUT_MONEY = (re.compile(r"\d\.\d{0,2}$"), re.compile(r"\d{1,3}(?!\d)"), 3)
"""A number too wide for its cell is cut anywhere: "20/01/202" and "7" are one date."""

DAY_ENDS, DAY_BEGINS = re.compile(r"\d/\d{1,4}\s*$"), re.compile(r"\s*\d{1,2}/\d{1,2}\b")
"""Two days with nothing between them are two lines of a cell, however little room there was."""

HEAD = re.compile(r"\s*(Nơi nhận\b|(Tuần|Tháng|Quý|Học k[ỳì])\s+[\dIVX]+\s*[(:])")
"""What begins a part of a plan runs on from nothing."""

ASKS_NUMBER = re.compile(r"\b(lớp|khối|tháng|ngày|tuần|lần|số|năm|điều|tiêu (chí|chuẩn))\s*$", re.IGNORECASE)
FILLED = 0.6
"""A line that takes this part of its column may go on in small letters."""

CENTRED = 6.0
INDENTED = 15.0
SLACK = 1.15
"""How much wider than the room left a word may be measured: justified lines stretch."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print: its text, its edges, its height, the width of its first word, its mean confidence.

    `doubtful` are its numbers that were recognised without certainty.
    """

    text: str
    left: float
    right: float
    top: float
    height: float
    first_word: float
    confidence: float = 1.0
    doubtful: tuple[str, ...] = ()


def flowed(lines: Sequence[Line], left: float, right: float) -> list[list[Line]]:
    """Return the lines of a column of print gathered into paragraphs; `left` and `right` are its margins."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and goes_on(paragraphs[-1][-1], line, left, right):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def goes_on(line: Line, following: Line, left: float, right: float) -> bool:
    """Whether a paragraph runs from one line into the next: the next word had no room, and no item begins."""
    gap = following.top - line.top - line.height
    if gap > 1.2 * max(line.height, following.height) or gap < -line.height * 0.6:
        return False
    if HEAD.match(following.text) or (DAY_ENDS.search(line.text) and DAY_BEGINS.match(following.text)):
        return False
    filled = line.right - left > FILLED * (right - left)
    if filled and _asks_for_more(line.text, following.text):
        return True
    room = right - line.right
    if abs((line.left - left) - room) < CENTRED and line.left - left > INDENTED:
        room += line.left - left
    blank = 0.25 * line.height
    if (following.first_word + blank) * SLACK < room:
        return False
    if ITEM.match(following.text) and (ENDS.search(line.text) or not following.text.strip()[0].isdigit()):
        return False
    return not (ENDS.search(line.text) and following.left - left > INDENTED and following.text[:1].isupper())


def _asks_for_more(text: str, following: str) -> bool:
    """Whether a sentence is not at its end, by its words alone: no item begins, and the next word is in its midst."""
    if ENDS.search(text) or ITEM.match(following):
        return False
    return following[:1].islower() or (following[:1].isdigit() and ASKS_NUMBER.search(text) is not None)


def joined(lines: Iterable[Line], right: float = inf) -> str:
    """Return the text of the lines of one paragraph; words that had no room before `right` may be broken."""
    text, end = "", 0.0
    for line in lines:
        words = line.text.strip()
        tied = not text or (TIED.search(text) and words[:1].isdigit()) or _is_cut(text, words)
        glued = tied or (right - end < line.height and is_broken(text, words))
        text, end = f"{text}{words}" if glued else f"{text} {words}", line.right
    return text


def _is_cut(text: str, following: str) -> bool:
    for tail, head, digits in (CUT_YEAR, CUT_MONEY):
        end, start = tail.search(text), head.match(following)
        if end and start and len(re.split(r"[/.]", end[0])[-1]) + len(start[0]) == digits:
            return True
    return False


def cell_text(lines: Sequence[Line], left: float, right: float) -> str:
    """Return the text of a cell: one line for each paragraph in it."""
    padding = min((line.left - left for line in lines), default=0.0)
    inner = right - max(min(padding, 8.0), 1.0)
    return "\n".join(joined(paragraph, inner) for paragraph in flowed(lines, left, inner))


def margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Return the left and right edges of the print on a page."""
    return min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0)


def confidence(lines: Sequence[Line]) -> float:
    """Return the lowest confidence of some lines."""
    return min((line.confidence for line in lines), default=1.0)


def doubts_in(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the doubtful numbers of some lines, each once."""
    return tuple(dict.fromkeys(word for line in lines for word in line.doubtful))


def ordered(lines: Iterable[Line]) -> list[Line]:
    """Return lines from top to bottom; those side by side from left to right."""
    found = sorted(lines, key=lambda line: (line.top + line.height / 2, line.left))
    rows: list[list[Line]] = []
    for line in found:
        middle = line.top + line.height / 2
        beside = rows and abs(middle - rows[-1][0].top - rows[-1][0].height / 2) < 0.4 * line.height
        if beside:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: one.left)]
