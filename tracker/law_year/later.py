"""Open works of a school's plans that today's rules want earlier, where nothing said so when the plan was read."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.law import compare_with_law
from schedules.plan import Finding, Level, SchoolYear
from tracker.beside_the_plan import year_of
from tracker.law_year.desk import kept_year
from tracker.law_year.question import Question
from tracker.store import plans, tasks
from tracker.store.database import Database
from tracker.store.records import School, StoredPlan


def later_than_now(db: Database, school: School, calendar: SchoolCalendar) -> tuple[Finding, ...]:
    """Return a remark for each such work; its own day stands until people move it."""
    return tuple(found for stored in plans.of_school(db, school.id) for found in _of_plan(db, school, stored, calendar))


def _of_plan(db: Database, school: School, stored: StoredPlan, calendar: SchoolCalendar) -> Iterator[Finding]:
    revision = plans.revision_in_force(db, stored.id)
    year, level = (year_of(revision.plan), revision.plan.header.level) if revision else (None, None)
    if revision is None or year is None or level is None:
        return
    told = {(found.rule, found.quotes) for found in revision.plan.findings}
    works = [one.task for one in tasks.of_plan(db, stored.id) if one.open and one.published]
    for found in compare_with_law(works, _question(db, school, year, level).asked(calendar)):
        if (found.rule, found.quotes) not in told:
            yield found


def _question(db: Database, school: School, year: SchoolYear, level: Level) -> Question:
    """Return what the school itself asked of that year, where it did: its sector and its events."""
    kept = kept_year(db, school, year)
    return kept.question if kept else Question(year, level)
