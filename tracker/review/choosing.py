"""The deadlines a question leaves open, each to be taken with one press: those of the plan, and those it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from schedules.calendar import SchoolCalendar, with_points
from schedules.calendar.spoken import day_words
from schedules.plan import Due, Finding, Mention, Place
from schedules.proofreading import two_dates, wrong_weekday
from tracker.review.draft import Draft, Field, Item
from tracker.review.operations import Redate
from tracker.review.saying import said
from tracker.spoken import due_words


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: the deadlines it gives to tasks, and in words what is chosen, why, where it is said.

    A due that is a mention's own comes with the mention.
    """

    moves: tuple[tuple[Item, Due, Mention | None], ...]
    label: str
    why: str = ""
    place: Place | None = None

    @property
    def key(self) -> str:
        """The name a button sends: the same tasks and days have the same one."""
        parts = [(item.id, str(due.start), str(due.day), str(due.bound), due.words) for item, due, _ in self.moves]
        return sha256(repr(parts).encode()).hexdigest()[:12]

    @property
    def tasks(self) -> tuple[str, ...]:
        """The tasks it dates."""
        return tuple(item.id for item, _, _ in self.moves)

    @property
    def operations(self) -> tuple[Redate, ...]:
        """What taking it keeps."""
        return tuple(Redate(item.id, due, said(item.said, Field.DUE), mention) for item, due, mention in self.moves)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is asked: a finding, the draft, the tasks it leaves undecided, and the school's days."""

    draft: Draft
    finding: Finding
    left: tuple[Item, ...]
    calendar: SchoolCalendar


def choices_of(doubt: Doubt) -> tuple[Choice, ...]:
    """Return the deadlines a question leaves open, in the plan's order; empty where they are not few, or not sure."""
    known = MAKERS.get(doubt.finding.rule)
    made = {choice.key: choice for choice in (known(doubt) if known and doubt.left else ())}
    return tuple(made.values()) if len(made) > 1 else ()


def _of_mentions(doubt: Doubt) -> Iterator[Choice]:
    """Yield the deadlines of each task as the plan has them, and those of works merged into it."""
    for item in doubt.left:
        merged = [(one.due, one.mention, one.title) for one in item.rivals]
        own = [(one.due, one, "") for one in item.task.mentions if one.due.dated]
        for due, mention, title in merged or own:
            whose = f" của “{title}”" if title and title != item.task.title else ""
            why = f"“{due.words}”{whose}"
            yield Choice(((item, due, mention),), due_words(due), why, mention.place if mention else None)


def _of_weekday(doubt: Doubt) -> Iterator[Choice]:
    """Yield the date as the plan writes it, and the nearest day that has the weekday it writes."""
    meant = [(item, one) for item in doubt.left if (one := _conflicting(item, doubt.finding))]
    if not meant or len({(one.due.words, one.due.day) for _, one in meant}) != 1:
        return
    due = meant[0][1].due
    other = wrong_weekday.nearest_named(due.words, due.day) if due.day else None
    if other is None or due.day is None or (due.start or due.day) != due.day:
        return
    why = f"đúng ngày ghi trong kế hoạch, là {day_words(due.day).rsplit(' ', 1)[0]}"
    yield Choice(tuple((item, one.due, one) for item, one in meant), due_words(due), why)
    basis = f"Kế hoạch ghi “{due.words}”; người duyệt chọn đúng thứ: {day_words(other)}."
    new = replace(due, start=other if due.start else None, day=other, basis=basis)
    new = replace(new, implied=tuple(one for one in due.implied if one != wrong_weekday.CONFLICT))
    new = with_points(new, doubt.calendar.working_days)
    why = f"đúng thứ ghi trong kế hoạch, ngày gần {due.day:%-d/%-m} nhất"
    yield Choice(tuple((item, new, None) for item, _ in meant), due_words(new), why)


def _conflicting(item: Item, finding: Finding) -> Mention | None:
    """Return the mention a task follows whose weekday and date disagree, where this finding tells of it."""
    told = (one for one in item.task.mentions if one.place in finding.places)
    wrong = (one for one in told if wrong_weekday.CONFLICT in one.due.implied)
    return next((one for one in wrong if one.due == item.task.due), None)


MAKERS = {two_dates.RULE: _of_mentions, wrong_weekday.RULE: _of_weekday}
"""How the deadlines a question leaves open are found, by its rule."""


def groups_of(choices: Sequence[Choice]) -> list[list[Choice]]:
    """Return choices by the tasks they date: of each group one is to be taken."""
    groups: dict[tuple[str, ...], list[Choice]] = {}
    for choice in choices:
        groups.setdefault(choice.tasks, []).append(choice)
    return list(groups.values())
