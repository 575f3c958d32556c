"""From pieces to times: each refiner takes the pieces and gives them back better joined, in this order."""

from __future__ import annotations

from collections.abc import Callable

from schedules.wording.piece import Piece
from schedules.wording.refining.brackets import join_brackets
from schedules.wording.refining.counting import attach_counts
from schedules.wording.refining.details import attach_details
from schedules.wording.refining.guards import drop_non_times
from schedules.wording.refining.limits import attach_limits
from schedules.wording.refining.parts import join_parts
from schedules.wording.refining.ranges import join_ranges
from schedules.wording.refining.recurrence import attach_recurrence

REFINERS: tuple[Callable[[list[Piece], str], list[Piece]], ...] = (
    attach_details,
    join_parts,
    join_ranges,
    attach_limits,
    attach_counts,
    attach_recurrence,
    join_brackets,
)

__all__ = ["REFINERS", "drop_non_times"]
