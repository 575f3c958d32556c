"""Every wording that is known, family by family; the longest match wins, the earlier on a tie."""

from __future__ import annotations

from schedules.wording.families.bounds import BOUNDS
from schedules.wording.families.citations import CITATIONS
from schedules.wording.families.counts import COUNTS
from schedules.wording.families.day_spans import DAY_SPANS
from schedules.wording.families.day_words import DAY_WORDS
from schedules.wording.families.days import DAYS
from schedules.wording.families.events import EVENTS
from schedules.wording.families.far_ends import FAR_ENDS
from schedules.wording.families.hours import HOURS
from schedules.wording.families.misread import MISREAD
from schedules.wording.families.month_weekdays import MONTH_WEEKDAYS
from schedules.wording.families.months import MONTHS_FAMILY
from schedules.wording.families.openings import OPENINGS
from schedules.wording.families.quarters import QUARTERS_FAMILY
from schedules.wording.families.recurrences import RECURRENCES
from schedules.wording.families.school_years import YEARS
from schedules.wording.families.terms import TERMS
from schedules.wording.families.weeks import WEEKS
from schedules.wording.folding import fold
from schedules.wording.piece import Recogniser

RECOGNISERS: tuple[Recogniser, ...] = (
    *DAYS,
    *MISREAD,
    *DAY_SPANS,
    *DAY_WORDS,
    *MONTHS_FAMILY,
    *WEEKS,
    *MONTH_WEEKDAYS,
    *QUARTERS_FAMILY,
    *TERMS,
    *YEARS,
    *EVENTS,
    *RECURRENCES,
    *COUNTS,
    *HOURS,
    *CITATIONS,
    *FAR_ENDS,
    *OPENINGS,
    *BOUNDS,
)

DIGIT, LETTER, NO_LETTER = "#", "@", "~"
"""What may be asked of the sign behind a head."""

SIGNS = (NO_LETTER,), (DIGIT, NO_LETTER), (LETTER,)
"""What is satisfied by any other sign, by a digit, by a letter."""

Known = tuple[Recogniser, ...]


def _known(head: str, signs: tuple[str, ...]) -> Known:
    """Return who is asked at a head of one word or more: those of all its words, and those of its first ones."""
    words = head.split()
    firsts = {" ".join(words[:count]) for count in range(1, len(words))}
    asked = {head, *(head + sign for sign in signs), *firsts, *(first + LETTER for first in firsts)}
    return tuple(one for one in RECOGNISERS if not asked.isdisjoint(one.heads))


def _by_head() -> dict[str, tuple[Known, Known, Known]]:
    """Return the recognisers of each head: before any other sign, before a digit, before a letter."""
    written = {head.rstrip(DIGIT + LETTER + NO_LETTER) for one in RECOGNISERS for head in one.heads}
    heads = written | {fold(head) for head in written}
    other, digit, letter = SIGNS
    return {head: (_known(head, other), _known(head, digit), _known(head, letter)) for head in heads}


BY_HEAD = _by_head()
