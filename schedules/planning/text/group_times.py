"""The time of one group in a bracket behind the time of all: "Tựu trường 25/8 (lớp 9: 20/8)"."""

from __future__ import annotations

import re

GROUP = (
    r"\s*\(\s*(?P<group>(?:riêng\s+)?(?:(?:học sinh|hs|trẻ|giáo viên|gv)\s+)?(?:các\s+)?(?:lớp|khối|nhóm|cấp)\s+"
    r"[^\W_][\w ,]{0,24}?)\s*:\s*"
)
LEADS = re.compile(rf"^{GROUP}(?:ngày\s+|từ\s+)?$", re.IGNORECASE)
OPENS = re.compile(rf"^{GROUP}", re.IGNORECASE)


def leads_to_group(between: str) -> bool:
    """Whether the words between two times open a bracket that names whose the second is."""
    return LEADS.match(between) is not None


def group_of(words: str) -> str:
    """Return the group whose time a work's words are, where they open such a bracket, else ""."""
    opened = OPENS.match(words)
    return opened["group"] if opened else ""
