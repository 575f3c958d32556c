"""The one time zone of the house, and the only place that reads the clock for the commands."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

HO_CHI_MINH = ZoneInfo("Asia/Ho_Chi_Minh")


def current_instant() -> datetime:
    """Return the present instant in Viet Nam; only edges (command, clock, web) may call this."""
    return datetime.now(HO_CHI_MINH)


def parse_instant(text: str) -> datetime:
    """Read an ISO instant; one without an offset is taken as Vietnamese time. Raise ValueError otherwise.

    What no clock here ever showed, a moment before the first day of all, keeps the offset it was given with.
    """
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        return instant.replace(tzinfo=HO_CHI_MINH)
    try:
        return instant.astimezone(HO_CHI_MINH)
    except OverflowError:
        return instant
