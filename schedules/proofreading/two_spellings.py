"""The name of one event, set between quotation marks, spelled two ways in the places that tell it (L09)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Mention, Plan, Severity, Task
from schedules.wording import fold, nfc

RULE = "ten-viec-hai-cach-viet"
NAME = re.compile(r"[“\"]([^“”\"]{4,120})[”\"]")
SIGNS = re.compile(r"[^\w]+")
SLIP = 0.75
"""Names more alike than this are one name with a slip; less alike they are two events of one work."""


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per task of which two mentions write the same quoted name with other letters."""
    for task in plan.tasks:
        differing = next(_differing(task), None)
        if differing:
            yield _finding(*differing)


def _differing(task: Task) -> Iterator[tuple[str, Mention, str, Mention]]:
    named = [(name, mention) for mention in task.mentions for name in NAME.findall(mention.quote)]
    for (one, first), (two, second) in combinations(named, 2):
        if first is not second and _is_slip(one, two):
            yield one, first, two, second


def _is_slip(one: str, two: str) -> bool:
    """Whether the names differ in letters, not in case, signs or accents that one of them lost altogether."""
    letters, others = _letters(one), _letters(two)
    if letters == others or letters == fold(letters) or others == fold(others):
        return False
    return SequenceMatcher(None, letters, others, autojunk=False).ratio() >= SLIP


def _letters(name: str) -> str:
    return SIGNS.sub(" ", nfc(name).lower()).strip()


def _finding(one: str, first: Mention, two: str, second: Mention) -> Finding:
    message = f"Một việc được viết tên hai cách: “{one}” và “{two}”; đã gộp thành một việc."
    advice = "Chọn một cách viết rồi sửa chỗ còn lại."
    return Finding(RULE, Severity.INFO, message, (first.quote, second.quote), advice, (first.place, second.place))
