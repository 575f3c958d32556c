"""A deadline moved into another school year by its own words: read again there, never shifted by 365 days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from schedules.calendar import SchoolCalendar, WeekRule
from schedules.plan import Bound, Due, Precision, SchoolYear
from schedules.planning.next_year.wordings import bare_days, days_in_words, full_wordings, week_number
from schedules.planning.next_year.years import moved_words, within_february
from schedules.wording import Context, find, when
from schedules.wording.words import WEEKDAY_NAMES

WEEKDAY = re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)\b", re.IGNORECASE)
DAYS, WORKING_WEEK, MOST_DAYS = 7, 4, 20
"""From Monday to Friday are four days more; three weeks at most are a matter of weeks."""

LONGEST_YEAR = timedelta(days=366)
SEPTEMBER = 9


@dataclass(frozen=True, slots=True)
class Passage:
    """From one school year to another, under a school's calendar; `plan_rule` where the plan counts weeks otherwise."""

    old: SchoolYear
    new: SchoolYear
    calendar: SchoolCalendar
    plan_rule: WeekRule | None = None

    @property
    def years(self) -> int:
        """How many years the words move."""
        return self.new.first - self.old.first

    @property
    def before(self) -> Context:
        """The context in which a full wording of the old plan is read."""
        return Context(self._counting, self.old, time_column=True)

    @property
    def after(self) -> Context:
        """The context in which the same wording is read in the new year: nothing is signed, it stands in a column."""
        return Context(self._counting, self.new, time_column=True)

    @property
    def reading(self) -> Context:
        """The context in which the new plan will be read once it is written: under the calendar's own week rule."""
        return Context(self.calendar, self.new, time_column=True)

    @property
    def _counting(self) -> SchoolCalendar:
        return self.calendar.with_week_rule(self.plan_rule) if self.plan_rule else self.calendar


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline in the new year, and what a person should know of how it got there; `doubtful` asks for a look."""

    due: Due
    notes: tuple[str, ...] = ()
    doubtful: bool = False


def moved_due(due: Due, passage: Passage) -> Moved:
    """Return a due read again in the new year; its `words` say it in full wherever they come to stand."""
    moved = _moved(due, passage)
    if not moved.due.dated or _says(moved.due.words, moved.due, passage.reading):
        return moved
    words = _read(bare_days(moved.due), passage.reading)
    note = f"“{moved.due.words}” theo cách tính tuần của kế hoạch cũ, nên ghi rõ ngày"
    return Moved(words, (*moved.notes, note), doubtful=True)


def _moved(due: Due, passage: Passage) -> Moved:
    if not due.words and not due.dated:
        return Moved(due)
    if due.dated and _stays(due, passage):
        return _kept(due, passage)
    if not due.dated or due.recurrence:
        return Moved(_read(moved_words(due.words, passage.years), passage.after))
    if (week := _same_week(due, passage)) is not None:
        return week
    return _by_words(due, passage)


def _read(words: str, context: Context) -> Due:
    """Return what words say; the whole of them is kept, as the column of the new plan will hold it."""
    return replace(when(words, context), words=" ".join(words.split()))


def _says(words: str, due: Due, context: Context) -> bool:
    read = when(words, context)
    return read.dated and (read.start, read.day, read.bound) == (due.start, due.day, due.bound)


def _wording(due: Due, passage: Passage) -> str:
    """Return the first full wording that means this due in its own year; the bare days when none does."""
    wordings = full_wordings(due, passage.old, passage.before.calendar)
    found = (words for words in wordings if words and _says(words, due, passage.before))
    return next(found, bare_days(due))


def _by_words(due: Due, passage: Passage) -> Moved:
    words = _wording(due, passage)
    moved = moved_words(words, passage.years)
    notes: list[str] = []
    read = _read(moved, passage.after)
    if not read.dated and within_february(moved) != moved:
        read = _read(within_february(moved), passage.after)
        notes.append(f"năm {read.day.year if read.day else passage.new.second} không có ngày 29/2, đề xuất 28/2")
    if "weekday_conflict" in read.implied and "weekday_conflict" not in due.implied and read.day:
        read, note = _with_true_weekday(read, passage)
        notes.append(note)
    if not read.dated:
        problem = next((found.problem for found in find(moved, passage.after) if found.problem), None)
        notes.append(f"“{moved}” không cho ra ngày nào ở năm học {passage.new}" + (f": {problem}" if problem else ""))
    return Moved(read, tuple(notes), doubtful=bool(notes))


def _with_true_weekday(read: Due, passage: Passage) -> tuple[Due, str]:
    day = read.start or read.day
    name = WEEKDAY_NAMES[day.weekday()] if day else ""
    written = WEEKDAY.search(read.words)
    said = written[0] if written else ""
    words = WEEKDAY.sub(name[:1].upper() + name[1:] if said[:1].isupper() else name, read.words, count=1)
    note = f"năm trước ghi “{said}”, ngày này năm nay là {name}: chọn giữ ngày hay giữ thứ"
    return _read(words, passage.after), note


def _stays(due: Due, passage: Passage) -> bool:
    """Whether the old plan already set this for the new year, or over several years that still run."""
    begins = date(passage.new.first, SEPTEMBER, 1)
    first, last = due.start or due.day, due.day
    if passage.years <= 0 or first is None or last is None:
        return False
    return first >= begins or (last >= begins and last - first > LONGEST_YEAR)


def _kept(due: Due, passage: Passage) -> Moved:
    words = next(_full_in_both(due, passage), bare_days(due))
    note = f"kế hoạch năm học {passage.old} đã hẹn đến {_last(due)}, nên giữ nguyên “{due.words}”"
    return Moved(_read(words, passage.after), (note,), doubtful=True)


def _full_in_both(due: Due, passage: Passage) -> Iterator[str]:
    wordings = full_wordings(due, passage.old, passage.before.calendar)
    return (words for words in wordings if words and _says(words, due, passage.after))


def _last(due: Due) -> str:
    return f"{due.day.day}/{due.day.month}/{due.day.year}" if due.day else "sau"


def _same_week(due: Due, passage: Passage) -> Moved | None:
    """Days that were whole weeks, Monday to Friday or to Sunday, begin in the same “tuần k” of that month again."""
    if due.precision is not Precision.DAY or due.bound is not Bound.DURING or not due.start or not due.day:
        return None
    calendar = passage.before.calendar
    length = (due.day - due.start).days
    number = week_number(due.start, calendar)
    if due.start.weekday() or length > MOST_DAYS or length % DAYS < WORKING_WEEK or number is None:
        return None
    week = calendar.week(due.start.year + passage.years, due.start.month, number)
    if week is None or week[0].weekday():
        return None
    words = days_in_words(week[0], week[0] + timedelta(days=length), Bound.DURING)
    note = f"năm trước trọn tuần, từ tuần {number} tháng {due.start.month} (“{due.words}”); năm nay lấy đúng tuần ấy"
    return Moved(_read(words, passage.after), (note,))
