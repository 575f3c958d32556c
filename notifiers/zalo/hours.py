"""Hours at which Zalo takes template messages, in Asia/Ho_Chi_Minh, and when a message put off may go.

Zalo refuses phone templates from 22:00 to 06:00 (error -133) without naming the zone; a quarter of an hour is kept
on either side, and each message leaves a few minutes apart from the next.
"""

from __future__ import annotations

import zlib
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
OPENS = time(6, 15)
CLOSES = time(21, 45)
SPREAD_MINUTES = 15
"""Messages put off over night are spread over this many minutes by their key."""


def is_night(now: datetime) -> bool:
    """Tell whether templates may not be sent at the aware instant `now`."""
    return not OPENS <= now.astimezone(ZONE).time() < CLOSES


def morning_after(now: datetime, key: str) -> datetime:
    """Return the next opening after `now`, spread by the key."""
    local = now.astimezone(ZONE)
    days = 0 if local.time() < OPENS else 1
    return _opening(local + timedelta(days=days), key)


def next_day(now: datetime, key: str) -> datetime:
    """Return the opening of the next calendar day, when daily quotas start anew."""
    return _opening(now.astimezone(ZONE) + timedelta(days=1), key)


def next_month(now: datetime, key: str) -> datetime:
    """Return the opening of the first day of the next month, when monthly quotas start anew."""
    local = now.astimezone(ZONE)
    return _opening((local.replace(day=1) + timedelta(days=32)).replace(day=1), key)


def _opening(day: datetime, key: str) -> datetime:
    spread = timedelta(seconds=zlib.crc32(key.encode()) % (SPREAD_MINUTES * 60))
    return datetime.combine(day.date(), OPENS, ZONE) + spread
