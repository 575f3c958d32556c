"""One work, one task: what the body and a table say of the same work is joined by meaning, both mentions kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from schedules.plan import Due, Finding, Precision, Task
from schedules.planning.acts import acts_of
from schedules.planning.drafts import Draft, WeekWords
from schedules.planning.joining.doers import nearer, without_doer
from schedules.planning.joining.doubts import other_times, unlike
from schedules.planning.joining.objects import DEED_WORDS, have_other_objects
from schedules.planning.joining.perhaps_one import perhaps_one
from schedules.planning.joining.same_words import same_words
from schedules.planning.joining.told_again import names_the_same, tells_the_other, told_again
from schedules.planning.joining.topics import Topic, differ, nearness, say_the_same, shared_words, topic_of, weights
from schedules.planning.joining.twice_in_list import twice_in_list
from schedules.planning.people.named import named_in
from schedules.planning.text.prose import to_its_end
from schedules.planning.text.worn_people import Restorer, as_it_stands, restorer
from schedules.proofreading.agreement import agree, conflicts, in_force, is_season, lies_in, span, undecided
from schedules.wording import fold

NEAR, SURE = 0.65, 0.8
"""Share of the shorter wording that the other must hold to be the same work: when dates agree, and when they do not."""

AS_NEAR = 0.15
MONTHS, FEW = timedelta(days=45), 3
"""Works of different people this far apart are one only if they share more words than these, their deed aside."""

BRACKET = re.compile(r"\([^()]*\)")
TELLING, MOST_HOLDERS = 6, 200
"""Only the most telling words are looked up, in so many drafts: a table of thousands stays quick."""

UNDECIDED = 0.6
"""Confidence of a task whose mentions contradict each other, until someone chooses."""

Anchor = tuple[WeekWords, Due]
Partner = tuple[int, float]
Near = tuple[Draft, float]


@dataclass(frozen=True, slots=True)
class Joined:
    """The tasks after joining, the week words fixed by a day elsewhere, and what joining noticed."""

    tasks: tuple[Task, ...]
    anchors: tuple[Anchor, ...]
    findings: tuple[Finding, ...]


def join(drafts: Sequence[Draft], signed: date | None = None, text: str = "") -> Joined:
    """Join each table draft to the body draft of the same work; what has no partner stays a task of its own.

    A deadline that was over when the plan was `signed` is never the one in force where there is another; `text` is
    the whole document's, to know how worn its words are.
    """
    right = restorer(text)
    body = [draft for draft in drafts if not draft.in_table]
    table, anchors = _summed_up([draft for draft in drafts if draft.in_table], signed, right)
    nearby: dict[int, list[Near]] = {}
    tasks: list[Task] = []
    findings: list[Finding] = []
    taken: set[int] = set()
    for draft, partner in zip(table, _partners(body, table, right), strict=True):
        if partner:
            nearby.setdefault(partner[0], []).append((draft, partner[1]))
    for at, draft in enumerate(body):
        kept, left = _kept(draft, nearby.get(at, []))
        joined = [one for one, _ in kept]
        tasks.append(_merged(draft, joined, signed))
        anchors += [(one.week, draft.task.due) for one in joined if one.week and _fixes(draft.task.due, one.week)]
        findings += [unlike(draft, one) for one, score in kept if _is_doubtful(draft, one, score)]
        findings += [other_times(draft, joined, left)] if left else []
        taken |= {id(one) for one in joined}
    tasks += [draft.task for draft in table if id(draft) not in taken]
    told = _told_once(tasks)
    return Joined(told, tuple(anchors), (*findings, *perhaps_one(told), *twice_in_list(told)))


def _summed_up(table: Sequence[Draft], signed: date | None, right: Restorer) -> tuple[list[Draft], list[Anchor]]:
    """Return the table drafts with what an appendix tells again joined to them, and the weeks this fixes."""
    again = told_again(table, right)
    taken = {at for found in again.values() for at in found}
    left = [
        replace(draft, task=_merged(draft, [table[one] for one in again[at]], signed)) if at in again else draft
        for at, draft in enumerate(table)
        if at not in taken
    ]
    pairs = ((table[at].task.due, table[one].week) for at, found in again.items() for one in found)
    return left, [(week, due) for due, week in pairs if week and _fixes(due, week)]


def _told_once(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Work said twice in the same words, for the same days and people, is one task with both mentions."""
    known: dict[tuple[object, ...], Task] = {}
    for task in tasks:
        key = (fold(task.title), task.due.start, task.due.day, fold("; ".join(task.owners)), task.criterion)
        twin = known.get(key) if task.due.day else None
        fresh = key if twin or key not in known else (*key, len(known))
        known[fresh] = replace(twin, mentions=(*twin.mentions, *task.mentions)) if twin else task
    return tuple(known.values())


