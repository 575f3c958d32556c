"""What the form for a missed task starts with: the line of the document that was picked, or a duty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from schedules.plan import Block, Duty, Place
from schedules.planning.text.titles import name_of
from schedules.wording import Context, find
from tracker.review.desk import Review
from tracker.spots import spots

LONGEST = 200
"""Letters of a proposed title: a whole paragraph is no title."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The fields of the form before anything is typed; `block` is the picked line, None without one."""

    block: int | None = None
    quote: str = ""
    title: str = ""
    words: str = ""
    owners: str = ""


@dataclass(frozen=True, slots=True)
class OpenDuty:
    """A duty, its number from 1, and whether a task quotes it already."""

    number: int
    duty: Duty
    made: bool


def proposal_of(review: Review, block: str, duty: str) -> Proposal:
    """Return what a picked line (its number from 0) or a duty (from 1) proposes; nothing for numbers unknown."""
    plan = review.revision.plan
    if _within(duty, 1, len(plan.duties)):
        chosen = plan.duties[int(duty) - 1]
        at = next(iter(numbers_of(review, chosen)), None)
        words = _time_of(chosen.quote, review)
        return Proposal(at, chosen.quote.strip(), chosen.title, words, ", ".join(chosen.owners))
    if _within(block, 0, len(plan.document.blocks) - 1):
        picked = plan.document.blocks[int(block)]
        return Proposal(int(block), picked.text.strip(), _title_of(picked, review), _time_of(picked.text, review))
    return Proposal()


def open_duties(review: Review) -> Iterator[OpenDuty]:
    """Yield the duties of the plan, those that became tasks marked."""
    quoted = {mention.quote for item in review.draft.live for mention in item.task.mentions}
    for number, duty in enumerate(review.revision.plan.duties, 1):
        yield OpenDuty(number, duty, duty.quote in quoted)


def numbers_of(review: Review, duty: Duty) -> list[int]:
    """Return the line of the document a duty stands in, nothing when it is not known."""
    by_place = spots(review.revision.plan.document)
    found = by_place.get(replace(duty.place, column=None)) if duty.place != Place() else None
    return [] if found is None else [found]


def _within(text: str, first: int, last: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) < len(str(10**9)) and first <= int(text) <= last


def _title_of(block: Block, review: Review) -> str:
    text = max((cell.text for cell in block.cells), key=len, default=block.text)
    found = find(text, _context(review))
    title = name_of(text, [(one.start, one.end) for one in found])
    return title if len(title) <= LONGEST else title[:LONGEST].rsplit(" ", 1)[0]


def _time_of(text: str, review: Review) -> str:
    """Return the words of the first time in a text, empty when it has none that can be read."""
    dated = (one for one in find(text, _context(review)) if one.due.day)
    return " ".join(next((one.quote for one in dated), "").split())


def _context(review: Review) -> Context:
    header = review.revision.plan.header
    return Context(review.calendar, header.school_year, header.date)
