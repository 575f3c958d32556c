"""What measures and tells nobody to act: a figure, a share, a count, a mark of quality, a degree somebody holds."""

from __future__ import annotations

import re

from schedules.planning.acts import acts_of
from schedules.wording import fold

TOKEN = re.compile(r"\d[\d.,/]*\s*%?|[^\W\d_]+\d?")
GRADE = re.compile(
    r"tot|kha|gioi|xuat|sac|dat|chua|trung|binh|tb|yeu|kem|htt|ht|cht|hoan|thanh|khong|[tkhcdgy]|nhat|nhi|ba|kk|khuyen|"
    r"khich"
)
UNIT = re.compile(
    r"em|hs|hoc|sinh|tre|chau|nguoi|gv|nv|cb|cbgv|giao|vien|lop|phong|bo|cai|chiec|cuon|quyen|giai|diem|tiet|m2?|kg|nu|"
    r"phan|tram|tro|len|dang|nhom|bai"
)
"""Words that only follow a figure: “12 học sinh”, “90% trở lên”."""

COMPARED = re.compile(r"dat|tren|duoi|tu|den|it|nhat|toi|thieu|da|khoang|tang|giam|bang|va|so|luong|t[iy]|le|con")
DEGREE = re.compile(
    r"^\W*(?:trinh do\s+)?(?:(?:dai hoc|cao dang|thac s[iy]|tien s[iy]|trung cap|so cap|cu nhan|k[iy] su|sau dai hoc|"
    r"dhsp|cdsp|tcsp|ths)\b|(?:dh|cd|tc|ts|thpt|thcs|12/12|10/10)(?=\W*$|\W+(?:su pham|sp|mam non|gd\w*)\b))"
)
LONGEST_DEGREE = 6


def is_measure(text: str) -> bool:
    """Whether a text holds figures, shares, counts or marks of quality and nothing else: "71,4%", "Khá", "35/40 em"."""
    plain = fold(text)
    tokens = TOKEN.findall(plain)
    if not re.search(r"[a-z]{2}|\d", plain):
        return False
    counted = False
    for token in tokens:
        counted = counted or token[0].isdigit()
        known = token[0].isdigit() or GRADE.fullmatch(token) or COMPARED.fullmatch(token)
        if not known and not (counted and UNIT.fullmatch(token)):
            return False
    return counted or all(GRADE.fullmatch(token) for token in tokens)


def is_degree(text: str) -> bool:
    """Whether a text names what somebody has learnt and nothing to do: "Đại học Toán", "ThS. Hóa học"."""
    return DEGREE.match(fold(text)) is not None and len(text.split()) <= LONGEST_DEGREE and not acts_of(text)
