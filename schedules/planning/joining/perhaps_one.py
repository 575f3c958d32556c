"""Works of the text and of a table that may be one under two names: never joined, but asked about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from schedules.plan import Finding, Severity, Task
from schedules.planning.joining.told_again import GLUE, WORD
from schedules.planning.joining.topics import Topic, differ, nearness, shared_words, topic_of, weights
from schedules.planning.people.roles import is_everybody
from schedules.planning.words.verbs import DEEDS
from schedules.proofreading.agreement import Days, span, undecided
from schedules.wording import fold

RULE = "co-the-mot-viec"
HALF, SURE, FEW = 0.5, 0.8, 3
"""Shares of the shorter title that the other must hold, and how many words, for works of one act to be asked about."""

HOLD = "hold"
DEED_WORDS = frozenset(re.findall(r"[a-z]+", fold(DEEDS)))
NEAR = timedelta(days=45)
MOST_PAIRS = 40_000
"""Beyond so many pairs nobody asks: a table of thousands stays quick."""


@dataclass(frozen=True, slots=True)
class _Work:
    task: Task
    days: Days
    topic: Topic
    leads: frozenset[str]
    tokens: frozenset[str]


def perhaps_one(tasks: Sequence[Task]) -> tuple[Finding, ...]:
    """Return a question for each work of the text alone and one of a table alone that may be the same work.

    What speaks for it: within weeks, by the same people as far as both name any, one title is the other cut short, or
    both do one act to one matter; and no other work of the plan stands as near.
    """
    body, table = (_alone(tasks, in_table=in_table) for in_table in (False, True))
    if not body or not table or len(body) * len(table) > MOST_PAIRS:
        return ()
    weight = weights([one.topic for one in (*body, *table)])
    found = [(one, other) for one in body for other in table if _may_be_one(one, other, weight)]
    return tuple(_asked(one, other) for one, other in found if _only(one, other, found))


def _alone(tasks: Sequence[Task], *, in_table: bool) -> list[_Work]:
    """Return the works told once, on days of their own, in the text or in a table."""
    found = []
    for task in tasks:
        days = span(task.due)
        told = len(task.mentions) == 1 and (task.mentions[0].place.table is not None) is in_table
        if told and days and not task.due.recurrence:
            words = frozenset(WORD.findall(fold(GLUE.sub(" ", task.title.lower()))))
            found.append(_Work(task, days, topic_of(task.title), _leads(task), words))
    return found


def _leads(task: Task) -> frozenset[str]:
    return frozenset(fold(name) for name in task.owners if not is_everybody(name))


def _may_be_one(one: _Work, other: _Work, weight: Mapping[str, float]) -> bool:
    if differ(one.topic, other.topic) or (one.leads and other.leads and not one.leads & other.leads):
        return False
    if max(one.days[0], other.days[0]) - min(one.days[1], other.days[1]) > NEAR:
        return False
    if any(counts(word) for word in one.tokens ^ other.tokens):
        return False  # one of several: “lần 2”, “khối 6”, “học kỳ I”
    return _says_less(one, other) or _same_act(one, other, weight)


def _says_less(one: _Work, other: _Work) -> bool:
    """Whether one title is the other cut short, by whole words."""
    less, more = sorted((one.tokens, other.tokens), key=len)
    told = bool(one.topic.acts & other.topic.acts)
    return told and len(less) >= FEW and less <= more


def _same_act(one: _Work, other: _Work, weight: Mapping[str, float]) -> bool:
    """Whether both do one act to one matter; where each names something of its own, nearly all words must be shared."""
    if not (one.topic.acts & other.topic.acts) - {HOLD} or len(shared_words(one.topic, other.topic)) < FEW:
        return False
    first, second = (work.topic.words - DEED_WORDS for work in (one, other))
    one_sided = bool(first & second) and (first <= second or second <= first)
    return nearness(one.topic, other.topic, weight) >= (HALF if one_sided else SURE)


def counts(word: str) -> bool:
    """Whether a folded word says which of several something is: a number, a letter."""
    return len(word) == 1 or any(sign.isdigit() for sign in word)


def _only(one: _Work, other: _Work, found: Sequence[tuple[_Work, _Work]]) -> bool:
    return sum(one is first or other is second for first, second in found) == 1


def _asked(one: _Work, other: _Work) -> Finding:
    apart = undecided([one.task.due, other.task.due])
    message = (
        f"“{one.task.title}” ({one.task.due.words}) trong phần chữ và “{other.task.title}” ({other.task.due.words}) "
        "trong bảng có phải cùng một việc? Tạm để thành hai việc."
    )
    mentions = (*one.task.mentions, *other.task.mentions)
    advice = "Nếu là một việc, hãy gộp lại; hai nơi ghi khác ngày thì chọn một ngày."
    quotes, places = tuple(each.quote for each in mentions), tuple(each.place for each in mentions)
    return Finding(RULE, Severity.CHOICE if apart else Severity.INFO, message, quotes, advice, places)
