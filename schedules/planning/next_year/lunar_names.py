"""The names of lunar years, stem and branch, moved by years: Tết Giáp Thìn → Tết Ất Tỵ."""

from __future__ import annotations

import re

from schedules.wording import fold

STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
CYCLE = 60
NAMES = tuple((STEMS[at % len(STEMS)], BRANCHES[at % len(BRANCHES)]) for at in range(CYCLE))
"""The sixty years of a cycle, in order, beginning with Giáp Tý."""

OTHER_SPELLINGS = {"ki": "ky", "ti": "ty", "meo": "mao"}
NAMED = re.compile(
    r"\b(?P<stem>giap|at|binh|dinh|mau|k[yi]|canh|tan|nham|quy) "
    r"(?P<branch>t[yi]|suu|dan|mao|meo|thin|ngo|mui|than|dau|tuat|hoi)\b"
)


def moved_lunar_names(text: str, years: int) -> str:
    """Return the text with every name of a lunar year moved by so many years, in the case it is written in."""
    made, end = "", 0
    for match in NAMED.finditer(fold(text)):
        written = text[match.start() : match.end()]
        at = _place(written, match["stem"], match["branch"]) if written[:1].isupper() else None
        if at is not None:
            name = " ".join(NAMES[(at + years) % CYCLE])
            made += text[end : match.start()] + (name.upper() if written.isupper() else name)
            end = match.end()
    return made + text[end:]


def _place(written: str, stem: str, branch: str) -> int | None:
    """Return where a name stands in the cycle; Tý and Tỵ are told apart by their stem, None when it is no year."""
    stem, branch = OTHER_SPELLINGS.get(stem, stem), OTHER_SPELLINGS.get(branch, branch)
    found = [at for at, name in enumerate(NAMES) if (fold(name[0]), fold(name[1])) == (stem, branch)]
    exact = [at for at in found if " ".join(NAMES[at]).casefold() == written.casefold()]
    choices = exact or found
    return choices[0] if len(choices) == 1 else None
