"""What a stroke between people parts: who leads from who helps under "Chủ trì/phối hợp", else one from another."""

from __future__ import annotations

import re

from schedules.planning.people.persons import are_doers, are_people

STROKE = re.compile(r"(?<!\b[ĐđDd])\s*/\s*(?!\s*c\b\.?\s)")
"""Not the one inside “đ/c”."""

GROUPS = re.compile(r"[;\n]")
NUMBERED = re.compile(r"\d\s*/\s*\d")
FEWEST_LETTERS, LONGEST_SUBJECT = 2, 6


def each_of(name: str) -> tuple[str, ...]:
    """Return those a name parts by strokes where every one is somebody ("GVCN/GVBM"), else the name as it stands."""
    parts = STROKE.split(name)
    return tuple(parts) if len(parts) > 1 and not NUMBERED.search(name) and all(map(are_doers, parts)) else (name,)


def is_slashed(text: str) -> bool:
    """Whether a cell under "Chủ trì/phối hợp" parts who leads from who helps by a stroke."""
    return any(_parted(group) for group in GROUPS.split(text))


def lead_and_help(text: str) -> tuple[str, str]:
    """Return the words for those before the stroke and for those behind it, a line for each group; "" behind none."""
    groups = [(_parted(group) or (group, "")) for group in GROUPS.split(text) if group.strip()]
    return "\n".join(lead for lead, _ in groups), "\n".join(help_ for _, help_ in groups if help_)


def _parted(group: str) -> tuple[str, str] | None:
    match = STROKE.search(group)
    if match is None or NUMBERED.search(group[max(match.start() - 1, 0) : match.end() + 1]):
        return None
    lead, help_ = group[: match.start()].strip(), STROKE.sub(", ", group[match.end() :]).strip()
    if min(len(lead), len(help_)) < FEWEST_LETTERS or _is_one_more_subject(help_):
        return None
    return lead, help_


def _is_one_more_subject(text: str) -> bool:
    """Whether what follows a stroke goes on with the name before it: "GV Toán/Lý", "Lớp 6A/6B"."""
    return " " not in text and len(text) < LONGEST_SUBJECT and not are_people(text)
