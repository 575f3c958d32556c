"""What a plan says of money → Budget: the words, and đồng where the words give a sum."""

from __future__ import annotations

import re

from schedules.plan import Budget
from schedules.wording import fold

NONE = re.compile(r"^\W*(khong(\s+co)?|0|ko|k)?\W*$")
SUM = re.compile(r"(\d+(?:[.,]\d+)*)\s*(ty|trieu|tr|nghin|ngan|vnd|dong|d)\b")
UNITS = {"ty": 10**9, "trieu": 10**6, "tr": 10**6, "nghin": 10**3, "ngan": 10**3}


def is_sum(text: str) -> bool:
    """Whether a text is one sum with its unit and nothing else: "5.000.000đ"."""
    return re.fullmatch(rf"\W*{SUM.pattern}\W*", fold(" ".join(text.split()))) is not None


def budget_of(text: str) -> Budget | None:
    """Return the budget a cell words; None for an empty cell or "Không"; `vnd` only for one plain sum."""
    words = " ".join(text.split())
    folded = fold(words)
    if NONE.match(folded):
        return None
    sums = SUM.findall(folded)
    return Budget(words, _dong(*sums[0]) if len(sums) == 1 else None)


def _dong(number: str, unit: str) -> int | None:
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", number)
    if unit not in UNITS:
        return int(re.sub(r"[.,]", "", number)) if grouped or number.isdigit() else None
    plain = re.sub(r"[.,]", "", number) if grouped else number.replace(",", ".")
    try:
        return round(float(plain) * UNITS[unit])
    except ValueError:
        return None
