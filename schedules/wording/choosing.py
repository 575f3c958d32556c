"""Of several deadlines in one sentence, the one it sets."""

from __future__ import annotations

from schedules.plan import NO_DUE, Due, Precision
from schedules.wording.context import Context, Found
from schedules.wording.finding import find_pieces
from schedules.wording.folding import fold
from schedules.wording.piece import Limit, Piece

FINENESS = {
    Precision.DAY: 0,
    Precision.WEEK: 1,
    Precision.MONTH: 2,
    Precision.TERM: 3,
    Precision.YEAR: 4,
    Precision.NONE: 5,
}
BRACKET = 40


def when(text: str, context: Context) -> Due:
    """Return the one deadline a sentence sets; NO_DUE when it sets none."""
    pairs = find_pieces(text, context)
    if not pairs:
        return NO_DUE
    best = min(pairs, key=lambda pair: _rank(text, *pair))
    return best[0].due


def _rank(text: str, found: Found, piece: Piece) -> tuple[bool, bool, bool, int, int]:
    """Order: dated, in brackets with a bound, bounded, a span or day, the finer, the earlier."""
    bounded = piece.limit in {Limit.BEFORE, Limit.BY}
    due = found.due
    return (
        not due.dated,
        not (bounded and _in_brackets(text, found)),
        not bounded,
        FINENESS[due.precision],
        found.start,
    )


def _in_brackets(text: str, found: Found) -> bool:
    before = text[max(0, found.start - BRACKET) : found.start]
    return "(" in before.rpartition(")")[2] and "hoan thanh" in fold(before) or before.rstrip().endswith("(")
