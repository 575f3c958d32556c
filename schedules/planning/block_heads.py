"""Unmarked lines that head blocks of labelled lines: "Chuyên đề 1. Dạy học lớp 4" over "• Thời gian: …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from schedules.plan import Block
from schedules.planning.text.labels import done_in, says_when, work_in_label
from schedules.wording import fold

LONGEST = 130
COUNTED = re.compile(
    r"[*_\s]*(?P<name>[a-z]{2,}(?: [a-z]{2,}){0,2}) (?:so )?(?P<number>\d{1,2}|[ivx]{1,4})(?!\w)[*_]*\s*(?=[.:(–-]|$)"
)
OF_TIME = re.compile(
    r"[*_\s]*(?:tu |trong |cuoi |dau |giua )?"
    r"(?:tuan|thang|ngay|quy|hoc k[yi]|nam hoc|thu|dot|lan|giai doan|sang|chieu)\b"
)
"""Times head what stands below them in their own way."""

OF_MEASURE = re.compile(r"[*_\s]*(?:tieu chi|tieu chuan|tc|muc|lop|khoi|bang|mau|bieu|phu luc)\b")
OF_FORM = re.compile(r"[*_\s]*(?:bieu|mau|bieu mau|phu luc)(?: so)? \d{1,2}\s*[.:)–-]\s*[a-z]{2,} [a-z]{2,}")
"""“Biểu 01. Thông tin chung” names a form over the lines that say by when it is due."""
LABELLED = re.compile(
    r"(?P<sign>[-–—+*•·▪●○◦✓➢] ?)?[*_\s]*(?P<label>[^\W\d_]+(?: [^\W\d_]+){0,3})(?: \d{1,2})?[*_]*\s*:\s*\S"
)
ENDS_SENTENCE = (".", ";", ",", "!", "?", "/")


def heads_of_blocks(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the indexes of unmarked lines that each head a block of labelled lines, where at least two do so alike.

    Alike are those counted by one name ("Kiến nghị 1", "Kiến nghị 2"), two of them over a line that says when or what
    is done, and those right over bullets that begin with the same label of time.
    """
    unmarked = [(at, fold(block.text)) for at, block in enumerate(blocks[:-1]) if _is_unmarked(block)]
    counted = {at: match["name"] for at, plain in unmarked if (match := COUNTED.match(plain))}
    told = Counter(name for at, name in counted.items() if _tells_of_work(blocks, at + 1))
    over = {at: label for at, plain in unmarked if (label := _label_of_time(plain, blocks[at + 1]))}
    alike = Counter(over.values())
    return frozenset(at for at, name in counted.items() if told[name] > 1) | {
        at for at, label in over.items() if alike[label] > 1
    }


def _is_unmarked(block: Block) -> bool:
    """Whether a block is a short line without number, bullet or label that names no time and no class of things."""
    plain = fold(block.text)
    labelled = LABELLED.match(block.text) and not COUNTED.match(plain)
    marked = block.is_row or block.label or block.heading
    if marked or not plain.lstrip("*_ \"'“")[:1].isalpha() or len(plain) > LONGEST or labelled:
        return False
    return OF_TIME.match(plain) is None and (OF_MEASURE.match(plain) is None or OF_FORM.match(plain) is not None)


def _label_of_time(plain: str, below: Block) -> str:
    """Return the label of time of the bullet right below a line that ends no sentence; "" without one."""
    label = None if below.is_row or not says_when(below.text) else LABELLED.match(below.text)
    marked = label is not None and bool(label["sign"] or below.label)
    return fold(label["label"]) if label and marked and not plain.rstrip("*_ :").endswith(ENDS_SENTENCE) else ""


def _tells_of_work(blocks: Sequence[Block], first: int) -> bool:
    """Whether one of the labelled lines from an index on says when, or what is done."""
    for block in blocks[first:]:
        if block.is_row or not LABELLED.match(block.text):
            return False
        if says_when(block.text) or done_in(block.text) or work_in_label(block.text):
            return True
    return False
