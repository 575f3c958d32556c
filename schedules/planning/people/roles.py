"""The roles of a school in good accents, and how a heading, whole or badly scanned, names one."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.planning.words.likeness import letters, likeness
from schedules.spelling import offices
from schedules.wording import fold

ROLES = (
    "Hiệu trưởng",
    "Phó Hiệu trưởng",
    "Ban giám hiệu",
    "Hội đồng trường",
    "Hội đồng tự đánh giá",
    "Chủ tịch Hội đồng tự đánh giá",
    "Các thành viên Hội đồng tự đánh giá",
    "Các thành viên của Hội đồng tự đánh giá",
    "Tổ Giám sát",
    "Tổ chuyên môn",
    "Các tổ chuyên môn",
    "Tổ trưởng chuyên môn",
    "Tổ trưởng",
    "Các tổ trưởng",
    "Tổ văn phòng",
    "Cán bộ, giáo viên, nhân viên",
    "Giáo viên",
    "Giáo viên chủ nhiệm",
    "Giáo viên bộ môn",
    "Nhân viên",
    "Kế toán",
    "Văn thư",
    "Thủ quỹ",
    "Giáo vụ",
    "Y tế",
    "Nhân viên y tế",
    "Nhân viên văn phòng",
    "Văn phòng",
    "Liên đội",
    "Toàn trường",
    "Nhân viên thư viện",
    "Cán bộ thư viện",
    "Thư viện",
    "Bảo vệ",
    "Công đoàn",
    "Đoàn thanh niên",
    "Đoàn trường",
    "Chi đoàn",
    "Tổng phụ trách Đội",
    "Thư ký hội đồng",
    "Thư ký Hội đồng tự đánh giá",
    "Ban đại diện cha mẹ học sinh",
    "Bộ phận bán trú",
    "Nhóm trưởng",
)
EVERYBODY = re.compile(r"^\W*(?:moi|tung|cac|tat ca|toan the|toan truong|toan bo|nhung|100%)\b")
FOLDED = frozenset(fold(role) for role in (*ROLES, "Hiệu phó"))
SHORT = frozenset(offices.SHORT) | {"cbql", "cbgvnv", "nv", "cb", "tkhd", "bdd", "tdg", "btcd"}
"""Short names, folded: those of offices, and those of more than one office or of bodies."""

LOOSE = frozenset({"giao vien", "gv", "nhan vien", "nv", "can bo", "cb", "cbql", "to truong", "nhom truong"})
"""Offices many hold: what stands behind them may say which of them is meant ("Giáo viên phụ trách")."""

BRACKET = re.compile(r"\s*\([^)]*\)")
ADDRESS = re.compile(
    r"^\W*(?:đối với|về phía|phía|(?:trách nhiệm|nhiệm vụ) của|phân công(?: nhiệm vụ)? cho|"
    r"phân công nhiệm vụ|giao(?: nhiệm vụ)?(?: cho)?)\s+",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"^(?:(?:tat ca |toan bo )?cac|moi|tung|toan the)\s+(?=\w)")
LONGEST = 120
WHOLE, MOST_WORDS = 0.75, 7
TELLS = re.compile(r"[,;:&]|\b(?:va|phai|can|co|thuc hien|chu dong|nghiem tuc|tich cuc|trong|toan|cac|tham gia)\b")


@lru_cache(maxsize=1024)
def role_of(heading: str) -> tuple[str, ...]:
    """Return the role a heading hands duties to, in good accents where it is a known one; () when it names none."""
    bare = without_address(BRACKET.sub("", heading).strip(" .:*"))
    if len(bare) > LONGEST:
        return ()
    first = re.split(r"\s+[-–—]\s+|:", bare)[0]
    for candidate in (first, bare):
        known = max(ROLES, key=lambda role: (_likeness(candidate, role), len(role)))
        if _likeness(candidate, known) >= WHOLE:
            return (candidate,) if _says_which(candidate, known) else (known,)
    named = bare.partition(": ")[0]  # behind a colon stands what they do
    return (named,) if is_role(named) else ()


def _says_which(heading: str, known: str) -> bool:
    """Whether behind an office many hold a heading says which of them is meant: "Nhân viên công nghệ thông tin"."""
    words = heading.split()
    behind = fold(" ".join(words[len(known.split()) :]))
    goes_on = fold(heading).startswith(f"{fold(known)} ") and fold(known) in LOOSE
    return goes_on and len(words) <= MOST_WORDS and not TELLS.search(behind)


def without_address(heading: str) -> str:
    """Return a heading without the words that only hand it to somebody: "Đối với Văn thư" → "Văn thư"."""
    bare = ADDRESS.sub("", heading)
    return bare[:1].upper() + bare[1:]


def is_role(text: str) -> bool:
    """Whether a short text begins with a role of the school."""
    folded = fold(text).strip()
    return folded.startswith(tuple(FOLDED)) or folded.split(" ")[0].strip(".,:") in SHORT


def is_everybody(name: str) -> bool:
    """Whether a name only says each or all of some: "mỗi tổ", "các bộ phận", "toàn trường"."""
    return EVERYBODY.match(fold(name)) is not None


def _likeness(text: str, role: str) -> float:
    """Compare with the head of the text too: headings go on after the role ("Tổ Giám sát kế hoạch …")."""
    length = len(letters(role))
    whole = likeness(text, role)
    if length < 8 or len(letters(text)) <= length:  # noqa: PLR2004
        return whole
    return max(whole, likeness(letters(text)[:length], role) - 0.02)


def is_loose(name: str) -> bool:
    """Whether a name is that of an office many hold, and of none of them: "Giáo viên"."""
    return SEVERAL.sub("", fold(name)) in LOOSE


def is_known(name: str) -> bool:
    """Whether a name is exactly a role or its usual short form."""
    plain = SEVERAL.sub("", fold(name))
    return plain in SHORT or plain in FOLDED
