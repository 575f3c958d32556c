"""Times of long ago: a day whose sentence has just named a year long over, a stretch of years begun long before."""

from __future__ import annotations

import re

from schedules.wording.context import Context
from schedules.wording.piece import Piece

OLD_YEAR = re.compile(
    r"\b(?:sau|tu|ke tu|truoc|den|trong|vao|dau|giua|cuoi)? ?nam (?P<year>(?:1[6-9]|20)\d\d)"
    r"(?: den nay| tro di)?,? (?:(?:vao|cu|thi|cu vao|cu den|moi|cho den)(?: dip)? )?$"
)
"""“Sau năm 1975 ngày 20-11 …”, “Giữa năm 1990, vào …”."""

REACH = 40
RECENT = 2
"""Years before the plan's own that may still be its work's: what is carried over, a slip in the year."""


def is_of_old_year(piece: Piece, text: str, context: Context) -> bool:
    """Whether the year said right before a day or month without one lies years before the plan; `text` is folded."""
    last = piece.last or piece.first
    if last is None or last.year is not None or not last.month:
        return False
    known = context.school_year.first if context.school_year else context.doc_date.year if context.doc_date else None
    said = OLD_YEAR.search(text, max(0, piece.start - REACH), piece.start) if known else None
    return said is not None and known is not None and int(said["year"]) < known - RECENT


PROGRAMME, BEGUN, MONTHS = 3, 6, 12
"""How many years a stretch runs that is a programme's, and how many months before the signing it has begun."""


def is_programme(piece: Piece, context: Context) -> bool:
    """Whether a stretch of years, begun well before the signing, is that of a programme: “từ 01/2024 đến 12/2027”."""
    first, last, signed = piece.first, piece.last, context.doc_date
    if first is None or last is None or signed is None or not (first.year and first.month and last.year):
        return False
    begun = (signed.year - first.year) * MONTHS + signed.month - first.month
    return last.year - first.year >= PROGRAMME and begun >= BEGUN
