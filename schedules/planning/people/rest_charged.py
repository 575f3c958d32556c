"""A rule for the works that name nobody: "Việc nào không ghi tên người phụ trách thì do thầy Páo chịu trách nhiệm."."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.planning.people.charged_lines import DOES, as_read, people_of_part
from schedules.planning.people.names import People

KIND = r"(?:(?:cong |phan |dau )?viec|noi dung|hoat dong|nhiem vu|dau muc|muc)"
PLACED = (
    r"(?: (?:o |neu |ke )?(?:tren|duoi|sau)(?: day)?| (?:o |neu |co )?(?:trong|tai|thuoc) "
    r"(?:ke hoach|lich|bang|muc|phan|danh muc)(?: (?:nay|tren))?| nay)?"
)
ABOUT = (
    r"(?:ro|cu the|ten|nguoi|ai|bo phan|don vi|can bo|phu trach|thuc hien|chiu trach nhiem|chu tri|dam nhiem|"
    r"hay|hoac|cho)"
)
UNNAMED = (
    rf"(?:ma )?(?:khong|chua) (?:duoc )?(?:thay )?(?:(?:ghi|neu|co|de|dien)(?: {ABOUT})+|"
    rf"(?:phan cong|giao|chi dinh|xac dinh)(?: {ABOUT})*)"
)
WHICH = rf"(?:doi voi )?(?:(?:cac|nhung|moi|toan bo|tat ca) )*{KIND}(?: nao)?{PLACED}"
EMPTY = r"(?:ma )?(?:de trong|bo trong|con trong)(?: (?:cot|o|phan|muc)(?: \W?[a-z ]{2,30}\W?)?)?"
MARKED = r"(?:(?:ghi chu|luu y|chu y) ?:\W*)?"
BUT = r"(?:tru|ngoai|ngoai tru) [a-z ]{3,50}, "
REST = re.compile(
    rf"\W*{MARKED}(?:{WHICH} (?:{UNNAMED}|{EMPTY}|con lai){PLACED}|{BUT}(?:{WHICH} )?con lai)"
    r"(?:,? (?:thi )?(?:se )?(?:mac dinh )?(?:do|giao(?: cho)?|phan cong(?: cho)?|thuoc(?: ve)?)|\s*:|,? thi) "
    rf"(?P<who>[^:;.\d\x00]{{2,120}}?)(?: {DOES}(?: (?:chinh|chung))?)?\W*"
)
OF_PLAN = re.compile(r"\b(?:trong|cua|thuoc) (?:ke hoach|lich|toan bo ke hoach)\b")
BRACKET = re.compile(r"\s*\([^()]*\)")
LONGEST = 240


@lru_cache(maxsize=1024)
def rest_charged_by(line: str) -> People:
    """Return who has charge of the works that name nobody, () where a line says no such thing."""
    plain = as_read(line) if len(line) <= LONGEST else ""
    found = REST.fullmatch(plain) if len(plain) == len(line) else None
    if not found:
        return ()
    bare = people_of_part(BRACKET.sub("", line[slice(*found.span("who"))]))
    return bare or people_of_part(line[slice(*found.span("who"))])


def is_of_whole_plan(line: str) -> bool:
    """Whether such a line says that it speaks of the whole plan."""
    return OF_PLAN.search(as_read(line)) is not None
