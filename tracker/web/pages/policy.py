"""How people are reminded, level by level: what holds, who says so, a form for what differs, and its history."""

from __future__ import annotations

import json
from collections.abc import Callable

from starlette.responses import RedirectResponse, Response

from tracker.reminders.actions import change_policy
from tracker.reminders.inheritance import HOUSE_ID
from tracker.reminders.planning import replan
from tracker.store import history, people, plans, policies, schools, tasks
from tracker.store.database import transaction
from tracker.store.policies import Layer, Scope
from tracker.store.records import School
from tracker.web.policy_fields import LABELS, Step, changes, effective, fields_of, read_values, told
from tracker.web.school import chosen_school
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Visit

LEVELS = {"ke-hoach": Scope.PLAN, "viec": Scope.TASK, "nguoi": Scope.PERSON}
WORDS = {Scope.HOUSE: "thiết lập chung", Scope.SCHOOL: "trường", Scope.PLAN: "kế hoạch"}
WORDS |= {Scope.TASK: "việc", Scope.PERSON: "người"}

Where = tuple[School, str, tuple[tuple[Scope, str], ...]]
"""The school, the name of what is looked at, and its levels from the house down to itself."""


def show(visit: Visit) -> Response:
    """Show how a school, plan, task or person is reminded."""
    if not visit.path.get("level") and chosen_school(visit).school is None:
        return render(visit, "welcome.html")
    return _form(visit, _where(visit))


def change(visit: Visit) -> Response:
    """Keep what differs at one level and plan the reminders of its school anew."""
    where = _where(visit)
    school, _, levels = where
    of_school = levels[-1][0] is Scope.SCHOOL
    named = [label.name for label in LABELS if of_school or not label.school_only]
    typed = {name: visit.value(name) for name in named if visit.value(name)}
    try:
        values = read_values(typed)
        effective((*_steps(visit, levels[:-1]), Step("", values)))
    except ValueError as error:
        return _form(visit, where, typed, told(error))
    with transaction(visit.db):
        change_policy(visit.db, Layer(*levels[-1], values), visit.actor(visit.value("why")))
        replan(visit.db, school.id, visit.site.calendar_of().working_days)
    return RedirectResponse(f"{visit.address}?truong={school.slug}&xong=cach-nhac", 303)


def _form(visit: Visit, where: Where, typed: dict[str, str] | None = None, problem: str = "") -> Response:
    school, name, levels = where
    entries = history.of_subject(visit.db, levels[-1][0].value, levels[-1][1])
    kept = [entry for entry in reversed(entries) if entry.what == "reminder policy"]
    return render(
        visit,
        "policy.html",
        422 if problem else 200,
        school=school,
        name=name,
        level=WORDS[levels[-1][0]],
        fields=fields_of(_steps(visit, levels), typed),
        problem=problem,
        history=[(entry, changes(json.loads(entry.was or "{}"), json.loads(entry.now or "{}"))) for entry in kept],
    )


def _steps(visit: Visit, levels: tuple[tuple[Scope, str], ...]) -> tuple[Step, ...]:
    return tuple(Step(WORDS[scope], policies.layer_of(visit.db, scope, one).values) for scope, one in levels)


def _where(visit: Visit) -> Where:
    scope = LEVELS.get(visit.path.get("level", ""), Scope.SCHOOL)
    if visit.path.get("level") and scope is Scope.SCHOOL:
        raise RefusedError(404, "Không có trang này.")
    found = FOUND[scope](visit)
    if found is None:
        raise RefusedError(404, "Chưa có trường nào. Hãy tải kế hoạch lên trước.")
    school, name, own = found
    return school, name, ((Scope.HOUSE, HOUSE_ID), (Scope.SCHOOL, str(school.id)), *own)


def _school(visit: Visit) -> Where | None:
    school = chosen_school(visit).school
    return (school, school.name, ()) if school else None


def _plan(visit: Visit) -> Where:
    plan = plans.by_id(visit.db, visit.number("id"))
    name = f"Kế hoạch {plan.number or plan.source}"
    return schools.by_id(visit.db, plan.school_id), name, ((Scope.PLAN, str(plan.id)),)


def _task(visit: Visit) -> Where:
    task = tasks.by_id(visit.db, visit.path["id"])
    plan = plans.by_id(visit.db, task.plan_id)
    levels = ((Scope.PLAN, str(plan.id)), (Scope.TASK, task.id))
    return schools.by_id(visit.db, plan.school_id), task.task.title, levels


def _person(visit: Visit) -> Where:
    person = people.by_id(visit.db, visit.number("id"))
    return schools.by_id(visit.db, person.school_id), person.name, ((Scope.PERSON, str(person.id)),)


FOUND: dict[Scope, Callable[[Visit], Where | None]] = {
    Scope.SCHOOL: _school,
    Scope.PLAN: _plan,
    Scope.TASK: _task,
    Scope.PERSON: _person,
}

pages = (
    Page("/cach-nhac", show),
    Page("/cach-nhac", change, "POST"),
    Page("/cach-nhac/{level}/{id}", show),
    Page("/cach-nhac/{level}/{id}", change, "POST"),
)
