"""What the law asks of the school in a year: looked through, kept as a draft plan, changed rules agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response

from schedules.law import Sector, load_law
from schedules.plan import Level, SchoolYear, Task
from tracker.importing import store_plan
from tracker.law_year.desk import LawYear, Row, Standpoint, chosen, kept_year, law_year
from tracker.law_year.later import later_than_now
from tracker.law_year.question import LEVELS, Question, event_lines, events_in
from tracker.store import plans
from tracker.store.records import School
from tracker.web.school import chosen_school
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Visit

FIELDS = ("nam", "cap", "loai", "su-kien")
"""The fields of the question, in the address and in the form."""

NEW, OLD = "moi", "cu"
"""What may be said of a changed work: go on as the law asks now, or stay as it was kept; anything else drops it."""

SEEN_OTHERWISE = "Danh sách vừa đổi trong lúc thầy/cô xem. Hãy xem lại rồi bấm lần nữa."
NOTHING = "Chưa chọn việc nào. Hãy đánh dấu ít nhất một việc rồi bấm lại."


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of the question as typed."""

    year: str
    level: str
    private: bool
    events: str

    def question(self) -> Question:
        """Return the question; raise ValueError with a sentence when a field cannot be used."""
        if self.level not in set(Level):
            raise ValueError("chưa chọn cấp học")
        sector = Sector.PRIVATE if self.private else Sector.PUBLIC
        return Question(SchoolYear.parse(self.year), Level(self.level), sector, events_in(self.events.splitlines()))


def show(visit: Visit) -> Response:
    """Show the year asked for; without one, the year kept or the present one."""
    school = _school(visit)
    return _shown(visit, school, _typed(visit.query) if "cap" in visit.query else _known(visit, school))


def keep(visit: Visit) -> Response:
    """Keep what was ticked as a draft plan; nobody gets anything from it until it is published."""
    school = _school(visit)
    typed = _typed({name: visit.value(name) for name in FIELDS})
    try:
        year = law_year(visit.db, school, typed.question(), _standpoint(visit))
    except ValueError:
        return _shown(visit, school, typed)
    ticked = {str(key) for key in visit.form.getlist("viec")}
    if ticked - {row.key for row in year.rows}:
        raise RefusedError(409, SEEN_OTHERWISE)
    incoming = chosen(year, lambda row: _choice(visit, row, ticked))
    if not incoming.plan.tasks:
        return _shown(visit, school, typed, NOTHING)
    report = store_plan(visit.db, incoming, visit.actor(), visit.site.calendar_of(), publish=False)
    return RedirectResponse(f"/ke-hoach/{report.plan.id}?xong={'khong-doi' if report.unchanged else 'quy-dinh'}", 303)


def _choice(visit: Visit, row: Row, ticked: set[str]) -> Task | None:
    if not row.changed:
        return row.task if row.key in ticked else None
    # a changed work nobody spoke of stays as it is: nothing moves without a word
    return {NEW: row.law, OLD: row.kept}.get(visit.value(f"doi-{row.key}") or OLD)


def _standpoint(visit: Visit) -> Standpoint:
    return Standpoint(visit.site.calendar_of(), visit.today)


def _school(visit: Visit) -> School:
    school = chosen_school(visit).school
    if school is None:
        raise RefusedError(404, "Chưa có trường nào. Hãy tải kế hoạch đầu tiên lên để có tên trường.")
    return school


def _shown(visit: Visit, school: School, typed: Typed, problem: str = "") -> Response:
    year: LawYear | None = None
    try:
        year = law_year(visit.db, school, typed.question(), _standpoint(visit))
    except ValueError as error:
        problem = problem or f"{error}"[:1].upper() + f"{error}"[1:] + "."
    return render(
        visit,
        "law.html",
        422 if problem and typed.level else 200,
        school=school,
        typed=typed,
        year=year,
        levels=LEVELS,
        events=load_law().events,
        later=later_than_now(visit.db, school, visit.site.calendar_of()),
        problem=problem,
    )


def _typed(fields: Mapping[str, str]) -> Typed:
    year, level, private, events = (fields.get(name, "").strip() for name in FIELDS)
    return Typed(year, level, bool(private), events)


def _known(visit: Visit, school: School) -> Typed:
    """Return the question as the school last asked it of the year named in the address, or of the present one."""
    try:
        year = SchoolYear.parse(visit.query.get("nam", ""))
    except ValueError:
        year = SchoolYear.of(visit.today)
    kept = kept_year(visit.db, school, year)
    if kept:
        asked = kept.question
        told = "\n".join(event_lines(asked.events))
        return Typed(str(year), asked.level.value, asked.sector is Sector.PRIVATE, told)
    level = next((level for plan in plans.of_school(visit.db, school.id) if (level := _level(visit, plan.id))), None)
    return Typed(str(year), level.value if level else "", private=False, events="")


def _level(visit: Visit, plan_id: int) -> Level | None:
    return plans.newest_revision(visit.db, plan_id).plan.header.level


pages = (Page("/quy-dinh", show), Page("/quy-dinh", keep, "POST"))
