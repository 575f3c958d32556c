"""Pure: whether reminders of a task rest today for someone: awaited, acknowledged or put off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.reminders.reasons import Reason
from tracker.store.pauses import Pause, PauseKind

HELD = {
    PauseKind.WAITING: Reason.HELD_WAITING,
    PauseKind.ACKNOWLEDGED: Reason.HELD_ACKNOWLEDGED,
    PauseKind.SNOOZED: Reason.HELD_SNOOZED,
}


def resting(
    found: Iterable[Pause], person_id: int, today: date, *, escalated: bool, helping: bool = False
) -> Reason | None:
    """Return why a task rests for a person today, or None; an acknowledgement stops escalation for everyone.

    A rest without a last day is that of a helper whose part is done: it holds as long as they only help.
    """
    for pause in found:
        part_done = pause.kind is PauseKind.SNOOZED and pause.until is None
        if part_done and not helping:
            continue
        theirs = pause.person_id in {None, person_id} or (escalated and pause.kind is PauseKind.ACKNOWLEDGED)
        if theirs and pause.covers(today):
            return Reason.HELD_PART_DONE if part_done else HELD[pause.kind]
    return None