def _partners(body: Sequence[Draft], table: Sequence[Draft], right: Restorer) -> list[Partner | None]:
    """Return for each table draft the index of the body draft nearest to it in meaning, and how near; None without."""
    if not body or not table:
        return [None] * len(table)
    alone = Counter(draft.headings[-1] for draft in body if draft.headings)
    topics = [_topic(draft, draft.headings, right, alone=alone) for draft in body]
    others = [_topic(draft, right=right) for draft in table]
    bare = _without_about(table, right)
    weight = weights([*topics, *others])
    holders = _holders(topics)
    twins = same_words(body, table)
    found: list[Partner | None] = []
    for row, (draft, topic, alone_said) in enumerate(zip(table, others, bare, strict=True)):
        if row in twins:
            found.append((twins[row], 1.0))
            continue
        telling = sorted(topic.words, key=lambda word: (-weight.get(word, 0.0), word))[:TELLING]
        candidates = sorted({at for word in telling for at in holders.get(word, ())[:MOST_HOLDERS]})
        near = {at: _nearness((topic, alone_said), topics[at], weight) for at in candidates}
        scores = {at: 1.0 if tells_the_other(body[at], draft) else score for at, score in near.items()}
        best = _best(draft, body, scores)
        found.append((best, scores[best]) if best is not None else None)
    return _without_also_rans(found)


def _without_about(table: Sequence[Draft], right: Restorer) -> list[Topic | None]:
    """Return what rows for one of several are about besides that one, where no other row does the same; else None."""
    alike = Counter(fold(draft.bare_title) for draft in table)
    alone = (draft.about and alike[fold(draft.bare_title)] == 1 for draft in table)
    return [_topic(draft, right=right, bare=True) if one else None for draft, one in zip(table, alone, strict=True)]


def _nearness(said: tuple[Topic, Topic | None], other: Topic, weight: Mapping[str, float]) -> float:
    """Return how near a row is to what the body says, whom of several it is for aside where the body names no other."""
    topic, bare = said
    score = nearness(topic, other, weight)
    return max(score, nearness(bare, other, weight)) if bare and not differ(topic, other) else score


def _without_also_rans(partners: Sequence[Partner | None]) -> list[Partner | None]:
    """Where one table draft is surely a body draft, others that only resemble it stay on their own."""
    best: dict[int, float] = {}
    for at, score in filter(None, partners):
        best[at] = max(best.get(at, 0.0), score)
    return [found if found and found[1] >= min(SURE, best[found[0]] - AS_NEAR) else None for found in partners]


def _holders(topics: Sequence[Topic]) -> dict[str, list[int]]:
    """Return which body drafts hold each word, so that only those with a word in common are compared."""
    holders: dict[str, list[int]] = {}
    for at, topic in enumerate(topics):
        for word in topic.words | topic.above:
            holders.setdefault(word, []).append(at)
    return holders


def _best(draft: Draft, body: Sequence[Draft], scores: Mapping[int, float]) -> int | None:
    """Choose the nearest; among about equals one whose date agrees; against its date only one surely the same."""
    best = max(scores.values(), default=0.0)
    near = [at for at, score in scores.items() if score >= max(NEAR, best - AS_NEAR)]
    near = [at for at in near if not _are_of_others(draft, body[at])]
    agreeing = [at for at in near if agree(draft.task.due, body[at].task.due)]
    against = [at for at in near if scores[at] == best >= SURE and _is_surely(draft, body[at])]
    choices = agreeing or against
    return max(choices, key=lambda at: (scores[at], -at)) if choices else None


def _is_surely(draft: Draft, one: Draft) -> bool:
    """Whether two works are one though their dates differ: they share enough, and neither alone is one of several.

    A row with people of its own must not name another object either; a name in quotes is of one work.
    """
    first, second = (topic_of(each.bare_title) for each in (draft, one))
    people = {fold(name) for name in draft.task.owners}
    others = people and not people & {fold(name) for name in one.task.owners}
    if first.counted != second.counted or (others and have_other_objects(draft.task.title, one.task.title)):
        return names_the_same(one, draft)
    return _shares_enough(draft, one)


