"""From the settings of a data folder to the desk a tick works at."""

from __future__ import annotations

from pathlib import Path

from notifiers import build_channels
from tracker.answers.links import AnswerLinks
from tracker.answers.official_account import with_tokens
from tracker.feeds.secret import master_key
from tracker.holders import is_gone
from tracker.reminders.desk import Desk
from tracker.school_days import calendar_of
from tracker.settings import Settings
from tracker.zone import current_instant


def desk_of(settings: Settings, folder: Path) -> Desk:
    """Return the desk the settings of a data folder describe, on the machine's own clock."""
    return Desk(
        channels=build_channels(with_tokens(settings.channels, folder)),
        wall=current_instant,
        policy=settings.reminders,
        calendar=calendar_of(folder),
        base_url=settings.base_url,
        gone=is_gone,
        links=AnswerLinks(settings.base_url, master_key(folder)) if settings.base_url else None,
    )
