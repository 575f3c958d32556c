"""A rehearsal as a calendar: which messages would go on which day, to whom and why. Nothing is sent."""

from __future__ import annotations

from starlette.responses import Response

from tracker.reminders.account import Told
from tracker.reminders.reasons import SENTENCES
from tracker.reminders.replay import Period, replay
from tracker.store import people, tasks
from tracker.web.listeners import by_listener
from tracker.web.playing import playing_desk
from tracker.web.school import chosen_school
from tracker.web.sending_days import months_of, read_span, usual_span
from tracker.web.templating import render
from tracker.web.unreached import unreached
from tracker.web.upcoming import message_lines
from tracker.web.visit import Page, Visit

NOBODY, ON_TIME = "chua-xong", "dung-han"
SUPPOSED = {NOBODY: "không ai làm gì thêm", ON_TIME: "việc còn hạn đều xong đúng hạn"}
"""What is supposed of the works meanwhile; the first is what the clock will do if nobody reports anything."""

REASONS: dict[str, str] = {reason.value: sentence for reason, sentence in SENTENCES.items()}


def show(visit: Visit) -> Response:
    """Show what a span of days would send at the school, and each message in full."""
    choice = chosen_school(visit)
    if choice.school is None:
        return render(visit, "welcome.html")
    problem = ""
    try:
        span = read_span(visit.query.get("tu", ""), visit.query.get("den", ""), visit.today)
    except ValueError as error:
        span, problem = usual_span(visit.today), str(error)
    supposed = ON_TIME if visit.query.get("gia-su") == ON_TIME else NOBODY
    told = _messages(visit, choice.school.id, Period(span.first, span.last, supposed == ON_TIME))
    working_days = visit.site.calendar_of().working_days
    return render(
        visit,
        "rehearsal.html",
        422 if problem else 200,
        school=choice.school,
        span=span,
        typed=[visit.query.get("tu", ""), visit.query.get("den", "")] if problem else [span.first, span.last],
        supposed=supposed,
        choices=SUPPOSED,
        listeners=by_listener(told),
        works={task.id: task for task in tasks.of_school(visit.db, choice.school.id)},
        lost=unreached(people.of_school(visit.db, choice.school.id)),
        lines_of=message_lines,
        months=months_of(span, told, working_days.is_working),
        total=len(told),
        heard=len({one.message.draft.person_id for one in told}),
        most=_most(told),
        reasons=REASONS,
        problem=problem,
    )


def _messages(visit: Visit, school_id: int, period: Period) -> tuple[Told, ...]:
    staff = {person.id for person in people.of_school(visit.db, school_id)}
    told = replay(visit.db, period, playing_desk(visit))
    return tuple(one for one in told if one.message.draft.person_id in staff)


def _most(told: tuple[Told, ...]) -> int:
    """Return how many messages the person who hears most would get."""
    counts: dict[int, int] = {}
    for one in told:
        counts[one.message.draft.person_id] = counts.get(one.message.draft.person_id, 0) + 1
    return max(counts.values(), default=0)


pages = (Page("/dien-thu", show),)
