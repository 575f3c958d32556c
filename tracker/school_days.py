"""The school calendar a data folder sets: what days mean there, read without anything else of the house."""

from __future__ import annotations

import os
from pathlib import Path

from schedules.calendar import SchoolCalendar, load_calendar
from tracker.configured import is_configured


def calendar_of(folder: Path) -> SchoolCalendar:
    """Return the calendar under the settings of a data folder; raise SettingsError when they are wrong."""
    if not is_configured(folder, os.environ):
        return load_calendar()
    from tracker.settings import load_settings

    return load_settings(folder, os.environ).calendar.calendar()
