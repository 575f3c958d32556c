"""A deadline moved into another school year by its own words: read again there, never shifted by 365 days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from schedules.calendar.spoken import WEEKDAYS
from schedules.plan import Due
from schedules.planning.next_year.passage import Moved, Passage, read_whole
from schedules.planning.next_year.same_week import WEEKDAY, same_week
from schedules.planning.next_year.wordings import bare_days, full_wordings
from schedules.planning.next_year.years import moved_words, within_february
from schedules.wording import Context, find, when

LONGEST_YEAR = timedelta(days=366)
SEPTEMBER = 9


def moved_due(due: Due, passage: Passage, *, by_date: bool = False) -> Moved:
    """Return a due read again in the new year; its `words` say it in full wherever they come to stand.

    Weeks and weekdays move by the week, unless it is the date that counts: `by_date`.
    """
    moved = _moved(due, passage, by_date=by_date)
    if not moved.due.dated or _says(moved.due.words, moved.due, passage.reading):
        return moved
    words = read_whole(bare_days(moved.due), passage.reading)
    note = f"“{moved.due.words}” theo cách tính tuần của kế hoạch cũ, nên ghi rõ ngày"
    return Moved(words, (*moved.notes, note), doubtful=True)


def _moved(due: Due, passage: Passage, *, by_date: bool) -> Moved:
    if not due.words and not due.dated:
        return Moved(due)
    if due.dated and _stays(due, passage):
        return _kept(due, passage)
    if not due.dated or due.recurrence:
        return Moved(read_whole(moved_words(due.words, passage.years), passage.after))
    if not by_date and (week := same_week(due, passage)) is not None:
        return week
    return _by_words(due, passage, by_date=by_date)


def _says(words: str, due: Due, context: Context) -> bool:
    read = when(words, context)
    return read.dated and (read.start, read.day, read.bound) == (due.start, due.day, due.bound)


def _wording(due: Due, passage: Passage) -> str:
    """Return the first full wording that means this due in its own year; the bare days when none does."""
    wordings = full_wordings(due, passage.old, passage.before.calendar)
    found = (words for words in wordings if words and _says(words, due, passage.before))
    return next(found, bare_days(due))


def _by_words(due: Due, passage: Passage, *, by_date: bool) -> Moved:
    words = _wording(due, passage)
    moved = moved_words(words, passage.years)
    notes: list[str] = []
    read = read_whole(moved, passage.after)
    if not read.dated and within_february(moved) != moved:
        read = read_whole(within_february(moved), passage.after)
        notes.append(f"năm {read.day.year if read.day else passage.new.second} không có ngày 29/2, đề xuất 28/2")
    if "weekday_conflict" in read.implied and "weekday_conflict" not in due.implied and read.day:
        read, note = _with_true_weekday(read, passage)
        notes += [] if by_date else [note]
    if not read.dated:
        problem = next((found.problem for found in find(moved, passage.after) if found.problem), None)
        notes.append(f"“{moved}” không cho ra ngày nào ở năm học {passage.new}" + (f": {problem}" if problem else ""))
    return Moved(read, tuple(notes), doubtful=bool(notes))


def _with_true_weekday(read: Due, passage: Passage) -> tuple[Due, str]:
    day = read.start or read.day
    name = WEEKDAYS[day.weekday()] if day else ""
    written = WEEKDAY.search(read.words)
    said = written[0] if written else ""
    words = WEEKDAY.sub(name[:1].upper() + name[1:] if said[:1].isupper() else name, read.words, count=1)
    note = f"năm trước ghi “{said}”, ngày này năm nay là {name}: chọn giữ ngày hay giữ thứ"
    return read_whole(words, passage.after), note


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
    return Moved(read_whole(words, passage.after), (note,), doubtful=True)


def _full_in_both(due: Due, passage: Passage) -> Iterator[str]:
    wordings = full_wordings(due, passage.old, passage.before.calendar)
    return (words for words in wordings if words and _says(words, due, passage.after))


def _last(due: Due) -> str:
    return f"{due.day.day}/{due.day.month}/{due.day.year}" if due.day else "sau"
