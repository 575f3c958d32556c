"""Lines of text outside tables → paragraphs: lines wrapped at a fixed width are joined, others stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from schedules.plan import Block, Place

STARTS = re.compile(
    r"\s*([-–—+*•·▪●○◦✓➢]|[IVXLC1-9][IVXLC0-9]*(\.\d+)*\s*[.)]|[A-ZĐa-zđ][.)]\s|#+\s|\*\*|"
    r"[\$S]\S?\s*:?\s*/?\d|(Nơi nhận|Noi nh\S+|Căn cứ|Số)\b)"
)
"""What opens a paragraph of its own: a bullet, a number, a letter, a heading mark, a document number."""

ENDS = re.compile(r"[.;:!?…]['\"”’)]*\s*$")
NARROWEST, WIDEST = 50, 115
"""Printed pages wrap between these; longer lines are whole paragraphs that were never wrapped."""

FULL = 0.72
"""A wrapped line is at least this full, since the next word did not fit."""

CARRIED_SHARE = 0.3
"""In wrapped text at least this share of the long lines is followed by a line that begins in lower case."""

DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}([/.-]\d{4})?[\s,;.)]")
HEADING = re.compile(r"^#{1,6}\s+")


def paragraphs(lines: Sequence[str], start: int, end: int) -> Iterator[Block]:
    """Yield the paragraphs of lines[start:end]; a paragraph's place is its first line, and its page by form feeds."""
    width = _wrap_width(lines)
    page = 1 + sum(line.count("\f") for line in lines[:start])
    paged = any("\f" in line for line in lines)
    at = start
    while at < end:
        page += lines[at].count("\f")
        stop = _stop(lines, at, end, width) if width else _torn_end(lines, at, end)
        block = _block(lines[at:stop], Place(page=page if paged else None, line=at + 1))
        if block.text:
            yield block
        at = stop


def _stop(lines: Sequence[str], at: int, end: int, width: int) -> int:
    """Return the line after the last one of the paragraph that begins at `at`."""
    stop = at + 1
    while stop < end:
        # A scanned paragraph may hold a blank line where the page or the line spacing broke it.
        following = stop + 1 if not lines[stop].strip() and stop + 1 < end else stop
        carried = lines[following].strip()[:1].islower()
        if not _goes_on(lines[stop - 1], lines[following], width) or (following > stop and not carried):
            break
        stop = following + 1
    return stop


def _torn_end(lines: Sequence[str], at: int, end: int) -> int:
    """Return the line after a paragraph of unwrapped text: only a date or a bracket torn in two is made whole."""
    stop = at + 1
    while stop < end and _is_torn(lines[stop - 1], lines[stop]):
        stop += 1
    return stop


def _is_torn(line: str, following: str) -> bool:
    text, rest = line.rstrip(), following.strip()
    if len(text) < NARROWEST or "|" in text or "\t" in text or ENDS.search(text) or "|" in rest:
        return False
    opened = text.rfind("(") > text.rfind(")") and 0 <= rest.find(")") < NARROWEST and "(" not in rest[: rest.find(")")]
    return (opened and not STARTS.match(rest)) or DATE.match(rest) is not None


def _wrap_width(lines: Sequence[str]) -> int:
    """Return the width the text was wrapped at, 0 when it was not."""
    pairs = [
        (len(line.rstrip()), following.strip()[:1].islower())
        for line, following in pairwise(lines)
        if len(line.rstrip()) >= NARROWEST and following.strip() and "|" not in line
    ]
    widths = sorted(width for width, _ in pairs)
    if not pairs or widths[-1] > WIDEST or sum(carried for _, carried in pairs) < CARRIED_SHARE * len(pairs):
        return 0
    return widths[int(len(widths) * 0.9)]


def _goes_on(line: str, following: str, width: int) -> bool:
    if not following.strip() or "|" in line or "|" in following or "\t" in line or STARTS.match(following):
        return False
    text = line.rstrip()
    first = following.strip()[0]
    if not text or (ENDS.search(text) and first.isupper()):
        return False
    return len(text) >= FULL * width and not (text.isupper() and following.isupper())


def _block(lines: Sequence[str], place: Place) -> Block:
    text = " ".join(line.strip() for line in lines if line.strip()).replace("\f", "").strip()
    bare = HEADING.sub("", text)
    unmarked = _without_outer_emphasis(bare)
    return Block(unmarked, place, heading=bare != text or (unmarked != bare and "." not in unmarked[-1:]))


def _without_outer_emphasis(text: str) -> str:
    """Strip ** or __ around a whole paragraph, or the half of a pair that runs over two lines."""
    for mark in ("**", "__"):
        if text.count(mark) == 2 and text.startswith(mark) and text.endswith(mark):  # noqa: PLR2004
            return text[2:-2].strip()
        if text.count(mark) == 1 and (text.startswith(mark) or text.endswith(mark)):
            return text.replace(mark, "").strip()
    return text
