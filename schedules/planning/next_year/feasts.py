"""Works bound to a feast by their title: its own day keeps its date or follows the moon, what is near stays as near."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from schedules.calendar.spoken import WEEKDAYS
from schedules.plan import Bound, Due, Precision
from schedules.planning.next_year.feast_days import Feast, feast_of
from schedules.planning.next_year.passage import Moved, Passage
from schedules.planning.next_year.redating import moved_due
from schedules.planning.next_year.same_week import WEEKDAY, in_week, monday_of, week_of
from schedules.planning.next_year.wordings import days_in_words
from schedules.wording import when

NEAR, A_WEEK = timedelta(days=12), timedelta(days=7)
"""A day this near a feast of the moon goes with it; a week or a month is worth a look."""


def with_feast(old: Due, title: str, moved: Moved, passage: Passage) -> Moved:
    """Return a moved due that stays with the feast its title names; coarse ones get a remark only."""
    if old.day is None or moved.due.day is None or old.recurrence or moved.due.day == old.day:
        return moved
    if "lunar" in moved.due.implied:
        return moved
    feast = feast_of(title, old.day, passage)
    if feast is None:
        return moved
    return _with_moon(old, feast, moved, passage) if feast.moving else _with_day(old, feast, moved, passage)


def _with_day(old: Due, feast: Feast, moved: Moved, passage: Passage) -> Moved:
    """Keep the date of the feast's own day, and weeks and weekdays as far from its week as they were."""
    if old.precision is not Precision.DAY:
        return _beside(old, feast, moved)
    if old.day == feast.before:
        return _on_the_day(old, feast, passage)
    near = _same_week(old, feast, passage)
    if near is None:
        return moved
    shown, then = _shown(feast.after), _shown(feast.before)
    note = f"{feast.name} năm nay {shown}, năm trước {then}: lấy cùng thứ, cách tuần ấy như năm trước"
    return Moved(near, (note,), doubtful=WEEKDAY.search(old.words) is not None)


def _on_the_day(old: Due, feast: Feast, passage: Passage) -> Moved:
    """Return the same date, whatever weekday it falls on this time."""
    kept = moved_due(old, passage, by_date=True)
    if kept.due.day != feast.after:
        words = days_in_words(old.start and feast.after, feast.after, old.bound or Bound.DURING)
        kept = replace(kept, due=replace(when(words, passage.after), words=words))
    if week_of(old) is None:
        return kept
    day = f"{WEEKDAYS[feast.after.weekday()]} {_shown(feast.after)}"
    return replace(kept, notes=(*kept.notes, f"{feast.name}: giữ đúng ngày, năm nay là {day}"))


def _same_week(old: Due, feast: Feast, passage: Passage) -> Due | None:
    """Return what speaks of a week, as many weeks from the feast's, and on the same side of its day."""
    monday = week_of(old)
    if monday is None or old.day is None:
        return None
    new = monday_of(feast.after) + (monday - monday_of(feast.before))
    first = old.start or old.day
    if old.day < feast.before and new + (old.day - monday) >= feast.after:
        new -= A_WEEK
    elif first > feast.before and new + (first - monday) <= feast.after:
        new += A_WEEK
    return in_week(old, new, passage)


def _beside(old: Due, feast: Feast, moved: Moved) -> Moved:
    """Say when a week that held the feast does not any more."""
    held = old.start is not None and old.day is not None and old.start <= feast.before <= old.day
    new = moved.due
    holds = new.start is not None and new.day is not None and new.start <= feast.after <= new.day
    if not held or holds:
        return moved
    note = f"{feast.name} {_shown(feast.after)} không nằm trong thời gian này nữa: xem lại"
    return replace(moved, notes=(*moved.notes, note), doubtful=True)


def _with_moon(old: Due, feast: Feast, moved: Moved, passage: Passage) -> Moved:
    told = f"{feast.name} năm nay {_shown(feast.after)}, năm trước {_shown(feast.before)}"
    far = any(abs(end - feast.before) > NEAR for end in (old.start, old.day) if end)
    if old.precision is not Precision.DAY or far:
        return replace(moved, notes=(*moved.notes, f"{told}: xem thời gian này có còn hợp không"), doubtful=True)
    if old.day != feast.before and WEEKDAY.search(old.words) and (near := _same_week(old, feast, passage)):
        return Moved(near, (f"{told}: lấy cùng thứ, cách tuần ấy như năm trước",), doubtful=True)
    apart = _apart(old, feast.after - feast.before)
    start, day = (end + apart if end else None for end in (old.start, old.day))
    words = days_in_words(start, day, old.bound or Bound.DURING) if day else old.words
    due = replace(when(words, passage.after), words=words)
    return Moved(due, (f"{told}: lấy ngày cách {feast.name} như năm trước",), doubtful=True)


def _apart(old: Due, between: timedelta) -> timedelta:
    """Return how far the days move: days that begin on a Monday go by whole weeks, so that they still do."""
    weekly = old.start is not None and old.start != old.day and old.start.weekday() == 0
    return timedelta(weeks=round(between / timedelta(weeks=1))) if weekly else between


def _shown(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
