"""Pure: evidence that waits to be looked at → the line by which the letter of a day or week tells who looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.reminders.named_list import NamedList, left_out
from tracker.reminders.wording import short
from tracker.store.evidence import Evidence
from tracker.store.records import StoredTask

MOST_NAMED = 3
"""Works of the line; the board lists them all."""

HOW = "Mở từng việc để nhận hoặc không nhận."

PageOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Unseen:
    """A work and how many pieces of its evidence nobody has taken or refused yet."""

    task_id: str
    title: str
    count: int

    @property
    def words(self) -> str:
        """The work in the line: “Nộp báo cáo (2)”."""
        return f"{self.title} ({self.count})" if self.count > 1 else self.title


def unseen(waiting: Mapping[str, Sequence[Evidence]], tasks: Iterable[StoredTask], today: date) -> tuple[Unseen, ...]:
    """Return the works with evidence given until a day that waits, the one that waits longest first."""
    titles = {one.id: short(one.task.title) for one in tasks}
    counts = {task_id: sum(one.at.date() <= today for one in shown) for task_id, shown in waiting.items()}
    return tuple(Unseen(task_id, titles[task_id], count) for task_id, count in counts.items() if count)


def counted(works: Iterable[Unseen]) -> int:
    """Return how many pieces wait in all."""
    return sum(one.count for one in works)


def named(works: Sequence[Unseen], page_of: PageOf) -> NamedList:
    """Return the line, each work leading to its page."""
    head = f"Minh chứng chờ xem: {counted(works)}. {HOW}"
    lines = [(one.words, page_of(one.task_id)) for one in works[:MOST_NAMED]]
    return NamedList(head, lines, left_out(len(works) - MOST_NAMED, "minh chứng của {} việc khác"))
