"""Rules applied to a school year: tasks of origin law, each with its citation and how its day was reckoned."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from schedules.calendar import SchoolCalendar, with_points
from schedules.calendar.names import key
from schedules.law.periods import periods_around
from schedules.law.rules import FRAME_DAYS, UNVERIFIED, Fixed, Rule, Sector, Trigger
from schedules.law.terms import Counted, count_term, spoken
from schedules.plan import Bound, Due, Level, Origin, Precision, SchoolYear, Task

UNCHECKED_CONFIDENCE = 0.8
"""What a task of a rule nobody held against its text is worth: above a guess, below what was read and checked."""

BOUND_WORDS = {Bound.BEFORE: "trước ngày", Bound.BY: "chậm nhất ngày"}


@dataclass(frozen=True, slots=True)
class LawTask(Task):
    """A task the law asks for: its rule, the steps that give its day, whether the rule was checked, its topic."""

    rule_id: str = ""
    steps: tuple[str, ...] = ()
    verified: bool = True
    source: str = ""
    matter: str = ""

    @property
    def cited(self) -> str:
        """The citation, and that nobody held the rule against its text where that is so."""
        return f"{self.citation or ''}{'' if self.verified else f' ({UNVERIFIED})'}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a school asks the law: which year, level and sector, on which calendar, after which events."""

    school_year: SchoolYear
    level: Level | None
    calendar: SchoolCalendar
    sector: Sector = Sector.PUBLIC
    events: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dated:
    """A due, the day that decides whether the rule holds, the occurrence's name, its steps, what is in doubt."""

    due: Due
    judged_on: date
    name: str
    steps: tuple[str, ...]
    doubt: str = ""


def law_tasks(rules: Iterable[Rule], asked: Asked) -> tuple[LawTask, ...]:
    """Return what the rules ask in a school year, earliest first.

    Raise ValueError for an event no rule knows, and for one that gives this school nothing to do in the year.
    """
    rules = tuple(rules)
    asked_events = _known_events(rules, asked.events)
    asking = [
        (rule, dated)
        for rule in rules
        if rule.speaks_to(asked.level, asked.sector)
        for dated in _dates(rule, asked, asked_events)
        if rule.holds_on(dated.judged_on)
    ]
    _all_used(asked, {key(rule.event) for rule, _ in asking})
    tasks = [_task(rule, dated, asked) for rule, dated in asking]
    return tuple(sorted(tasks, key=lambda task: (task.due.day or date.max, task.rule_id)))


def _dates(rule: Rule, asked: Asked, events: Mapping[str, date]) -> Iterator[Dated]:
    if rule.trigger is Trigger.SCHOOL_YEAR:
        yield from (_fixed(each, asked) for each in rule.fixed)
    elif rule.trigger is Trigger.PERIOD:
        periods = (_period(rule, name, end, asked) for name, end in periods_around(rule.period, asked.school_year))
        yield from (each for each in periods if each.due.day and SchoolYear.of(each.due.day) == asked.school_year)
    elif rule.trigger is Trigger.EVENT and (day := events.get(key(rule.event))):
        dated = _event(rule, day, asked)
        if asked.school_year in _years(day, dated):
            yield dated


def _fixed(fixed: Fixed, asked: Asked) -> Dated:
    if fixed.frame:
        return _at_frame(fixed, asked)
    year = asked.school_year.year_of(fixed.month)
    last = date(year, fixed.month, fixed.day or monthrange(year, fixed.month)[1])
    if fixed.bound is Bound.DURING:
        due = Due(start=last.replace(day=1), day=last, precision=Precision.MONTH, bound=fixed.bound)
        words = f"trong tháng {fixed.month}/{year}"
    else:
        due = Due(day=last, precision=Precision.DAY, bound=fixed.bound)
        words = f"{BOUND_WORDS[fixed.bound]} {last:%d/%m/%Y}"
    return Dated(due, last, fixed.name, (f"Trong năm học {asked.school_year}: {words}.",))


