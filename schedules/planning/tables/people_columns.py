"""Columns of people under other names: who takes part besides who leads, who inspects besides who is inspected."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.wording import fold

HELPERS = re.compile(
    r"^\W*(?:(?:luc luong|nguoi|bo phan|don vi|ca nhan|ban|to|nhom)\s+)?(?:cung\s+)?(?:tham gia|ho tro|thuc hien cung|"
    r"cung lam|lam cung)(?:\s+(?:thuc hien|phoi hop|cung))?\W*$|"
    r"^\W*(?:(?:luc luong|nguoi|bo phan|don vi)\s+)?cung thuc hien\W*$"
)
"""No "Thành phần tham gia" or "Đối tượng tham gia": those come, they do not help."""

DEED = r"(?:kiem tra|danh gia|du gio|cham|giam sat|thanh tra|huong dan|phu trach|thuc hien|chu tri)"
NAMED = re.compile(rf"^\W*(?:ho,? (?:va )?ten|ten (?:giao vien|nguoi|can bo|nhan vien))\b|\bduoc {DEED}\b")
DONE_TO = re.compile(rf"\bduoc {DEED}\b")
DOERS = re.compile(
    rf"^\W*(?:nguoi|can bo|thanh vien|doan|to|ban|luc luong|bo phan)\s+(?:truc tiep\s+)?{DEED}\W*$|"
    r"^\W*(?:kiem tra vien|giam khao|phu trach|chu tri|thuc hien)\W*$"
)

OVER = re.compile(
    r"\b(?:chi dao|phe duyet|duyet|giam sat|don doc|kiem tra|theo doi|lanh dao|bgh|ban giam hieu|hieu truong|"
    r"nhan(?! (?:viec|nhiem vu|phan cong|lam)\b)|(?<!duoc )giao(?! cho\b))\b"
)
"""Columns of who has a work done or looks at it, where another column tells who does it."""


TEAM = r"(?:doan|ban|tieu ban|nhom|to|doi)"
LEADER = re.compile(rf"^\W*(?:truong {TEAM}|(?:doan|nhom|to|doi) truong)(?: {DEED})?\W*$")
MEMBERS = re.compile(rf"^\W*(?:cac )?(?:thanh vien|uy vien)(?: (?:{TEAM}|khac|con lai|tham gia|{DEED}))*\W*$")
"""“Trưởng đoàn | Thành viên”: beside who leads, the members take part; alone they do it."""

GIVES, TAKES = re.compile(r"(?<!duoc )\bgiao\b"), re.compile(r"^\W*(?:nguoi|bo phan|don vi) nhan\W*$")
"""“Người giao | Người nhận”: beside who hands work out, who takes it does it."""


def doing_beside(labels: Sequence[str], leads: Sequence[int]) -> int | None:
    """Return the column of who does it, of several columns of people; None where the first of them is no overseer's."""
    if not leads or not OVER.search(fold(labels[leads[0]])):
        return None
    if GIVES.search(fold(labels[leads[0]])) and (
        takes := next((at for at in leads[1:] if TAKES.match(fold(labels[at]))), None)
    ):
        return takes
    return next((at for at in leads[1:] if not OVER.search(fold(labels[at])) and not is_done_to(labels[at])), None)


def helpers_at(labels: Sequence[str]) -> int | None:
    """Return the column of those who take part, None where none is headed so."""
    return next((at for at, label in enumerate(labels) if HELPERS.match(fold(label))), None)


def led_team(labels: Sequence[str]) -> tuple[int, int] | None:
    """Return the columns of who leads and of the members beside, None where the table does not tell both."""
    leads = next((at for at, label in enumerate(labels) if LEADER.match(fold(label))), None)
    members = next((at for at, label in enumerate(labels) if MEMBERS.match(fold(label))), None)
    return None if leads is None or members is None else (leads, members)


def is_done_to(label: str) -> bool:
    """Whether a header cell is over people a work is done to: "Giáo viên được kiểm tra"."""
    return DONE_TO.search(fold(label)) is not None


def doers_beside(labels: Sequence[str], named: int | None) -> tuple[int, int] | None:
    """Return the columns of who does it and of whom it is about, None where the table does not tell both.

    `named` is the column its header gave to people, if it did.
    """
    about = next((at for at, label in enumerate(labels) if is_done_to(label)), named)
    if about is None or not NAMED.search(fold(labels[about])):
        return None
    doing = (at for at, label in enumerate(labels) if at != about and DOERS.match(fold(label)))
    return next(((at, about) for at in doing if not is_done_to(labels[at])), None)
