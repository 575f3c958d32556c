"""Days of the history as people write them: the store keeps “2026-11-27”, pages say “27/11/2026”."""

from __future__ import annotations

import re
from datetime import date

ISO = r"\d{4}-\d\d-\d\d"
SPAN = re.compile(rf"(?<![\w./-])({ISO})(?:\.\.({ISO}))?(?![\w/-])(?!\.\w)")
"""Not inside a longer word: a file may be called “ke-hoach-2026-11-27.docx”."""

KEPT = re.compile(rf"(?P<words>.*) \((?P<days>{ISO}(?:\.\.{ISO})?)\)", re.DOTALL)
"""A deadline as the store keeps it in the history: the plan's words, then its day or span."""

WRITTEN = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}")


def days_written(text: str) -> str:
    """Return a text with the days in it as people write them; “a..b” becomes “từ a đến b”."""
    return SPAN.sub(_spoken, text)


def moved_words(was: str | None, now: str | None) -> tuple[str | None, str | None]:
    """Return two deadlines of the history, each by what tells them apart: words alone, days alone, or both.

    An extension keeps the plan's words, so the same words on both sides say nothing; a day said by the words already
    is not said twice.
    """
    old, new = (KEPT.fullmatch(value or "") for value in (was, now))
    if old and new and old["words"] == new["words"]:
        return old["days"], new["days"]
    return _once(was, old), _once(now, new)


def _once(value: str | None, kept: re.Match[str] | None) -> str | None:
    if kept is None:
        return value
    if not kept["words"]:
        return kept["days"]
    said = {_plain(one) for one in WRITTEN.findall(kept["words"])}
    days = {_plain(days_written(day)) for day in kept["days"].split("..")}
    if said == days:
        return kept["words"]
    # the one day written is not the day that held: moved since, or no day at all
    return kept["days"] if len(said) == len(days) else value


def _plain(written: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", written)))


def _spoken(found: re.Match[str]) -> str:
    try:
        first, last = (date.fromisoformat(day) if day else None for day in found.groups())
    except ValueError:
        return found[0]
    if first is None:
        return found[0]
    return f"từ {_day(first)} đến {_day(last)}" if last else _day(first)


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
