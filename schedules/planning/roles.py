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
DOES_IT = r"(?:phụ trách|chủ trì|thực hiện|đảm nhiệm|chịu trách nhiệm)"
NAMED_AFTER = (
    re.compile(
        r"[\s,\-–]*\(?\s*(?:giao\s+)?"
        rf"(?P<who>(?:đ/c|đ\.c|đồng chí|cô|thầy|bà|ông)\s+[{CAPITALS}][^,.;()]*?)\s+{DOES_IT}\s*\)?"
    ),
    re.compile(rf"[\s,;]*\bdo\s+(?P<role>[^,.;()]{{2,40}}?)\s+{DOES_IT}\b", re.IGNORECASE),
    re.compile(rf"[\s]*[(.;,]\s*(?P<role>[^,.;()]{{2,40}}?)\s+(?:{DOES_IT}|phê duyệt)\s*[).]*\s*$", re.IGNORECASE),
)
ADDRESS = re.compile(r"^(?:đ/c|đ\.c|đồng chí)\s+", re.IGNORECASE)
GROUP = re.compile(r"^(?:các\s+)?(?:tổ|nhóm|ban|bộ phận|liên đội|chi đoàn|hội đồng)\s+(?!chức|hành)", re.IGNORECASE)
ACTS = re.compile(
    r"\s+(?=(?:nộp|gửi|lập|tổ chức|bồi dưỡng|kiểm tra|xây dựng|hoàn thành|hoàn thiện|báo cáo|phân công|thực hiện|"
    r"rà soát|niêm yết|công khai|thu|chuẩn bị|họp|đăng ký|tổng hợp|duyệt|theo dõi|triển khai|viết|cập nhật|chấm|nhập|"
    r"lên|in|mua|sửa|khám|đánh giá|đăng|tham mưu|thống kê|bàn giao|trình|ký|chọn|xét|xếp|hướng dẫn|giới thiệu|"
    r"kiện toàn|ra đề)\b)"
)
OWNER_LINE = re.compile(
    r"^\W*(?:(?:người|bộ phận|đơn vị)\s+)?(?:phụ trách|thực hiện|chủ trì|chịu trách nhiệm|phân công)[^:]{0,20}:",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\s*\([^)]*\)")
LONGEST, MOST_WORDS = 80, 6
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
    match = NAMED.search(text) or _named_after(text)
    if not match:
        return (), (), text
    named = match.groupdict()
    owners, helpers = split_people(named.get("who") or named.get("role") or "")
    return owners, helpers, f"{text[: match.start()]} {text[match.end() :]}".strip()


def _named_after(text: str) -> re.Match[str] | None:
    """Find "(đ/c Lan phụ trách)", "do kế toán thực hiện", "Kế toán chịu trách nhiệm."; the last two only for roles."""
    for pattern in NAMED_AFTER:
        match = pattern.search(text)
        if match and ("role" not in match.groupdict() or is_role(match["role"])):
            return match
    return None


def subject_of(text: str) -> tuple[str, ...]:
    """Return the role a sentence begins with ("Kế toán nộp …"), () when it begins with none."""
    first = text.lstrip(" -–•*+").split(":")[0]
    head = ACTS.split(first, maxsplit=1)[0]
    if head != first and len(head.split()) <= MOST_WORDS and (is_role(head) or GROUP.match(head)):
        return _names(head)
    for count in range(MOST_WORDS, 0, -1):
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
    cleaned = [_unaddressed(" ".join(name.split()).strip(" .:,;-–()")) for name in found]
    return tuple(dict.fromkeys(name for name in cleaned if name and re.search(r"\w", name)))


def _unaddressed(name: str) -> str:
    """Drop "đ/c" before a role, not before a person's name."""
    bare = ADDRESS.sub("", name)
    return bare if is_role(bare) else name
