"""A plan's dates against the law's, for the same matter: a later plan date is a finding, the plan's date stays.

Matching is by topic words and conservative: what is not surely the same matter is not compared. A matter that
comes back (a quarter's finances) is compared with the nearest of the law's days. A law's task whose work the plan dates
near that day is not asked again: the plan's own date stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schedules.calendar.names import key
from schedules.law.rows import Row
from schedules.law.tasks import LawTask
from schedules.plan import Bound, Due, Finding, Origin, Precision, Severity, Task

TOO_FAR = 60
"""Days beyond which another date is more likely another occurrence than an early or a late one."""

QUARTER = re.compile(r"\bquy (iv|i{1,3}|[1-4])\b")
YEAR_SO_FAR = re.compile(r"\b0?([369]) thang dau nam\b")
"""“09 tháng đầu năm 2026” ends with the third quarter: what the fourth asks for is not told there."""

ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
SENTENCE_ENDS = re.compile(r"[.;]\s")


@dataclass(frozen=True, slots=True)
class Matter:
    """A topic: every group of `all` needs one of its phrases in a title, none of `none` may be there.

    Where a rule asks for several things at once, `parts` names them: only works that name them all do what it asks.
    """

    name: str
    all: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]
    parts: tuple[str, ...] = ()

    def is_about(self, title: str) -> bool:
        """Whether a title is surely of this matter."""
        words = f" {key(title)} "
        held = all(any(f" {phrase} " in words for phrase in group) for group in self.all)
        return held and not any(f" {phrase} " in words for phrase in self.none)

    def is_of(self, task: Task) -> bool:
        """Whether a work is surely of this matter, by its title or with the label the plan sets before it."""
        return any(self.is_about(name) for name in _names(task))


def later_than_law(
    plan_tasks: Iterable[Task], law_tasks: Iterable[LawTask], matters: Iterable[Matter]
) -> tuple[Finding, ...]:
    """Return a finding for each plan task whose last day is later than the law's for the same matter."""
    return tuple(
        finding
        for task, last, near in _near(plan_tasks, law_tasks, matters)
        if (finding := _later(task, last, near)) is not None
    )


def met_by_plan(
    plan_tasks: Iterable[Task], law_tasks: Iterable[LawTask], matters: Iterable[Matter]
) -> tuple[tuple[LawTask, tuple[Task, ...]], ...]:
    """Return the law's tasks the plan itself dates, each with the works that do it, wholly and near the law's day."""
    laws, matters = tuple(law_tasks), tuple(matters)
    near = [(law, task) for task, _, law in _near(plan_tasks, laws, matters)]
    parts = {matter.name: matter.parts for matter in matters}
    met = ((law, tuple(task for same, task in near if same is law)) for law in laws)
    return tuple((law, works) for law, works in met if works and _all_named(parts[law.matter], works))


def last_allowed(due: Due) -> date | None:
    """Return the last day on which work done is in time, read strictly: “trước ngày 30/9” allows 29/9."""
    if due.day is None:
        return None
    strict = due.bound is Bound.BEFORE and due.precision is Precision.DAY
    return due.day - timedelta(days=1) if strict else due.day


def _near(
    plan_tasks: Iterable[Task], law_tasks: Iterable[LawTask], matters: Iterable[Matter]
) -> Iterator[tuple[Task, date, LawTask]]:
    """Yield each dated work of the plan with its last day and the nearest of the law's tasks of its matter."""
    by_matter: dict[str, list[LawTask]] = {}
    for law in law_tasks:
        by_matter.setdefault(law.matter, []).append(law)
    known = tuple(matter for matter in matters if matter.name in by_matter)
    for task in plan_tasks:
        last = last_allowed(task.due) if task.origin is Origin.PLAN else None
        for matter in known if last else ():
            near = _nearest(task, last, by_matter[matter.name]) if last and matter.is_of(task) else None
            if last and near:
                yield task, last, near


def _nearest(task: Task, last: date, laws: list[LawTask]) -> LawTask | None:
    apart = [
        (abs((limit - last).days), law)
        for law in laws
        if (limit := last_allowed(law.due)) and _may_be_same_quarter(task.title, law.title)
    ]
    days, law = min(apart, key=lambda pair: pair[0], default=(TOO_FAR + 1, None))
    return law if days <= TOO_FAR else None


def _may_be_same_quarter(title: str, law: str) -> bool:
    ours, theirs = _quarters(title), _quarters(law)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _quarters(title: str) -> set[str]:
    words = key(title)
    named = {ROMAN.get(number, number) for number in QUARTER.findall(words)}
    return named | {str(int(months) // 3) for months in YEAR_SO_FAR.findall(words)}


def _names(task: Task) -> Iterator[str]:
    """Yield a work's title, and the title behind the label a quote sets before it: “Công khai theo thông tư 36: …”."""
    yield task.title
    for mention in task.mentions if task.title else ():
        label, found, _ = mention.quote.partition(task.title)
        if found and label.rstrip().endswith(":") and not SENTENCE_ENDS.search(label):
            yield label + task.title


def _all_named(parts: tuple[str, ...], works: tuple[Task, ...]) -> bool:
    said = " | ".join(f" {key(task.title)} " for task in works)
    return all(f" {part} " in said for part in parts)


def _later(task: Task, last: date, law: LawTask) -> Finding | None:
    limit = last_allowed(law.due)
    return _finding(task, law, last, limit) if limit and last > limit else None


def _finding(task: Task, law: LawTask, last: date, limit: date) -> Finding:
    wholly = (task.due.start or last) > limit
    late = f"muộn hơn {(last - limit).days} ngày so với" if wholly else "có thể muộn hơn"
    why = (
        f"“{task.title}” có hạn {last:%d/%m/%Y}, {late} ngày cuối theo {law.cited}: {limit:%d/%m/%Y} "
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
    row.only({"name", "all", "none", "parts"})
    groups = row.values.get("all")
    if not isinstance(groups, list) or not groups or not all(isinstance(group, list) for group in groups):
        raise row.refuse("“all” cần là danh sách các nhóm cụm từ")
    return Matter(
        name=row.text("name"),
        all=tuple(tuple(map(key, group)) for group in groups),
        none=tuple(map(key, row.texts("none"))),
        parts=tuple(map(key, row.texts("parts"))),
    )
