"""Whose words a deadline is in: the plan's own, or those of a person who gave it while reviewing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from schedules.plan import Due, Origin, Task
from tracker.found_words import alone_in

BY_A_PERSON = "Người duyệt "
"""How the reason of a deadline begins that a person typed or picked; one only moved begins with the plan's words."""

EXTENDED, MOVED = "extension", "moved"
"""The rules of a deadline people moved after its plan was published: for someone who asked, or by hand."""

SOURCES = {Origin.LAW: "Quy định", Origin.CHECKPOINT: "Mốc đề xuất"}
PLAN, PERSON = "Kế hoạch viết", "Người duyệt ghi"


@dataclass(frozen=True, slots=True)
class Worded:
    """How a deadline is worded: what its source says, and what a person put in its place; either may be empty.

    `source` names who says it: “Kế hoạch viết”.
    """

    source: str
    said: str = ""
    given: str = ""

    def each(self, clean: Callable[[str], str]) -> Worded:
        """Return both with their words made fit to be shown somewhere."""
        return Worded(self.source, clean(self.said), clean(self.given))

    @property
    def beside(self) -> str:
        """Whose words hold and whose no longer do, where a person's stand in place of the source's; else empty."""
        said = f"; {self.source.lower()}: “{self.said}”" if self.said else ""
        return f"{PERSON}: “{self.given}”{said}" if self.given else ""


def worded(task: Task) -> Worded:
    """Return how the deadline of a task is worded; nothing its source does not say stands as the source's words."""
    due, read = task.due, _read(task)
    source = SOURCES.get(task.origin, PLAN)
    if not due.words or due.words in read or _is_quoted(task, due, read) or _is_proposed(task):
        return Worded(source, due.words)
    return Worded(source, " / ".join(read), due.words)


def _read(task: Task) -> tuple[str, ...]:
    """Return the words of times as they were read, without those a person gave words of the plan that name no time."""
    words = (one.due.words for one in task.mentions if not _by_a_person(one.due))
    return tuple(dict.fromkeys(one for one in words if one))


def _is_quoted(task: Task, due: Due, read: tuple[str, ...]) -> bool:
    """Whether the task's quotes hold the words; what a person gave instead of a time that was read stays theirs."""
    given_instead = bool(read) and _by_a_person(due)
    return not given_instead and any(alone_in(one.quote, due.words) for one in task.mentions)


def _is_proposed(task: Task) -> bool:
    """Whether the law or the tool itself sets the deadline, with nothing quoted."""
    proposed = task.origin in {Origin.LAW, Origin.CHECKPOINT} and not task.mentions
    return proposed and not _by_a_person(task.due)


def _by_a_person(due: Due) -> bool:
    return due.basis.startswith(BY_A_PERSON)
