"""Columns of an improvement table by their headers: what is weak or hoped for, what is done, how it is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.wording import fold

HOW = re.compile(r"^\W*(?:cac )?(?:giai phap|bien phap|cach (?:lam|thuc hien|thuc|tien hanh))\b")
ACT = re.compile(r"cong viec|hoat dong|\bviec\b|nhiem vu")
IMPROVED = re.compile(r"^\W*(?:noi dung|van de) (?:can )?cai tien\b")
BARE = re.compile(r"^\W*noi dung(?: thuc hien)?\W*$")
WEAKNESS = re.compile(r"diem yeu|han che|ton tai|hien trang")
CRITERION = re.compile(r"tieu chi|tieu chuan")

STATE_WORDS = (
    r"(?:han che|diem (?:yeu|manh|chua|con|han che|ton tai)|mat (?:manh|yeu|han che)|yeu kem|ton tai|hien trang|"
    r"thuc trang|nguyen nhan|bat cap|kho khan|vuong mac|(?:uu|nhuoc|khuyet) diem|thieu sot|noi dung con|"
    r"noi dung chua|chua dat)"
)
STATE = rf"^\W*(?:(?:cac|nhung|mot so|noi dung|van de|phan tich|danh gia|mo ta|neu|tom tat) )*{STATE_WORDS}\b"
"""“Hạn chế cần khắc phục”, “Nội dung tồn tại”, “Nguyên nhân của hạn chế”: how things stand, never what is done."""

MENDING = (
    r"^\W*(?:cac |nhung )?(?:(?:giai phap|bien phap|hoat dong|cong viec|viec|nhiem vu|hanh dong|noi dung)\b.*\b"
    r"(?:khac phuc|cai tien|xu ly|giai quyet|cai thien|phat huy|thuc hien)\b.*\b"
    r"(?:han che|diem yeu|ton tai|nguyen nhan|thuc trang|hien trang|bat cap|ket qua|muc tieu)|"
    r"(?:huong|cach|phuong an) (?:khac phuc|giai quyet|xu ly|cai tien)|"
    r"(?:de xuat|kien nghi) (?:cai tien|giai phap|bien phap|khac phuc|viec)|hanh dong\b)"
)
"""“Biện pháp khắc phục hạn chế”, “Hướng giải quyết”: what is done about it, whatever it names behind."""

IMPROVING = re.compile(r"\b(?:cai tien|khac phuc|cai thien)\b")
STATES = re.compile(STATE)


def is_state(label: str) -> bool:
    """Whether a column tells how things stand: a weakness, its cause, the present state."""
    return STATES.match(fold(label)) is not None


def are_improving(labels: Sequence[str]) -> bool:
    """Whether the headers of a table are those of one that improves: a weakness beside what is done about it."""
    return any(is_state(label) or IMPROVING.search(fold(label)) for label in labels)


def is_how(label: str, before: str, labels: Sequence[str]) -> bool:
    """Whether a column only tells how the work of the column `before` is done; `labels` are all of its table's.

    A bare "Nội dung" names the work where the criterion and its weakness have columns of their own.
    """
    plain, work = fold(label), fold(before)
    if not HOW.match(plain) or ACT.search(plain):
        return False
    others = [fold(one) for one in labels]
    apart = all(any(pattern.search(one) for one in others) for pattern in (WEAKNESS, CRITERION))
    return IMPROVED.match(work) is not None or (apart and BARE.match(work) is not None)
