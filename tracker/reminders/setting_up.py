"""From the settings of a data folder to the desk a tick works at."""

from __future__ import annotations

from notifiers import build_channels
from tracker.reminders.desk import Desk
from tracker.settings import Settings
from tracker.zone import current_instant


def desk_of(settings: Settings) -> Desk:
    """Return the desk the settings describe, on the machine's own clock."""
    return Desk(
        channels=build_channels(settings.channels),
        wall=current_instant,
        working_days=settings.calendar.calendar().working_days,
        base_url=settings.base_url,
    )
