"""Pure: times of one weekly work that are late together → one entry or line, the days of the others named in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from schedules.plan import Recurrence
from tracker.reminders.sift import OVERDUE, Item
from tracker.store.records import Part, StoredTask

MOST_NAMED = 8
"""Days of one line: two months of a weekly work; of those before, how many there are."""


def weekly_work(task: StoredTask) -> str:
    """Return the id all times of one weekly work share; empty for every other work."""
    return (task.repeats or task.id) if task.task.due.recurrence is Recurrence.WEEKLY else ""


def gathered(items: Iterable[Item]) -> list[Item]:
    """Return items with the late times of one weekly work in the newest of them, in the order they came.

    What is said of one time alone, as that more time was asked for, keeps that time an entry of its own.
    """
    found: dict[tuple[str, Part], list[Item]] = {}
    alone: list[Item] = []
    for one in items:
        if _joins(one):
            found.setdefault((weekly_work(one.task), one.part), []).append(one)
        else:
            alone.append(one)
    return [*alone, *map(_as_one, found.values())]


def _joins(one: Item) -> bool:
    told_alone = one.asks or one.handed.words or one.times
    return bool(one.stage == OVERDUE and one.part is not Part.WATCHER and weekly_work(one.task) and not told_alone)


def _as_one(items: Sequence[Item]) -> Item:
    *earlier, newest = sorted(items, key=lambda one: _day(one.task))
    return replace(newest, times=tuple(one.task for one in earlier))


def _day(task: StoredTask) -> date:
    return task.task.due.day or date.min


def ids_of(item: Item) -> tuple[str, ...]:
    """Return the ids of all works an entry tells: the one it numbers, then the earlier times in it."""
    return (item.task.id, *(one.id for one in item.times))


def earlier_words(times: Sequence[StoredTask]) -> str:
    """Return the line of the earlier times that are late, too; empty for none."""
    if not times:
        return ""
    return f"{'Các lần' if len(times) > 1 else 'Lần'} trước cũng chưa báo xong: {days_words(map(_day, times))}"


def days_words(days: Iterable[date]) -> str:
    """Return days in a row, the year behind the last of each: “21/12, 28/12/2026 và 4/1/2027”; the newest of many."""
    ordered = sorted(days)
    shown = ordered[-MOST_NAMED:]
    words = [_said(day, following) for day, following in zip(shown, [*shown[1:], None], strict=True)]
    left = len(ordered) - len(shown)
    said = ", ".join(words[:-1]) + f" và {words[-1]}" if len(words) > 1 else "".join(words)
    return said + (f", {left} lần trước nữa" if left else "")


def _said(day: date, following: date | None) -> str:
    same = following is not None and following.year == day.year
    return f"{day.day}/{day.month}" if same else f"{day.day}/{day.month}/{day.year}"


def many_words(days: Collection[date], most_late: int) -> str:
    """Return how late several times are: “3 lần quá hạn (23/11, 30/11 và 7/12/2026), lâu nhất 21 ngày”."""
    return f"{len(days)} lần quá hạn ({days_words(days)}), lâu nhất {most_late} ngày"
