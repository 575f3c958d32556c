"""The tasks of a review in the order a careful clerk takes them: doubtful ones, those nobody leads, then by date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from schedules.plan import Severity
from schedules.proofreading import no_owner
from tracker.review.desk import Review
from tracker.review.draft import Item
from tracker.review.findings import Question

SURE = 0.8
"""Below this confidence a task was not read surely."""


class Doubt(IntEnum):
    """How much a task wants a look, gravest first."""

    BLOCKED = 0
    DOUBTFUL = 1
    NO_OWNER = 2
    NONE = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One task in its order: how doubtful, and the open questions that touch it."""

    item: Item
    doubt: Doubt
    questions: tuple[Question, ...] = ()

    @property
    def unsure(self) -> bool:
        """Whether the reading itself was not sure of it."""
        return self.item.task.confidence < SURE


def ordered(review: Review) -> tuple[Row, ...]:
    """Return the live tasks of a review, the most doubtful first."""
    rows = [_row(item, review.open) for item in review.draft.live]
    places = {row.item.id: number for number, row in enumerate(rows)}
    return tuple(sorted(rows, key=lambda row: (*_rank(row), places[row.item.id])))


def _row(item: Item, asked: tuple[Question, ...]) -> Row:
    mine = tuple(question for question in asked if item.id in question.left)
    about = [question for question in mine if question.first.rule != no_owner.RULE]
    if any(question.first.severity is Severity.BLOCK for question in about):
        return Row(item, Doubt.BLOCKED, mine)
    if about or item.task.confidence < SURE:
        return Row(item, Doubt.DOUBTFUL, mine)
    return Row(item, Doubt.NO_OWNER if mine else Doubt.NONE, mine)


def _rank(row: Row) -> tuple[Doubt, float, date]:
    confidence = row.item.task.confidence if row.unsure else 1.0
    return (row.doubt, confidence, row.item.task.due.day or date.max)
