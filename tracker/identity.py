"""Which task of a corrected plan is which task of the plan before: by meaning and place, never by order alone."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from schedules.plan import Due, Task
from schedules.wording import fold
from tracker.namesakes import marks, naming, unmarked
from tracker.store.records import StoredTask

SAME_WORK = 0.72
"""Below this likeness two titles are two works; measured on the corrected copies in tests/examples."""

CRITERION, QUOTE, PLACE, DAY = 0.15, 0.2, 0.05, 0.1
"""What each agreement beside the title adds: it chooses between two likely titles, it never outweighs one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Old and new tasks put side by side: pairs that are one work, what is new, what is gone."""

    pairs: tuple[tuple[StoredTask, Task], ...]
    new: tuple[Task, ...]
    gone: tuple[StoredTask, ...]

    @property
    def moved(self) -> tuple[tuple[StoredTask, Task], ...]:
        """The pairs whose deadline changed."""
        return tuple(pair for pair in self.pairs if _moved(*pair))

    @property
    def same(self) -> tuple[tuple[StoredTask, Task], ...]:
        """The pairs whose deadline stayed."""
        return tuple(pair for pair in self.pairs if not _moved(*pair))

    @property
    def reworded(self) -> tuple[tuple[StoredTask, Task], ...]:
        """The pairs whose deadline stayed and whose title did not: calendars show the new one."""
        return tuple((old, new) for old, new in self.same if old.task.title != new.title)


def _moved(old: StoredTask, new: Task) -> bool:
    return (old.task.due.start, old.task.due.day) != (new.due.start, new.due.day)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def same_title(one: str, other: str) -> bool:
    """Whether two titles name one work though words of it changed; another number, grade or round is another work."""
    first, second = _plain(one), _plain(other)
    if first == second:
        return True
    alike = SequenceMatcher(None, first, second, autojunk=False).ratio() >= SAME_WORK
    return alike and marks(first) == marks(second)


def likeness(old: Task, new: Task) -> float:
    """Return how surely two tasks are the same work; titles decide, the rest breaks ties."""
    matcher = SequenceMatcher(None, _plain(old.title), _plain(new.title), autojunk=False)
    if old.criterion != new.criterion or matcher.quick_ratio() < SAME_WORK:
        return 0.0
    titles = matcher.ratio()
    if titles < SAME_WORK:
        return 0.0
    quotes = {_plain(m.quote) for m in old.mentions} & {_plain(m.quote) for m in new.mentions}
    places = {m.place for m in old.mentions} & {m.place for m in new.mentions}
    same_day = (old.due.start, old.due.day) == (new.due.start, new.due.day)
    beside = (bool(old.criterion) * CRITERION, bool(quotes) * QUOTE, bool(places) * PLACE, same_day * DAY)
    return titles + sum(beside)


def compare(old: Sequence[StoredTask], new: Sequence[Task]) -> Comparison:
    """Pair the tasks of two readings of one plan, surest pairs first; each task is paired at most once.

    The same title is surer than the same day, and titles that number themselves otherwise are two works.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(_scored(old, new), reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    pairs = _continued(old, new, pairs)
    return Comparison(
        pairs=tuple((old[i], new[j]) for i, j in sorted(pairs.items(), key=lambda pair: pair[1])),
        new=tuple(task for j, task in enumerate(new) if j not in taken),
        gone=tuple(stored for i, stored in enumerate(old) if i not in pairs),
    )


def _scored(old: Sequence[StoredTask], new: Sequence[Task]) -> Iterator[tuple[bool, float, int, int]]:
    """Yield every two tasks that may be one work: whether titled the same, how like they are, where they stand."""
    kin = Counter(unmarked(_plain(task.title)) for task in (*(stored.task for stored in old), *new))
    for i, stored in enumerate(old):
        for j, task in enumerate(new):
            score, same = likeness(stored.task, task), _plain(stored.task.title) == _plain(task.title)
            if score and (same or not _apart(stored.task, task, kin)):
                yield same, score, -i, -j


def _apart(old: Task, new: Task, kin: Mapping[str, int]) -> bool:
    """Whether another number makes of two like titles two works.

    It is one work where both are alone of their name and the number only tells its own time, or counts what is done
    on the same day: “nộp 3 bộ” became “nộp 5 bộ”.
    """
    first, second = _plain(old.title), _plain(new.title)
    if marks(first) == marks(second):
        return False
    if sum(kin[name] for name in {unmarked(first), unmarked(second)}) > len((old, new)):
        return True
    was, became = marks(first) - marks(second), marks(second) - marks(first)
    told_by_time = was <= marks(_plain(old.due.words)) and became <= marks(_plain(new.due.words))
    counts = naming(first) == naming(second) and (old.due.start, old.due.day) == (new.due.start, new.due.day)
    return not (told_by_time or counts)


def _continued(old: Sequence[StoredTask], new: Sequence[Task], pairs: dict[int, int]) -> dict[int, int]:
    """Return pairs in which a work that several namesakes became, on another day, goes on as one still to do.

    Of those it goes on as the earliest: the one its people heard of.
    """
    titles = Counter(_plain(task.title) for task in new)
    kin: dict[str, list[int]] = defaultdict(list)
    for i, stored in enumerate(old):
        kin[_plain(stored.task.title)].append(i)
    found: dict[int, int] = {}
    for i, j in pairs.items():
        title = _plain(new[j].title)
        became_one = titles[title] == 1 and len(new[j].mentions) > 1 and _moved(old[i], new[j])
        free = [one for one in kin[title] if one not in pairs] if became_one and i in kin[title] else []
        first = min((i, *free), key=lambda one: (not old[one].open, old[one].task.due.day or date.max))
        found[first] = j
    return found


def task_id(plan_key: str, school_slug: str, task: Task, attempt: int = 0) -> str:
    """Return the id of a new task: the same plan read into an empty store gives the same ids."""
    first = task.mentions[0] if task.mentions else None
    parts = (school_slug, plan_key, _plain(task.title), task.criterion, first.quote if first else "", task.due.words)
    digest = hashlib.sha256("\x1f".join([*map(str, parts), str(attempt)]).encode()).hexdigest()
    return f"viec-{digest[:12]}"


def time_id(first_id: str, due: Due) -> str:
    """Return the id of a later time of recurring work: the same work on the same day has the same id."""
    digest = hashlib.sha256(f"{first_id}\x1f{due.day}".encode()).hexdigest()
    return f"viec-{digest[:12]}"