def _shares_enough(draft: Draft, one: Draft) -> bool:
    """Whether two works share enough words to be one though their dates differ: two common words are not a work."""
    first, second = _topic(draft), _topic(one)
    return say_the_same(first, second) or len(shared_words(first, second)) >= FEW


def _are_of_others(draft: Draft, one: Draft) -> bool:
    """Whether two works are of different people on other days, and of other objects, or months apart and unlike."""
    first, second = span(draft.task.due), span(one.task.due)
    people = fold(" ".join(draft.task.owners)), fold(" ".join(one.task.owners))
    if first is None or second is None or not all(people) or people[0] in people[1] or people[1] in people[0]:
        return False
    if first != second and have_other_objects(draft.task.title, one.task.title):
        return True
    apart = max(second[0] - first[1], first[0] - second[1]) > MONTHS
    shared = _topic(draft).words & _topic(one).words
    return apart and len(shared - DEED_WORDS) <= FEW


def _topic(
    draft: Draft,
    headings: tuple[str, ...] = (),
    right: Restorer = as_it_stands,
    alone: Mapping[str, int] | None = None,
    *,
    bare: bool = False,
) -> Topic:
    """The quote adds what a short title left out, such as the circular it follows, but not who does it.

    `bare` leaves out whom of several it is for.
    """
    head = right(BRACKET.sub("", headings[-1])) if headings and alone and alone[headings[-1]] == 1 else ""
    title = draft.bare_title if bare else draft.task.title
    mention = draft.task.mentions[0]
    named = without_doer(right(title), tuple(map(right, draft.task.owners)))
    return topic_of(named, right(named_in(to_its_end(mention.quote, mention.due.words))[2]), headings, head)


def _kept(draft: Draft, near: Sequence[Near]) -> tuple[list[Near], list[Draft]]:
    """Choose which table drafts are this work, and which are other times of it, or another work of the same line.

    One alone is, all within its season are, else those whose dates agree with it and with each other.
    """
    if len(near) <= 1:
        return list(near), []
    due, kept, left = draft.task.due, list[Near](), list[Draft]()
    same = [one for one, _ in near if span(one.task.due) == span(due)]
    for one, score in near:
        known = [] if is_season(due) else [other.task.due for other, _ in kept]
        apart = same and one not in same and not any(_shares_enough(one, other) for other in same)
        if agree(due, one.task.due) and not conflicts([*known, one.task.due]) and not apart:
            kept.append((one, score))
        else:
            left.append(one)
    return _without_others(kept), left


def _without_others(kept: Sequence[Near]) -> list[Near]:
    """Return the table drafts that are one work: rows by other people on its days are works apart."""
    found: list[Near] = []
    for draft, score in kept:
        mine = fold("; ".join(draft.task.owners))
        others = [one for one, _ in found if mine and one.task.owners and fold("; ".join(one.task.owners)) != mine]
        apart = any(span(one.task.due) == span(draft.task.due) and one.appended is draft.appended for one in others)
        if not apart:
            found.append((draft, score))
    return found


def _merged(draft: Draft, joined: Sequence[Draft], signed: date | None) -> Task:
    task, over = draft.task, draft.handed_down
    for one in joined:
        other = one.task
        task = replace(
            task,
            mentions=(*task.mentions, *other.mentions),
            owners=other.owners if over and other.owners else nearer(task.owners, other.owners),
            helpers=task.helpers or other.helpers,
            criterion=task.criterion or other.criterion,
            standard=task.standard or other.standard,
            budget=task.budget or other.budget,
            expected=task.expected or other.expected,
        )
        over = over and not other.owners  # whom the row names is nearer than a heading
    dues = [mention.due for mention in task.mentions]
    doubt = UNDECIDED if undecided(dues, signed) else 1.0
    return replace(task, due=in_force(dues, signed), confidence=min(task.confidence, doubt))


def _is_doubtful(draft: Draft, one: Draft, score: float) -> bool:
    """Whether a join rests on half the words, or on a title that tells no act, while the days are not the same."""
    first, second = span(draft.task.due), span(one.task.due)
    told = bool(acts_of(draft.task.title)) == bool(acts_of(one.task.title))
    if first is None or second is None or (score >= SURE and told) or conflicts([draft.task.due, one.task.due]):
        return False
    return not lies_in(first, second) and not lies_in(second, first)


def _fixes(due: Due, week: WeekWords) -> bool:
    """A day fixes a week only when it falls in the month the week is counted in."""
    months = {(day.year, day.month) for day in (due.start, due.day) if day}
    return due.precision is Precision.DAY and (week[0], week[1]) in months
