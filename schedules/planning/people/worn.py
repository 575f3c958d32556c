"""Who acts in a line whose letters a scan wore away: the deed without its accents, the role with one letter wrong."""

from __future__ import annotations

import re

from schedules.planning.likeness import letters, likeness
from schedules.planning.people.deeds import NAMED_BY_ACT
from schedules.planning.people.persons import are_doers
from schedules.planning.people.roles import ROLES
from schedules.planning.verbs import DEEDS
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

DEED = re.compile(rf"\s(?:{fold(DEEDS)})\b")
BY_ACT = re.compile(fold(NAMED_BY_ACT.pattern))
ACCENTED = re.compile(rf"\s(?:{DEEDS})\b")
GIVEN = re.compile(rf"(?:\s[{CAPITALS}][^\W\d_]*){{1,4}}(?=\s)")
MOST_WORDS, FEWEST_LETTERS = 6, 6
LIKE = 0.87
"""One letter wrong in a role of eight, two in one of sixteen."""


def worn_subject(line: str) -> str:
    """Return whom a worn line begins with ("Gido viên chu nhiem nhap …"), "" where that is no role and no body."""
    bare = line.strip()
    by_act = BY_ACT.match(fold(bare))
    deed = DEED.search(fold(bare), by_act.end() if by_act else 0) if not ACCENTED.search(bare) else None
    head = bare[: deed.start()].strip(" ,") if deed else ""
    words = len(head.split())
    if not 1 < words <= MOST_WORDS:
        return ""
    return nearest_role(head) or (head if by_act or are_doers(head) else "")


def with_name(role: str, line: str) -> str:
    """Return a role with the given name behind it, where a deed without accents follows: "Van thu Lan cong khai …"."""
    named = GIVEN.match(line, len(role))
    whole = line[: named.end()] if named else ""
    return whole if whole and whole.isascii() and DEED.match(fold(line), len(whole)) else role


def nearest_role(name: str) -> str:
    """Return the known role a name surely means though a letter is wrong, as it stands where none is, "" for none."""
    if len(letters(name)) < FEWEST_LETTERS:
        return ""
    count = len(name.split())
    known = [role for role in ROLES if len(role.split()) == count]
    best = max(known, key=lambda role: likeness(name, role), default="")
    score = likeness(name, best) if best else 0.0
    return "" if score < LIKE else name if score == 1.0 else best
