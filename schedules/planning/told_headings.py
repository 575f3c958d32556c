"""Headings over what went before ("Kết quả năm học trước", "Thuận lợi, khó khăn"): what they head is told, not set."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schedules.wording import fold

LONGEST = 130
AHEAD = re.compile(r"(?:\bva|[,;–-])\s*(?:\w+\s+){0,2}?(?:ke hoach|phuong huong|nhiem vu|trien khai|du kien)\b")
TOLD = re.compile(
    r"^\W*(?:(?:mot so|nhung|cac|ve|danh gia) )*"
    r"(?:ket qua(?! (?:can|du kien|mong doi|phan dau|dau ra))|uu diem|mat manh|han che|ton tai|thuan loi|kho khan|"
    r"thach thuc|boi canh|nguyen nhan|bai hoc kinh nghiem|thuc trang|tinh hinh|(?:viec |noi dung )?(?:da|chua) "
    r"(?:lam|thuc hien|hoan thanh))\b"
)
SETS_WORK = re.compile(
    r"\d\s?[/.-]\s?\d{1,2}(?!\d)|[:;].*\w|\b(?:gui|nop|truoc ngay|khac phuc|giai phap|bien phap|huong|xu ly|"
    r"tuyen truyen|bao cao|cap nhat|theo doi|nam bat|ra soat|giai quyet)\b"
)
"""“1. Kết quả năm học trước” tells what went before, “2. Hạn chế và hướng khắc phục” what is to be done too."""

DISCLOSED = re.compile(
    r"^\W*(?:(?:cac|nhung) )?(?:noi dung|muc|hang muc|linh vuc|thong tin)\b.*\bcong khai\b|"
    r"^\W*(?:cac )?noi dung\b.*\b(?:thoi (?:diem|gian|han)|hinh thuc)\b"
)
"""“Nội dung công khai”, “Nội dung và thời điểm”: what is told below it has its time, so it is to come."""

OUTCOME = re.compile(r"^\W*ket qua\b(?!.*\b(?:truoc|vua qua|da qua|dat duoc|thuc hien)\b)")
"""“Kết quả giáo dục” under “Nội dung công khai” is what is to be disclosed; “Kết quả năm học trước” stays told."""


def tells_of_past(heading: str, over: Iterable[str] = ()) -> bool:
    """Whether what stands under a heading is told and not set: "Kết quả năm học trước", "Thuận lợi, khó khăn".

    `over` are the headings it stands under itself.
    """
    plain = fold(heading[: LONGEST + 1])
    told = len(heading) <= LONGEST and TOLD.match(plain)
    if told and OUTCOME.match(plain) and any(DISCLOSED.match(fold(text[:LONGEST])) for text in over):
        return False
    return bool(told) and not SETS_WORK.search(plain) and not looks_ahead(heading)


def looks_ahead(heading: str) -> bool:
    """Whether a heading over what went before also sets works: "Nhận xét tuần 3 và kế hoạch tuần 4"."""
    return AHEAD.search(fold(heading)) is not None
