"""The outbox: every message composed, with its text, where it stands and why."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace

from starlette.responses import RedirectResponse, Response

from tracker.reminders import actions
from tracker.reminders.replay import ahead
from tracker.store import people, receipts, tasks
from tracker.store.letters import MessageState
from tracker.store.outbox_search import PAGE, Query, search
from tracker.store.people import PREVIEW
from tracker.store.records import Person
from tracker.web.playing import playing_desk
from tracker.web.school import chosen_school
from tracker.web.sending_days import usual_span
from tracker.web.templating import render
from tracker.web.unreached import owing, unreached
from tracker.web.upcoming import FEW, MORE, NextMessage, how_many, next_messages
from tracker.web.visit import Page, Visit

GROUPS: dict[str, Query] = {
    "": Query(),
    "da-gui": Query(states=(MessageState.SENT,), reached=True),
    "dang-cho": Query(states=(MessageState.WAITING, MessageState.SENDING)),
    "hong": Query(lost=True),
    "khong-gui": Query(states=(MessageState.CANCELLED,)),
}


def show(visit: Visit) -> Response:
    """Show the messages of the school that fit the filter, newest first."""
    choice = chosen_school(visit)
    if choice.school is None:
        return render(visit, "welcome.html")
    every = people.of_school(visit.db, choice.school.id)
    wanted = visit.query.get("nguoi", "")
    person = next((one.merged_into or one.id for one in every if str(one.id) == wanted), None)
    group = visit.query.get("loai", "")
    words = visit.query.get("chu", "").strip()[:100]
    shown = how_many(visit.query.get("sap-gui", ""))
    coming = () if person or group or words else _coming(visit, every, shown + 1)
    works, lost = tasks.of_school(visit.db, choice.school.id), unreached(every)
    parts = people.assignments_of_school(visit.db, choice.school.id)
    query = replace(GROUPS.get(group, GROUPS[""]), school_id=choice.school.id, person_id=person, words=words)
    return render(
        visit,
        "outbox.html",
        choice=choice,
        people=[one for one in every if not one.merged_into],
        names={one.id: one.name for one in every},
        messages=search(visit.db, query),
        failed=len(search(visit.db, Query(choice.school.id, lost=True))),
        reachable={one.id for one in every if one.addresses != (PREVIEW,)},
        coming=coming[:shown],
        more=shown - shown % FEW + MORE if len(coming) > shown else 0,
        works={task.id: task for task in works},
        lost=lost,
        idle=[] if person or group or words else owing([one for one in every if one.id in lost], works, parts),
        person=person,
        group=group,
        words=words,
        most=PAGE,
        receipts=receipts.of_school(visit.db, choice.school.id),
    )


def _coming(visit: Visit, staff: Iterable[Person], most: int) -> tuple[NextMessage, ...]:
    """Return what the clock will say next to the people of a school, each message checked as the clock checks it."""
    reports = ahead(visit.db, usual_span(visit.today).last, playing_desk(visit))
    with closing(reports):
        return next_messages(reports, {one.id for one in staff}, visit.now, most)


def send_again(visit: Visit) -> Response:
    """Put a message that did not arrive, or nobody knows, back in line; the last look before sending still decides."""
    actions.send_again(visit.db, visit.number("message"), visit.actor())
    return RedirectResponse("/tin-nhan?loai=hong&xong=gui-lai", 303)


pages = (
    Page("/tin-nhan", show),
    Page("/tin-nhan/{message}/gui-lai", send_again, "POST"),
)
