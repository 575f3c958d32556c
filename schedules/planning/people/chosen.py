"""Those of an office who were chosen for a work, no others ("Giáo viên được phân công nộp đề"), or answer for it."""

from __future__ import annotations

import re

from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.people.persons import are_doers

CHOSEN = re.compile(
    r"^(?P<who>(?P<office>[^\W\d]+(?:\s+[^\W\d]+){0,4}?)\s+được\s+"
    r"(?:phân công|giao nhiệm vụ|cử|chỉ định|ủy quyền|uỷ quyền))\s+(?=[^\W\d])",
    re.IGNORECASE,
)
COMRADES = re.compile(
    r"(?:các|những|tất cả|toàn bộ)(?: các)? (?:đồng chí|thầy cô|cá nhân|bộ phận|thành viên)", re.IGNORECASE
)

ANSWERS = re.compile(
    r"^(?P<who>[^,;:.]{2,40}?)\s+(?:(?:tự|phải|hoàn toàn)\s+)*chịu trách nhiệm(?: chính)? về\b", re.IGNORECASE
)
"""“…, giáo viên bộ môn tự chịu trách nhiệm về điểm số”; “chịu trách nhiệm trước Hiệu trưởng” tells no work."""


def answering(clause: str) -> str:
    """Return the words before “chịu trách nhiệm về …” in a clause, "" without."""
    match = ANSWERS.match(clause)
    return match["who"] if match else ""


def chosen_first(text: str) -> str:
    """Return who a sentence begins with where they were chosen for what follows, "" when it begins otherwise."""
    match = CHOSEN.match(text)
    named = match and (are_doers(match["office"]) or COMRADES.fullmatch(match["office"]))
    acts = match and named and opens_with_deed(text[match.end() :])
    return match["who"] if match and acts else ""
