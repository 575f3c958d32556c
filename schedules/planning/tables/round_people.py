"""Rounds of one work in rows below one another: a cell merged over their people is read of the first row alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Mention
from schedules.planning.drafts import Draft
from schedules.planning.people.persons import names_beside
from schedules.planning.words.likeness import likeness
from schedules.wording import fold

ROUND = re.compile(r"^(?P<work>.{6,}?)\W+(?P<kind>lan|dot|vong)\s+(?P<number>\d{1,2}|[ivx]{1,4})\b")
BAR, NEAR = " | ", 3
LIKE = 0.85
"""So near are the words of one work in two rows of a scan."""


def with_people_of_rounds(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts, a later round nobody is named for done by those of the round in the row before it.

    "Cân đo lần 1 | Y tế", "Cân đo lần 2 |": only of the same work of the same table, row by row.
    """
    made: list[Draft] = []
    for draft in drafts:
        made.append(_done_by(made[-1], draft) if made and _goes_on(made[-1], draft) else draft)
    return tuple(made)


def _goes_on(before: Draft, draft: Draft) -> bool:
    first, then = ROUND.match(fold(before.task.title)), ROUND.match(fold(draft.task.title))
    return (
        first is not None
        and then is not None
        and first["kind"] == then["kind"]
        and first["number"] != then["number"]
        and likeness(first["work"], then["work"]) >= LIKE
        and _is_next_row(before.task.mentions[0], draft.task.mentions[0])
    )


def _is_next_row(before: Mention, mention: Mention) -> bool:
    above, place = before.place, mention.place
    if place.table is None:  # the rows of a table put together again only keep their lines
        near = place.line is not None and above.line is not None and 0 < place.line - above.line <= NEAR
        return above.table is None and near and BAR in before.quote and BAR in mention.quote
    return place.table == above.table and place.row is not None and above.row is not None and place.row - above.row == 1


def _done_by(before: Draft, draft: Draft) -> Draft:
    task = draft.task
    if task.owners or not before.task.owners or names_beside(task.mentions[0].quote):
        return draft
    return replace(
        draft,
        task=replace(task, owners=before.task.owners, helpers=task.helpers or before.task.helpers),
        handed_down=True,
    )
