"""The clauses behind a time that leads a line: "Tháng 9: ký hợp đồng (trước 10/9); tập huấn, ngày 16/9"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.tables.contents import WORD
from schedules.planning.text.titles import is_generic, title_of
from schedules.proofreading.naming import CAPITALS
from schedules.wording import Found

OPENED = re.compile(r"\s*:\s*(?=\S)")
FEWEST_WORDS = 2
FULL_STOP = re.compile(rf"(?<=[^\W\d_{CAPITALS}]{{2}}|\d\d|.\))\.\s+(?=[{CAPITALS}])")
"""Where a sentence ends; “Tp. Hồ Chí Minh” and “ThS. Lan” go on."""

SIGN = re.compile(rf";\s+|{FULL_STOP.pattern}")


def leads_text(text: str, label: Found) -> bool:
    """Whether a time opens a text, and behind its colon stand the clauses of its works."""
    return not WORD.search(text[: label.start]) and OPENED.match(text, label.end) is not None


def clauses_behind(text: str, at: int) -> list[tuple[int, int]]:
    """Return where each clause behind a time's colon begins and ends; `at` is where the time ends."""
    opened = OPENED.match(text, at)
    start, found = opened.end() if opened else at, list[tuple[int, int]]()
    for sign in SIGN.finditer(text, start):
        if text.count("(", start, sign.start()) == text.count(")", start, sign.start()):
            found.append((start, sign.start()))
            start = sign.end()
    return [*found, (start, len(text))]


def is_deed(clause: str) -> bool:
    """Whether a clause is a work of its own, and does not only go on with the one before it."""
    return bool(acts_of(clause)) or opens_with_deed(clause.strip())


def is_work(clause: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a clause with a time names what is done by it, and does not only end the work before it."""
    title = title_of(clause, spans)
    return len(title.split()) >= FEWEST_WORDS and not is_generic(title)
