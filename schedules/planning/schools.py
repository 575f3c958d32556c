"""The school's name and level: from the letterhead, capitals and lost accents included, or from the running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from schedules.plan import Level
from schedules.planning.outline import is_capitals
from schedules.wording import fold

TYPES = (
    (r"mam\s?non|mau\s?giao|mn|mg", Level.MAM_NON),
    (r"(?:ptdtbt\s+)?(?:tieu\s?h\S[ce]|th)\s*(?:va|&|-)\s*(?:thcs|trung hoc co so)|lien cap|nhieu cap", Level.LIEN_CAP),
    (r"thcs\s*(?:va|&|-)\s*thpt", Level.LIEN_CAP),
    (r"(?:ptdtbt\s+)?tieu\s?h\S[ce]|(?:ptdtbt\s+)?th", Level.TIEU_HOC),
    (r"(?:ptdtbt\s+|ptdtnt\s+)?(?:thcs|trung hoc co so)", Level.THCS),
    (r"(?:ptdtnt\s+)?(?:thpt|trung hoc pho thong)", Level.THPT),
)
SCHOOL = r"tr[u\w]{1,3}ng"
HEAD_SCHOOL = re.compile(rf"\b{SCHOOL}\s+(?:{'|'.join(pattern for pattern, _ in TYPES)})\b")
MOTTO = re.compile(r"\s+(?:\S{2,4}\s+[1l]a\S\s*[-–—]?\s*t\S{1,2}\s+do\b|cong h\S{1,2}a\s+xa\b).*$")
DISTRICT = re.compile(r"\s+(?:so|s6)\s*:.*$")
PLACE = re.compile(r"^\W*(so|s6|\$6|ubnd|uy ban|phong|so giao duc|cong hoa|doc lap|ke hoach|dang uy)\b")
KEPT = frozenset("MN MG TH THCS THPT PTDTBT PTDTNT TP TT".split())
SMALL = {"xa": "xã", "phuong": "phường", "huyen": "huyện", "quan": "quận", "tinh": "tỉnh", "thi": "thị", "va": "và"}
WORDS = {"truong": "Trường", "tieu": "Tiểu", "mam": "Mầm", "mau": "Mẫu"}
SECOND = {"Tiểu": "học", "Mầm": "non", "Mẫu": "giáo"}
NAME_WORD = re.compile(r"[A-ZĐÀ-Ỹ][\w&]*|\d+|xã|phường|thị trấn|xi|x&|xa")
LONGEST_NAME = 6


def school_in_head(head: Sequence[str]) -> str | None:
    """Return the school named in the letterhead, with proper case; a name on the next line is joined."""
    for at, line in enumerate(head):
        if not _is_name_line(line):
            continue
        name = line[: _name_end(line)].strip(" *_-–")
        following = head[at + 1] if at + 1 < len(head) else ""
        if _continues(name, following):
            name = f"{name} {following.strip(' *_')}"
        return _proper(name) if is_capitals(name) else name
    return None


def school_in_text(texts: Sequence[str]) -> str | None:
    """Return the school named most often in running text, None when it names none."""
    found = Counter(name for text in texts for name in schools_named(text))
    return max(found, key=lambda name: (found[name], -len(name))) if found else None


def schools_named(text: str) -> list[str]:
    """Return every school a text names in full: type and at least one word of name."""
    names = []
    for match in HEAD_SCHOOL.finditer(fold(text)):
        words: list[str] = []
        for word in text[match.end() :].split()[:LONGEST_NAME]:
            bare = word.strip(".,;:()“”\"'/")
            if not NAME_WORD.fullmatch(bare):
                break
            words.append(bare)
            if bare != word and word.endswith((".", ",", ";", ":", ")", "/")):
                break
        if any(word[0].isupper() for word in words):
            names.append(" ".join([_proper(text[match.start() : match.end()]), *words]))
    return names


def level_of(school: str | None, head: Sequence[str]) -> Level | None:
    """Return the level a school's name, or the sign of the plan's number, tells; None when neither does."""
    name = fold(school or "")
    for pattern, level in sorted(TYPES, key=lambda pair: pair[1] is not Level.LIEN_CAP):
        if re.search(rf"\b(?:{pattern})\b", name):
            return level
    signs = " ".join(fold(line) for line in head)
    for sign, level in (("mn", Level.MAM_NON), ("mg", Level.MAM_NON), ("thcs", Level.THCS), ("thpt", Level.THPT), ("th", Level.TIEU_HOC)):
        if re.search(rf"/\s*\d*\s*kh\s*-\s*(?:tr)?{sign}", signs):
            return level
    return None


def _is_name_line(line: str) -> bool:
    folded = fold(line)
    return bool(re.match(rf"^\W*{SCHOOL}\s+\w", folded)) and bool(HEAD_SCHOOL.search(folded)) and len(line) < 120  # noqa: PLR2004


def _name_end(line: str) -> int:
    folded = fold(line)
    ends = [match.start() for pattern in (MOTTO, DISTRICT) if (match := pattern.search(folded))]
    tabbed = line.find("\t")
    return min([*ends, tabbed if tabbed > 0 else len(line)])


def _continues(name: str, following: str) -> bool:
    """A letterhead may break the name: the type on one line, the name in capitals on the next."""
    bare = HEAD_SCHOOL.sub("", fold(name)).strip(" -")
    return not bare and is_capitals(following) and not PLACE.match(fold(following))


def _proper(name: str) -> str:
    """Set a name in capitals as people write it; words every school has get their accents back."""
    made: list[str] = []
    for word in name.split():
        folded = fold(word)
        if word.upper() in KEPT:
            made.append(word.upper())
        elif re.fullmatch(SCHOOL, folded) and not made:
            made.append("Trường")
        elif made and made[-1] in SECOND:
            made.append(SECOND[made[-1]])
        elif folded in WORDS:
            made.append(WORDS[folded])
        else:
            made.append(SMALL.get(folded) or word.capitalize())
    return " ".join(made)
