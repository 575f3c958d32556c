"""Pure: whether a draft may be the corrected copy of a plan with another number: by its works, its title, its days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from statistics import median

from schedules.wording import fold
from tracker.identity import same_title
from tracker.namesakes import marks

Work = tuple[str, date | None]
"""A work as a plan says it: its title and its last day."""

MOST, NEARLY_ALL = 0.5, 0.75
"""The share of the works of either plan that must be in the other: of plans with one title, and of others."""

FEWEST = 2
"""Works that must be shared: one meeting with parents, the only work of two papers, tells nothing."""

LONGEST_DELAY = 62
"""Days by which a corrected copy may put off the works of a plan; what comes later is held another time."""

PERIODS = frozenset({"tuan", "thang", "quy"})
"""Words of a title of plans that come again with the same works: only the days tell one from the next."""


def shared(old: Sequence[Work], new: Sequence[Work], titles: tuple[str, str]) -> int:
    """Return how many works two plans share where the new one may correct the old; 0 where it does not.

    `titles` are what both plans call themselves, empty where they do not.
    """
    same = _one_title(*titles)
    wanted = (MOST if same else NEARLY_ALL) * max(len(old), len(new))
    if same is None or not wanted or min(len(old), len(new)) < wanted:
        return 0
    pairs = _pairs(tuple(old), tuple(new))
    sure = len(pairs) >= max(wanted, FEWEST)
    return len(pairs) if sure and _at_one_time(old, new, pairs, comes_again=not same or _comes_again(titles)) else 0


def _one_title(one: str, other: str) -> bool | None:
    """Whether two plans call themselves the same; None where their titles say that they are two: “kỳ I”, “kỳ II”."""
    if not one or not other:
        return False
    first, second = _plain(one), _plain(other)
    if marks(first) != marks(second):
        return None
    # “Kế hoạch điều chỉnh kế hoạch kiểm tra nội bộ” names the plan it corrects
    return first in second or second in first or same_title(one, other)


def _comes_again(titles: tuple[str, str]) -> bool:
    return any(PERIODS.intersection(_plain(one).split()) for one in titles)


Pair = tuple[Work, Work]


def _at_one_time(old: Sequence[Work], new: Sequence[Work], pairs: Sequence[Pair], *, comes_again: bool) -> bool:
    """Whether both plans speak of the same days: works put off by some weeks are, the next month's are not."""
    moved = [abs((two - one).days) for (_, one), (_, two) in pairs if one and two]
    if not moved:
        return not comes_again
    if moved.count(0) * 3 >= len(moved):
        return True
    return _overlap(old, new) if comes_again else median(moved) <= LONGEST_DELAY


def _overlap(old: Sequence[Work], new: Sequence[Work]) -> bool:
    """Whether the days of two plans have at least half of the shorter span in common."""
    first, second = sorted(day for _, day in old if day), sorted(day for _, day in new if day)
    shorter = min(first[-1] - first[0], second[-1] - second[0])
    common = min(first[-1], second[-1]) - max(first[0], second[0])
    return common.days >= 0 and common * 2 >= shorter


@lru_cache(maxsize=256)
def _pairs(old: tuple[Work, ...], new: tuple[Work, ...]) -> tuple[Pair, ...]:
    """Return the works two plans share, those titled and dated the same before those titled the same, then the like."""
    left, free, found = list(old), list(new), list[Pair]()
    for key in (_titled_and_dated, _titled):
        known: dict[object, list[Work]] = defaultdict(list)
        for one in left:
            known[key(one)].append(one)
        for two in list(free):
            if known[key(two)]:
                found.append((known[key(two)].pop(0), two))
                left.remove(found[-1][0])
                free.remove(two)
    for two in free:
        like = next((one for one in left if _like(one[0], two[0])), None)
        if like is not None:
            found.append((like, two))
            left.remove(like)
    return tuple(found)


def _titled_and_dated(work: Work) -> object:
    return _plain(work[0]), work[1]


def _titled(work: Work) -> object:
    return _plain(work[0])


def _like(one: str, two: str) -> bool:
    """Whether two titles name one work; those with few words in common are not compared letter by letter."""
    first, second = _words(one), _words(two)
    return len(first & second) * 2 >= max(len(first), len(second)) and same_title(one, two)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(fold(text).split())


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_plain(text).split())
