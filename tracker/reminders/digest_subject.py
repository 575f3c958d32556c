"""Pure: the works of a message → its subject, short enough to be read in a list of letters; how much time is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from schedules.plan import Due
from tracker.hand_ins import acted_on
from tracker.reminders import returned
from tracker.reminders.occasions import Occasion
from tracker.reminders.sift import OVERDUE, Item
from tracker.reminders.wording import is_pressing, short
from tracker.spoken import day_words, days_left, left_words

LONG = timedelta(days=7)
SOON = timedelta(days=14)
"""What is due so soon is called near; what is told long before, as the start of long work, is not."""

LATE_WORKS, PRESSING, NEAR = "việc quá hạn", "việc cần xong ngay", "việc sắp đến hạn"
BEGINNING, FAR = "việc sắp bắt đầu", "việc xa hơn"


def subject_of(ordered: Sequence[Item], occasion: Occasion) -> str:
    """Return the subject of a message about some works, the most urgent first, or the week."""
    if occasion.week:
        return occasion.subject(occasion.week.headline)
    if not ordered:
        return occasion.subject(returned.subject_of(occasion.returned))
    if len(ordered) == 1:
        (only,) = ordered
        aim = "Nhận việc" if only.handed.led_before else "Nhắc việc"
        left = f"{len(only.times) + 1} lần quá hạn" if only.times else _left(acted_on(only.task.task), occasion.today)
        return occasion.subject(f"{aim}: {short(only.task.task.title)} – {left}")
    kinds = Counter(_nearness(item, occasion.today) for item in ordered)
    told = ", ".join(f"{kinds[words]} {words}" for words in (LATE_WORKS, PRESSING, NEAR, BEGINNING) if kinds[words])
    if kinds[FAR]:
        told += f" và {kinds[FAR]} {FAR}" if told else f"{kinds[FAR]} việc cần nhớ"
    return occasion.subject(f"Nhắc việc {day_words(occasion.today)}: {told}")


def _nearness(item: Item, today: date) -> str:
    """Return as what a work is counted in the subject."""
    due = acted_on(item.task.task)
    if item.stage == OVERDUE:
        return LATE_WORKS
    if is_pressing(due, today):
        return PRESSING
    if begins_ahead(due, today):
        return BEGINNING
    return NEAR if (days_left(due, today) or 0) <= SOON.days else FAR


def begins_ahead(due: Due, today: date) -> bool:
    """Whether work of a week or more begins after today: its end is not what is near."""
    return bool(due.start and due.day and today < due.start <= due.day - LONG)


def _left(due: Due, today: date) -> str:
    """Return how much time is left, and of longer work that is still ahead when it begins."""
    return begins_words(due, today) + left_words(due, today)


def begins_words(due: Due, today: date) -> str:
    """Return when longer work that is still ahead begins, before what is left of it: “bắt đầu thứ Hai …, ”."""
    return f"bắt đầu {day_words(due.start)}, " if due.start and begins_ahead(due, today) else ""
