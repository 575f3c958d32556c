"""The board: what is overdue, due this week, coming, without owner, done lately."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.responses import Response

from notifiers.zalo.allowance import bot_allowances
from tracker.accepting import unaccepted_in
from tracker.answers.official_account import consent_needed
from tracker.doubting import doubted
from tracker.law_year.desk import Standpoint
from tracker.reminders.alarms import delivery_alarms
from tracker.reminders.tick import HEARTBEAT
from tracker.reports import words_beside
from tracker.reports.board import Staff, board, with_part
from tracker.store import chats, declines, evidence, extensions, heartbeats, people, plans, recalls, tasks
from tracker.store.evidence import Evidence
from tracker.store.outbox_search import Query, search
from tracker.store.records import PlanStatus, School, StoredTask
from tracker.web.heartbeat import heartbeat
from tracker.web.school import chosen_school
from tracker.web.templating import render
from tracker.web.visit import Page, Visit


def show(visit: Visit) -> Response:
    """Show the board of the school, or the first step when there is no school yet."""
    choice = chosen_school(visit)
    if choice.school is None:
        return render(visit, "welcome.html")
    school = choice.school
    staff = staff_of(visit, school)
    person = chosen_person(visit, staff)
    every = tasks.of_school(visit.db, school.id)
    last = heartbeats.last(visit.db, HEARTBEAT)
    shown = with_part(every, staff.parts, person) if person else every
    return render(
        visit,
        "board.html",
        choice=choice,
        board=board(shown, staff, visit.today),
        people=[member for member in staff.people.values() if member.active],
        reached=any(map(people.is_reached, staff.people.values())),
        person=person,
        drafts=[plan for plan in plans.of_school(visit.db, school.id) if plan.status is PlanStatus.DRAFT],
        failed=len(search(visit.db, Query(school.id, lost=True))),
        consent=consent_needed(visit.site.folder, visit.site.channels.zalo_oa),
        allowances=_allowances(visit),
        awaited=words_beside.awaited(visit.db, school.id, visit.today),
        recalled=recalls.lately(visit.db, school.id, visit.now),
        proofs=words_beside.proofs(visit.db, school.id),
        unaccepted=staff.unaccepted,
        doubted=doubted(every, evidence.of_school(visit.db, school.id, recalled=True)),
        proofs_waiting=proofs_waiting(every, evidence.waiting(visit.db, school.id)),
        requests=len(extensions.waiting(visit.db, school.id)),
        declined=len(declines.waiting(visit.db, school.id)),
        law=visit.site.notices.of(visit.db, school, Standpoint(visit.site.calendar_of(), visit.today)).sentence,
        alarms=delivery_alarms(visit.db, visit.now, school.id),
        heartbeat=heartbeat(last.at if last else None, visit.now),
    )


def proofs_waiting(
    every: Sequence[StoredTask], waiting: Mapping[str, Sequence[Evidence]]
) -> list[tuple[StoredTask, int]]:
    """Return the works whose evidence waits to be looked at, with how much, the one that waits longest first."""
    known = {one.id: one for one in every}
    return [(known[task_id], len(left)) for task_id, left in waiting.items()]


def staff_of(visit: Visit, school: School) -> Staff:
    """Return who has a part in the work of a school, what was said beside each."""
    return Staff(
        people={person.id: person for person in people.of_school(visit.db, school.id)},
        parts=people.assignments_of_school(visit.db, school.id),
        notes=words_beside.written(visit.db, school.id),
        dropped=words_beside.dropped(visit.db, school.id),
        unaccepted=unaccepted_in(visit.db, school.id, recalled=True),
    )


def _allowances(visit: Visit) -> list[str]:
    """Return what is running out of the bot's plan this month."""
    settings = visit.site.channels.zalo_bot
    if not settings.token:
        return []
    month = visit.now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return [one.warning for one in bot_allowances(settings, *chats.bot_use(visit.db, month)) if one.warning]


def chosen_person(visit: Visit, staff: Staff) -> int | None:
    """Return the person whose works alone are asked for, None for everyone's."""
    wanted = visit.query.get("nguoi", "")
    return next((person_id for person_id in staff.people if str(person_id) == wanted), None)


pages = (Page("/", show),)
