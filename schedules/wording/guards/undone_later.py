"""What a sentence further on undoes: a proposal turned down, days none of which was chosen, an event not ours."""

from __future__ import annotations

import re

from schedules.wording.piece import Limit, Piece

BEFORE, REACH = 130, 300
WHO = (
    r"(?:phu huynh|cha me|hoc sinh|hs|giao vien|gv|gia dinh|ban dai dien|cac (?:em|to|lop)|to [a-z]{1,8}"
    r"|lop \d{1,2}[a-z]?\d?)"
)
CALLED = r"(?:ong|ba|thay|co|anh|chi|bac|chu|dong chi|d/c)(?: [a-z]{1,8}){1,3}"
ASKS = r"(?:de nghi|de xuat|kien nghi|mong muon|xin|muon|neu y kien|goi y|neu)"
WRITES = r"(?:lam|viet|gui|nop|co) (?:don|thu)(?: (?:hom |ngay )?\d{1,2}/\d{1,2}(?:/20\d\d)?)?"
PROPOSED = re.compile(
    rf"(?:\A|[.;:,\n] ?)\W*(?:(?:hoi nghi|cuoc hop|bien ban) (?:ghi nhan|neu|ban) )?"
    rf"(?:(?:cac|mot so|nhieu|nhung|mot|co|mot vai) )*"
    rf"(?:(?:{WHO}(?: [a-z0-9]{{1,8}}){{0,3}}|{CALLED}(?:,[^.,;\n]{{1,40}},)?|chu toa|thu ky) "
    rf"(?:\([^()\n]{{1,40}}\) )?(?:{WRITES} )?{ASKS}"
    r"|y kien|de xuat|kien nghi|phuong an|nguyen vong|(?:hai|ba|\d) phuong an|to trinh|de nghi"
    r"|chu toa neu)\b[^.\n]{0,120}$"
)
DOWN = (
    r"(?:(?:khong|chua) (?:duoc )?(?:chap (?:thuan|nhan)|dong y|nhat tri|tan thanh|thong qua|dap ung|giai quyet"
    r"|cho phep|phe duyet|bieu quyet|thuc hien (?:de nghi|yeu cau|y kien)|the (?:thuc hien|dap ung))"
    r"|tu choi|bac (?:bo|de nghi)|khong (?:phuong an|y kien|ngay) nao"
    r"|chua (?:quyet dinh|chot|thong nhat|nga ngu|dinh(?! ky))"
    r"|rut (?:don|lai|de nghi))\b"
)
DOWN_WORDS = ("khong ", "chua ", "tu choi", "bac ", "rut ")
TURNED_DOWN = re.compile(rf"[^.\n]{{0,120}}\.(?: [^.\n]{{0,140}}\.)? [^.\n]{{0,140}}?\b{DOWN}")
"""“Phụ huynh đề nghị … từ ngày 02/12. Sau khi cân nhắc, Ban giám hiệu không chấp thuận …”."""

SPREADING = ("lan truyen", "truyen tai", "chia se", "xuat hien", "phat tan", "rao len")
SPREAD = re.compile(
    r"\b(?:lan truyen|truyen tai|chia se|xuat hien|phat tan|rao len)\b[^.\n]{0,30}"
    r"\b(?:anh|tin|thong bao|thong tin|bai|clip)\b"
    r"[^.\n]{0,120}$"
)
FALSE = re.compile(
    r"[^.\n]{0,120}\.(?: [^.\n]{0,140}\.)? [^.\n]{0,100}?"
    r"\b(?:la (?:tin |thong tin )?(?:gia(?: mao)?|sai(?: su that)?|bia dat)"
    r"|khong (?:dung|phai) su that|khong (?:he )?(?:ra|ban hanh|phat|gui) (?:thong bao|van ban|tin nhan))\b"
)
"""“Trên mạng lan truyền thông báo nghỉ học từ 03/11. Nhà trường khẳng định đó là tin giả.”."""

NOT_OURS = re.compile(
    r"[^.\n]{0,120}\. (?:nam nay )?(?:truong (?:ta|minh|chung ta|em)|nha truong|truong|chung ta|truong khong)"
    r"[^.\n]{0,20}? khong (?:co (?:hoc sinh|doi|em nao|em|ai|giao vien)[^.\n]{0,12} )?"
    r"(?:tham (?:du|gia)|du (?:thi|giai)|dang k[yi]|cu )"
)
"""“Kỳ thi … tổ chức ngày 25/12. Trường ta không có học sinh tham dự kỳ thi này.”."""


def is_undone_later(piece: Piece, text: str) -> bool:
    """Return whether a sentence behind that of a time says that nothing comes of it for the school."""
    stop = text.find(". ", piece.end, piece.end + REACH)
    if stop < 0:
        return False
    behind = text[piece.end : piece.end + REACH]
    if piece.limit == Limit.NONE and " khong " in behind and NOT_OURS.match(behind):
        return True
    start = max(0, piece.start - REACH // 2)
    before = text[start : piece.start]
    if any(map(before.__contains__, SPREADING)) and SPREAD.search(text, start, piece.start) and FALSE.match(behind):
        return True
    if not any(map(behind.__contains__, DOWN_WORDS)) or TURNED_DOWN.match(behind) is None:
        return False
    return PROPOSED.search(text, max(0, piece.start - BEFORE), piece.start) is not None
