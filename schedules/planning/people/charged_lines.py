"""A sentence that only says who has charge of what stands round it: "Giao cô Hà chủ trì, phối hợp với kế toán."."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from schedules.planning.people.deeds import own_deed
from schedules.planning.people.helpers import helpers_in
from schedules.planning.people.leaders import named_alone
from schedules.planning.people.names import People, names_in
from schedules.planning.people.persons import ATTEND, office_behind
from schedules.planning.people.worn import nearest_role, plain_of
from schedules.wording import fold

SECTION = r"(?:muc|mang|phan(?: viec)?|chuyen muc)"
WORKS = r"(?:noi dung|(?:cong )?viec|nhiem vu|hoat dong|cong tac|linh vuc)"
HERE = r"(?:nay|(?:(?:neu|ke|noi|o) )?tren(?: day)?|(?:duoi|sau) day)"
IN_IT = rf"(?:(?:o |trong |cua |thuoc )?{SECTION} {HERE})"
SEVERAL = r"(?:(?:toan bo|tat ca|cac|nhung|ca) )+"
WHOLE = rf"(?:ca (?:muc|phan)|(?:{SEVERAL})?{SECTION} {HERE}|{SEVERAL}{WORKS} (?:{IN_IT}|{HERE})|{WORKS} {IN_IT})"
MATTER = rf"(?:(?P<whole{{0}}>{WHOLE})|(?P<one{{0}}>{WORKS} {HERE}))"
"""“Mục này”, “các nội dung trên” are a whole section wherever they stand; “việc này” may be the last work."""

HANDS = r"(?:giao(?! vien\b)|phan cong|cu|do)(?: (?:nhiem vu|trach nhiem|(?:cong )?viec))?(?: cho|:)?"
DOES = (
    r"(?:(?:truc tiep |se |cung |duoc (?:giao |phan cong )?)*(?:(?:chiu |co )trach nhiem(?! chung)|"
    r"(?<!tong )phu trach|chu tri|dam nhiem|dam nhan|to chuc thuc hien|trien khai|thuc hien|lo|"
    r"(?:lam|la) dau moi|lam)(?: (?:chinh|toan bo|thuc hien|trien khai))*)"
)
WHO = r"[^:;.\d\x00]{2,120}?"
WITH = r"(?:[,;]| va| -| –)? (?:va |co su )?(?:cung )?phoi hop(?: (?:chat che )?(?:voi|cung))+"
BESIDE = r"[,;.] (?P<beside>[^:;.\d\x00]{2,80}?) (?:cung )?(?:phoi hop|ho tro)(?: thuc hien)?"
TOGETHER = r"[,;]? cung(?: voi)? (?P<together>[^:;.\d\x00]{2,80}?) (?:thuc hien|trien khai|lam)"
HELPED = rf"(?:{WITH} (?P<with>{WHO})|{BESIDE}|{TOGETHER})?"
DIRECTED = rf"(?:(?:{HANDS} )?[^,;:.\d\x00]{{2,60}} chi dao(?: chung)?[,;] (?=\w))?"
"""“Hiệu trưởng chỉ đạo, thầy Sơn thực hiện.”: who directs does none of it."""

LAST = rf"(?: (?:to chuc )?(?:thuc hien|trien khai) {MATTER.format(3)})?"
CHARGED = re.compile(
    rf"\W*(?:{MATTER.format(1)}[:,]? (?=\w))?{DIRECTED}(?:{HANDS} )?"
    rf"(?P<who>{WHO}) {DOES}(?: {MATTER.format(2)})?{HELPED}{LAST}\W*"
)
HANDED = re.compile(
    rf"\W*(?:{MATTER.format(1)} {HANDS}|(?:giao|phan cong)(?: (?:nhiem vu|trach nhiem))? cho) (?P<who>{WHO})\W*"
)
"""“Mục này giao thầy Sơn và cô Yến.”, “Giao cho kế toán.”"""

LABEL = rf"(?:(?:dong chi|can bo) {DOES}|trach nhiem(?: (?:chinh|thuc hien))?)"
NAMED = re.compile(
    rf"\W*(?:(?:(?:nguoi|can bo|dong chi|bo phan|don vi) )?(?:{DOES}|dau moi)(?: {MATTER.format(1)})? la|"
    rf"{LABEL}(?: {MATTER.format(2)})?\s*:) (?P<who>{WHO})\W*"
)
"""“Người phụ trách mục này là cô Yến.”, “Đồng chí phụ trách: cô Yến.”"""

NO_NAME = re.compile(rf"\bduoc\b|\bgiup\b|{DOES}\s*(?:,|$)")
"""What tells more of somebody than the name: “thầy Sơn được”, “thầy Sơn phụ trách chung”."""


MEANT = {
    "chy": "chu",
    "phy": "phu",
    "myc": "muc",
    "thyc": "thuc",
    "hgp": "hop",
    "ph6i": "phoi",
    "m6i": "moi",
    "n6i": "noi",
    "d4u": "dau",
}
MISREAD = re.compile(rf"\b(?:{'|'.join(MEANT)})\b")
"""Words of such lines as a scan misreads them, letter for letter; none is a syllable."""

LONGEST = 240
HELPERS = ("with", "beside", "together")


class ChargedLine(NamedTuple):
    """Those a line gives charge, and whether it says of itself that a whole section, or one work, is meant."""

    owners: People
    helpers: People
    whole: bool
    one: bool


@lru_cache(maxsize=1024)
def charged_by(line: str) -> ChargedLine | None:
    """Return whom a line gives charge of what stands round it, None where it tells anything besides."""
    if len(line) > LONGEST:
        return None
    plain = as_read(line)
    found = next((match for one in (NAMED, CHARGED, HANDED) if (match := one.fullmatch(plain))), None)
    if not found or len(plain) != len(line):
        return None
    parts = found.groupdict()
    owners = _people(line, found, "who")
    told = [part for part in HELPERS if parts.get(part)]
    helpers = _people(line, found, told[0]) if told else ()
    if not owners or (told and not helpers):
        return None
    whole, one = (any(parts.get(f"{kind}{at}") for at in (1, 2, 3)) for kind in ("whole", "one"))
    return ChargedLine(owners, helpers, whole, one)


def as_read(line: str) -> str:
    """Return a line without accents, the words put right that a scan misreads in such lines."""
    return MISREAD.sub(lambda word: MEANT[word[0]], plain_of(line))


def _people(line: str, found: re.Match[str], part: str) -> People:
    who = line[slice(*found.span(part))] if found.groupdict().get(part) else ""
    return people_of_part(who, helping=part == "with")


def people_of_part(words: str, *, helping: bool = False) -> People:
    """Return the people a stretch of such a line names and tells nothing of."""
    who = words.strip(" ,")
    if ATTEND.match(fold(who)) or NO_NAME.search(fold(who)):
        return ()
    office = office_behind(who)
    if office and not own_deed(who, office):
        return names_in(who)
    named = helpers_in(who) if helping else named_alone(who)
    return named or ((role,) if (role := nearest_role(who)) else ())
