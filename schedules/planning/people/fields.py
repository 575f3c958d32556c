"""Bodies that look after two things ("Tiểu ban An ninh - Y tế"): one name, though each half may be somebody too."""

from __future__ import annotations

import re

from schedules.wording import fold

FIELDS = (
    r"(?:an ninh|an toan|trat tu|y te|hau can|tai chinh|le tan|khanh tiet|van nghe|the thao|hanh chinh|quan tri|"
    r"tong hop|noi dung|chuong trinh|hoc thuat|chuyen mon|co so vat chat|csvc|thiet bi|ky thuat|am thanh|anh sang|"
    r"tuyen truyen|truyen thong|trang tri|thi dua|khen thuong|ky luat|phuc vu|doi ngoai|ve sinh|moi truong|dinh duong|"
    r"ke hoach|giam sat|kiem tra|giai thuong|van dong|tai tro|doi song|nu cong|giao thong|don tiep)"
)
BODY = re.compile(rf"^\W*(?:(?:truong|pho)\s+)?(?:cac\s+)?(?:tieu ban|ban|bo phan|to|nhom)\s+{FIELDS}\W*$")
FIELD = re.compile(rf"^\W*{FIELDS}\W*$")


def is_body_of_fields(text: str) -> bool:
    """Whether a text is a body that looks after two things or more, and nothing else."""
    first, *more = re.split(r"\s+[-–—]\s+", text)
    return bool(more) and BODY.match(fold(first)) is not None and all(FIELD.match(fold(one)) for one in more)


def is_field_of_body(body: str, piece: str) -> bool:
    """Whether a piece behind a body that is named after what it looks after only tells what else that is."""
    first, *more = re.split(r"\s+[-–—]\s+", body)
    return BODY.match(fold(first)) is not None and all(FIELD.match(fold(one)) for one in (*more, piece))
