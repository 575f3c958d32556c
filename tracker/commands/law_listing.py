"""What `tracker law` does: lists what the law asks, keeps it as a plan, tells what rules of today touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from schedules.law import LawTask
from tracker.commands.edge import print_json, refuse
from tracker.commands.importing_files import report_json, report_lines
from tracker.commands.looking import opened_to_look
from tracker.contract import finding_json, task_json
from tracker.importing import store_plan
from tracker.law_year.desk import Row, Standpoint, as_asked, chosen, kept_year, law_year
from tracker.law_year.notice import Touched, touched
from tracker.law_year.question import Question
from tracker.school_days import calendar_of
from tracker.spoken import due_words
from tracker.store import schools
from tracker.store.database import Database, explained, open_database
from tracker.store.history import Actor
from tracker.store.records import School
from tracker.zone import current_instant


def show(folder: Path, question: Question, why: bool, *, as_json: bool) -> None:
    """Print the answer; an event no rule knows is refused with the events there are."""
    try:
        asked = question.asked(calendar_of(folder))
    except ValueError as error:
        refuse(str(error))
    if as_json:
        print_json([task_json(task) for task in asked])
    else:
        click.echo("\n".join(_lines(asked, why)) or "Không có quy định nào có hạn trong năm học này.")


def keep(folder: Path, question: Question, school: str | None, *, publish: bool, as_json: bool) -> None:
    """Keep what the law asks from today on as a plan of a school; what its plans date themselves is left to them."""
    calendar, now = calendar_of(folder), current_instant()
    with open_database(folder) as db, explained(folder):
        known = _school(db, school)
        try:
            year = law_year(db, known, _again(db, known, question), Standpoint(calendar, now.date()))
        except ValueError as error:
            refuse(str(error))
        incoming = chosen(year, as_asked)
        if not incoming.plan.tasks:
            refuse(
                "Không có việc nào để đưa lên lịch: các hạn của năm học này đã qua, hoặc kế hoạch của trường đã có cả."
            )
        actor = Actor("lệnh law", now)
        report = store_plan(db, incoming, actor, calendar, publish=publish)
    if as_json:
        print_json(report_json(report))
    else:
        click.echo("\n".join(report_lines(report)))


def show_changes(folder: Path, school: str | None, *, as_json: bool) -> None:
    """Print the open works that today's rules ask otherwise, school by school; nothing is moved."""
    at = Standpoint(calendar_of(folder), current_instant().date())
    with opened_to_look(folder) as db:
        chosen_schools = (_school(db, school),) if school else schools.standing(db)
        found = [(one, touched(db, one, at)) for one in chosen_schools]
    if as_json:
        print_json([{"school": one.name, **_touched_json(each)} for one, each in found])
    else:
        told = "\n".join(line for one, each in found for line in _touched_lines(one, each))
        click.echo(told or f"Chưa có trường nào trong {folder}; hãy nhập kế hoạch bằng “tracker import”.")


def _again(db: Database, school: School, question: Question) -> Question:
    """Return the question with the events told when the year was kept before: what happened stays so."""
    kept = kept_year(db, school, question.school_year)
    return replace(question, events={**kept.question.events, **question.events}) if kept else question


def _school(db: Database, name: str | None) -> School:
    every = schools.standing(db)
    known = schools.by_name(db, name) if name else None
    if known is None and not name and len(every) == 1:
        return every[0]
    if known is None:
        listed = (
            "; ".join(one.name for one in every) or "chưa có trường nào, hãy nhập kế hoạch trước: tracker import TỆP"
        )
        asked = f"Không có trường “{name}”" if name else "Cần --school"
        refuse(f"{asked}. Các trường đã có: {listed}.")
    return known


def _lines(asked: tuple[LawTask, ...], why: bool) -> Iterator[str]:
    for task in asked:
        doubt = "" if task.verified else "  [chưa đối chiếu văn bản gốc]"
        yield f"{due_words(task.due)}  {task.title}{doubt}"
        yield f"    Căn cứ: {task.citation}"
        if why:
            yield from (f"    - {step}" for step in task.steps)


def _touched_lines(school: School, found: Touched) -> Iterator[str]:
    yield f"{school.name}: {found.sentence or 'không việc nào bị quy định hiện nay chạm tới.'}"
    for row in found.rows:
        yield f"  ! {row.kept.title if row.kept else ''}: {_was(row)}"
    yield from (f"  ! {remark.message}" for remark in found.later)


def _was(row: Row) -> str:
    was = f"{due_words(row.kept.due)} ({row.kept.citation})" if row.kept else ""
    now = f"{due_words(row.law.due)} ({row.law.cited})" if row.law else "không quy định nào còn yêu cầu"
    return f"{was} → {now}"


def _touched_json(found: Touched) -> dict[str, object]:
    return {
        "changed": [
            {
                "id": row.stored.id if row.stored else None,
                "was": task_json(row.kept) if row.kept else None,
                "now": task_json(row.law) if row.law else None,
            }
            for row in found.rows
        ],
        "later_than_law": [finding_json(remark) for remark in found.later],
        "problem": found.problem or None,
    }
