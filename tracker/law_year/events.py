"""An event as people word it on the command line: its name and its day, written in Vietnamese or as an ISO day."""

from __future__ import annotations

import re
from datetime import date

from schedules.calendar import known_day

TOLD = re.compile(r"(?P<name>.+?)(?:\s*[=:,]\s*(?:ngày\s+)?|\s+(?:vào\s+)?ngày\s+|\s+)(?P<day>\d.*)", re.IGNORECASE)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
VIETNAMESE = re.compile(r"(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})", re.IGNORECASE)
FORMS = "cần tên sự kiện và ngày đủ năm, ví dụ “dự toán được giao ngày 28/12/2026” hoặc “dự toán được giao=2026-12-28”"


def event_in(text: str) -> tuple[str, date]:
    """Return the name and day of an event; raise ValueError with a sentence when one is missing or cannot be."""
    match = TOLD.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"“{text}”: {FORMS}")
    return match["name"].strip(), _day(match["day"].strip())


def _day(words: str) -> date:
    if iso := ISO.fullmatch(words):
        year, month, day = map(int, iso.groups())
    elif written := VIETNAMESE.fullmatch(words):
        day, month, year = map(int, written.groups())
    else:
        raise ValueError(f"“{words}” không phải một ngày đủ năm; {FORMS}")
    try:
        found = date(year, month, day)
    except ValueError:
        raise ValueError(f"không có ngày “{words}” trên lịch; {FORMS}") from None
    return known_day(found)
