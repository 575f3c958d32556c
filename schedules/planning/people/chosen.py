"""Those of an office who were chosen for a work: "Giáo viên được phân công nộp đề" names not every teacher."""

from __future__ import annotations

import re

from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.people.persons import are_doers

CHOSEN = re.compile(
    r"^(?P<who>(?P<office>[^\W\d]+(?:\s+[^\W\d]+){0,4}?)\s+được\s+"
    r"(?:phân công|giao nhiệm vụ|cử|chỉ định|ủy quyền|uỷ quyền))\s+(?=[^\W\d])",
    re.IGNORECASE,
)


def chosen_first(text: str) -> str:
    """Return who a sentence begins with where they were chosen for what follows, "" when it begins otherwise."""
    match = CHOSEN.match(text)
    acts = match and are_doers(match["office"]) and opens_with_deed(text[match.end() :])
    return match["who"] if match and acts else ""
