"""A work that names other things than its result lists: “ngoại ngữ, tin học và âm nhạc”, one of them named (L20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity, Task
from schedules.wording import fold

RULE = "viec-chua-du-ket-qua"
WORDS = re.compile(r"\w+")
END = re.compile(r"[.;:()\n]")
BETWEEN = re.compile(r",|\s(?:và|va)\s")
LINK = re.compile(r"^(?:voi|ve|cho|cac)\s+")
FEWEST, LONGEST_ITEM, LEAD = 2, 3, 2
Items = dict[str, str]


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per work that lists only some of what its expected result lists after the same words."""
    for task in plan.tasks:
        missing = _missing(task)
        if missing and task.expected:
            told = ", ".join(f"“{item}”" for item in missing)
            message = f"Kết quả cần đạt nêu cả {told} nhưng việc “{task.title}” không nhắc tới."
            advice = "Bổ sung phần còn thiếu vào việc, hoặc sửa lại kết quả cần đạt."
            places = tuple(mention.place for mention in task.mentions[:1])
            yield Finding(RULE, Severity.INFO, message, (task.expected, task.title), advice, places)


def _missing(task: Task) -> tuple[str, ...]:
    """Return what the result lists and the work leaves out, where both list something alike after the same words."""
    asked, named = _lists(task.expected or ""), _lists(task.title)
    for lead in reversed(asked):
        items, others = asked[lead], named.get(lead, {})
        if items.keys() & others.keys() and others.keys() - items.keys() and items.keys() - others.keys():
            return tuple(shown for item, shown in items.items() if item not in others)
    return ()


def _lists(text: str) -> dict[tuple[str, str], Items]:
    """Return the lists of a text by the two words before each, in order: {("lam", "quen"): {"am nhac": …}}."""
    words = list(WORDS.finditer(text))
    found: dict[tuple[str, str], Items] = {}
    for first, last in zip(words, words[LEAD - 1 :], strict=False):
        items = _items(END.split(text[last.end() :], maxsplit=1)[0])
        if len(items) >= FEWEST:
            found[fold(first[0]), fold(last[0])] = items
    return found


def _items(rest: str) -> Items:
    """Return the parts of a list by their folded words; {} where a part is too long to be one thing."""
    parts = [" ".join(part.split()) for part in BETWEEN.split(rest)]
    bare = [part[match.end() :] if (match := LINK.match(fold(part))) else part for part in parts]
    short = all(0 < len(part.split()) <= LONGEST_ITEM for part in bare)
    return {fold(part): part for part in bare} if short else {}
