"""Whose words a deadline is in: the plan's own, or those of a person who gave it while reviewing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from schedules.calendar.spoken import day_words
from schedules.plan import Due, Origin, Task
from schedules.wording import fold
from tracker.found_words import alone_in

BY_A_PERSON = "Người duyệt "
"""How the reason of a deadline begins that a person typed or picked; one only moved begins with the plan's words."""

TAKEN = "; người duyệt nhận gợi ý: "
"""What stands in the reason of a deadline whose day was corrected while reviewing, the plan's words staying."""

EXTENDED, MOVED = "extension", "moved"
"""The rules of a deadline people moved after its plan was published: for someone who asked, or by hand."""

MOVES = {EXTENDED: "Đã gia hạn", MOVED: "Đã dời hạn"}
SOURCES = {Origin.LAW: "Quy định", Origin.CHECKPOINT: "Mốc đề xuất"}
PLAN, PERSON = "Kế hoạch viết", "Người duyệt ghi"

PLAIN = frozenset(
    {
        *("ngay", "thang", "nam", "tu", "den", "het", "truoc", "vao", "luc", "cho", "han", "cuoi", "cham", "nhat"),
        *("muon", "khong", "qua", "hon", "trong", "thoi", "gian", "la", "va", "h", "g", "gio", "phut"),
    }
)
"""Words that stand around a day written in numbers and tell no more than the day does, folded."""


@dataclass(frozen=True, slots=True)
class Worded:
    """How a deadline is worded: what its source says, and what a person put in its place; either may be empty.

    `source` names who says it: “Kế hoạch viết”; `moved` says that people moved it since, so that neither holds.
    """

    source: str
    said: str = ""
    given: str = ""
    moved: str = ""

    def each(self, clean: Callable[[str], str]) -> Worded:
        """Return both with their words made fit to be shown somewhere."""
        return Worded(self.source, clean(self.said), clean(self.given), self.moved)

    @property
    def beside(self) -> str:
        """Whose words hold and whose no longer do, where the source's own words do not hold any more; else empty."""
        if not (self.given or self.moved):
            return ""
        given = f"{PERSON}: “{self.given}”" if self.given else ""
        said = f"{self.source}: “{self.said}”" if self.said else ""
        first, *rest = filter(None, (self.moved, given, said))
        return "; ".join((first, *(one[0].lower() + one[1:] for one in rest)))


def worded(task: Task) -> Worded:
    """Return how the deadline of a task is worded; nothing its source does not say stands as the source's words."""
    due, read = task.due, _read(task)
    source, moved = SOURCES.get(task.origin, PLAN), MOVES.get(due.rule, "")
    if not due.words or due.words in read or _is_quoted(task, due, read) or _is_proposed(task):
        return Worded(source, due.words, moved=moved)
    return Worded(source, " / ".join(read), due.words, moved)


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


def corrected(due: Due) -> bool:
    """Whether the school set another day than the plan's words name, which still stand as its words."""
    return TAKEN in due.basis


def literal(task: Task) -> str:
    """Return the plan's own words of the deadline in force; empty where they do not hold or only write the same day."""
    told = worded(task)
    if task.origin is not Origin.PLAN or told.beside or not told.said or not task.due.day:
        return ""
    return "" if _is_plain(told.said, task.due, task.due.day) else told.said


def _is_plain(words: str, due: Due, last: date) -> bool:
    """Whether words write the days of a deadline in numbers, year apart, and nothing else: they need no repeating."""
    days = [last, *([due.start] if due.start and due.start != last else [])]
    text = fold(words)
    for day in days:
        weekday = fold(day_words(day)).rsplit(" ", 1)[0]
        text = re.sub(rf"\b{weekday}\b", " ", text)
    numbers = {int(one) for one in re.findall(r"\d+", text)}
    if not re.search(rf"\b0?{last.day}\s*(?:[/.-]|thang)\s*0?{last.month}\b", text):
        return False
    needed = {number for day in days for number in (day.day, day.month)}
    known = needed | {part for day in days for part in (day.year, day.year % 100)}
    hour = {due.hour.hour, due.hour.minute} if due.hour else set()
    return needed <= numbers <= known | hour and set(re.findall(r"[^\W\d_]+", text)) <= PLAIN
