"""Works bound to a lunar feast by their title: “06/10: Tổ chức Tết Trung thu” follows the moon, not the date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from schedules.plan import Bound, Due, Precision
from schedules.planning.next_year.passage import Moved, Passage
from schedules.planning.next_year.wordings import days_in_words
from schedules.wording import fold, when

NOT_NEW_YEAR = "trung|thieu|duong|doc lap|trong cay|nguyen tieu"
FEASTS = (
    ("trung_thu", "Trung thu", re.compile(r"\btrung thu\b|\bram thang (?:8|tam)\b")),
    ("gio_to", "Giỗ Tổ", re.compile(r"\bgio to\b")),
    ("tet", "Tết", re.compile(rf"\btet\b(?! (?:{NOT_NEW_YEAR}))|\b(?:hoi|mung|don|vui|cho|dau) xuan\b")),
)
NEAR, SEASON = timedelta(days=12), timedelta(days=35)
"""A day this near its feast goes with it; a week or a month this near is worth a look."""


def with_feast(old: Due, title: str, moved: Moved, passage: Passage) -> Moved:
    """Return a moved due that keeps its distance to the feast its title names; coarse ones get a remark only."""
    if old.day is None or moved.due.day is None or old.recurrence or moved.due.day == old.day:
        return moved
    for name, words, pattern in FEASTS:
        if pattern.search(fold(title)) and (days := _feast_days(name, old.day, passage)):
            return _followed(old, words, days, moved, passage)
    return moved


def _feast_days(name: str, day: date, passage: Passage) -> tuple[date, date] | None:
    """Return the feast of the old year nearest to a day, and the same feast in the new year."""
    old = passage.calendar.lunar(name, day.year)
    new = passage.calendar.lunar(name, day.year + passage.years)
    return (old, new) if old and new and abs(day - old) <= SEASON else None


def _followed(old: Due, feast: str, days: tuple[date, date], moved: Moved, passage: Passage) -> Moved:
    before, after = days
    if "lunar" in moved.due.implied:
        return moved
    told = f"{feast} năm nay {_shown(after)}, năm trước {_shown(before)}"
    far = any(abs(end - before) > NEAR for end in (old.start, old.day) if end)
    if old.precision is not Precision.DAY or far:
        return replace(moved, notes=(*moved.notes, f"{told}: xem thời gian này có còn hợp không"), doubtful=True)
    apart = _apart(old, after - before)
    start, day = (end + apart if end else None for end in (old.start, old.day))
    words = days_in_words(start, day, old.bound or Bound.DURING) if day else old.words
    due = replace(when(words, passage.after), words=words)
    return Moved(due, (f"{told}: lấy ngày cách {feast} như năm trước",), doubtful=True)


def _apart(old: Due, between: timedelta) -> timedelta:
    """Return how far the days move: days that begin on a Monday go by whole weeks, so that they still do."""
    weekly = old.start is not None and old.start != old.day and old.start.weekday() == 0
    return timedelta(weeks=round(between / timedelta(weeks=1))) if weekly else between


def _shown(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
