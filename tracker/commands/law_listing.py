"""What `tracker law` prints: the law's tasks of a year, each with its citation and, on demand, its steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from schedules.law import LawTask, load_law
from schedules.plan import Level, SchoolYear
from tracker.commands.edge import print_json, refuse
from tracker.contract import task_json
from tracker.plan_reading import PlanReader
from tracker.spoken import due_words


@dataclass(frozen=True, slots=True)
class Question:
    """Of which school, for which year, after which events the law is asked."""

    school_year: SchoolYear
    level: Level
    sector: str
    events: Mapping[str, date]


def show(folder: Path, question: Question, why: bool, *, as_json: bool) -> None:
    """Print the answer; an event no rule knows is refused with the events there are."""
    calendar = PlanReader.for_folder(folder).calendar
    try:
        asked = load_law().tasks(
            question.school_year, question.level, calendar, sector=question.sector, events=question.events
        )
    except ValueError as error:
        refuse(str(error))
    if as_json:
        print_json([task_json(task) for task in asked])
    else:
        click.echo("\n".join(_lines(asked, why)) or "Không có quy định nào có hạn trong năm học này.")


def _lines(asked: tuple[LawTask, ...], why: bool) -> Iterator[str]:
    for task in asked:
        doubt = "" if task.verified else "  [chưa đối chiếu văn bản gốc]"
        yield f"{due_words(task.due)}  {task.title}{doubt}"
        yield f"    Căn cứ: {task.citation}"
        if why:
            yield from (f"    - {step}" for step in task.steps)
