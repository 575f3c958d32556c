"""The school's name and level: from the letterhead, capitals and lost accents included, or from the running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from schedules.plan import Level
from schedules.planning.outline import is_capitals
from schedules.proofreading.naming import KEPT, NAMED, SCHOOL, TYPES, proper, schools_named
from schedules.wording import fold

MOTTO = re.compile(r"\s+(?:\S{2,4}\s+[1l]a\S\s*[-–—]?\s*t\S{1,2}\s+do\b|cong h\S{1,2}a\s+xa\b).*$")
NUMBER = re.compile(r"\s+(?:so|s6)\s*:.*$")
OTHER_LINE = re.compile(r"^\W*(so|s6|\$6|ubnd|uy ban|phong|so giao duc|cong hoa|doc lap|ke hoach|dang uy)\b")
RUNS_ON = re.compile(
    r"\s+(?=(?:xay dung|ban hanh|lap|trien khai|to chuc|thuc hien|thong bao|bao cao|de ra|de nghi|kinh|trinh|yeu cau|"
    r"huong dan|phan cong|dieu chinh|cong bo|cong khai|tien hanh|quyet dinh|tiep tuc|can cu|nay|da|se|phat dong|"
    r"dang ky|phoi hop|duoc|co|gom|la|nhu|nam hoc|ve|trong|theo)\b)"
)
"""What follows the name of a school in a sentence it opens."""

CENTRE = re.compile(r"^\W*trung tam (?:gdnn|gdtx|giao duc (?:nghe nghiep|thuong xuyen)|ky thuat tong hop)\b(?=.*\w)")
CENTRE_WORDS = (
    "Giáo dục nghề nghiệp",
    "Giáo dục thường xuyên",
    "Kỹ thuật tổng hợp",
    "Hướng nghiệp",
    "GDNN-GDTX",
    "GDNN",
    "GDTX",
)
"""The words every such centre has, as people write them."""

LONGEST_LINE = 120
SIGNS = (
    ("mn", Level.MAM_NON),
    ("mg", Level.MAM_NON),
    ("thcs", Level.THCS),
    ("thpt", Level.THPT),
    ("th", Level.TIEU_HOC),
)
"""What the sign of a plan's number ("12/KH-MN…") begins with, longest first among those that share letters."""


def school_in_head(head: Sequence[str]) -> str | None:
    """Return the school named in the letterhead, in proper case; a name on the next line is joined."""
    for at, line in enumerate(head):
        if not _is_name_line(line):
            continue
        name = line[: _name_end(line)].strip(" *_-–—,:")
        following = head[at + 1] if at + 1 < len(head) else ""
        if _continues(name, following):
            name = f"{name} {following.strip(' *_')}"
        return _in_proper_case(name) if is_capitals(name) else name
    return None


def school_in_text(texts: Sequence[str]) -> str | None:
    """Return the school named most often in running text, None when it names none."""
    found = Counter(name for text in texts for name in schools_named(text))
    name = max(found, key=lambda name: (found[name], -len(name)), default=None)
    shouted = name and any(len(word) > 1 and word.isupper() and word not in KEPT for word in name.split())
    return proper(name) if name and shouted else name


def level_of(school: str | None, head: Sequence[str]) -> Level | None:
    """Return the level a school's name, or the sign of the plan's number, tells; None when neither does."""
    name = fold(school or "")
    for pattern, level in sorted(TYPES, key=lambda pair: pair[1] is not Level.LIEN_CAP):
        if re.search(rf"\b(?:{pattern})\b", name):
            return level
    signs = " ".join(fold(line) for line in head)
    found = (level for sign, level in SIGNS if re.search(rf"/\s*\d*\s*kh\s*-\s*(?:tr)?{sign}", signs))
    return next(found, None)


def _in_proper_case(name: str) -> str:
    """Return a name in capitals as people write it; a centre's own words are no names."""
    if not CENTRE.match(fold(name)):
        return proper(name)
    made = " ".join(("Trung tâm", proper(" ".join(name.split()[2:]))))
    for words in CENTRE_WORDS:
        made = re.sub(words, words, made, flags=re.IGNORECASE)
    return made


def _is_name_line(line: str) -> bool:
    folded = fold(line)
    if CENTRE.match(folded) and len(line) < LONGEST_LINE:
        return is_capitals(line) or line.lstrip(" *_")[:1] == "T"
    begins = re.match(rf"^\W*{SCHOOL}\s+\w", folded)
    return begins is not None and bool(NAMED.search(folded)) and len(line) < LONGEST_LINE


def _name_end(line: str) -> int:
    folded = fold(line)
    ends = [match.start() for pattern in (MOTTO, NUMBER) if (match := pattern.search(folded))]
    tabbed = line.find("\t")
    return min([*ends, tabbed if tabbed > 0 else len(line), _verb(line)])


def _verb(line: str) -> int:
    """Return where the school's name runs on into what the school does ("… xây dựng kế hoạch như sau:")."""
    if is_capitals(line):
        return len(line)
    folded = fold(line)
    named = NAMED.search(folded)
    verbs = RUNS_ON.finditer(folded, named.end() if named else 0)
    return next((verb.start() for verb in verbs if line[verb.end()].islower()), len(line))


def _continues(name: str, following: str) -> bool:
    """A letterhead may break the name: the type on one line, the name in capitals on the next."""
    bare = NAMED.sub("", fold(name)).strip(" -")
    return not bare and is_capitals(following) and not OTHER_LINE.match(fold(following))
