"""Who acts in a line whose letters a scan wore away: the deed without its accents, the role with one letter wrong."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.planning.people.deeds import NAMED_BY_ACT
from schedules.planning.people.persons import are_doers, is_full_name
from schedules.planning.people.roles import ROLES
from schedules.planning.words.likeness import letters, likeness
from schedules.planning.words.verbs import DEEDS
from schedules.proofreading.naming import CAPITALS
from schedules.spelling.syllables import is_syllable
from schedules.wording import fold

DEED = re.compile(rf"\s(?:{fold(DEEDS)})\b")
BY_ACT = re.compile(fold(NAMED_BY_ACT.pattern))
ACCENTED = re.compile(rf"\s(?:{DEEDS})\b")
GIVEN = re.compile(rf"(?:\s[{CAPITALS}][^\W\d_]*){{1,4}}(?=\s|$)")
MOST_WORDS, FEWEST_LETTERS = 6, 6
WORN = re.compile(r"(?<![^\W_])[^\W_][^\W_d]*d[^\W_]*")
"""Words in which a “d” may be an “á” that a scan misread: the first letter is itself."""

LIKE = 0.87
"""One letter wrong in a role of eight, two in one of sixteen."""


def worn_subject(line: str) -> str:
    """Return whom a worn line begins with ("Gido viên chu nhiem nhap …"), "" where that is no role and no body."""
    bare = line.strip()
    by_act = BY_ACT.match(fold(bare))
    behind = by_act.end() if by_act else 0
    accented = ACCENTED.search(bare, behind)
    deed = accented or DEED.search(plain_of(bare), behind)
    head = bare[: deed.start()].strip(" ,") if deed else ""
    words = len(head.split())
    if not 1 < words <= MOST_WORDS:
        return ""
    shown = _reread_all(head)
    worn = are_doers(shown) if accented else by_act or are_doers(head)
    return nearest_role(head) or (shown if worn and (shown != head or not accented) else "")


def begins_with_worn_deed(text: str) -> bool:
    """Whether a worn text begins with what somebody does: "gui xong giay moi"."""
    return DEED.match(f" {fold(text)}") is not None


def with_name(role: str, line: str) -> str:
    """Return a role with the name behind it that is a whole one, or a given one where a worn deed follows.

    "Nhân viên y tế Quàng Thị Inh liên hệ …", "Van thu Lan cong khai …".
    """
    named = GIVEN.match(line, len(role))
    whole = line[: named.end()] if named else ""
    if named and is_full_name(named[0].strip()):
        return whole
    return whole if whole and whole.isascii() and DEED.match(fold(line), len(whole)) else role


@lru_cache(maxsize=1024)
def nearest_role(name: str) -> str:
    """Return the known role a name surely means though a letter is wrong, as it stands where none is, "" for none."""
    if len(letters(name)) < FEWEST_LETTERS:
        return ""
    known = [role for role in ROLES if len(role.split()) == len(name.split())]
    shown = _reread_all(name)
    best = max(known, key=lambda role: likeness(shown, role), default="")
    score = likeness(shown, best) if best else 0.0
    return "" if score < LIKE else name if score == 1.0 and shown == name else best


def role_meant(name: str) -> str:
    """Return a name with the accents and letters of the one role it is near to, as it stands where none or several are.

    "bảo ve" is "bảo vệ", "Pho Hiéu truróng" is "Phó Hiệu trưởng"; its first letter stays. Letters are wrong
    only in a word that is no syllable: "Đoàn trường" is no misread "Toàn trường".
    """
    shown = _reread_all(name)
    known = [role for role in ROLES if len(role.split()) == len(name.split())]
    same = [role for role in known if fold(role) == fold(shown)]
    misread = any(not is_syllable(fold(word)) for word in shown.split())
    near = same or [role for role in known if misread and _is_near(shown, role)]
    if len(near) != 1:
        return name
    (role,) = near
    return role if name[:1].isupper() else f"{role[:1].lower()}{role[1:]}"


def _is_near(name: str, role: str) -> bool:
    return len(letters(name)) >= FEWEST_LETTERS and likeness(name, role) >= LIKE


def _reread_all(name: str) -> str:
    return " ".join(map(_reread, name.split()))


def plain_of(line: str) -> str:
    """Return a line without accents, letter for letter, its words that no syllable is read again."""
    return WORN.sub(lambda word: _reread(word[0]), fold(line))


def _reread(word: str) -> str:
    """Return a word that is no syllable with the “á” put back that a scan reads as “d”: "todn", "Gido", "cdc"."""
    plain = fold(word)
    meant = f"{plain[:1]}{plain[1:].replace('d', 'a')}"
    return meant if not is_syllable(plain) and is_syllable(meant) else word
