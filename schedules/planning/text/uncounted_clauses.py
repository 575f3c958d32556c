"""Clauses counted from what has no day, beside a dated work: "Thi ngày 20/11; quyết toán trong 10 ngày sau khi thi"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedules.plan import Duty, Finding, Place
from schedules.planning.people.subjects import subject_of
from schedules.planning.tables.contents import WORD
from schedules.planning.text.led_clauses import FULL_STOP, is_deed
from schedules.planning.text.segment import Segment
from schedules.planning.text.titles import title_of
from schedules.planning.text.unread_times import COUNTED, unread_told
from schedules.wording import Context, find, fold

Span = tuple[int, int]
SIGN = re.compile(rf";\s+|{FULL_STOP.pattern}")
NEXT = re.compile(r"\b(?:(?:trong|vao|ngay) )?(?:tuan|thang|ngay|quy|hom) (?:ke tiep|tiep theo|sau do|lien sau)\b")
"""“Lưu minh chứng trong tuần kế tiếp”: the week after something, which nobody has dated."""

DONE = re.compile(r"^\W*(?:thanh quyet toan|luu|hoan (?:ung|tra)|chuyen|nghiem thu|tra)\b")
"""Deeds that no list of verbs holds because the words begin names too: “lưu minh chứng”, “trả bài”."""

ENDS = re.compile(r"[,.;]|$")
FEWEST_WORDS = 2


def apart_from_uncounted(
    text: str, parts: Sequence[Segment], context: Context
) -> tuple[tuple[Segment, ...], tuple[Span, ...]]:
    """Return the works of a line without the clauses counted from what has no day, and where those stand."""
    clauses = tuple(_uncounted(text, parts, context)) if parts and ";" in text else ()
    for clause in clauses:
        parts = [_without(part, clause, text) for part in parts]
    return tuple(parts), clauses


def uncounted_told(text: str, clause: Span, place: Place, context: Context) -> tuple[Duty, Finding]:
    """Return the duty that such a clause sets, and the finding that asks by which day."""
    words = text[slice(*clause)].strip(" .;")
    start, end = _time_in(words, context)
    who = subject_of(words) or subject_of(text)
    return Duty(title_of(words, ((start, end),)), who, words, place), unread_told(words[start:end], words, place)


def _uncounted(text: str, parts: Sequence[Segment], context: Context) -> Iterator[Span]:
    dated = [(part.start + first, part.start + last) for part in parts for first, last in part.spans]
    signs = [sign.span() for sign in SIGN.finditer(text) if _is_outside_brackets(text, sign.start())]
    starts, ends = [0, *(end for _, end in signs)], [*(start for start, _ in signs), len(text)]
    for start, end in zip(starts, ends, strict=True):
        words = text[start:end]
        first, last = _time_in(words, context)
        free = not any(start < right and left < end for left, right in dated)
        if free and first < last and _is_deed(words) and len(WORD.findall(words[:first])) >= FEWEST_WORDS:
            yield start, end


def _is_deed(words: str) -> bool:
    return is_deed(words) or DONE.match(fold(words)) is not None


def _time_in(words: str, context: Context) -> Span:
    """Return where the first time of a clause stands that is counted from what has no day, (0, 0) without one."""
    counted = next((one for one in find(words, context) if one.grain == COUNTED and not one.due.dated), None)
    if counted:
        return counted.start, ENDS.search(words, counted.end).start()  # type: ignore[union-attr]  # it matches the end
    following = NEXT.search(fold(words))
    return following.span() if following else (0, 0)


def _is_outside_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) == text.count(")", 0, at)


def _without(part: Segment, clause: Span, text: str) -> Segment:
    """Return a work without a clause that ends or begins its words; one amid them stays."""
    start, end = clause
    if part.start < start <= part.end <= end + 1 and not text[end : part.end].strip(" .;"):
        return replace(part, end=start - len(text[:start]) + len(text[:start].rstrip(" ;")))
    if start <= part.start < end < part.end:
        begin = end + len(text[end:]) - len(text[end:].lstrip(" .;"))
        shift = part.start - begin
        return replace(part, start=begin, spans=tuple((first + shift, last + shift) for first, last in part.spans))
    return part
