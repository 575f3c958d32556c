"""Someone says that a work is not theirs: behind a signed link a manager gives it to another or says that it stays."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import RedirectResponse, Response

from tracker.answers import handing
from tracker.answers.acting import NotNowError
from tracker.answers.handing import Declined, NoReasonError, WrongPersonError
from tracker.answers.links import HAND_PATH
from tracker.answers.token import Action
from tracker.store import people, plans, schools
from tracker.store.declines import GIVEN, KEPT
from tracker.store.history import Actor
from tracker.store.records import Part, Person
from tracker.web.manager_link import LinkKind, for_manager
from tracker.web.templating import render
from tracker.web.visit import Page, Right, Visit

LINK = LinkKind(
    Action.HAND,
    wrong="Liên kết này không đúng hoặc bị cắt mất một phần. Hãy mở lại từ tin báo.",
    old="Liên kết này đã quá 45 ngày. Hãy mở trang Xin gia hạn trên máy đã đăng nhập.",
)
LONGEST_NOTE = 500

Act = Callable[[Visit, Declined, Actor], None]


def show(visit: Visit) -> Response:
    """Show a manager what someone told of a work, and what can be answered or was."""
    return _for_manager(visit, lambda told, person: _page(visit, told, person))


def _for_manager(visit: Visit, page: Callable[[Declined, Person], Response]) -> Response:
    """Return a page of what a manager's link is about."""
    return for_manager(
        visit, LINK, lambda token, person: page(handing.declined(visit.db, person, int(token.subject)), person)
    )


def _page(visit: Visit, told: Declined, person: Person, problem: str = "", **wrong: str) -> Response:
    """Show what was told; what was typed and not carried out stands in its form again, with what is wrong beside it."""
    decline, task = told.decline, told.task
    staff = people.of_school(visit.db, person.school_id)
    names = {one.id: one.name for one in staff}
    held = people.assigned(visit.db, task.id)
    return render(
        visit,
        "hand.html",
        422 if problem or wrong else 200,
        address=HAND_PATH + visit.path["token"],
        manager=person,
        task=task,
        plan=plans.by_id(visit.db, task.plan_id),
        school=schools.by_id(visit.db, person.school_id),
        decline=decline,
        teller=people.current(visit.db, decline.person_id).name,
        leads=[names[one] for one, part in held if part is Part.LEAD and one in names],
        takers=[one for one in staff if one.active and one.id != decline.person_id],
        outcome=handing.outcome(visit.db, told, person),
        answered=decline.decided_by == person.name and decline.decision in {KEPT, GIVEN},
        problem=problem,
        wrong_person=wrong.get("taker", ""),
        wrong_reason=wrong.get("reason", ""),
        days_late=task.days_late(visit.today),
    )


def _deciding(act: Act, field: str) -> Callable[[Visit], Response]:
    """Return the answer of a button: act with the word typed in a field, then show what was decided."""

    def press(visit: Visit, told: Declined, person: Person) -> Response:
        try:
            act(visit, told, Actor(person.name, visit.now, visit.value(field)[:LONGEST_NOTE] or None))
        except WrongPersonError as error:
            return _page(visit, told, person, taker=str(error))
        except NoReasonError as error:
            return _page(visit, told, person, reason=str(error))
        except NotNowError as error:
            return _page(visit, handing.declined(visit.db, person, told.decline.id), person, str(error))
        return RedirectResponse(HAND_PATH + visit.path["token"], 303)

    return lambda visit: _for_manager(visit, lambda told, person: press(visit, told, person))


def _give(visit: Visit, told: Declined, actor: Actor) -> None:
    chosen = visit.value("taker")
    taker = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < len(str(2**63)) else None
    handing.give(visit.db, told, taker, actor, visit.site.calendar_of())


def _stays(visit: Visit, told: Declined, actor: Actor) -> None:
    handing.stays(visit.db, told, actor, visit.site.calendar_of())


pages = (
    Page(HAND_PATH + "{token}", show, right=Right.ANYONE),
    Page(HAND_PATH + "{token}/giao", _deciding(_give, "note"), "POST", right=Right.ANYONE),
    Page(HAND_PATH + "{token}/van-la", _deciding(_stays, "reason"), "POST", right=Right.ANYONE),
)
