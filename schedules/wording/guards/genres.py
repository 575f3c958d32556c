"""Sentences that set nobody work by how they begin: exercises, hearsay, forecasts, praise, offers, receipts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from schedules.wording.piece import BOUNDED, UNBOUND, YEARS, Grain, Limit, Piece

REACH, LEAD = 170, 3
SENTENCE_ENDS = (". ", "; ", "! ", "? ")
LEADS = re.compile(r"[\W_]*(?:(?:[ivx]{1,4}|[a-h]|\d{1,2}(?:\.\d{1,2}){0,2})[.)] ?)?[\W_]*")
ANY = UNBOUND | BOUNDED
PLAIN = frozenset({Limit.NONE})
OPEN = UNBOUND | {Limit.BY}
FINE = frozenset({Grain.DAY, Grain.WEEK, Grain.SCHOOL_WEEK, Grain.MONTH, Grain.EVENT})
PERIODS = frozenset({Grain.MONTH, Grain.QUARTER, Grain.WEEK, Grain.SCHOOL_WEEK})
TITLED = frozenset({*PERIODS, Grain.TERM})

DUTY = (
    r" (?:phai|se|can|nen|nhung|hay|moi|nho|hen|de nghi|yeu cau|hop|nop|gui|to chuc|tap trung|cac lop|cac to"
    r"|hoc sinh|hs"
    r"|giao vien|gv|truong|nha truong|nghi hoc|dong (?:tien|cua|gop)|hoan thanh|lap|bao cao|dang k[yi]|chuan bi"
    r"|co mat"
    r"|thi (?:tuyen|vao|hoc|khao|giua|cuoi|chon|dau|thu))\b"
)
FREE = rf"(?:(?!{DUTY})(?:[^.;:\n]|\.(?=\d)))"
"""Any letter of a clause in which nobody has anything to do."""

HENCE = r", (?:vi (?:vay|the)|do (?:do|vay)|boi (?:vay|the)|nen(?! nep\b)|cho nen)\b"
"""What comes of the weather: “Không khí lạnh tràn về …, vì vậy từ ngày 25/10 giờ đón trẻ lùi lại”."""

AT_SCHOOL = r" (?:ban|phat|nhan|doi|tra) (?:o|tai) (?:phong|van phong|truong|lop|thu vien|cong truong|can tin|quay)\b"
"""What is given out at the school: “Vé xe tháng 12 bán ở phòng bảo vệ”."""

TOLD_FREE = r"(?:(?! (?:phai|yeu cau|de nghi|nen(?! nep\b))\b)[^.;\n])"

SKY = (
    r"(?:(?:du bao|dot|con|tran|mot|cac) )*(?:bao so \d+|con bao|ap thap|khong khi lanh|ret (?:dam|hai|muot)"
    r"|nang nong|trieu cuong|gio mua|suong mu|dong loc|mua (?:sao bang|lon|to|rao|dong|phun|da|bao)"
    r"|lu (?:ong|quet|lut|tren)|mat troi|mat trang|nguyet thuc|nhat thuc|sao bang|luong mua|do am|trang (?:tron|khuyet)"
    r"|thuy trieu|muc nuoc|nhiet do|gia (?:xang|vang|dien|gao|thit|rau))\b"
)
TRADE = (
    r"(?:voucher|mua \d tang \d|phieu (?:mua|qua|giam|uu dai)|ma (?:giam|uu dai)"
    r"|(?:chuong trinh )?(?:uu dai|khuyen mai|giam gia)|lai suat|giam \d+ ?%|chiet khau|goi (?:cuoc|bao hiem|vay)"
    r"|ve (?:may bay|tau|xe|tham quan)|don hang|kien hang|buu kien|can ho|thue bao|bao gia|giai (?:nhat|nhi|ba"
    r"|khuyen khich|dac biet))\b(?: ?:)?"
)
PERSON = (
    r"(?:em|co|thay|chi|anh|bac|ong|ba|be|chau|ban)\b(?! (?:cac|moi|nao|dang)\b)(?: [a-z0-9]{1,8}){1,4}?"
    r"(?: \([^()]{1,24}\))?"
)
LIFE = (
    r"(?:ket hon|lam dam cuoi|du sinh(?! hoat)|sinh nhat|ve nha chong|qua doi|ta the|dieu tri|nam vien|xuat vien"
    r"|duong benh|xuat ngu|nhap ngu|an hoi|dinh hon|dam hoi|sinh (?:em be|con|chau))\b"
)
OUTSIDER = (
    r"(?:sieu thi|nha sach|tong dai|ngan hang|nha hang|rap|quan (?:an|com|nuoc)|cua hang"
    r"|(?:dong|nha tho|quy khuyen hoc (?:cua )?(?:dong )?) ?ho"
    r"|(?:cong nhan (?:cac )?)?(?:khu cong nghiep|nha may|xi nghiep)|(?:tuyen )?(?:xe )?buyt"
    r"|don vi van chuyen|shipper|hang bay|(?:bo )?phim|doi tuyen (?:viet nam|quoc gia|bong da)|olympic mua|quoc hoi"
    r"|ky hop thu \d+ (?:cua )?(?:quoc hoi|hdnd)|cho (?:hoa|tet|phien)|sea games|world cup)\b"
)
"""Who else does something then, and not the school."""

TITLE = (
    r"(?:(?:phu luc|bieu|bang|mau|slide|hinh|muc) \d{1,2}[.:)]? ?)?"
    r"(?:ban tin|thoi khoa bieu|tkb"
    r"|bang (?:phan cong|cong khai|cham cong|diem|ke|tong hop|theo doi|thi dua|gia|luong|xep|thong ke|can doi|tin)"
    r"|danh sach|so (?:theo doi|truc|nhat ky|ghi chep)|phieu(?! (?:thu|chi)\b)|kich ban|giao an|nhat ky|album"
    r"|video|hinh anh|tap san|du toan|danh muc|chuyen muc|chu diem|chu de|giay moi)\b"
)
"""A paper by its name: “BẢN TIN SINH HOẠT DƯỚI CỜ TUẦN 14”, “Bảng chấm công tháng 01/2026”."""

ABROAD = (
    r"(?:nhat ban|phap|my|uc|han quoc|trung quoc|singapore|nuoc ngoai|bac au|chau (?:au|my|phi)|thai lan|phan lan"
    r"|anh quoc|(?:cac|nhieu|mot so) nuoc)\b"
)
HELD = r"(?:lich|buoi|cuoc|hop|thi|chuyen|tiet|chuong trinh|hoi|dot|giai|le|dai hoi|da ngoai|tham quan)\b"


LATEST = ("cham nhat", "muon nhat", "tre nhat")
"""Words that bound nothing but work."""

WORK = ("hoan thanh", "nop ", "gui ", "bao cao ", "to chuc ", "xay dung", "trien khai", "lap ", "kiem tra", "thuc hien")
"""How most sentences of a plan begin, and none of another kind."""


class Genre(NamedTuple):
    """How a sentence of a kind begins, what may stand from there to a time, and the times it tells of."""

    begins: str
    between: str
    limits: frozenset[str]
    grains: frozenset[str] | None = None


GENRES = {
    "exercise": Genre(
        r"(?:cau do ?:|dap (?:an|so) ?:|dien (?:so|vao|tu)\b|doc (?:bieu do|bang so)"
        r"|(?:chon|tim) (?:dap an|cau tra loi|y dung)"
        r"|khoanh (?:vao|tron)|noi cot|dich (?:cau|doan|bai|cac cau)\b|bai toan ?:"
        r"|(?:em )?hay (?:viet|ke|ta) |viet (?:mot )?(?:doan|bai) van\b)",
        r"(?:(?! (?:nop|gui|han|thoi han)\b)[^\n])*",
        UNBOUND,
    ),
    "format": Genre(
        r"(?:quy uoc|thi du|vi du|vd)\b ?:?|(?:nhap|ghi|viet) (?:theo|dung) (?:dinh dang|mau|dang)\b|sai ?:",
        r"(?:(?! (?:nop|gui|hoan thanh)\b)[^\n])*",
        ANY,
    ),
    "question": Genre(r"cau(?: hoi)? \d{1,3} ?[.:)]", r"[^\n]*", PLAIN),
    "theme": Genre(r"de bai ?:", r"[^\n]*", ANY),
    "custom": Genre(r"cu (?:ra|vao|den|moi|do|toi|he|sang|khoang) ", r"[^.;\n]*", PLAIN),
    "hearsay": Genre(
        r"(?:(?:em|minh|toi|to|con) )?(?:cu )?(?:gia su|du doan|(?:ca|cuoc) la|nghe (?:noi|don|bao|dau)|hinh nhu"
        r"|tuong(?! (?:rao|bao|trinh|thuat|nha|phong|lop|cong|vay|tac|day|xay)\b)"
        r"|khong biet|tin don|khong nho|chac la|co le)\b(?! (?:thi|nen|de)\b)",
        TOLD_FREE + "*",
        ANY,
    ),
    "neighbour": Genre(
        r"truong (?:(?:mam non|tieu hoc|thcs|thpt|hoc|ban) )*(?:ben canh|hang xom|khac|xa ban|phuong ban)\b",
        r"(?:(?!, (?:con )?(?:nha truong|truong (?:minh|ta|em|chung))\b| (?:phai|yeu cau|de nghi|nen(?! nep\b))\b)"
        r"[^.;\n]){0,80}",
        OPEN,
    ),
    "title": Genre(
        TITLE, r"(?: (?!(?:nop|gui|hoan|lap|xong|cong bo|niem yet|dang)\b)[a-z0-9&(/–\-]{1,9}){0,8} ", PLAIN, TITLED
    ),
    "regret": Genre(
        r"(?:le ra(?! (?:truong|mat|quan))|dang (?:ra|le))\b", r"(?:(?! (?:nay|nhung|gio) )[^.;\n]){0,60}", ANY
    ),
    "play": Genre(
        r"trong (?:phien toa gia dinh|(?:cau )?(?:truyen|chuyen)|vo (?:kich|cheo|tuong)|(?:bo )?phim|(?:giac )?mo"
        r"|tieu thuyet|bai tho|tac pham|tro choi|doan trich|hoi ky|nhat ky)\b",
        r"(?:(?! (?:se|can|yeu cau|de nghi|nop|gui|lop|to|truong|to chuc|bieu dien|cong dien|giao vien|gv|hoc sinh)\b)"
        r"[^.;\n])*",
        ANY,
    ),
    "purpose": Genre(
        r"(?:phong trao|cuoc (?:thi|van dong)|hoi (?:thi|dien|thao)|hoat dong|chuong trinh|ngay hoi|san choi"
        r"|dot thi dua)\b(?: [a-z0-9]{1,9}){0,8} nham\b",
        r"(?:(?! (?:dien ra|thoi gian|vao (?:ngay|sang|chieu|toi|luc)|tu ngay|(?:phai|se|yeu cau|to chuc|nop|gui))\b)"
        r"[^.;:\n])*",
        PLAIN,
    ),
    "aim": Genre(r"muc tieu\b", r"[^.;:\n]{0,90}", PLAIN, YEARS),
    "whenever": Genre(r"(?:khi nao|bao gio|chung nao)\b", TOLD_FREE + "*", UNBOUND),
    "asking": Genre(
        r"(?:ai (?:nho|biet) (?:lich|han|ngay|khi|la|co|truong|bao)\b|co phai|lieu)\b", TOLD_FREE + "*", ANY
    ),
    "sky": Genre(SKY, rf"(?:(?!{HENCE}){FREE}){{0,90}}", OPEN),
    "trade": Genre(TRADE, rf"(?:(?!{AT_SCHOOL}){FREE}){{0,100}}", OPEN),
    "outsider": Genre(OUTSIDER, FREE + "{0,80}", OPEN),
    "life": Genre(rf"{PERSON} (?:(?:se|dang|phai|du kien|xin) )*{LIFE}", FREE + "{0,60}", OPEN),
    "praise": Genre(
        r"(?:hoan ho\b|thu khen\b|khen\b(?! (?:thuong|tang))|(?:xin |em xin |chan thanh |thu )*cam on\b"
        r"|(?:(?:em|con|minh|toi) )?(?:xin |kinh )?chuc (?=[a-z])(?!mung (?:ngay|nam|tet|\d)|nang|vu|danh|trach)"
        r"|(?:xin )?chia buon|(?:em |con |toi |minh )?xin loi\b|vo cung thuong tiec\b)",
        FREE + "*(?<!, )",
        PLAIN,
    ),
    "thanks": Genre(
        r"(?:(?:xin|tran trong|chan thanh|em|toi|nha truong) )*(?:cam on|biet on)\b",
        FREE + "*(?<!, )",
        frozenset({Limit.BY, Limit.SINCE}),
    ),
    "case": Genre(
        r"(?:neu|gap|(?:trong )?truong hop|khi)"
        r"(?: (?:troi|thoi tiet|co|gap|bi|xay ra|vao|sang|trua|chieu|toi|(?:ngay|hom) (?:do|ay|\d[\d/]*)))*"
        r" (?:mua|bao|lu|nang nong|ret|xau|khong thuan loi|thien tai|dich)\b",
        r"[^.;:\n]{0,70}\b(?:chuyen|lui|doi|hoan|day)(?: (?:lai|lich|sang|den|toi|vao|xuong))* ",
        PLAIN,
        frozenset({Grain.DAY}),
    ),
    "weakness": Genre(
        r"(?:han che|ton tai|diem (?:yeu|manh)|kho khan|thuan loi|(?:uu|nhuoc) diem|nguyen nhan)"
        r"(?: (?!khac phuc|cai tien)[a-z]{1,8}){0,4} ?:",
        FREE + "*",
        UNBOUND,
        TITLED | FINE,
    ),
    "evidence": Genre(
        r"(?:(?:hinh anh|ma|ten) )?minh chung(?: [a-z0-9.\-]{1,9}){0,4} ?:",
        r"(?:(?! (?:nop|gui|cap nhat|tai len|dang tai|hoan thien|hoan thanh|bo sung|thu thap|sap xep|phai|can|se|scan"
        r"|luu|ra soat|han|xong|trinh|duyet)\b)[^\n])*",
        PLAIN,
    ),
    "dropped": Genre(
        r"(?:(?:da |tam )?(?:rut|dua|bo|loai|gat|xoa)(?: ra)? khoi|khong (?:con )?(?:dua vao|thuoc)|ngoai)"
        r" (?:ke hoach|lich|chuong trinh|danh muc)(?: [a-z0-9/]{1,8}){0,4} ?:",
        r"(?:(?! (?:sang|thay bang|(?:chuyen|doi|lui) (?:sang|den|thanh|lich|lai)) )[^.;\n])*",
        ANY,
    ),
    "situation": Genre(
        r"(?:mot bo phan|mot so|nhieu|phan lon|da so|hau het)\b",
        FREE + "{0,60}",
        frozenset({Limit.SINCE, Limit.AFTER}),
        frozenset({Grain.EVENT, Grain.TERM, Grain.SUMMER}),
    ),
    "stamp": Genre(r"(?:da )?(?:ky )?(?:duyet|phe duyet|kiem tra|nhan)\b", r",? ", PLAIN, frozenset({Grain.DAY})),
    "absence": Genre(
        r"(?:co mat ?: ?\d{1,4}[^:\n]{0,20}[;,.] ?)?vang(?: mat)?(?: (?:co|khong) (?:ly do|phep))? ?:",
        r"(?:(?! (?:phai|yeu cau|de nghi)\b)[^.\n])*",
        ANY,
    ),
    "receipt": Genre(r"(?:phieu (?:thu|chi)|hoa don|bien lai|giay bao (?:no|co)|sao ke)\b", r"[^;\n]*", PLAIN, PERIODS),
    "account": Genre(r"(?:tk|stk|so tk) ?:? ?[\dx*]{3,}", r"[^\n]*", UNBOUND),
    "menu": Genre(
        r"thuc don\b",
        r"(?:(?! (?:gui|nop|cong khai|niem yet|thong bao|ap dung|thuc hien"
        r"|moi)\b)[^.;\n]){0,30}",
        PLAIN,
    ),
    "cancelled": Genre(
        rf"(?:tam |xin )?(?:huy|hoan|bai bo|khong to chuc|dung to chuc) (?:bo |vo thoi han )?{HELD}",
        r"(?:(?! (?:sang|den|toi|thanh|vao|va) |\d ?/ ?\d)[^.;:,\n]){0,60}",
        PLAIN,
        FINE,
    ),
    "abroad": Genre(
        rf"(?:o )?(?:(?:ky nghi he cua )?(?:hoc sinh|sinh vien|truong|giao duc) )?{ABROAD}", FREE + "*", OPEN
    ),
}
"""Every kind, the first that fits decides."""

OF_LINES = ("exercise", "format", "question", "theme", "account")
"""Kinds that go on behind the dots of a line: “Câu 9: … A. 21/11 B. 22/12”."""


def _beginnings(names: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of several kinds; an empty group behind each names it, so that it begins with its letters.

    A search passes over a way that begins with another letter, but first goes into one that begins with a group.
    """
    return re.compile("|".join(f"(?:{GENRES[name].begins})(?P<{name}>)" for name in names))


