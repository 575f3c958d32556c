"""Texts without any part of a plan, as people paste them: the lines that say what is done when are their content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.planning.acts import acts_of
from schedules.planning.head.letterhead import lines_of_letterhead
from schedules.planning.head.signing import CITED, is_signing_line, signed_in
from schedules.planning.outline import Item, Part, is_capitals
from schedules.planning.tables.contents import words_beside_time
from schedules.wording import fold

DAY = re.compile(r"(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)|\bngay\s+\d")
STRETCH = re.compile(r"\b(?:thang|tuan)\s+\d")
OPENING = re.compile(r"^\W*(?:so\s*:|ve viec\b|v/v\b|ke hoach\b|lich\b|nam hoc\b|\()")
FEWEST_WORDS = 2


def with_content(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items of a document, its content begun at the first dated work where nothing else begins it."""
    if any(item.part is not Part.HEAD for item in items):
        return tuple(items)
    first = next((at for at, item in enumerate(items) if _is_work(item)), len(items))
    return tuple(
        replace(item, part=Part.CONTENT) if at >= first and _is_work(item) else item for at, item in enumerate(items)
    )


def _is_work(item: Item) -> bool:
    """Whether a line tells what is done when, and is no letterhead, title, ground or line of the signing."""
    text, plain = item.block.text, fold(item.block.text)
    if item.block.is_row or is_capitals(text) or is_signing_line(text) or signed_in([text]):
        return False
    if OPENING.match(plain) or CITED.match(plain) or lines_of_letterhead(text):
        return False
    if acts_of(text):
        return bool(DAY.search(plain) or STRETCH.search(plain))
    return bool(DAY.search(plain)) and len(words_beside_time(text)) >= FEWEST_WORDS
