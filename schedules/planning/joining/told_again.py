"""Works an appendix tells again: a second table that sums the plan up adds mentions, and no works of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from schedules.planning.acts import acts_of
from schedules.planning.drafts import Draft
from schedules.planning.people.persons import are_doers
from schedules.planning.people.worn import nearest_role
from schedules.planning.text.rounds import ROUND
from schedules.planning.text.worn_people import Restorer, as_it_stands
from schedules.planning.words.likeness import likeness
from schedules.proofreading.agreement import Days, span
from schedules.wording import fold

WORD = re.compile(r"[a-z0-9]+")
GLUE = re.compile(
    r"\b(?:tổ chức|thực hiện|triển khai|hoàn thành|tiến hành|công tác|việc|và|các|những|của|cho|về|tại|trong|đã)\b"
)
"""Words two wordings of one work may differ in; “nộp về Sở” and “nộp về Phòng” differ in others."""

HANDED_FOR = re.compile(r"\b(?:trinh|gui|nop|chuyen|de nghi|moi|xin)\s+(?P<who>[^,;:.()\d]{2,50})$")
ENDS_IN_NAME = re.compile(r"[“\"”«]\s*\w+(?:\W+\w+){2,}?\s*[”\"“»]\W*$")
OF_A_ROUND = re.compile(rf"{ROUND}\s*[:.–-]\s*\w+ \w")
NEAR_NAMED = timedelta(days=14)
FEWEST_SHARED, SHORT = 3, 3
FEWEST_BEGUN, MOST_CUT, NEAR_DAYS = 6, 3, timedelta(days=45)
LIKE, LIKE_NAMES, UNLIKE_SHARE = 0.6, 0.75, 3


def told_again(table: Sequence[Draft], right: Restorer) -> dict[int, list[int]]:
    """Return, by the place of a draft in `table`, those of another table that tell the same work again.

    `right` puts the words of a worn document right: there words may still differ in letters.
    """
    again = [at for at, draft in enumerate(table) if draft.appended]
    if not again or len(again) == len(table):
        return {}
    worn = right is not as_it_stands
    table = [replace(draft, task=replace(draft.task, title=right(draft.task.title))) for draft in table]
    days: dict[Days | None, list[int]] = {}
    for at, draft in enumerate(table):
        days.setdefault(span(draft.task.due), []).append(at)
    found: dict[int, list[int]] = {}
    for at in again:
        beside = days[span(table[at].task.due)]
        near = [one for one in beside if not table[one].appended and _may_be_one(table[one], table[at])]
        same = [one for one in near if _same_words(table[one], table[at], worn=worn)]
        if not same and _is_alone(at, near, beside, table):
            same = [one for one in near if _says_less(table[one], table[at])]
        if same := same or _on_another_day(table, at):
            found.setdefault(same[0], []).append(at)
    return found


def _on_another_day(table: Sequence[Draft], at: int) -> list[int]:
    """Return the one work of the plan that an appendix tells again in the same words, for its criterion, on other days.

    Both days are kept as its mentions, so that people are asked which counts.
    """
    alike = [one for one in range(len(table)) if one != at and _begins_alike(table[one], table[at])]
    return alike if len(alike) == 1 and not table[alike[0]].appended else []


def _begins_alike(first: Draft, second: Draft) -> bool:
    """Whether two drafts of one criterion, weeks apart at most, are titled alike but for the last words of one."""
    one, two = first.task, second.task
    if not one.criterion or one.criterion != two.criterion:
        return False
    days, others = span(one.due), span(two.due)
    if days is None or others is None:
        return False
    short, long = sorted((WORD.findall(fold(one.title)), WORD.findall(fold(two.title))), key=len)
    begun = len(short) >= FEWEST_BEGUN and long[: len(short)] == short and len(long) - len(short) <= MOST_CUT
    apart = max(days[0], others[0]) - min(days[1], others[1])
    alike = one.due.recurrence is two.due.recurrence and one.due.bound is two.due.bound
    return begun and alike and apart <= NEAR_DAYS and not any(_counts(word) for word in long[len(short) :])


def _is_alone(at: int, near: Sequence[int], beside: Sequence[int], table: Sequence[Draft]) -> bool:
    """Whether only one work of each table is done on these days by these people."""
    others = (other for other in beside if table[other].appended and other != at)
    return len(near) == 1 and not any(_may_be_one(table[near[0]], table[other]) for other in others)


def _may_be_one(first: Draft, second: Draft) -> bool:
    """Whether two drafts are of the same days, by the same people as far as both name any, of no other criterion."""
    one, two = first.task, second.task
    days = span(one.due)
    if days is None or days != span(two.due) or one.due.recurrence is not two.due.recurrence:
        return False
    if one.criterion and two.criterion and one.criterion != two.criterion:
        return False
    known, told = (*one.owners, *one.helpers), (*two.owners, *two.helpers)
    if not known or not told:
        return True
    return all(any(likeness(name, each) >= LIKE_NAMES for each in known) for name in two.owners) or (
        all(any(likeness(name, each) >= LIKE_NAMES for each in told) for name in one.owners)
    )


def _same_words(first: Draft, second: Draft, *, worn: bool) -> bool:
    one, two = _words(first), _words(second)
    if one == two:
        return bool(one)
    one, two = (WORD.findall(fold(draft.task.title)) for draft in (first, second))
    if not worn or len(one) != len(two):
        return False
    unlike = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    return UNLIKE_SHARE * len(unlike) <= len(one) and all(_worn_alike(*pair) for pair in unlike)


def _worn_alike(one: str, two: str) -> bool:
    """Whether two words may be one with letters misread; numbers and signs of classes never are."""
    whole = min(len(one), len(two)) >= SHORT and (one + two).isalpha()
    return whole and likeness(one, two) >= LIKE


def _says_less(first: Draft, second: Draft) -> bool:
    """Whether one wording is the other cut short: the same act, all its words among the other's."""
    one, two = set(_words(first)), set(_words(second))
    less, more = sorted((one, two), key=len)
    told = acts_of(first.task.title) & acts_of(second.task.title)
    return bool(told) and less <= more and len(less) >= FEWEST_SHARED and not any(_counts(word) for word in more - less)


