"""The deadline someone heard, said again when it changes: with the word that bounds it, as their letter had it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Bound, Due, Precision, Task
from schedules.wording import Context
from tracker.reminders.changes import Standing
from tracker.reminders.days_heard import days_heard
from tracker.store.records import HistoryEntry, Person, StoredTask, TaskState
from tracker.store.tasks import words
from tracker.zone import HO_CHI_MINH

AT = datetime(2026, 11, 25, 8, tzinfo=HO_CHI_MINH)
PLANNED = Due("trước ngày 31/11/2026", day=date(2026, 11, 30), precision=Precision.DAY, bound=Bound.BEFORE)
MOVED = replace(PLANNED, day=date(2026, 12, 4), bound=Bound.BY)
FEAST = Due("ngày 20/12/2026", day=date(2026, 12, 20), precision=Precision.DAY, bound=Bound.DURING)


def standing(*dues: Due, moved_from: Due | None = None) -> Standing:
    """Return a work whose deadline was each of these, one after the other."""
    *before, now = dues
    pairs = zip(before, dues[1:], strict=True)
    story = tuple(
        HistoryEntry(number, AT, "Hiệu trưởng", "task", "viec-1", "moved", words(was), words(to), None)
        for number, (was, to) in enumerate(pairs)
    )
    task = StoredTask("viec-1", 1, 0, Task("Kiểm kê", now), TaskState.OPEN, 0, len(before), AT, moved_from=moved_from)
    return Standing(task, Person(1, 1, "Cô Mai"), None, story)


@pytest.mark.parametrize(
    ("now", "version", "said"),
    [
        (standing(PLANNED, MOVED, moved_from=PLANNED), 0, "trước thứ Hai 30/11/2026"),
        (standing(PLANNED, MOVED, PLANNED), 1, "chậm nhất thứ Sáu 4/12/2026"),
        (standing(FEAST, replace(FEAST, day=date(2026, 12, 21)), FEAST), 1, "thứ Hai 21/12/2026"),
    ],
)
def test_the_old_deadline_keeps_the_word_that_bounds_it(now: Standing, version: int, said: str) -> None:
    assert days_heard(now, version, Context(load_calendar())) == said
