"""Months a time cell writes in short ("T11 - T12"): their names again, where they can mean no days of the week."""

from __future__ import annotations

import re

MONTHS_IN_LETTERS = re.compile(
    r"^(?:(?:từ|đến|hết|đầu|giữa|cuối|trong|và)\b|T\.?\s?\d{1,2}\b(?:\s*/\s*20\d\d)?|\d{1,2}\b|[\s,;.–÷→&+-])*$",
    re.IGNORECASE,
)
LETTER, NUMBER = re.compile(r"\bT\.?\s?(\d{1,2})\b", re.IGNORECASE), re.compile(r"(?<!\d)(?:0?[1-9]|1[0-2])(?!\d)")
WEEKDAYS = range(2, 8)
"""“T2 - T6” may mean Monday to Friday; no weekday has the number of “T11 - T12”."""


def months_in_full(text: str) -> str:
    """Return a text of months in short ("T11 - T12") with their names; as it is where it may mean days of the week."""
    counted = MONTHS_IN_LETTERS.match(text) is not None and not all(int(at) in WEEKDAYS for at in NUMBER.findall(text))
    return LETTER.sub(r"tháng \1", text) if counted else text
