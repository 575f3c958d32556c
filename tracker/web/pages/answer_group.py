"""The text for the school's Zalo group: per day or per week, to copy and paste; names only when asked for."""

from __future__ import annotations

from starlette.responses import Response

from tracker.answers.bulletin import Span
from tracker.answers.group_desk import text_for
from tracker.web.school import chosen_school
from tracker.web.templating import render
from tracker.web.visit import Page, Visit


def show(visit: Visit) -> Response:
    """Show the text of today, or of the week."""
    choice = chosen_school(visit)
    if choice.school is None:
        return render(visit, "welcome.html")
    span = Span.WEEK if visit.query.get("tuan") == "1" else Span.DAY
    names = visit.query.get("ten") == "1"
    text = text_for(visit.db, choice.school, visit.today, span, names=names)
    return render(visit, "answer_group.html", school=choice.school, text=text, week=span is Span.WEEK, names=names)


pages = (Page("/ban-tin", show),)
