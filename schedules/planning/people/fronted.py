"""Who acts behind the paper a sentence begins with: "Bảng lương tháng 12 kế toán trình Hiệu trưởng ký"."""

from __future__ import annotations

import re

from schedules.planning.people.deeds import DEED
from schedules.planning.people.names import People, names_in
from schedules.planning.people.roles import is_known
from schedules.wording import fold

COUNTED = re.compile(
    r"\b(?:tháng|quý|năm|năm học|học k[ỳìí]|hk|kỳ|tuần|đợt|lần|lớp|khối|biểu|mẫu|phụ lục)\s*"
    r"(?:\d{1,4}(?:\s*[-–/]\s*\d{1,4})?|[IVX]{1,4}|\d{1,2}[A-ZĐ]\d?)\s+(?=[^\W\d])",
    re.IGNORECASE,
)
"""What a paper is of ends its name: behind it somebody acts."""

QUOTED = re.compile(r"[”\")]\s+(?=[^\W\d])")
PAPER = re.compile(
    r"^\W*(?:(?:cac|ban|bo)\s+)?(?:bang|danh sach|bao cao|ho so|so|to trinh|ke hoach|du toan|quyet toan|bien ban|phieu|"
    r"giay|don|de (?:thi|kiem tra|cuong)|giao an|hoc ba|hoa don|chung tu|thuc don|lich|bieu|so lieu|ket qua|tien|"
    r"minh chung|du thao|bai|san pham|van ban|thoi khoa bieu)\b"
)
LONGEST = 60


def acting_behind_paper(words: str) -> People:
    """Return who acts right behind the paper a sentence begins with, () where no office of a school does."""
    if not PAPER.match(fold(words)):
        return ()
    for sign in (*COUNTED.finditer(words), *QUOTED.finditer(words)):
        deed = DEED.search(words, sign.end())
        who = words[sign.end() : deed.start()] if deed else ""
        if who and len(who) <= LONGEST and is_known(who.strip()) and not re.search(r"[,.;:()]", words[: sign.end()]):
            return names_in(who)
    return ()
