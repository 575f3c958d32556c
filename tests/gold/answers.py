"""The answers beside a plan (`.toml`) → what a careful clerk would have read.

`when` is short for a deadline: "before D", "by D", "on D", "D..D [month|term]", "month Y-M", "before-month Y-M",
"by-month Y-M", "week Y-M-k[..k]" (weeks of their Thursday), "term Y-1", "year Y". A missing `owners` means the plan
names nobody; "?" means people may differ; `helpers = "?"` means those who only take part are not judged.
"""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from schedules.calendar import SchoolCalendar
from schedules.plan import SchoolYear

Times = tuple[date | None, date, str, str]
"""Start, day, bound, precision."""
ANY = "?"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Answer:
    """One dated task of a plan as it should be read. `owners` or `helpers` None: not judged."""

    title: str
    start: date | None
    day: date
    bound: str
    precision: str
    owners: tuple[str, ...] | None = ()
    helpers: tuple[str, ...] | None = ()
    criterion: str | None = None
    recurrence: str | None = None
    also: tuple[date, ...] = ()
    slack: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Answers:
    """The whole plan: header as text, tasks, how many duties (least, most), findings that must be there."""

    header: dict[str, str]
    tasks: tuple[Answer, ...]
    duties: tuple[int, int]
    findings: tuple[str, ...]

    @property
    def days(self) -> frozenset[date]:
        """Every day a reader may rightly name."""
        return frozenset(day for task in self.tasks for day in (task.day, *task.also))


def load_answers(path: Path, calendar: SchoolCalendar) -> Answers:
    """Return the answers of a TOML file."""
    raw = tomllib.loads(path.read_text("utf-8"))
    return Answers(
        header=raw["header"],
        tasks=tuple(_answer(entry, calendar) for entry in raw["task"]),
        duties=tuple(raw["duties"]),
        findings=tuple(raw.get("findings", ())),
    )


def _answer(entry: dict, calendar: SchoolCalendar) -> Answer:
    start, day, bound, precision = times(entry["when"], calendar)
    return Answer(
        title=entry["title"],
        start=start,
        day=day,
        bound=ANY if entry.get("any_bound") else bound,
        precision=precision,
        owners=_people(entry, "owners"),
        helpers=_people(entry, "helpers"),
        criterion=entry.get("criterion"),
        recurrence=entry.get("recurrence"),
        also=tuple(times(words, calendar)[1] for words in entry.get("also", ())),
        slack=entry.get("day_slack", 0) * DAY,
    )


def _people(entry: dict, kind: str) -> tuple[str, ...] | None:
    named = entry.get(kind, ())
    return None if named == ANY else tuple(named)


def times(words: str, calendar: SchoolCalendar) -> Times:
    """Return what a `when` means."""
    kind, _, rest = words.partition(" ")
    if kind in KINDS:
        return KINDS[kind](rest, calendar)
    first, last = kind.split("..")
    return date.fromisoformat(first), date.fromisoformat(last), "during", rest or "day"


def _day(bound: str) -> Callable[[str, SchoolCalendar], Times]:
    return lambda rest, _: (None, date.fromisoformat(rest), bound, "day")


def _on(rest: str, _: SchoolCalendar) -> Times:
    day = date.fromisoformat(rest)
    return day, day, "during", "day"


def _month(rest: str, _: SchoolCalendar) -> Times:
    year, month = (int(part) for part in rest.split("-"))
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "during", "month"


def _before_month(rest: str, calendar: SchoolCalendar) -> Times:
    first = _month(rest, calendar)[0]
    assert first
    return None, first - DAY, "before", "month"


def _by_month(rest: str, calendar: SchoolCalendar) -> Times:
    return None, _month(rest, calendar)[1], "by", "month"


def _week(rest: str, _: SchoolCalendar) -> Times:
    whole, _, last = rest.partition("..")
    year, month, number = (int(part) for part in whole.split("-"))
    first_day, last_day = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    monday = first_day - timedelta(days=first_day.weekday())
    if (monday + 3 * DAY).month != month:
        monday += 7 * DAY
    start, end = monday + (number - 1) * 7 * DAY, monday + int(last or number) * 7 * DAY - DAY
    return max(start, first_day), min(end, last_day), "during", "week"


def _term(rest: str, calendar: SchoolCalendar) -> Times:
    first, number = (int(part) for part in rest.split("-"))
    frame = calendar.frame(SchoolYear(first))
    span = (frame.term1_start, frame.term1_end) if number == 1 else (frame.term2_start, frame.term2_end)
    return *span, "during", "term"


def _year(rest: str, _: SchoolCalendar) -> Times:
    first = int(rest)
    return date(first, 9, 1), date(first + 1, 5, 31), "during", "year"


KINDS: dict[str, Callable[[str, SchoolCalendar], Times]] = {
    "before": _day("before"),
    "by": _day("by"),
    "on": _on,
    "month": _month,
    "before-month": _before_month,
    "by-month": _by_month,
    "week": _week,
    "term": _term,
    "year": _year,
}
