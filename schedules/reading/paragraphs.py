"""Lines of text outside tables → paragraphs: lines wrapped at a fixed width are joined, others stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schedules.plan import Block, Place

STARTS = re.compile(
    r"\s*([-–—+*•·▪●○◦✓➢]|[IVXLC1-9][IVXLC0-9]*(\.\d+)*\s*[.)](?!\d)|\d{1,2}(\.\d{1,2})+\s+[^\W\da-zđ]|"
    r"[A-ZĐa-zđ][.)]\s|#+\s|\*\*|[\$S]\S?\s*:?\s*/?\d|(Nơi nhận|Noi nh\S+|Căn cứ|Số)\b)"
)
"""What opens a paragraph of its own: a bullet, a number, a letter, a heading mark, a document number."""

LAST_NUMBER = re.compile(r"\s*\d{1,2}(?:\s*[/-]\s*(?:20)?\d\d)?[.;]\s*$")
"""A number alone on a line, with the stop of its sentence, is the last word of the line above and counts nothing."""

ASKS_NUMBER = re.compile(r"(?:,|[-–]|\b(?:v\w|th\wng|ng\wy|tu\wn|kh\wi|l\wp|\w?[đd]\wn|n\wm))\s*$", re.IGNORECASE)

CLOSES = re.compile(r"\s*\d{1,2}\)\s*(?P<then>[,.;]|[^\W\d_])")
"""“… (theo mẫu số” over “1) trước ngày 15/11.”: the number ends the bracket left open above, and counts nothing."""

ENDS = re.compile(r"[.;:!?…]['\"”’)]*\s*$")
NARROWEST, WIDEST = 50, 115
"""Printed pages wrap between these; longer lines are whole paragraphs that were never wrapped."""

FULL = 0.72
"""A wrapped line is at least this full, since the next word did not fit."""

SLACK, LONGER = 2, 1.2
"""How far lines of one width may differ: in letters for print of even letters, as a share for any other."""

MOSTLY = 2
"""A line in small letters after one with room speaks against wrapping; one in so many may be a slip."""

DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}([/.-]\d{4})?[\s,;.)]")
HEADING = re.compile(r"^#{1,6}\s+")


@dataclass(frozen=True, slots=True)
class Wrap:
    """The width a text was wrapped at, in letters; `even` when every line holds as many words as fit."""

    width: int
    even: bool

    def is_full(self, line: str, following: str) -> bool:
        """Whether the first word of the next line had no room on a line."""
        if self.even:
            return _with_first_word(line, following) > self.width - SLACK
        return len(line.rstrip()) >= FULL * self.width


def paragraphs(lines: Sequence[str], start: int, end: int) -> Iterator[Block]:
    """Yield the paragraphs of lines[start:end]; a paragraph's place is its first line, and its page by form feeds."""
    wrap = _wrap_of(lines)
    page = 1 + sum(line.count("\f") for line in lines[:start])
    paged = any("\f" in line for line in lines)
    at = start
    while at < end:
        page += lines[at].count("\f")
        stop = _stop(lines, at, end, wrap) if wrap else _torn_end(lines, at, end)
        block = _block(lines[at:stop], Place(page=page if paged else None, line=at + 1))
        if block.text:
            yield block
        at = stop


def _stop(lines: Sequence[str], at: int, end: int, wrap: Wrap) -> int:
    """Return the line after the last one of the paragraph that begins at `at`."""
    stop = at + 1
    while stop < end:
        # A scanned paragraph may hold a blank line where the page or the line spacing broke it.
        following = stop + 1 if not lines[stop].strip() and stop + 1 < end else stop
        carried = lines[following].strip()[:1].islower()
        if not _goes_on(lines[stop - 1], lines[following], wrap) or (following > stop and not carried):
            break
        stop = following + 1
    return stop


def _torn_end(lines: Sequence[str], at: int, end: int) -> int:
    """Return the line after a paragraph of unwrapped text: a date, a bracket or numbers torn in two are made whole."""
    stop = at + 1
    while stop < end and _is_torn(lines[stop - 1], lines[stop]):
        stop += 1
    return stop


def _is_torn(line: str, following: str) -> bool:
    text, rest = line.rstrip(), following.strip()
    if len(text) < NARROWEST or "|" in text or "\t" in text or ENDS.search(text) or "|" in rest:
        return False
    opened = text.rfind("(") > text.rfind(")") and 0 <= rest.find(")") < NARROWEST and "(" not in rest[: rest.find(")")]
    dated = DATE.match(rest) is not None or _is_last_number(text, rest)
    return (opened and not STARTS.match(rest)) or dated


def _is_last_number(text: str, following: str) -> bool:
    """Whether a line begins with the number that the one above leads to: "… các tháng 12 và" and "5."."""
    closes = CLOSES.match(following) if text.rfind("(") > text.rfind(")") else None
    if closes and not closes["then"].isupper():
        return True
    return LAST_NUMBER.match(following) is not None and ASKS_NUMBER.search(text) is not None


def _wrap_of(lines: Sequence[str]) -> Wrap | None:
    """Return how a text was wrapped, by its lines that a sentence runs over; None when it was not."""
    prose = [(line.rstrip(), following) for line, following in pairwise(lines) if not _has_cells(line)]
    over = [(line, following) for line, following in prose if _runs_over(line, following)]
    width = max((len(line) for line, _ in over), default=0)
    longest = max((len(line) for line, _ in prose), default=0)
    if not NARROWEST <= width <= WIDEST or longest > LONGER * width:
        return None
    full = sum(len(line) >= FULL * width for line, _ in over)
    if full * MOSTLY < len(over):
        return None
    most = max(width, longest)
    even = all(_with_first_word(line, following) > most - SLACK for line, following in over)
    return Wrap(most if even else width, even)


def _runs_over(line: str, following: str) -> bool:
    """Whether a sentence plainly goes on in the next line: it has no end, and that begins with a small letter."""
    going_on = following.strip()[:1].islower() and not STARTS.match(following)
    return len(line) >= NARROWEST and going_on and not ENDS.search(line) and not _has_cells(following)


def _with_first_word(line: str, following: str) -> int:
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0])


def _has_cells(line: str) -> bool:
    return "|" in line or "\t" in line


def _goes_on(line: str, following: str, wrap: Wrap) -> bool:
    text = line.rstrip()
    opened = STARTS.match(following) is not None and not _is_last_number(text, following)
    if not following.strip() or "|" in line or "|" in following or "\t" in line or opened:
        return False
    first = following.strip()[0]
    if not text or (ENDS.search(text) and first.isupper()):
        return False
    return wrap.is_full(text, following) and not (text.isupper() and following.isupper())


def _block(lines: Sequence[str], place: Place) -> Block:
    text = " ".join(line.strip() for line in lines if line.strip()).replace("\f", "").strip()
    bare = HEADING.sub("", text)
    unmarked = _without_outer_emphasis(bare)
    return Block(unmarked, place, heading=bare != text or (unmarked != bare and "." not in unmarked[-1:]))


def _without_outer_emphasis(text: str) -> str:
    """Strip ** or __ around a whole paragraph, or the half of a pair that runs over two lines.

    A row given with bars keeps it, and so does a line of nothing else: lines around it are quoted together, and a
    quote is what the text says.
    """
    for mark in ("**", "__"):
        if text == mark:
            return text
        if text.count(mark) == 2 and text.startswith(mark) and text.endswith(mark):  # noqa: PLR2004
            return text[2:-2].strip()
        if text.count(mark) == 1 and "|" not in text and (text.startswith(mark) or text.endswith(mark)):
            return text.replace(mark, "").strip()
    return text
