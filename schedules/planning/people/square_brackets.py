"""Square brackets around who does a work, read as round ones: "Nộp báo cáo [Kế toán]"."""

from __future__ import annotations

import re

from schedules.planning.people.labelled import labelled_in
from schedules.planning.people.names import folded
from schedules.planning.people.persons import are_doers

SQUARE = re.compile(r"\[(?P<held>[^\[\]()]{2,80})\]")
PART = re.compile(r"[;,]?\s*\b(?:phoi hop|chu tri|phu trach|thuc hien)\b.*$")


def rounded(text: str) -> str:
    """Return a text with round brackets for the square ones that hold people, each letter in its place."""
    return SQUARE.sub(_rounded, text)


def _rounded(match: re.Match[str]) -> str:
    held = match["held"]
    part = PART.search(folded(held))
    who = held[: part.start()] if part else held
    told = are_doers(who) if who.strip() else labelled_in(held) is not None
    return f"({held})" if told else match[0]
