"""Days that a bracket of a work in a table tells: a weekday of its row's week, days on end of its month."""

from __future__ import annotations

import re

from schedules.plan import NO_DUE, Due, Precision
from schedules.planning.tables.contents import WORD, is_time
from schedules.planning.text.weekdays import within
from schedules.wording import Context, fold, when

IN_BRACKET = re.compile(r"\([^()]*\)")
COUNTED_DAYS = re.compile(r"^\(\s*(?:trong\s+)?(?:hai|ba|bon|nam)\s+(?=ngay\s+\d)")
Spans = tuple[tuple[int, int], ...]


def weekday_in_bracket(work: str, said: Due) -> tuple[Due, Spans] | None:
    """Return the day of the row's week that a bracket of its work names: "Mít tinh (sáng thứ Tư)"."""
    for bracket in IN_BRACKET.finditer(work):
        told = within(bracket[0], said)
        if told and not WORD.search(bracket[0][: told.start]) and not WORD.search(bracket[0][told.end :]):
            return told.due, (bracket.span(),)
    return None


def days_in_bracket(work: str, said: Due, here: Context) -> tuple[Due, Spans] | None:
    """Return the days on end that a bracket of nothing else tells: "Hội trại mừng ngày thành lập Đoàn (23 - 24/3)".

    A feast has one day; these lie within the coarser time of the row, or begin on its day.
    """
    for bracket in IN_BRACKET.finditer(work):
        counted = COUNTED_DAYS.match(fold(bracket[0]))
        inner = bracket[0][counted.end() if counted else 1 : -1]
        told = when(inner, here) if is_time(inner, here) else NO_DUE
        if told.precision is not Precision.DAY or not told.start or not told.day or told.start >= told.day:
            continue
        first, last = said.start or said.day, said.day
        within_it = first is None or last is None or (first <= told.start and told.day <= last)
        if within_it or (said.precision is Precision.DAY and told.start == said.day and not said.recurrence):
            return told, (bracket.span(),)
    return None
