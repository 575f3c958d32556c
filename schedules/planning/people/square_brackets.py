"""Brackets beside who does a work: square ones read as round ones, and those that tell who is in a body left out."""

from __future__ import annotations

import re

from schedules.planning.people.labelled import labelled_in
from schedules.planning.people.names import folded
from schedules.planning.people.persons import are_doers
from schedules.wording import fold

SQUARE = re.compile(r"\[(?P<held>[^\[\]()]{2,80})\]")
PART = re.compile(r"[;,]?\s*\b(?:phoi hop|chu tri|phu trach|thuc hien)\b.*$")

IN_A_BODY = re.compile(
    r"(?<=\w)\s*\((?:(?:bao )?gom|(?:cac )?thanh vien|(?:to|nhom|doi) (?:truong|pho)|"
    r"(?:pho )?truong (?:to|nhom|ban|doan|doi|tieu ban)|thuong truc|thu ky)\s*:[^()]{2,80}\)(?=\s*\S)"
)


def without_members(text: str) -> str:
    """Return a text without the bracket that labels who is in the body before it.

    "Tổ giám sát (trưởng tổ: cô Diễm) báo cáo …": the body does it.
    """
    inside = IN_A_BODY.search(fold(text)) if "(" in text else None
    return f"{text[: inside.start()]}{text[inside.end() :]}" if inside else text


def rounded(text: str) -> str:
    """Return a text with round brackets for the square ones that hold people, each letter in its place."""
    return SQUARE.sub(_rounded, text)


def _rounded(match: re.Match[str]) -> str:
    held = match["held"]
    part = PART.search(folded(held))
    who = held[: part.start()] if part else held
    told = are_doers(who) if who.strip() else labelled_in(held) is not None
    return f"({held})" if told else match[0]
