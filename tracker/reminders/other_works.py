"""Pure: works a message has no number for, and those late for so long that no step tells of them → one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from tracker.hand_ins import left_of
from tracker.reminders.letter_form import linked, paragraph
from tracker.reminders.occasions import Occasion
from tracker.reminders.sift import Item
from tracker.reminders.wording import short
from tracker.store.records import StoredTask

MOST_LISTED = 40
"""In a letter, where length is no matter: more than that is no list any more but the page of all works."""

STILL_LATE, OTHERS = "Việc khác vẫn còn quá hạn:", "Việc khác:"


@dataclass(frozen=True, slots=True)
class Other:
    """One work in a line: which, how late or how near, and the page that tells more of it."""

    task_id: str
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
    works = [(item.task, occasion.page(item)) for item in cut]
    works += [(one, occasion.answer_page(one.id)) for one in late]
    titles = Counter(short(one.task.title) for one, _ in works)
    return tuple(_other(one, page, occasion, dated=titles[short(one.task.title)] > 1) for one, page in works)


def _other(one: StoredTask, page: str, occasion: Occasion, *, dated: bool) -> Other:
    """Return the line of a work, its day behind the title where others have the same one or it comes again."""
    day, left = one.task.due.day, left_of(one.task, occasion.today)
    named = day and (dated or one.task.due.recurrence)
    title = f"{short(one.task.title)} ({day.day}/{day.month}/{day.year})" if day and named else short(one.task.title)
    return Other(one.id, title, left, page, bool(one.days_late(occasion.today)))


def text_of(works: Sequence[Other], *, paged: bool) -> str:
    """Return the works as plain text, each with its page where there is room for it; empty for none."""
    lines = ["\n   ".join(filter(None, [f"- {one.words}", one.page if paged else ""])) for one in works]
    return "\n".join([_head(works), *lines]) if works else ""


def html_of(works: Sequence[Other]) -> str:
    """Return the works as HTML, each leading to its page; empty for none."""
    rows = "".join(f"<li>{linked(escape(one.words), one.page)}</li>" for one in works)
    return paragraph(_head(works)) + f"<ul>{rows}</ul>" if works else ""


def _head(works: Sequence[Other]) -> str:
    return STILL_LATE if all(one.late for one in works) else OTHERS
