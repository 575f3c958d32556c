"""Headings that name a field and, behind a colon, who looks after it: “Thư viện: cô Hoa”, “Tiểu ban lễ tân: …”."""

from __future__ import annotations

import re

from schedules.planning.people.named import is_list_of_people
from schedules.planning.people.names import NOBODY, Charge, names_in
from schedules.planning.people.persons import CALLED, are_doers
from schedules.planning.people.posts import POST
from schedules.wording import fold

HEADED = re.compile(r"(?P<field>[^:]{3,80}):\s+(?P<who>[^:]{3,120}?)\W*")
NO_FIELD = re.compile(
    r"^\W*(?:tieu chuan|tieu chi|linh vuc|chuong|phan|muc|noi dung|nhom|chuyen de)\b|"
    r"\b(?:doi tuong|thanh phan|dia diem|thoi gian|kinh phi|khach|dai bieu|noi nhan|kinh gui|don vi|nguoi|hinh thuc|"
    r"giam khao|trong tai|so luong|phoi hop|ho tro|theo doi|giam sat|danh sach|lop|khoi|hoc sinh|chu de|chu diem|"
    r"noi dung|thuc hien|phu trach|chu tri|phan cong|buoc|dot|vong|giao vien|nhan vien|can bo)\b(?!\s*$)|"
    r"\b(?:doi tuong|thanh phan|dia diem|kinh gui|noi nhan|phoi hop|phan cong|thuc hien|phu trach|chu tri|hoc sinh)\W*$"
)
"""What stands before a colon and is no field somebody looks after; labels of people have their own place."""

LEADS = re.compile(
    rf"[^:]{{3,80}}:\s+(?P<who>{CALLED})\s+(?:làm|là|giữ)\s+(?:trưởng|tổ trưởng|nhóm trưởng)\b[^,;:.]*"
    rf"(?:[,;.]\s*(?:các\s+)?thành viên(?:\s*:|\s+(?:là|gồm))\s+(?P<more>{CALLED}(?:(?:,|\s+và)\s+{CALLED})*))?\W*"
)
"""“Tiểu ban nội dung: thầy Sơn làm trưởng tiểu ban, các thành viên: cô Vân, cô Liên.”"""

ROOMS = frozenset({"thu vien", "thiet bi", "y te"})
"""What an office looks after and what it is called by: “Thư viện: cô Hoa”."""

DOES = re.compile(r"\b(?:phụ trách|chủ trì|thực hiện|đảm nhiệm|chịu trách nhiệm)\W*$", re.IGNORECASE)
HEADS = re.compile(r"\s*\((?:truong|to truong|nhom truong)\b[^()]*\)$")
MEMBER = re.compile(r"\s*\((?:truong|to truong|nhom truong|pho|to pho|nhom pho|thu ky|uy vien|thanh vien)\b[^()]*\)$")
"""What a bracket says somebody is in the team itself: “Hiệu trưởng (trưởng ban), Kế toán (thư ký)”."""


def holders_of_field(heading: str) -> Charge:
    """Return who a heading says looks after the field it names, who leads before who helps; nobody elsewhere."""
    heading = heading.strip(" .*_")
    if led := LEADS.fullmatch(heading):
        return Charge(names_in(led["who"]), names_in(led["more"] or ""))
    headed = HEADED.fullmatch(heading)
    field = fold(headed["field"]).strip() if headed else ""
    if not headed or NO_FIELD.search(field) or (POST.fullmatch(field) and field not in ROOMS):
        return NOBODY
    if not are_doers(who := headed["who"]) or not is_list_of_people(who) or DOES.search(who):
        return NOBODY
    names = names_in(who)
    heads = tuple(_bare(name) for name in names if HEADS.search(fold(name)))
    others = tuple(_bare(name) for name in names if not HEADS.search(fold(name)))
    return Charge(heads, others) if heads else Charge(others)


def _bare(name: str) -> str:
    member = MEMBER.search(fold(name))
    return name[: member.start()] if member else name
