"""Which tasks a feed shows on a day, and when it last changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from schedules.plan import Origin
from tests.fakes.feed_school import NOW, stored
from tracker.feeds.view import FeedView, last_modified, shown
from tracker.store.feeds import FeedKind
from tracker.store.records import StoredTask, TaskState
from tracker.zone import HO_CHI_MINH

VIEW = FeedView(FeedKind.SCHOOL, "Kế hoạch", date(2023, 9, 20))
LAST = date(2023, 10, 18)
"""Thirty days after NOW."""


def on(day: date, *tasks: StoredTask) -> int:
    return len(shown(replace(VIEW, today=day), tasks))


def test_a_draft_never_appears() -> None:
    assert on(VIEW.today, stored(published=False)) == 0


def test_a_task_without_a_day_never_appears() -> None:
    assert on(VIEW.today, stored(day=None)) == 0


def test_a_proposed_checkpoint_appears_only_when_asked_for() -> None:
    proposed = stored(origin=Origin.CHECKPOINT)
    assert shown(VIEW, [proposed]) == ()
    assert shown(replace(VIEW, checkpoints=True), [proposed]) == (proposed,)


def test_overdue_work_stays_for_as_long_as_it_is_open() -> None:
    assert on(date(2025, 1, 1), stored(day=date(2023, 9, 1))) == 1


@pytest.mark.parametrize("state", [TaskState.DONE, TaskState.CHECKED, TaskState.CANCELLED])
def test_what_is_over_leaves_after_thirty_days(state: TaskState) -> None:
    over = stored(day=date(2023, 9, 1), state=state)
    assert (on(LAST, over), on(date(2023, 10, 19), over)) == (1, 0)


def test_work_done_early_stays_until_thirty_days_after_its_day() -> None:
    early = stored(day=date(2024, 4, 30), state=TaskState.DONE)
    assert (on(date(2024, 5, 30), early), on(date(2024, 5, 31), early)) == (1, 0)


def test_dropped_work_leaves_whatever_its_day_was() -> None:
    assert on(date(2023, 10, 19), stored(day=date(2024, 4, 30), state=TaskState.CANCELLED)) == 0


def test_the_public_feed_shows_only_what_is_public() -> None:
    view = replace(VIEW, kind=FeedKind.PUBLIC)
    open_one, hidden = stored(public=True, id="viec-1"), stored(id="viec-2")
    assert shown(view, [open_one, hidden]) == (open_one,)


def test_the_feed_changed_when_its_last_task_did() -> None:
    later = NOW.replace(hour=15)
    assert last_modified(VIEW, [stored(), stored(changed_at=later, id="viec-2")]) == later


def test_a_task_that_left_changed_the_feed_at_midnight() -> None:
    over = stored(state=TaskState.CANCELLED)
    view = replace(VIEW, today=date(2023, 11, 1))
    assert last_modified(view, [over]) == datetime(2023, 10, 19, tzinfo=HO_CHI_MINH)


def test_a_feed_of_nothing_never_changed() -> None:
    assert last_modified(VIEW, [stored(published=False, changed_at=NOW)]) is None
