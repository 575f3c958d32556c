"""The law book: rule packs, register, criteria and recipients, asked by school year, level and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from schedules.calendar import SchoolCalendar
from schedules.law.checkpoints import propose
from schedules.law.citations import check_citation, replaced_papers
from schedules.law.comparing import Matter, later_than_law, met_by_plan, read_matter
from schedules.law.criteria import CriteriaSet, Criterion, check_number, criteria_on, nearest, read_set
from schedules.law.packs import pack_rows, read_rule
from schedules.law.recipients import Recipient, check_recipient, read_recipient, recipient_words
from schedules.law.register import Register, read_circular
from schedules.law.rows import BadRowError, bad_row, listed, read_files, whole
from schedules.law.rules import Rule, Sector
from schedules.law.tasks import Asked, LawTask, law_tasks
from schedules.law.yearless import check_yearless
from schedules.plan import Finding, Level, SchoolYear, Task

DATA = Path(__file__).with_name("data")
EMPTY_REGISTER = Register()


@dataclass(frozen=True, slots=True)
class LawBook:
    """Everything the tool knows of the law; `findings` names the rows of the data that could not be used."""

    rules: tuple[Rule, ...] = ()
    register: Register = EMPTY_REGISTER
    criteria_sets: tuple[CriteriaSet, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    matters: tuple[Matter, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def events(self) -> tuple[str, ...]:
        """The events a counted term may start from, in Vietnamese."""
        return tuple(sorted({rule.event for rule in self.rules if rule.event}))

    def tasks(
        self,
        school_year: SchoolYear,
        level: Level | None,
        calendar: SchoolCalendar,
        *,
        sector: str = "public",
        events: Mapping[str, date] | None = None,
    ) -> tuple[LawTask, ...]:
        """Return what the law asks of a school in a year, earliest first; events start counted terms."""
        asked = Asked(school_year, level, calendar, Sector(sector), events or {})
        return tuple(self._addressed(task, level) for task in law_tasks(self.rules, asked))

    def standing(self, level: Level | None, on: date, *, sector: str = "public") -> tuple[Rule, ...]:
        """Return the rules in force on a day that have no day of their own: form, keeping, posting."""
        held = (rule for rule in self.rules if rule.trigger == "standing" and rule.holds_on(on))
        return tuple(rule for rule in held if rule.speaks_to(level, Sector(sector)))

    def criteria(self, level: Level, on: date) -> tuple[Criterion, ...]:
        """Return the criteria a school of a level is assessed by on a day."""
        return criteria_on(self.criteria_sets, level, on)

    def criterion_title(self, level: Level, number: str, on: date) -> str | None:
        """Return the title of criterion “1.4” on a day; None when there is no such number."""
        return next((each.title for each in self.criteria(level, on) if each.number == number.strip()), None)

    def nearest_criterion(self, level: Level, title: str, on: date) -> tuple[Criterion, float] | None:
        """Return the criterion whose title is nearest, with a likeness from 0 to 1: to suggest, not to overwrite."""
        return nearest(self.criteria(level, on), title)

    def check_criterion(self, level: Level, number: str, on: date) -> Finding | None:
        """Return a finding when there is no criterion of that number on a day, None when there is or may be."""
        return check_number(self.criteria(level, on), number)

    def check_citation(self, text: str, on: date) -> tuple[Finding, ...]:
        """Return what is wrong with the documents a text cites, as of the day the plan was signed."""
        return check_citation(self.register, text, on)

    def replaced_papers(self, text: str, on: date) -> tuple[str, ...]:
        """Return a sentence for each document a text cites that another has replaced by a day."""
        return replaced_papers(self.register, text, on)

    def check_yearless(self, text: str, on: date | None) -> tuple[Finding, ...]:
        """Return what is wrong with the documents a text cites without the year in their number."""
        return check_yearless(self.register, text, on)

    def check_recipient(self, text: str, level: Level, on: date) -> Finding | None:
        """Return a finding when a text still reports to the district office after 30/6/2025."""
        return check_recipient(self.recipients, text, level, on)

    def recipient(self, level: Level, on: date) -> str:
        """Return who receives a school's reports on a day."""
        return recipient_words(self.recipients, level, on)

    def _addressed(self, task: LawTask, level: Level | None) -> LawTask:
        """Return a report with who receives it; other tasks as they are."""
        reports = {rule.id for rule in self.rules if rule.to_authority}
        if task.rule_id not in reports or level is None or task.due.day is None:
            return task
        return replace(task, expected=f"Báo cáo gửi {self.recipient(level, task.due.day)}")


def checkpoints(task: Task, school_year: SchoolYear, calendar: SchoolCalendar, lawbook: LawBook) -> tuple[Task, ...]:
    """Return the reviews the tool proposes for a year-long, several-year or dateless work: origin checkpoint."""
    return propose(task, school_year, calendar, lawbook.rules)


def compare_with_law(
    plan_tasks: Iterable[Task], law_tasks: Iterable[LawTask], lawbook: LawBook | None = None
) -> tuple[Finding, ...]:
    """Return a finding for each plan task dated later than the law's day for the same matter."""
    return later_than_law(plan_tasks, law_tasks, (lawbook or load_law()).matters)


def dated_by_plan(
    plan_tasks: Iterable[Task], law_tasks: Iterable[LawTask], lawbook: LawBook | None = None
) -> tuple[tuple[LawTask, tuple[Task, ...]], ...]:
    """Return the law's tasks the plan dates itself, each with the plan's works: its own date stands, asked once."""
    return met_by_plan(plan_tasks, law_tasks, (lawbook or load_law()).matters)


def load_law(folder: Path = DATA) -> LawBook:
    """Return the law book of a data folder; rows that cannot be used are named in its findings."""
    return _load(folder)


@cache
def _load(folder: Path) -> LawBook:
    rules, bad_rules = read_files(sorted((folder / "rules").glob("*.toml")), pack_rows, read_rule)
    circulars, bad_circulars = read_files([folder / "circulars.toml"], listed("circular"), read_circular)
    recipients, bad_recipients = read_files([folder / "recipients.toml"], listed("recipient"), read_recipient)
    matters, bad_matters = read_files([folder / "matters.toml"], listed("matter"), read_matter)
    sets, bad_sets = read_files(sorted((folder / "criteria").glob("*.toml")), whole, read_set)
    return LawBook(
        rules=rules,
        register=Register(circulars),
        criteria_sets=sets,
        recipients=recipients,
        matters=matters,
        findings=(*bad_rules, *_twice(rules), *bad_circulars, *bad_recipients, *bad_sets, *bad_matters),
    )


def _twice(rules: tuple[Rule, ...]) -> Iterator[Finding]:
    counts = Counter(rule.id for rule in rules)
    yield from (
        bad_row(BadRowError(f"quy định “{rule}” có {count} dòng cùng id"))
        for rule, count in counts.items()
        if count > 1
    )