OF_SENTENCES = tuple(name for name in GENRES if name not in OF_LINES)
LINES, SENTENCES, KINDS = (_beginnings(names) for names in (OF_LINES, OF_SENTENCES, OF_LINES + OF_SENTENCES))
BETWEEN = {name: re.compile(genre.between) for name, genre in GENRES.items()}


def is_of_genre(piece: Piece, text: str) -> bool:
    """Whether the sentence of a time begins as one that sets nobody work."""
    if piece.every or piece.first is None or text.startswith(LATEST, piece.start):
        return False
    first = max(0, piece.start - REACH)
    line = ends = text.rfind("\n", first, piece.start)
    for sign in SENTENCE_ENDS:
        ends = max(ends, text.rfind(sign, first, piece.start))
    if ends == line:
        return _begins(KINDS, ends, first, piece, text)
    return _begins(LINES, line, first, piece, text) or _begins(SENTENCES, ends, first, piece, text)


def _begins(beginnings: re.Pattern[str], ends: int, first: int, piece: Piece, text: str) -> bool:
    """Whether a sentence, or a line, that the last one's end tells begins as one of a kind and leads to the time."""
    if ends < 0 and first:
        return False
    at = ends + 1 + (text[ends + 1 : ends + 2] == " ") if ends >= 0 else 0
    if not text[at : at + LEAD].isalpha():
        lead = LEADS.match(text, at)
        at = lead.end() if lead else at
    if text.startswith(WORK, at):
        return False
    begun = beginnings.match(text, at, piece.start)
    if begun is None or begun.lastgroup is None:
        return False
    genre = GENRES[begun.lastgroup]
    if genre.grains is TITLED and piece.opened:
        return False
    if piece.limit not in genre.limits or (
        genre.grains is not None and piece.first and piece.first.grain not in genre.grains
    ):
        return False
    return BETWEEN[begun.lastgroup].fullmatch(text, begun.end(), piece.start) is not None
