"""Pure: which answers someone may give about a work on a day; letters offer what its page takes, by this one rule."""

from __future__ import annotations

from datetime import date

from schedules.calendar import WorkingDays
from schedules.plan import Due
from tracker.answers.links import BUTTONS
from tracker.answers.rest import first_snooze
from tracker.answers.token import Action


def shut(due: Due, today: date, working_days: WorkingDays, *, leads: bool) -> frozenset[Action]:
    """Return the answers to a reminder its page refuses on a day.

    No reminder is put off past the last day, and only who leads a work asks for more time.
    """
    refused = set() if leads else {Action.EXTEND}
    if first_snooze(due, today, working_days) is None:
        refused.add(Action.SNOOZE)
    return frozenset(refused)


def taken(due: Due, today: date, working_days: WorkingDays, *, leads: bool) -> tuple[Action, ...]:
    """Return the answers to a reminder its page takes on a day, in the order of their buttons."""
    refused = shut(due, today, working_days, leads=leads)
    return tuple(action for action in BUTTONS if action not in refused)
