"""People counted and then named: "Hai giáo viên Mai và Hùng soạn đề", "Ba thầy Dũng, Minh, Lực"."""

from __future__ import annotations

import re

from schedules.proofreading.naming import CAPITALS

COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
CALLED = r"(?:giáo viên|nhân viên|cán bộ|gv|nv|(?:cô|thầy)(?:\s+giáo)?|đồng chí|đ/c|bà|ông|chị|anh|bạn|em)"
NAME = rf"(?:{CALLED}\s+)?(?-i:[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*){{0,4}})"
COUNTED = re.compile(
    rf"(?:các\s+)?(?P<count>hai|ba|bốn|năm|sáu|0?[2-6])\s+(?P<called>{CALLED})\s*:?\s+"
    rf"(?P<who>{NAME}(?:(?:,|\s+và|\s+cùng)\s+{NAME}){{1,5}})(?=\s+(?-i:[^\W\d_{CAPITALS}])|\W*$)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"(?:,|\s+và|\s+cùng)\s+")


def counted_first(text: str) -> tuple[str, ...]:
    """Return those a text begins by counting and naming; () where the count is not theirs."""
    match = COUNTED.match(text.lstrip(" -–•*+"))
    if not match:
        return ()
    names = BETWEEN.split(match["who"])
    count = match["count"].casefold()
    if len(names) != (COUNTS.get(count) or int(count)):
        return ()
    called = match["called"]
    return tuple(name if re.match(rf"{CALLED}\s", name) else f"{called} {name}" for name in names)
