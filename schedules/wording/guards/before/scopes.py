"""Weeks that name lessons or marks: “Giới hạn: từ tuần 1 đến tuần 8”, “Tuần 7, lớp 7A2 xếp thứ nhất”."""

from __future__ import annotations

import re

from schedules.wording.guards.before.clue import PLAIN, START, WEEKS_AND_MONTHS, clue_of
from schedules.wording.piece import Grain, Limit

WEEKS = frozenset({Grain.WEEK, Grain.SCHOOL_WEEK})
REACHED = PLAIN | {Limit.BY}
FREE = (
    r"(?:(?! (?:nop|gui|hoan thanh|duyet|in|sao|lap|thong qua|thong nhat|xong|phai|can|se|ra soat|thoi gian|thoi diem"
    r"|ho so|so sach|giao an|nen nep|to chuc|tien hanh|tai|do)\b)[^.;\n|])"
)
"""Any letter of a clause that neither orders work nor says when or what is inspected."""

TAUGHT = r"(?:gom|kien thuc|chuong trinh|da hoc|hoc|cac bai|noi dung|pham vi|chu de)\b"
SCOPES = (
    clue_of("gioi pham", rf"\b(?:gioi han|pham vi)\b{FREE}{{0,80}}[ (]$", REACHED, WEEKS),
    clue_of("noi", START + rf"noi dung (?:kiem tra|thi|on|on tap|khao sat|de)\b{FREE}{{0,60}}[ (]$", REACHED, WEEKS),
    clue_of(
        "kien",
        rf"(?:{START}|[:,(\-] ?|\b(?:gom|la|noi dung|pham vi) )kien thuc\b{FREE}{{0,40}} $",
        REACHED,
        WEEKS,
    ),
    clue_of(
        "noi pham gioi",
        START
        + rf"(?:noi dung|pham vi|gioi han)(?: kien thuc)? (?:on tap|on thi|on|thi|kiem tra|khao sat)\b{FREE}{{0,40}} $",
        PLAIN,
        frozenset({Grain.TERM}),
    ),
    clue_of("de ma", START + rf"(?:de|ma tran)\b{FREE}{{0,50}} {TAUGHT}{FREE}{{0,30}}[ (]$", REACHED, WEEKS),
    clue_of("chuong", START + rf"chuong trinh (?:da )?(?:day|hoc|duoc hoc)\b{FREE}{{0,30}} $", REACHED, WEEKS),
    clue_of(
        "bai chu cac_phan nhung_phan",
        r"\b(?:cac|nhung) (?:bai|chu de|phan)(?: (?:tu|hoc|da hoc|da day))* $",
        REACHED,
        WEEKS,
    ),
    clue_of("bai tiet", r"\b(?:bai|tiet) \d{1,3}(?: ?(?:-|den) ?(?:bai |tiet )?\d{1,3})? ?\($", REACHED, WEEKS),
    clue_of(
        "thi_dua thu_hang vi_thu bang_diem bang_gia",
        r"(?:(?<!cham )(?<!vao )(?<!tinh )\bdiem(?: so| tong ket)* thi dua|\b(?:thu hang|vi thu|bang (?:diem|gia)))"
        r"(?: [a-z]{1,8}){0,4} $",
        PLAIN,
        WEEKS_AND_MONTHS,
    ),
)
"""Which lessons an examination asks for, and the marks of a week."""

CLASS = r"\d{1,2}[a-z]\d{0,2}\b"
RANKED = re.compile(
    rf"[:,]? ?(?:(?:lop|chi doi|chi doan|tap the|cac) )*{CLASS}(?:(?:,| va) {CLASS})*"
    r"(?: (?:(?:dung|xep)(?: vi)? (?:thu|loai|nhat|nhi|dau|cuoi)|(?:xep |dung )?hang (?:nhat|nhi|ba|\d)|dan dau"
    r"|(?:giai )?(?:nhat|nhi)\b|(?:bi|mat|vi) (?:(?:nhieu |\d{1,2} )?diem|tru|phe binh|nhac|pham))"
    r"|(?: ?:)? (?:duoc |dat )?\d{2,3}(?:[.,]\d+)? ?(?:[,;.|\n]|diem\b|d\b|\Z))"
    r"|: ?(?:vang|muon|di muon|nghi|vi pham)(?: [a-z]{1,8}){0,3}:? \d"
    rf"|[:,] ?(?:(?:hang |giai )?(?:nhat|nhi))[: ]{{1,2}}(?:lop )?{CLASS}"
)
"""How classes were ranked in a week or month, told behind it."""
