"""Days that speak of a week, whole weeks and days named with their weekday, moved to the same week of the month."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from schedules.calendar.spoken import WEEKDAYS
from schedules.plan import Bound, Due, Precision
from schedules.planning.next_year.passage import Moved, Passage, read_whole
from schedules.planning.next_year.wordings import days_in_words

WEEKDAY = re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)\b", re.IGNORECASE)
WRITTEN = re.compile(r"(?<![\d/])\d{1,2}(\s*[/.-]\s*)\d{1,2}(\s*[/.-]\s*20\d\d)?(?![\d/])")
LABEL = re.compile(r"^(tuần\s+(?:thứ\s+)?\w+)\s*[(:]", re.IGNORECASE)
DAYS, WORKING_WEEK, MOST_DAYS = 7, 4, 20
"""From Monday to Friday are four days more; three weeks at most are a matter of weeks."""

THURSDAY = 3


def same_week(due: Due, passage: Passage) -> Moved | None:
    """Return whole weeks and weekdays moved by the week; None for days that speak of no week."""
    old = week_of(due)
    monday = moved_monday(old, passage.years) if old else None
    moved = in_week(due, monday, passage) if monday else None
    if old is None or moved is None or due.day is None:
        return None
    if _whole(due):
        return Moved(moved, (f"năm trước trọn tuần, từ {_week(old)} (“{due.words}”); năm nay lấy đúng tuần ấy",))
    name = WEEKDAYS[due.day.weekday()]
    then = f"{_week(due.day)} ({_shown(due.day)})"
    note = f"năm trước {name} {then}; năm nay lấy {name} của tuần ấy, xem giữ thứ hay giữ ngày"
    return Moved(moved, (note,), doubtful=True)


def week_of(due: Due) -> date | None:
    """Return the Monday of the week a due speaks of, whole or by a weekday; None for days that speak of no week."""
    if due.precision is not Precision.DAY or due.day is None or due.recurrence:
        return None
    if due.start is not None and due.start != due.day:
        return due.start if _whole(due) else None
    named = WEEKDAY.search(due.words) is not None and "weekday_conflict" not in due.implied
    return monday_of(due.day) if named else None


def in_week(due: Due, monday: date, passage: Passage) -> Due | None:
    """Return a due that speaks of a week as of the week of another Monday; None where its words cannot say so."""
    old = week_of(due)
    if old is None or due.day is None:
        return None
    if _whole(due):
        return _whole_weeks(due, monday, monday + (due.day - old), passage)
    return _weekday(due, monday + (due.day - old), passage)


def _whole(due: Due) -> bool:
    """Whether a due is a stretch of whole weeks, from a Monday."""
    if due.start is None or due.day is None or due.start.weekday() or due.bound is not Bound.DURING:
        return False
    length = (due.day - due.start).days
    return length <= MOST_DAYS and length % DAYS >= WORKING_WEEK


def _whole_weeks(due: Due, monday: date, last: date, passage: Passage) -> Due:
    words = days_in_words(monday, last, Bound.DURING)
    label = LABEL.match(due.words)
    labelled = read_whole(f"{label[1]} ({words[:1].lower()}{words[1:]})", passage.after) if label else None
    moved = read_whole(words, passage.after)
    if labelled and (labelled.start, labelled.day) == (moved.start, moved.day):
        return labelled
    return moved


def _weekday(due: Due, new: date, passage: Passage) -> Due | None:
    """Keep the words with their weekday, and write the day it falls on this time."""
    written = WRITTEN.search(due.words)
    if written is None:
        return None
    year = f"{written[2].rstrip('0123456789')}{new.year}" if written[2] else ""
    shown = f"{new.day:02}{written[1]}{new.month}{year}"
    moved = read_whole(f"{due.words[: written.start()]}{shown}{due.words[written.end() :]}", passage.after)
    right = moved.day == new and moved.bound == due.bound and "weekday_conflict" not in moved.implied
    return moved if right else None


def moved_monday(monday: date, years: int) -> date | None:
    """Return the Monday of the same “tuần k” of the same month, by the week's Thursday; None when there is none."""
    month, number = _place(monday)
    year = (monday + timedelta(days=THURSDAY)).year + years
    first = date(year, month, 1)
    thursday = first + timedelta(days=(THURSDAY - first.weekday()) % DAYS + (number - 1) * DAYS)
    return thursday - timedelta(days=THURSDAY) if thursday <= date(year, month, monthrange(year, month)[1]) else None


def monday_of(day: date) -> date:
    """Return the Monday of the week a day lies in."""
    return day - timedelta(days=day.weekday())


def _place(day: date) -> tuple[int, int]:
    """Return the month a day's week belongs to, and which week of it that is."""
    thursday = day + timedelta(days=THURSDAY - day.weekday())
    return thursday.month, (thursday.day - 1) // DAYS + 1


def _week(day: date) -> str:
    month, number = _place(day)
    return f"tuần {number} tháng {month}"


def _shown(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
