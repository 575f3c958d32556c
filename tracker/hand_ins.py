"""Pure: what is handed in on a day off has to be done before it, as what is due by it; an event is held on the day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from schedules.plan import Bound, Due, Task
from schedules.wording import fold
from tracker.spoken import is_off, left_words

HANDED_IN = re.compile(
    r"(?:nop|(?:sao )?gui|ban giao|hoan (?:thanh|thien)"
    r"|trinh(?! (?:bay|dien|chieu|do)\b)|bao cao(?! (?:vien|chuyen de|thuc te|thoi su|tham luan|dien hinh)\b))\b"
)
"""How the name of a work begins that is given away or finished by its day, folded; a talk or a show is held on it."""


def acted_on(task: Task) -> Due:
    """Return a deadline as people have to act on it: what is handed in on one day off is due by that day."""
    due = task.due
    one_day = due.start in (None, due.day)
    return replace(due, bound=Bound.BY) if one_day and is_off(due) and _is_handed_in(task) else due


def off_on(task: Task, due: Due) -> bool:
    """Whether a work takes place on days off by a deadline it may be given: nobody has to be done before them."""
    return is_off(acted_on(replace(task, due=due)))


def left_of(task: Task, today: date) -> str:
    """Return how much time is left of a work: “nên xong trong thứ Sáu 18/12/2026” of what is handed in on a Sunday."""
    return left_words(acted_on(task), today)


def _is_handed_in(task: Task) -> bool:
    title = fold(task.title).lstrip("-+• ")
    for name in sorted({fold(one) for one in task.owners}, key=len, reverse=True):
        title = title.removeprefix(name).lstrip(" :,") if name else title
    return HANDED_IN.match(title) is not None
