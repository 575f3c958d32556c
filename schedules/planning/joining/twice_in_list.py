"""Two lines of one list that seem to be one work with two deadlines: never joined, but asked about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from schedules.plan import Bound, Finding, Place, Precision, Severity, Task
from schedules.planning.joining.perhaps_one import RULE, counts
from schedules.planning.joining.told_again import GLUE, WORD
from schedules.planning.joining.topics import topic_of
from schedules.planning.people.roles import is_everybody
from schedules.proofreading.agreement import Days, span, undecided
from schedules.wording import fold

NEAR = timedelta(days=31)
"""Works further apart are two rounds: what is handed in each term or month."""

FEW, MOST_ALIKE = 2, 20
"""Words a title must say; lines of one title beyond which it surely comes back."""

ENDS = frozenset({Bound.BEFORE, Bound.BY})
MEETING = re.compile(r"(?:(?:to chuc|tham gia|tham du|du)\s+)?(?:hop|giao ban|sinh hoat|truc|chao co)\b")
"""What a school holds again and again."""

ITEM_NUMBER = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,4}|[a-h])[.)\t |]+")
"""What an item is numbered by says nothing of its work."""

OF_ROW = frozenset({"month", "week"})
"""What a due has from the row or heading it stands under: the same day in the next row is the next round."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A work told in one line: where, its days, who leads it, and what numbers and letters it names."""

    task: Task
    place: Place
    days: Days
    leads: frozenset[str]
    names: frozenset[str]


def twice_in_list(tasks: Sequence[Task]) -> tuple[Finding, ...]:
    """Return a question for each two lines of one list that name one work of the same people with two deadlines.

    Quiet where it comes back (three lines or more, the same day of another month, rows of months), is one of several
    (another class, round or part) or is a meeting. What has no two last days may be done twice: it is only told.
    """
    kin: dict[tuple[object, ...], list[_Line]] = defaultdict(list)
    for line in _lines(tasks):
        kin[_of(line)].append(line)
    pairs = [pair for lines in kin.values() for pair in _pairs(lines)]
    return tuple(_asked(one.task, other.task) for one, other in pairs if _are_one(one, other))


def _pairs(lines: Sequence[_Line]) -> Iterator[tuple[_Line, _Line]]:
    """Yield every two lines of one title that no third has the people of; who names nobody may be anybody."""
    if len(lines) > MOST_ALIKE:
        return
    near = [[j for j, other in enumerate(lines) if j != i and _may_share(one, other)] for i, one in enumerate(lines)]
    for i, others in enumerate(near):
        if len(others) == 1 and i < others[0] and near[others[0]] == [i]:
            yield lines[i], lines[others[0]]


def _may_share(one: _Line, other: _Line) -> bool:
    return not one.leads or not other.leads or one.leads == other.leads


def _lines(tasks: Sequence[Task]) -> Iterator[_Line]:
    """Yield the works told once, on days of their own, that are no meetings."""
    for task in tasks:
        days, topic = span(task.due), topic_of(task.title)
        lone = len(task.mentions) == 1 and not task.due.recurrence and task.due.precision is Precision.DAY
        if lone and days and len(topic.words) >= FEW and not MEETING.match(topic.title):
            mention = task.mentions[0]
            said = ITEM_NUMBER.sub("", fold(mention.quote).replace(fold(task.due.words), " "))
            names = frozenset(word for word in WORD.findall(GLUE.sub(" ", said)) if counts(word))
            leads = frozenset(fold(name) for name in task.owners if not is_everybody(name))
            yield _Line(task, mention.place, days, leads, names)


def _of(line: _Line) -> tuple[object, ...]:
    """Return what lines of one work have in common: their list, and what the title says in any order."""
    words = Counter(WORD.findall(fold(GLUE.sub(" ", line.task.title.lower()))))
    return (line.place.page, line.place.table, frozenset(words.items()))


def _are_one(one: _Line, other: _Line) -> bool:
    if replace(one.place, column=None) == replace(other.place, column=None) or one.names != other.names:
        return False
    early, late = sorted((one, other), key=lambda line: line.days)
    if late.days[0] - early.days[1] > NEAR or _comes_round(early, late):
        return False
    return undecided([one.task.due, other.task.due])


def _comes_round(early: _Line, late: _Line) -> bool:
    """Whether a work comes in another month as in the one before: on the same day, or each in the row of its month."""
    first, second = early.days[1], late.days[1]
    if (first.year, first.month) == (second.year, second.month):
        return False
    of_row = any(OF_ROW & set(line.task.due.implied) for line in (early, late))
    return of_row or first.day == second.day


def _asked(one: Task, other: Task) -> Finding:
    """Return the question; without two ends both can be kept, so it is no more than told."""
    ends = one.due.bound in ENDS and other.due.bound in ENDS
    message = (
        f"“{one.title}” có ở hai dòng với hai hạn: “{one.due.words}” và “{other.due.words}”. "
        "Hai dòng có vẻ là một việc; tạm để thành hai việc."
    )
    advice = "Nếu là một việc, hãy gộp lại rồi chọn một ngày; nếu là hai lần, hãy ghi rõ lần 1, lần 2."
    mentions = (*one.mentions, *other.mentions)
    quotes, places = tuple(each.quote for each in mentions), tuple(each.place for each in mentions)
    return Finding(RULE, Severity.CHOICE if ends else Severity.INFO, message, quotes, advice, places)
