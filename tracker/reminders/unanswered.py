"""Pure: what waits for a manager's answer since an earlier letter → its line in their letter of the day or week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker.reminders.named_list import NamedList, left_out
from tracker.reminders.wording import short
from tracker.spoken import day_words
from tracker.store.declines import Decline
from tracker.store.extensions import Extension

MOST_NAMED = 5
"""What is named in the line; the page of all that waits lists the others."""

HEAD = "Còn chờ trả lời: {}. Bấm vào từng dòng để trả lời."


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A request for more time, or that a work is not theirs: whose it is, of which work, by its title."""

    about: Extension | Decline
    who: str
    title: str

    @property
    def task_id(self) -> str:
        """The id of the work."""
        return self.about.task_id

    @property
    def words(self) -> str:
        """What is asked, in one line: “Nộp báo cáo: Cô Lan xin gia hạn đến thứ Sáu 10/11/2023 (gửi 18/10/2023)”."""
        if isinstance(self.about, Extension):
            asked, at = f"xin gia hạn đến {day_words(self.about.day)}", self.about.asked_at
        else:
            asked, at = "báo không phải việc của mình", self.about.at
        return f"{short(self.title)}: {self.who} {asked}" + (f" (gửi {at.day}/{at.month}/{at.year})" if at else "")


PageOf = Callable[[Extension | Decline], str]


def named(waiting: Sequence[Unanswered], page_of: PageOf) -> NamedList:
    """Return the line, each leading to where it is answered."""
    lines = [(one.words, page_of(one.about)) for one in waiting[:MOST_NAMED]]
    return NamedList(
        HEAD.format(counted(waiting)), lines, left_out(len(waiting) - MOST_NAMED, "{} đề nghị, lời báo khác")
    )


def counted(waiting: Sequence[Unanswered]) -> str:
    """Return how many of each wait: “2 đề nghị gia hạn, 1 lời báo nhầm việc”."""
    asked = sum(isinstance(one.about, Extension) for one in waiting)
    counts = ((asked, "đề nghị gia hạn"), (len(waiting) - asked, "lời báo nhầm việc"))
    return ", ".join(f"{count} {words}" for count, words in counts if count)
