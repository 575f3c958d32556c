"""Who does it: the roles of a school in good accents, and how a cell or a sentence names owners and helpers."""

from __future__ import annotations

import re

from schedules.planning.likeness import letters, likeness
from schedules.proofreading.naming import CAPITALS
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
    "Nhân viên",
    "Kế toán",
    "Văn thư",
    "Thủ quỹ",
    "Y tế",
    "Nhân viên y tế",
    "Nhân viên thư viện",
    "Cán bộ thư viện",
    "Thư viện",
    "Bảo vệ",
    "Công đoàn",
    "Đoàn thanh niên",
    "Chi đoàn",
    "Tổng phụ trách Đội",
    "Thư ký hội đồng",
    "Ban đại diện cha mẹ học sinh",
    "Bộ phận bán trú",
    "Nhóm trưởng",
)
FOLDED = frozenset(fold(role) for role in ROLES)
SHORT = {
    "bgh",
    "ht",
    "pht",
    "gvcn",
    "ttcm",
    "tpt",
    "cbgvnv",
    "gv",
    "nv",
    "cb",
    "tkhd",
    "bdd",
    "hdtdg",
    "tdg",
    "cmhs",
    "btcđ",
}
SPLIT = re.compile(r"\s*[,;\n+]\s*|\s+-\s+|\s*–\s*|(?<=\w)-(?=[A-ZĐ])|\s*&\s*")
AND = re.compile(r"\s+và\s+|\s+va\s+", re.IGNORECASE)
HELP = re.compile(r"\b(?:phối hợp|phoi hop)(?:\s+(?:thực hiện|cùng|với))*\s*:?\s*|\bPH\s*:\s*", re.IGNORECASE)
LEAD = re.compile(
    r"^\W*(?:chủ trì|chịu trách nhiệm(?: chính)?|phụ trách(?: chính)?|người thực hiện|CT)\s*:?\s*", re.IGNORECASE
)
NAMED = re.compile(
    r"[\s\-–—.;:,(]*(?:\b(?:người|bộ phận|đơn vị)\s+)?\b(?:phụ trách|chủ trì|thực hiện|chịu trách nhiệm)"
    r"(?:\s+(?:chính|thực hiện))?\s*:\s*(?P<who>[^.;\n()]+(?:;\s*phối hợp[^.\n()]+)?)[.)]?",
    re.IGNORECASE,
)
NAMED_AFTER = re.compile(
    r"[\s,\-–]*\(?\s*(?:giao\s+)?"
    rf"(?P<who>(?:đ/c|đ\.c|đồng chí|cô|thầy|bà|ông)\s+[{CAPITALS}][^,.;()]*?)\s+"
    r"(?:phụ trách|chủ trì|thực hiện)\s*\)?"
)
OWNER_LINE = re.compile(
    r"^\W*(?:(?:người|bộ phận|đơn vị)\s+)?(?:phụ trách|thực hiện|chủ trì|chịu trách nhiệm|phân công)[^:]{0,20}:",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\s*\([^)]*\)")
LONGEST = 80
WHOLE = 0.75


def split_people(text: str, *, first_leads: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (owners, helpers) of a cell; `first_leads` when the column mixes "chủ trì và phối hợp"."""
    clean = " ".join(line.strip(" -–*•+") + "\n" for line in text.split("\n") if line.strip()).strip()
    lead, *help_parts = HELP.split(clean, maxsplit=1)
    owners, helpers = _names(LEAD.sub("", lead)), _names(help_parts[0]) if help_parts else ()
    if not owners:
        return helpers, ()
    if first_leads and not help_parts:
        return owners[:1], owners[1:]
    return owners, helpers


def named_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return (owners, helpers) a sentence names by "Phụ trách: …", and the sentence without that part."""
    match = NAMED.search(text) or NAMED_AFTER.search(text)
    if not match:
        return (), (), text
    owners, helpers = split_people(match["who"])
    return owners, helpers, f"{text[: match.start()]} {text[match.end() :]}".strip()


def subject_of(text: str) -> tuple[str, ...]:
    """Return the role a sentence begins with ("Kế toán nộp …"), () when it begins with none."""
    first = text.lstrip(" -–•*+").split(":")[0][:40]
    for count in (6, 5, 4, 3, 2, 1):
        words = first.split()[:count]
        name = " ".join(words).strip(",")
        if len(words) == count and (fold(name) in SHORT or _folded_role(name)):
            return (name,)
    return ()


def role_of(heading: str) -> tuple[str, ...]:
    """Return the role a heading hands duties to, in good accents where it is a known one; () when it names none."""
    bare = BRACKET.sub("", heading).strip(" .:*")
    if len(bare) > LONGEST + 40:
        return ()
    first = re.split(r"\s+[-–—]\s+|:", bare)[0]
    for candidate in (first, bare):
        known = max(ROLES, key=lambda role: _likeness(candidate, role))
        if _likeness(candidate, known) >= WHOLE:
            return (known,)
    return (bare,) if is_role(bare) else ()


def is_role(text: str) -> bool:
    """Whether a short text begins with a role of the school."""
    folded = fold(text).strip()
    return folded.startswith(tuple(FOLDED)) or folded.split(" ")[0].strip(".,:") in SHORT


def _likeness(text: str, role: str) -> float:
    """Compare with the head of the text too: headings go on after the role ("Tổ Giám sát kế hoạch …")."""
    length = len(letters(role))
    whole = likeness(text, role)
    if length < 8 or len(letters(text)) <= length:  # noqa: PLR2004
        return whole
    return max(whole, likeness(letters(text)[:length], role) - 0.02)


def _folded_role(name: str) -> bool:
    return fold(name) in FOLDED


def _names(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for piece in SPLIT.split(text):
        parts = AND.split(piece)
        found += parts if len(parts) > 1 and all(is_role(part) for part in parts) else [piece]
    cleaned = [" ".join(name.split()).strip(" .:,;-–()") for name in found]
    return tuple(dict.fromkeys(name for name in cleaned if name and re.search(r"\w", name)))
