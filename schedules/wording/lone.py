"""A text that is nothing but a bare d/m: who typed “20/11” to have it read means the day; a cell may hold a ratio."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.plan import Due
from schedules.wording.choosing import when
from schedules.wording.context import Context
from schedules.wording.families.events import FIXED
from schedules.wording.reading import EDGES

LONE, LONGEST = re.compile(r"(?:(?P<first>\d{1,2}) ?[-–] ?)?(?P<day>\d{1,2}) ?/ ?(?P<month>\d{1,2})"), 15
MONTHS, KNOWN = 12, frozenset(FIXED.values())
ALONE = "đứng một mình có thể là tỷ số, tên lớp hay số nhà; ghi rõ “ngày …” hoặc thêm năm thì mới đọc thành ngày"


def when_typed(text: str, context: Context) -> Due:
    """Return the deadline a sentence somebody typed or sent sets, as `when`; a lone day no ratio looks like is one too.

    “20/11”, “16-20/10” and well-known days such as “8/3” are; “3/4” alone stays open, `why_lone` says why.
    """
    due = when(text, context)
    words = text.strip(EDGES)
    if due.basis or not (match := _lone(words)) or not _is_sure(match):
        return due
    named = when(f"ngày {words}", context)
    if not named.basis:
        return due
    return replace(named, words=words, basis=named.basis.replace(f"ngày {words}", words, 1))


def why_lone(text: str) -> str:
    """Return why a bare “3/4” alone is taken for no deadline, in Vietnamese; "" for any other text."""
    words = text.strip(EDGES)
    match = _lone(words)
    return f"“{words}” {ALONE}" if match and not _is_sure(match) else ""


def _lone(words: str) -> re.Match[str] | None:
    return LONE.fullmatch(words) if len(words) <= LONGEST else None


def _is_sure(match: re.Match[str]) -> bool:
    """Whether figures can hardly be a ratio: days that rise to a month, a day no month counts to, a well-known day."""
    day, month = int(match["day"]), int(match["month"])
    if match["first"]:
        return int(match["first"]) < day and month <= MONTHS
    return month <= MONTHS < day or (day, month) in KNOWN
