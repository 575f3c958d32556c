"""Columns of solutions beside columns of works: which of the two names the work, and which how it is done."""

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
