"""The review of a draft: the document with the words of the chosen task lit, beside it questions and tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from schedules.plan import Due
from schedules.proofreading import no_owner, two_dates
from tracker.moving import LET_BE
from tracker.plan_counts import counted
from tracker.present import Present, handed_over
from tracker.recurring import OVER
from tracker.review.desk import Review, compared, open_review
from tracker.review.draft import Field, Item
from tracker.review.findings import ABOUT_DUE
from tracker.review.likest import likest_first
from tracker.review.operations import Redate
from tracker.review.ordering import Doubt, ordered
from tracker.review.overdue import overdue_at_once, passed_at_once
from tracker.review.predecessors import apart
from tracker.review.unanswered import left_open
from tracker.review.weeks import IMPLIED, WeekChoice
from tracker.spots import numbers, spots
from tracker.store import people, tasks
from tracker.store.records import PlanStatus
from tracker.web.context import view
from tracker.web.missed import open_duties, proposal_of
from tracker.web.original import shown
from tracker.web.templating import render
from tracker.web.visit import Page, Visit

GROUPS = (
    ("Cần xem trước", (Doubt.BLOCKED, Doubt.DOUBTFUL)),
    ("Chưa có người phụ trách", (Doubt.NO_OWNER,)),
    ("Đã rõ", (Doubt.NONE,)),
)


MOST_EXAMPLES = 2
"""Weeks shown of each week rule."""

MOST_TOLD = 3
"""Deadlines a suggestion moved that are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What comes back on the page instead of being kept: a sentence, or a deadline to look at before it is saved.

    `unlikely` is a deadline that is kept once someone says that it is right.
    """

    problem: str = ""
    due: Due | None = None
    task: str = ""
    form: str = ""
    unlikely: bool = False


def show(visit: Visit) -> Response:
    """Show the review of a plan; one already in force is shown on its own page, which says why."""
    review = open_review(visit.db, visit.number("plan"), visit.site.calendar_of())
    if not review.waiting:
        why = "?xong=da-co-hieu-luc" if review.stored.status is PlanStatus.PUBLISHED else ""
        return RedirectResponse(f"/ke-hoach/{review.stored.id}{why}", 303)
    missing = any(name in visit.query for name in ("them", "nhiem-vu"))
    form = "them" if missing else visit.query.get("sua", "")
    return page(visit, review, Slip(task=visit.query.get("viec", ""), form=form))


def page(visit: Visit, review: Review, slip: Slip) -> Response:
    """Return the page of a review with one task chosen, or none."""
    document = review.revision.plan.document
    chosen = next((item for item in review.draft.items if item.id == slip.task), None)
    rows = ordered(review)
    spots_of = spots(document)
    return render(
        visit,
        "review.html",
        422 if slip.problem else 200,
        review=review,
        school=review.school,
        head=review.revision.plan.header,
        document=document,
        left_open=left_open(review),
        overdue=overdue_at_once(visit.db, review, visit.today),
        passed=passed_at_once(visit.db, review, visit.today),
        slip=slip,
        filled=_filled(visit, slip),
        chosen=chosen,
        original=shown(document, chosen.task.mentions if chosen else ()),
        missed=proposal_of(review, visit.query.get("them", ""), visit.query.get("nhiem-vu", "")),
        duties=list(open_duties(review)),
        done=_done(visit, review) or _merged(visit, chosen),
        quotes=[view(document, mention) for mention in chosen.task.mentions] if chosen else [],
        groups=[(words, [row for row in rows if row.doubt in doubts]) for words, doubts in GROUPS],
        away=[item for item in review.draft.items if not item.live],
        blocks=lambda item: " ".join(map(str, numbers(spots_of, item.task.mentions))),
        link=lambda item, form="": _link(review, item, form),
        alike=lambda item: likest_first(item, review.draft.live),
        weeks=_examples(review),
        people=people.of_school(visit.db, review.school.id),
        compared=compared(visit.db, review) if review.again else None,
        present=_present(visit, review) if review.again else {},
        lapsed=review.outdated,
        over=OVER,
        let_be=LET_BE,
        kept={one.words: one for one in review.draft.overruled if one.kept},
        counts=counted(review),
        story=[(one, review.told(one)) for one in reversed(review.decisions)],
        undoable=list(map(review.told, review.undoable)),
        parting=review.parting,
        apart_means=apart,
        rules={"owner": no_owner.RULE, "dates": two_dates.RULE, "due": ABOUT_DUE},
    )


def _present(visit: Visit, review: Review) -> dict[str, Present]:
    """Return who has a work now where the draft names the same people for it as the plan in force did."""
    known = {one.id: one for one in tasks.of_plan(visit.db, review.stored.id)}
    now = handed_over(visit.db, review.school.id, known.values())
    pairs = ((item, known[item.id].task) for item in review.draft.items if item.id in now)
    same = ((item, was) for item, was in pairs if item.task.owners == was.owners)
    return {
        item.id: now[item.id] if item.task.helpers == was.helpers else replace(now[item.id], helpers=item.task.helpers)
        for item, was in same
    }


def _done(visit: Visit, review: Review) -> str | None:
    """Return what taking a suggestion changed, as long as it is the newest decision; else the usual sentence."""
    moved = [review.told(one) for one in review.undoable if isinstance(one.operation, Redate)]
    more = f"; và {len(moved) - MOST_TOLD} việc nữa" if len(moved) > MOST_TOLD else ""
    told_so = f"Đã nhận gợi ý: {'; '.join(moved[:MOST_TOLD])}{more}."
    return told_so if visit.query.get("xong") == "nhan" and moved else None


def _merged(visit: Visit, chosen: Item | None) -> str | None:
    """Return what merging left to choose, when it did: two deadlines stand where one was."""
    asked = visit.query.get("xong") == "da-gop" and chosen and chosen.rivals and Field.DUE not in chosen.decided
    return "Đã gộp. Hai hạn khác nhau: hãy chọn một." if asked else None


def back(review: Review, task: str, done: str) -> RedirectResponse:
    """Return the way back to the review, to the task just decided upon."""
    query = urlencode({name: value for name, value in (("viec", task), ("xong", done)) if value})
    anchor = f"#viec-{task}" if task else ""
    return RedirectResponse(f"/ke-hoach/{review.stored.id}/duyet?{query}{anchor}", 303)


def _link(review: Review, item: Item, form: str) -> str:
    query = urlencode({"viec": item.id, **({"sua": form} if form else {})})
    return f"/ke-hoach/{review.stored.id}/duyet?{query}#viec-{item.id}"


def _filled(visit: Visit, slip: Slip) -> Callable[[str, str, str], str]:
    """Return what a field of a form shows: what was typed when it came back, else what is in force."""

    def filled(form: str, name: str, otherwise: str = "") -> str:
        return visit.value(name) if slip.form == form and name in visit.form else otherwise

    return filled


def _examples(review: Review) -> list[tuple[WeekChoice, tuple[Due, ...]]]:
    """Return each rule with the same weeks of the plan as it has them: as few as tell the rules apart."""
    readings = [(choice, _weeks(choice)) for choice in review.weeks]
    known = [quote for quote in readings[0][1] if all(quote in weeks for _, weeks in readings)] if readings else []
    shown: list[str] = []
    while len(shown) < MOST_EXAMPLES and known:
        best = max(known, key=lambda quote: _told_apart(readings, (*shown, quote)))
        if _told_apart(readings, (*shown, best)) == _told_apart(readings, shown):
            break
        shown.append(best)
    return [(choice, tuple(weeks[quote] for quote in shown)) for choice, weeks in readings]


def _told_apart(readings: Sequence[tuple[WeekChoice, dict[str, Due]]], quotes: Sequence[str]) -> int:
    """Return how many rules look different by the days they give quotes."""
    return len({tuple((weeks[quote].start, weeks[quote].day) for quote in quotes) for _, weeks in readings})


def _weeks(choice: WeekChoice) -> dict[str, Due]:
    mentions = [mention for task in choice.plan.tasks for mention in task.mentions]
    return {mention.quote: mention.due for mention in mentions if IMPLIED in mention.due.implied}


pages = (Page("/ke-hoach/{plan}/duyet", show),)
