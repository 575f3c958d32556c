"""A day without a year whose own sentence has just named one that is long over: it is a day of that time."""

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
