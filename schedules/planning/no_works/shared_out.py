"""A work of some days shared out over those it is done for: which of them come on which day is a detail of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from schedules.plan import Precision
from schedules.planning.drafts import Draft, Understood
from schedules.planning.no_works.details import details_finding
from schedules.planning.outline import Item
from schedules.proofreading.agreement import Days, lies_in, span
from schedules.wording import fold

DONE_TO = r"(?:tiep nhan|nhan|thu|phat|tra|cap|tiem|kham|can|do|chup|tiep|don|kiem tra|khao sat|phong van)"
GROUPS = r"(?:to|lop|khoi|thon|ban|xom|ap|khu|buon|nhom|dia ban|tuyen|ngay|buoi|do tuoi)"
SHARING = r"(?:(?:duoc )?(?:chia|phan|sap xep|bo tri|xep)(?: (?:deu|cu the|ra))?\s+(?:theo|cho)|theo)"
SHARED = re.compile(
    rf"^\W*(?:lich|thoi gian|phan lich)\s+(?P<work>{DONE_TO} [^:;.]{{2,50}}?),?\s+"
    rf"{SHARING}\s+(?:tung |cac )?{GROUPS}\b[^:]*:"
)
"""“Lịch nhận hồ sơ chia theo tổ: …”: the same people do it to others each day; who is on duty has a day of his own."""

WORD = re.compile(r"[a-z0-9]+")
FEWEST = 2


def with_shared_out(found: Understood, items: Sequence[Item]) -> Understood:
    """Return what was read, a line that shares a work out over its days told as a detail of that work."""
    lines = {item.block.place: match["work"] for item in items if (match := SHARED.match(fold(item.body)))}
    if not lines:
        return found
    left, findings = list(found.drafts), list(found.findings)
    for place, group in groupby(found.drafts, key=lambda draft: draft.task.mentions[0].place):
        parts = list(group)
        others = [draft for draft in found.drafts if draft.task.mentions[0].place != place]
        work = _shared(lines[place], parts, others) if place in lines and len(parts) >= FEWEST else None
        if work:
            left = [draft for draft in left if not any(draft is one for one in parts)]
            findings.append(details_finding(work, parts, f"{len(parts)} buổi chia theo ngày", "buổi"))
    return replace(found, drafts=tuple(left), findings=tuple(findings))


def _shared(name: str, parts: Sequence[Draft], others: Sequence[Draft]) -> Draft | None:
    """Return the one work of a name in whose days all parts lie."""
    days = [span(part.task.due) for part in parts]
    words = set(WORD.findall(name))
    works = [one for one in others if words <= set(WORD.findall(fold(one.task.title))) and _holds(one, days)]
    return works[0] if len({span(one.task.due) for one in works}) == 1 else None


def _holds(work: Draft, days: Sequence[Days | None]) -> bool:
    due = work.task.due
    whole = None if due.recurrence or due.start is None or due.precision is Precision.TERM else span(due)
    return whole is not None and all(own is not None and lies_in(own, whole) for own in days)
