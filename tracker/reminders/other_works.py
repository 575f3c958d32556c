"""Pure: works a message has no number for, and those late for so long that no step tells of them → one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.hand_ins import left_of
from tracker.reminders.named_list import NamedList
from tracker.reminders.occasions import Occasion
from tracker.reminders.sift import Item
from tracker.reminders.times import many_words, weekly_work
from tracker.reminders.wording import short
from tracker.store.records import StoredTask

MOST_LISTED = 40
"""In a letter, where length is no matter: more than that is no list any more but the page of all works."""

STILL_LATE, OTHERS = "Việc khác vẫn còn quá hạn:", "Việc khác:"


@dataclass(frozen=True, slots=True)
class Other:
    """One work in a line, or the late times of one: which, how late or how near, and the page that tells more of it."""

    ids: tuple[str, ...]
    title: str
    left: str
    page: str
    late: bool

    @property
    def words(self) -> str:
        """The work in its line: “Nộp báo cáo: quá hạn 190 ngày”."""
        return f"{self.title}: {self.left}"


def others(cut: Iterable[Item], late: Iterable[StoredTask], occasion: Occasion) -> tuple[Other, ...]:
    """Return the works cut from what a message numbers, then those late for long, each with its line."""
    works = [((*item.times, item.task), occasion.page(item)) for item in cut]
    works += [(times, occasion.answer_page(times[-1].id)) for times in _together(late)]
    titles = Counter(short(times[-1].task.title) for times, _ in works)
    return tuple(_other(times, page, occasion, dated=titles[short(times[-1].task.title)] > 1) for times, page in works)


def _together(late: Iterable[StoredTask]) -> list[tuple[StoredTask, ...]]:
    """Return late works, the times of one weekly work together, its newest last, at the place of its first."""
    found: dict[str, list[StoredTask]] = {}
    for one in late:
        found.setdefault(weekly_work(one) or one.id, []).append(one)
    return [tuple(sorted(times, key=lambda one: one.task.due.day or date.min)) for times in found.values()]


def _other(times: Sequence[StoredTask], page: str, occasion: Occasion, *, dated: bool) -> Other:
    """Return the line of a work, its day behind the title where others have the same one or it comes again."""
    one, ids = times[-1], tuple(one.id for one in times)
    if len(times) > 1:
        said = many_words([day for one in times if (day := one.task.due.day)], times[0].days_late(occasion.today))
        return Other(ids, short(one.task.title), said, page, late=True)
    day, left = one.task.due.day, left_of(one.task, occasion.today)
    named = day and (dated or one.task.due.recurrence)
    title = f"{short(one.task.title)} ({day.day}/{day.month}/{day.year})" if day and named else short(one.task.title)
    return Other(ids, title, left, page, bool(one.days_late(occasion.today)))


def named(works: Sequence[Other], *, paged: bool = True) -> NamedList:
    """Return the works, each with its page where there is room for it (`paged`)."""
    return NamedList(_head(works), [(one.words, one.page if paged else "") for one in works])


def _head(works: Sequence[Other]) -> str:
    return STILL_LATE if all(one.late for one in works) else OTHERS
