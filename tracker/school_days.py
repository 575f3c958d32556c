"""The school calendar a data folder sets: what days mean there, read without anything else of the house."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from schedules.calendar import SchoolCalendar, load_calendar, own_frames
from tracker.configured import is_configured

FRAMES = "khung-nam-hoc"
"""The folder, in the data folder, of the school-year frames a school keeps itself."""


def calendar_of(folder: Path) -> SchoolCalendar:
    """Return the calendar under the settings of a data folder; raise SettingsError when they are wrong."""
    if not is_configured(folder, os.environ):
        return _with_own(load_calendar(), folder)
    from tracker.settings import load_settings

    return _with_own(load_settings(folder, os.environ).calendar.calendar(), folder)


def _with_own(calendar: SchoolCalendar, folder: Path) -> SchoolCalendar:
    own = folder / FRAMES
    if not own.is_dir():
        return calendar
    from tracker.settings import SettingsError

    try:
        return replace(calendar, own_frames=own_frames(own))
    except ValueError as error:
        raise SettingsError(f"{own}: {error}. Sửa hoặc bỏ tệp này rồi chạy lại.") from error