def _at_frame(fixed: Fixed, asked: Asked) -> Dated:
    frame = asked.calendar.frame(asked.school_year)
    day: date = getattr(frame, fixed.frame)
    name = FRAME_DAYS[fixed.frame]
    doubt = "" if frame.verified else f"khung năm học {UNVERIFIED}"
    year = f"{asked.school_year}" if name.endswith("năm học") else f"năm học {asked.school_year}"
    step = f"{name[0].upper()}{name[1:]} {year}: {spoken(day)} (theo {frame.source})."
    return Dated(Due(day=day, precision=Precision.DAY, bound=Bound.BY), day, name, (step,), doubt)


def _period(rule: Rule, name: str, end: date, asked: Asked) -> Dated:
    counted = count_term(end, rule.term, rule.unit, asked.calendar.working_days)
    return _counted(counted, end, name, f"Kỳ {name} kết thúc ngày {end:%d/%m/%Y}.")


def _event(rule: Rule, day: date, asked: Asked) -> Dated:
    counted = count_term(day, rule.term, rule.unit, asked.calendar.working_days)
    return _counted(counted, day, "", f"Thời hạn kể từ {rule.counted_from}: {spoken(day)}.")


def _counted(counted: Counted, start: date, name: str, first: str) -> Dated:
    due = Due(day=counted.day, precision=Precision.DAY, bound=Bound.BY)
    return Dated(due, start, name, (first, *counted.steps))


def _years(day: date, dated: Dated) -> set[SchoolYear]:
    return {SchoolYear.of(each) for each in (day, dated.due.day) if each}


def _task(rule: Rule, dated: Dated, asked: Asked) -> LawTask:
    due = with_points(dated.due, asked.calendar.working_days)
    citation = rule.cited_on(dated.judged_on)
    rule_step = f"{citation[0].upper()}{citation[1:]}: {rule.words[0].lower()}{rule.words[1:]}."
    doubt = dated.doubt if rule.verified else UNVERIFIED
    checked = (f"Chưa chắc chắn: {doubt}.",) if doubt else ()
    return LawTask(
        title=f"{rule.title}: {dated.name}" if dated.name else rule.title,
        due=_explained(due, rule, citation, doubt),
        confidence=UNCHECKED_CONFIDENCE if doubt else 1.0,
        origin=Origin.LAW,
        citation=citation,
        public=rule.public,
        rule_id=rule.id,
        steps=(rule_step, *dated.steps, *checked, _sourced(rule.source)),
        verified=not doubt,
        source=rule.source,
        matter=rule.matter,
    )


def _sourced(source: str) -> str:
    return f"{source[0].upper()}{source[1:]}." if source.startswith("nguồn") else f"Nguồn: {source}."


def _explained(due: Due, rule: Rule, citation: str, doubt: str) -> Due:
    return Due(
        words=rule.words,
        start=due.start,
        day=due.day,
        precision=due.precision,
        bound=due.bound,
        remind_by=due.remind_by,
        late_from=due.late_from,
        basis=f"{citation}{f' ({doubt})' if doubt else ''}.",
        rule=f"law.{rule.id}",
    )


def _known_events(rules: tuple[Rule, ...], events: Mapping[str, date]) -> dict[str, date]:
    known = {key(rule.event): rule.event for rule in rules if rule.event}
    if odd := [name for name in events if key(name) not in known]:
        listed = "; ".join(sorted(known.values()))
        raise ValueError(f"không có sự kiện “{odd[0]}” trong các quy định; các sự kiện: {listed}")
    return {key(name): day for name, day in events.items()}


def _all_used(asked: Asked, used: set[str]) -> None:
    """Raise ValueError for the first event that started no term: nothing somebody told is dropped silently."""
    for name, day in asked.events.items():
        if key(name) in used:
            continue
        outside = SchoolYear.of(day) != asked.school_year
        why = "ngày này không thuộc năm học ấy" if outside else "không quy định nào cho trường này có hiệu lực ngày ấy"
        told = f"sự kiện “{name}” ngày {day:%d/%m/%Y} không cho hạn nào trong năm học {asked.school_year}"
        raise ValueError(f"{told}: {why}")
