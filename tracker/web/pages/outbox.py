"""The outbox: every message composed, with its text, where it stands and why."""

from __future__ import annotations

from starlette.responses import Response

from tracker.store import people
from tracker.store.letters import MessageState
from tracker.store.outbox_search import PAGE, Query, search
from tracker.web.school import chosen_school
from tracker.web.templating import render
from tracker.web.visit import Page, Visit

FAILED = (MessageState.FAILED, MessageState.UNKNOWN)
GROUPS: dict[str, tuple[MessageState, ...]] = {
    "": (),
    "da-gui": (MessageState.SENT,),
    "dang-cho": (MessageState.WAITING, MessageState.SENDING),
    "hong": FAILED,
    "khong-gui": (MessageState.CANCELLED,),
}


def show(visit: Visit) -> Response:
    """Show the messages of the school that fit the filter, newest first."""
    choice = chosen_school(visit)
    if choice.school is None:
        return render(visit, "welcome.html")
    every = people.of_school(visit.db, choice.school.id)
    wanted = visit.query.get("nguoi", "")
    person = next((one.id for one in every if str(one.id) == wanted), None)
    group = visit.query.get("loai", "")
    words = visit.query.get("chu", "").strip()[:100]
    query = Query(choice.school.id, person, GROUPS.get(group, ()), words=words)
    return render(
        visit,
        "outbox.html",
        choice=choice,
        people=every,
        names={one.id: one.name for one in every},
        messages=search(visit.db, query),
        failed=len(search(visit.db, Query(choice.school.id, states=FAILED))),
        person=person,
        group=group,
        words=words,
        most=PAGE,
    )


pages = (Page("/tin-nhan", show),)
