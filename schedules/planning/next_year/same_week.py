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
    if due.precision is not Precision.DAY or due.day is None or due.recurrence:
        return None
    if due.start is not None and due.start != due.day:
        return _whole_weeks(due, due.start, due.day, passage) if due.bound is Bound.DURING else None
    named = WEEKDAY.search(due.words) is not None and "weekday_conflict" not in due.implied
    return _weekday(due, due.day, passage) if named else None


def _whole_weeks(due: Due, start: date, day: date, passage: Passage) -> Moved | None:
    length = (day - start).days
    monday = moved_monday(start, passage.years)
    if start.weekday() or length > MOST_DAYS or length % DAYS < WORKING_WEEK or monday is None:
        return None
    words = days_in_words(monday, monday + timedelta(days=length), Bound.DURING)
    label = LABEL.match(due.words)
    labelled = read_whole(f"{label[1]} ({words[:1].lower()}{words[1:]})", passage.after) if label else None
    moved = read_whole(words, passage.after)
    if labelled and (labelled.start, labelled.day) == (moved.start, moved.day):
        moved = labelled
    return Moved(moved, (f"năm trước trọn tuần, từ {_week(start)} (“{due.words}”); năm nay lấy đúng tuần ấy",))


def _weekday(due: Due, day: date, passage: Passage) -> Moved | None:
    """Keep the weekday and the week of the month, and write the day they fall on this time."""
    monday = moved_monday(day - timedelta(days=day.weekday()), passage.years)
    written = WRITTEN.search(due.words)
    if monday is None or written is None:
        return None
    new = monday + timedelta(days=day.weekday())
    year = f"{written[2].rstrip('0123456789')}{new.year}" if written[2] else ""
    shown = f"{new.day:02}{written[1]}{new.month}{year}"
    moved = read_whole(f"{due.words[: written.start()]}{shown}{due.words[written.end() :]}", passage.after)
    if moved.day != new or moved.bound != due.bound or "weekday_conflict" in moved.implied:
        return None
    name = WEEKDAYS[day.weekday()]
    note = f"năm trước {name} {_week(day)} ({_shown(day)}); năm nay lấy {name} của tuần ấy, xem giữ thứ hay giữ ngày"
    return Moved(moved, (note,), doubtful=True)


def moved_monday(monday: date, years: int) -> date | None:
    """Return the Monday of the same “tuần k” of the same month, by the week's Thursday; None when there is none."""
    month, number = _place(monday)
    year = (monday + timedelta(days=THURSDAY)).year + years
    first = date(year, month, 1)
    thursday = first + timedelta(days=(THURSDAY - first.weekday()) % DAYS + (number - 1) * DAYS)
    return thursday - timedelta(days=THURSDAY) if thursday <= date(year, month, monthrange(year, month)[1]) else None


def _place(day: date) -> tuple[int, int]:
    """Return the month a day's week belongs to, and which week of it that is."""
    thursday = day + timedelta(days=THURSDAY - day.weekday())
    return thursday.month, (thursday.day - 1) // DAYS + 1


def _week(day: date) -> str:
    month, number = _place(day)
    return f"tuần {number} tháng {month}"


def _shown(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
