"""The question whether names of a draft mean one group, here or in what the school keeps: “GVCN”, “GVCN các lớp”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from schedules.plan import Finding, Severity
from tracker.group_names import group_of
from tracker.naming import plain, same_person
from tracker.refusal import Refusal
from tracker.review.draft import Draft, Item
from tracker.review.operations import OneGroup, Operation
from tracker.store import waivers
from tracker.store.database import Database
from tracker.store.records import Person

BETWEEN = " | "
"""What stands between the names in what a waiver remembers of them, as of every finding's quotes."""

RULE = "hai-ten-mot-nhom"
"""The rule of the question; works are of one name where it is answered by joining."""

ADVICE = "Là một nhóm thì gộp ở trang duyệt bằng một lần bấm; để hai tên thì mỗi tên có lịch và lời nhắc riêng."


def joined(draft: Draft, operations: Iterable[Operation]) -> Draft:
    """Return a draft in which works name a group as it was said to be called, whenever that was said."""
    said = [one for one in operations if isinstance(one, OneGroup)]
    if not said:
        return draft
    called = dict[str, str]()
    for one in said:
        called = {name: one.name if plain(to) in map(plain, one.also) else to for name, to in called.items()}
        called |= {plain(name): one.name for name in one.also}
        called.pop(plain(one.name), None)
    return replace(draft, called=called, items=tuple(_renamed(item, called) for item in draft.items))


def _renamed(item: Item, called: Mapping[str, str]) -> Item:
    task = item.task
    owners = tuple(dict.fromkeys(called.get(plain(name), name) for name in task.owners))
    helpers = dict.fromkeys(called.get(plain(name), name) for name in task.helpers)
    beside = tuple(name for name in helpers if name not in owners)
    return replace(item, task=replace(task, owners=owners, helpers=beside))


def group_findings(draft: Draft, staff: Sequence[Person]) -> tuple[tuple[Finding, tuple[Item, ...]], ...]:
    """Return what is to be asked about names that may mean one group, each with the works that name it."""
    works = Counter(name for item in draft.live for name in _named(item))
    kept = [one for one in staff if one.active and not one.merged_into]
    same = dict[str, list[str]]()
    for name in dict.fromkeys((*works, *(one.name for one in kept if plain(one.name) not in draft.called))):
        if group := group_of(name):
            same.setdefault(group, []).append(name)
    found = []
    for names in same.values():
        apart = list(_each_once(names, staff))
        items = tuple(item for item in draft.live if any(name in works and name in _named(item) for name in apart))
        if len(apart) > 1 and items and not _named_together(items, apart):
            found.append((_finding(apart, works), items))
    return tuple(found)


def _named(item: Item) -> tuple[str, ...]:
    return (*item.task.owners, *item.task.helpers)


def _each_once(names: Sequence[str], staff: Sequence[Person]) -> Iterator[str]:
    """Yield the names without those that are known to mean whom one before them means: nobody asks about these."""
    met: list[tuple[str, int | None]] = []
    for name in names:
        who = next((one.merged_into or one.id for one in staff if same_person(one.name, name)), None)
        if not any((who is not None and who == other) or same_person(name, words) for words, other in met):
            met.append((name, who))
            yield name


def _named_together(items: Iterable[Item], names: Collection[str]) -> bool:
    """Whether one work names two of them: whoever wrote it meant two."""
    return any(pair[0] in _named(item) and pair[1] in _named(item) for item in items for pair in combinations(names, 2))


def _finding(names: Sequence[str], works: Mapping[str, int]) -> Finding:
    told = [f"“{name}” ({f'{works[name]} việc' if name in works else 'đã có ở trang Người'})" for name in names]
    message = f"{', '.join(told[:-1])} và {told[-1]} có thể là một nhóm, gọi {_times(len(names))} cách."
    return Finding(RULE, Severity.CHOICE, message, tuple(sorted(names, key=plain)), ADVICE)


def _times(count: int) -> str:
    return {2: "hai", 3: "ba"}.get(count, str(count))


def one_group(names: Sequence[str], stays: str) -> tuple[OneGroup, ...]:
    """Say that names mean one group, under the name that stays; Refusal where that is none of them."""
    if stays not in names:
        raise Refusal("Không còn câu hỏi này; kế hoạch vừa đổi. Hãy tải lại trang.")
    return (OneGroup(stays, tuple(name for name in names if name != stays)),)


def said_apart(db: Database, school_id: int) -> tuple[frozenset[str], ...]:
    """Return the names, folded, that a school said to mean different groups, those of each answer together."""
    found = waivers.of_school(db, school_id)
    return tuple(frozenset(key.split(BETWEEN)) for rule, key in found if rule == RULE)
