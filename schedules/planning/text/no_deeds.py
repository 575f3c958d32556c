"""Times inside what is no deed by a day: a share (“3/8 môn”), a ban, what is taken, which weeks a programme is of."""

from __future__ import annotations

import re

from schedules.plan import Bound
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.people.persons import are_people
from schedules.planning.people.subjects import subject_of, without_step
from schedules.wording import Found, fold

SHARE = re.compile(r"^(?:khong (?:vuot )?qua|toi da|toi thieu|it nhat|chua qua) \d{1,2} ?/ ?\d{1,2}$")
COUNTED = re.compile(
    r"^ (?:mon|tiet|bai|cau|buoi|tieu chi|chi tieu|noi dung|phieu|diem|lop|em|tre|hoc sinh|giao vien|thanh vien)\b"
)
"""“Không quá 3/8 môn”: three of eight, and no day of August."""

TAKEN = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s+)?(?:truong )?chi (?:tiep nhan|nhan|xet|cham|duyet|chon|cong nhan|tinh|ap dung)\b"
    r"[^.;:]*\b(?:da|duoc)\b [^,.;:]*$"
)
"""“Chỉ nhận tờ trình của đơn vị đã đạt Mức 1 trước năm 2024”: once that day is over it only tells whose."""

PROGRAMME = re.compile(r"\b(?:day(?: va hoc| hoc)?|hoc|giang day|thuc hien) chuong trinh\W*$")
WEEKS = re.compile(r"^(?:cac )?tuan \d")
"""“Dạy học chương trình tuần 9 đến tuần 12”: which part of the programme; “hoàn thành chương trình” is done by then."""

DENIED = re.compile(
    r"^(?P<who>\S.*?)\s+không\s+(?=tổ chức|nhận|liên hoan|tiệc|ăn uống|tặng|bán)(?P<deed>[^.;:()]{2,90})$",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:phai|can|de nghi|nop|gui|hoan thanh|bao cao|dang ky|lap|viet|bo sung|giai trinh|xac nhan|thi|ma)\b"
)
"""“Lớp không tổ chức học bù báo cáo trước …”: the denial only tells which of them."""

SCHOOL = re.compile(r"^(?:(?:nha )?truong|don vi|cac lop|tat ca cac lop)$")
FEASTING = re.compile(r"^(?:va )?(?:khong|lien hoan|to chuc tiec|an uong|qua\b|tang qua|nhan qua)")


def sets_no_deed(one: Found, before: str, after: str, *, over: bool) -> bool:
    """Whether a time is a share, ends a denial, tells who is taken (where it is `over`) or which weeks are taught.

    `before` is its sentence before it, `after` the text behind it.
    """
    quote, plain = fold(one.quote), fold(before)
    if SHARE.match(quote) and COUNTED.match(fold(after)):
        return True
    if over and TAKEN.match(plain):
        return True
    if WEEKS.match(quote) and PROGRAMME.search(plain):
        return True
    return one.due.bound is Bound.BEFORE and _is_denied(before)


def _is_denied(before: str) -> bool:
    """Whether words before a time only say what somebody does not do: "Trường không nhận quà, liên hoan tại lớp"."""
    denied = DENIED.match(without_step(before).lstrip(" -–•*+"))
    if denied is None or not (SCHOOL.match(fold(denied["who"])) or are_people(denied["who"])):
        return False
    if ASKS.search(fold(denied["deed"])):
        return False
    rest = [clause.strip() for clause in denied["deed"].split(",")[1:]]
    return all(FEASTING.match(fold(clause)) or not _goes_on(clause) for clause in rest)


def _goes_on(clause: str) -> bool:
    """Whether a clause says what is done all the same, by the one denied or by somebody else."""
    return opens_with_deed(clause) or bool(subject_of(f"{clause[:1].upper()}{clause[1:]}"))
