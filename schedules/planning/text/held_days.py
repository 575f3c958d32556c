"""Days held under a name of their own ("ngày hội đọc sách vào ngày 21/4"): the name is the work, the rest its time."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.planning.drafts import in_column
from schedules.planning.words.openers import CELEBRATIONS
from schedules.wording import Context, Found, find, fold

HELD = re.compile(r"^\W*ngay hoi\b")
OWN_TIME = re.compile(
    r"(?<![a-z])(?:(?:vao|tu|den|truoc|sau|cham nhat|muon nhat|han|het|luc|sang|chieu|toi|ngay|la)\s+)*"
    r"(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)"
)
MARKED = re.compile(rf"\b(?:{CELEBRATIONS})\b[^,;:]{{0,40}}$")


def without_name(found: Found, context: Context) -> Found:
    """Return the time of a day held under a name, the name left to the work; other times as they are."""
    at = _time_at(found)
    if at is None:
        return found
    alone = next(iter(find(found.quote[at:], in_column(context))), None)
    if alone is None or not alone.due.dated:
        return found
    start = found.start + at + alone.start
    return replace(alone, start=start, end=found.start + at + alone.end)


def names_occasion(found: Found) -> bool:
    """Whether the day in such a name is only what it is held for: "Ngày hội thể thao chào mừng 26/3"."""
    at = _time_at(found)
    return at is not None and MARKED.search(fold(found.quote[:at])) is not None


def _time_at(found: Found) -> int | None:
    """Return where the time in a name begins, None where there is no such name."""
    plain = fold(found.quote)
    time = OWN_TIME.search(plain) if found.grain == "event" and HELD.match(plain) else None
    return time.start() if time else None
