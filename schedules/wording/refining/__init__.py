"""From pieces to times: each refiner takes the pieces and gives them back better joined, in this order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from schedules.wording.piece import Kind, Piece
from schedules.wording.refining.brackets import drop_week_names, join_brackets
from schedules.wording.refining.counting import attach_counts
from schedules.wording.refining.details import attach_details
from schedules.wording.refining.limits import attach_limits
from schedules.wording.refining.moved import hold_moved
from schedules.wording.refining.opened_closed import join_opened
from schedules.wording.refining.parts import join_parts
from schedules.wording.refining.ranges import join_ranges
from schedules.wording.refining.recurrence import attach_recurrence
from schedules.wording.refining.sessions import hold_sessions
from schedules.wording.refining.sharing import join_shared

Refiner = Callable[[list[Piece], str], list[Piece]]
REFINERS: tuple[tuple[Refiner, int], ...] = (
    (attach_details, Kind.HOUR | Kind.WEEKDAY | Kind.OPEN),
    (join_shared, Kind.TIMES),
    (join_parts, Kind.TIMES),
    (drop_week_names, Kind.TIMES),
    (join_opened, Kind.TIMES),
    (join_ranges, Kind.TIMES | Kind.LINK),
    (attach_limits, Kind.BOUND | Kind.LINK | Kind.OPEN | Kind.HOUR),
    (hold_moved, Kind.LINK | Kind.OPEN),
    (hold_sessions, Kind.HOUR),
    (attach_counts, Kind.COUNT),
    (attach_recurrence, Kind.EVERY | Kind.FOLLOW | Kind.WEEKDAY),
    (join_brackets, Kind.TIMES),
)
"""Each refiner, and the kinds of pieces without any of which it has nothing to do."""


def refine(pieces: list[Piece], kinds: int, text: str) -> list[Piece]:
    """Return the pieces of a text, of these kinds, joined into times, each refiner in its turn."""
    for refiner in _needed(kinds):
        pieces = refiner(pieces, text)
    return pieces


@cache
def _needed(kinds: int) -> tuple[Refiner, ...]:
    return tuple(refiner for refiner, needs in REFINERS if kinds & needs)


__all__ = ["REFINERS", "refine"]
