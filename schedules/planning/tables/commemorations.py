"""What commemorates a day is held on it, where its row tells nothing finer: "Tọa đàm kỷ niệm 20/10" in October."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.plan import Bound, Due, Precision
from schedules.planning.drafts import in_column
from schedules.wording import Context, fold, when

HELD = r"(?:to chuc|buoi|le|toa dam|mit tinh|gap mat|hop mat|lien hoan|sinh hoat|va|chuyen de|duoi co|chao co)"
COMMEMORATED = re.compile(
    rf"^\W*(?:{HELD}\W+)*ky niem\s+(?:\d{{1,3}}\s+nam\s+)?(?:ngay\s+)?(?:le\s+|thanh lap\s+|truyen thong\s+)?"
    r"(?P<name>(?:[^\W\d]+\s+){0,6}?)\W{0,3}(?:ngay\s+)?(?P<day>\d{1,2}\s*[/-]\s*\d{1,2})\W*$"
)
"""No “thi đua” or “phát động”: those go on for weeks before the day."""


def held_on(work: str, due: Due, context: Context) -> Due:
    """Return the day a work commemorates where it lies in the month its row tells, else the row's due."""
    if due.precision is not Precision.MONTH or due.bound is not Bound.DURING or due.recurrence:
        return due
    words = " ".join(work.split())
    found = COMMEMORATED.match(fold(words))
    if not found or due.day is None:
        return due
    told = when(f"ngày {found['day']}/{due.day.year}", in_column(context))
    if told.day is None or not (due.start or due.day) <= told.day <= due.day:
        return due
    return replace(told, words=words[found.start("day") : found.end("day")], implied=(*told.implied, "year"))
