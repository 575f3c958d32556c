"""A plan's dates against the law's, for the same matter: a later plan date is a finding, the plan's date stays.

Matching is by topic words and conservative: what is not surely the same matter is not compared. A matter that
comes back (a quarter's finances) is compared with the nearest of the law's days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schedules.calendar.names import key
from schedules.law.rows import Row
from schedules.law.tasks import UNVERIFIED, LawTask
from schedules.plan import Bound, Due, Finding, Origin, Precision, Severity, Task

TOO_FAR = 60
"""Days beyond which a later date is more likely another occurrence than a late one."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A topic: every group of `all` needs one of its phrases in a title, none of `none` may be there."""

    name: str
    all: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]

    def is_about(self, title: str) -> bool:
        """Whether a title is surely of this matter."""
        words = f" {key(title)} "
        held = all(any(f" {phrase} " in words for phrase in group) for group in self.all)
        return held and not any(f" {phrase} " in words for phrase in self.none)


def later_than_law(
    plan_tasks: Iterable[Task], law_tasks: Iterable[LawTask], matters: Iterable[Matter]
) -> tuple[Finding, ...]:
    """Return a finding for each plan task whose last day is later than the law's for the same matter."""
    by_matter: dict[str, list[LawTask]] = {}
    for law in law_tasks:
        by_matter.setdefault(law.matter, []).append(law)
    known = tuple(matter for matter in matters if matter.name in by_matter)
    return tuple(
        finding
        for task in plan_tasks
        if task.origin is Origin.PLAN and task.due.day
        for matter in known
        if matter.is_about(task.title)
        for finding in _later(task, by_matter[matter.name])
    )


def last_allowed(due: Due) -> date | None:
    """Return the last day on which work done is in time, read strictly: “trước ngày 30/9” allows 29/9."""
    if due.day is None:
        return None
    strict = due.bound is Bound.BEFORE and due.precision is Precision.DAY
    return due.day - timedelta(days=1) if strict else due.day


def _later(task: Task, laws: list[LawTask]) -> Iterator[Finding]:
    last = last_allowed(task.due)
    limits = [(limit, law) for law in laws if (limit := last_allowed(law.due))]
    if last is None or not limits:
        return
    limit, law = min(limits, key=lambda pair: abs((pair[0] - last).days))
    if 0 < (last - limit).days <= TOO_FAR:
        yield _finding(task, law, last, limit)


def _finding(task: Task, law: LawTask, last: date, limit: date) -> Finding:
    wholly = (task.due.start or last) > limit
    doubt = "" if law.verified else f" ({UNVERIFIED})"
    late = f"muộn hơn {(last - limit).days} ngày so với" if wholly else "có thể muộn hơn"
    why = (
        f"“{task.title}” có hạn {last:%d/%m/%Y}, {late} ngày cuối theo {law.citation}{doubt}: {limit:%d/%m/%Y} "
        f"({law.title}). Hạn của kế hoạch vẫn được giữ."
    )
    return Finding(
        rule="muon-hon-luat",
        severity=Severity.CHOICE if wholly and law.verified else Severity.INFO,
        message=why,
        quotes=tuple(mention.quote for mention in task.mentions) or (task.title,),
        suggestion=f"Cân nhắc làm chậm nhất ngày {limit:%d/%m/%Y}, hoặc bỏ qua với lý do.",
        places=tuple(mention.place for mention in task.mentions),
    )


def read_matter(row: Row) -> Matter:
    """Return the matter of a row; raise BadRowError when a list of phrases is missing."""
    row.only({"name", "all", "none"})
    groups = row.values.get("all")
    if not isinstance(groups, list) or not groups or not all(isinstance(group, list) for group in groups):
        raise row.refuse("“all” cần là danh sách các nhóm cụm từ")
    return Matter(
        row.text("name"), tuple(tuple(map(key, group)) for group in groups), tuple(map(key, row.texts("none")))
    )