def tells_the_other(first: Draft, second: Draft) -> bool:
    """Whether one of two works is told in the words of the other: its beginning, or what it is handed in for."""
    return _begins_the_other(first, second) or _is_handed_in_for(first, second) or _is_same_round(first, second)


def names_the_same(first: Draft, second: Draft) -> bool:
    """Whether one title is the name of an event in quotes the other begins with too, weeks apart at most.

    "Diễn đàn “Điều em muốn nói”" and "Diễn đàn “Điều em muốn nói” cho khối 8, 9": another day is no other event.
    """
    one, two = first.task, second.task
    days, others = span(one.due), span(two.due)
    short, long = sorted((fold(one.title), fold(two.title)), key=len)
    if days is None or others is None or one.due.recurrence or two.due.recurrence:
        return False
    named = ENDS_IN_NAME.search(short) is not None and re.match(rf"{re.escape(short)}(?!\w)", long) is not None
    people = [{fold(name) for name in task.owners} for task in (one, two)]
    near = max(days[0], others[0]) - min(days[1], others[1]) <= NEAR_NAMED
    return named and near and (not all(people) or people[0] == people[1])


def _begins_the_other(first: Draft, second: Draft) -> bool:
    """Whether one title is the first words of the other's deed, on the same days and by a body the other's place names.

    "Sao in: Ban sao in làm việc …" and "Sao in, niêm phong đề (Ban sao in)".
    """
    one, two = first.task, second.task
    short, long = sorted((fold(one.title), fold(two.title)), key=len)
    known = span(one.due) is not None and span(one.due) == span(two.due) and one.due.recurrence is two.due.recurrence
    led = bool(acts_of(one.title) & acts_of(two.title)) and re.match(rf"{re.escape(short)}(?!\w)", long) is not None
    said = (fold(other.mentions[0].quote) for other in (two, one))
    named = (all(fold(name) in quote for name in task.owners) for task, quote in zip((one, two), said, strict=True))
    return known and led and bool(one.owners or two.owners) and all(named)


def _is_same_round(first: Draft, second: Draft) -> bool:
    """Whether two titles begin with one round of a contest and what it is, on the same days: "Vòng 1: thi viết …"."""
    one, two = first.task, second.task
    short, long = sorted((fold(one.title), fold(two.title)), key=len)
    known = span(one.due) is not None and span(one.due) == span(two.due) and one.due.recurrence is two.due.recurrence
    named = OF_A_ROUND.match(short) is not None and re.match(rf"{re.escape(short)}(?!\w)", long) is not None
    people = [{fold(name) for name in task.owners} for task in (one, two)]
    return known and named and (not all(people) or people[0] == people[1])


def _is_handed_in_for(first: Draft, second: Draft) -> bool:
    """Whether one title ends in the other, handed to somebody for it by the same day: "trình Hiệu trưởng duyệt đề".

    A row that names who it is handed to sets a work of theirs.
    """
    one, two = first.task, second.task
    long, short = sorted((one, two), key=lambda task: -len(task.title))
    end = re.search(rf"\s{re.escape(fold(short.title))}\W*$", fold(long.title))
    known = span(one.due) is not None and span(one.due) == span(two.due) and one.due.recurrence is two.due.recurrence
    if (
        not known
        or not end
        or len(short.title.split()) < FEWEST_SHARED
        or (short.owners and short.owners != long.owners)
    ):
        return False
    asked = HANDED_FOR.search(fold(long.title[: end.start()]))
    who = long.title[slice(*asked.span("who"))] if asked else ""
    return bool(who) and (are_doers(who) or bool(nearest_role(who)))


def _counts(word: str) -> bool:
    return any(sign.isdigit() for sign in word) or len(word) == 1


def _words(draft: Draft) -> list[str]:
    return WORD.findall(fold(GLUE.sub(" ", draft.task.title.lower())))
