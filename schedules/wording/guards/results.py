"""A contest told with its result, marks that rose or fell, what others hold without the school."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Limit, Piece

BEHIND, BEFORE = 150, 110
FIGURE = r"(?:gan |hon |khoang |tong so |tat ca )?\d[\d.,]*"
SET = (
    r"(?:se|phai|can|de|nham|phan dau|chi tieu|yeu cau|de nghi|moi|nop|gui|hoan thanh|neu|muc tieu|quyet tam|du kien"
    r"|it nhat|toi thieu|hy vong|ky vong|dang ky|chon)"
)
WHO = (
    r"(?:em|hoc sinh|hs|thi sinh|giao vien|gv|dong chi|doi|bai|tiet muc|san pham|de tai|sang kien|luot em|ban"
    r"|van dong vien)"
)
WON = re.compile(
    r"\)?(?:,| [-–]|\.(?= (?:ket qua|(?:nha )?truong|toan truong|doi|lop|cac em)\b))?"
    rf"(?: (?!{SET}\b)[^\s.;:]{{1,14}}){{0,12}}?"
    rf" (?:(?:co |duoc )?\d{{1,4}} ?/ ?\d{{1,4}} {WHO}\b[^.;\n]{{0,40}}?"
    r" (?:do|dau|dat|trung tuyen|duoc|hoan thanh|vuot qua)"
    rf"|co {FIGURE} {WHO}\b(?: (?!{SET}\b)[^\s.;:]{{1,14}}){{0,6}}?"
    r" (?:do|dau|dat giai|dat|doat|trung tuyen|duoc cong nhan|thang)"
    rf"|mang ve {FIGURE}|gianh (?:{FIGURE}|giai|huy chuong|ngoi)"
    rf"|(?<!cac ban )(?<!cac em )(?<!hoc sinh )(?<!cac doi )doat (?:giai|huy chuong)"
    rf"(?! (?:len|ve|nhan|tham gia|gap|duoc (?:khen|trao|moi))\b)|doat (?:{FIGURE}|chuc)"
    r"|xep (?:thu|hang)(?: [a-z]{1,8})? (?:\d|nhat|nhi|ba)|ve (?:thu|nhat|nhi|dich)\b|dung (?:thu|buoc)\b|chi dung o"
    rf"|thu hut (?:duoc )?{FIGURE})(?![^.;\n]{{0,40}} tro len\b)"
)
WINS = (" mang ve", " gianh", " doat", " xep ", " ve ", " dung ", " thu hut", "/", " co ", " duoc ")
AIMED = re.compile(
    r"\b(?:se|phai|phan dau|chi tieu|muc tieu|yeu cau|de nghi|quyet tam|du kien|dang ky|nop|gui)\b[^.;\n]*$"
)
CHANGED = re.compile(
    r",? (?:(?:lai|da|chi|thi|cung|bat ngo|dan|sang) ){0,2}"
    r"(?:(?:tut|roi|tuot|vot|nhay|lui|tang|giam|ha)(?: (?:manh|nhe|dan|sau|han|vot|hang))? ?(?:xuong|len|con|toi|ve)"
    r"|chi con|chi dat|con)(?: (?:chi|con|vi tri|thu|hang|vi thu|thu hang|khoang|gan)){0,3}"
    r" (?:\d|thu (?:nhat|nhi|ba|tu|nam|sau|bay|tam|chin|muoi)\b|cuoi\b|hang\b|nhat\b)"
)
MARKED = {Grain.MONTH, Grain.WEEK, Grain.SCHOOL_WEEK, Grain.TERM, Grain.QUARTER}
WITHOUT = re.compile(
    r"(?P<then>[^.;:\n]{0,90}?)(?:,| nhung| song| ma| nen)+ (?:rieng )?"
    r"(?:(?:nha )?truong|don vi|cong doan(?: truong)?|lien doi|doan truong|chung ta|ta|to|xa)"
    r"(?: (?:ta|minh|nay|chung ta|em))? (?:se |cung |deu )?khong"
    r" (?:tham (?:gia|du)|du thi|gop mat|co (?:doi|em|hoc sinh|ai)"
    r"|cu (?:doi|hoc sinh|hs|em|ai|nguoi|giao vien|gv|doan)|dang k[yi]|nam trong)\b(?P<rest>[^.;\n]*)"
)
REMARKED = re.compile(
    r"(?: nam nay)?(?: (?:la|roi vao|trung(?: vao| voi)?|nham(?: vao)?)(?: dung)?(?: ngay)?"
    r" (?:thu [a-z0-9]+|chu nhat|cn))?,?"
    r"(?: vi (?:vay|the),?)? (?:(?:nha )?truong|cong doan|doan truong|lien doi|cac lop|chung ta|ta|bch cong doan)"
    r"(?: (?:ta|minh|em))? (?:se )?khong (?:to chuc|nhan|lam|chuan bi|lien hoan|mit tinh)\b"
    r"(?P<rest>[^.;\n]*)"
)
ORDERS = re.compile(r"\b(?:nop|gui|phai|thi(?! (?:dau|sinh|tuyen|dua)\b)|yeu cau|de nghi|bao cao|dang ky|hoan thanh)\b")
REST = re.compile(r"[^,]*(?:, (?:cung )?khong [^,]*)*(?:,? (?:vi|do|de|theo|nham) [^.;\n]*)?")
"""What else is not done, or why: nothing that is."""


def is_of_results(piece: Piece, text: str) -> bool:
    """Whether what stands behind a plain time tells what came of it, or that the school has no part in it."""
    if piece.limit != Limit.NONE or piece.every or piece.end == len(text):
        return False
    behind = text[piece.end : piece.end + BEHIND]
    if " khong " in behind and _is_without(behind):
        return True
    if piece.first is not None and piece.first.grain in MARKED and CHANGED.match(behind):
        return True
    return _is_won(piece, text, behind)


def _is_won(piece: Piece, text: str, behind: str) -> bool:
    """Whether a result stands behind a time that no aim is set for."""
    last = piece.last or piece.first
    if last is None or last.year is not None or not any(map(behind.__contains__, WINS)):
        return False
    if WON.match(behind) is None:
        return False
    return AIMED.search(text, max(0, piece.start - BEFORE), piece.start) is None


def _is_without(behind: str) -> bool:
    """Whether others hold it and the school takes no part, or nothing is held on a feast."""
    absent = WITHOUT.match(behind)
    if absent is not None and ORDERS.search(absent["then"]) is None and ORDERS.search(absent["rest"]) is None:
        return True
    nothing = REMARKED.match(behind)
    return nothing is not None and REST.fullmatch(nothing["rest"]) is not None
