"""Bare days behind the label of their work: “Thi cuối học kỳ I: 22/12” is held on that day, not at the term's end."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Limit, Piece

REACH = 110
WHO = r"to|nhom|lop|khoi|gv|gvcn|giao vien|van phong|nha truong|ban|doan|doi"
SUBJECT = rf"(?:(?:cac |tung )?(?:{WHO})(?: [a-z0-9]{{1,8}}){{0,4}}? )?"
OFFICERS = r"(?:bgh|ht|pht|hieu truong|kt|ke toan|van thu|tpt|ttcm|to truong|thu vien|bi thu|dang uy|chi bo|cong doan)"
STAFF = rf"(?:(?:cac )?(?:{OFFICERS}|d/c|dong chi|thay|co)(?: [a-z0-9]{{1,8}}){{0,4}}? )?"
WORK = (
    r"(?:hop|thi(?! dua)|kiem tra|to chuc|nop|cham (?:bai|thi)|coi (?:thi|kiem tra)|bao cao|cong bo|cong khai|tong ket"
    r"|so ket|khai giang|be giang|(?:le|hoi nghi|dai hoi|ngay hoi|hoi thi|chuyen de|tap huan|hoi giang|thao giang)"
    r"|hoan (?:thanh|tat|thien)|lap|xay dung|ban hanh|duyet|ra de|in sao|on tap|khao sat|du gio|tong ve sinh|trien khai"
    r"|phat dong|gui|nhap|khoa (?:so|diem)|dang ky|ra soat|cap nhat|tra (?:bai|ket qua)|kiem ke|nghiem thu|kham"
    r"|thu (?:tien|hoc phi|bai|san pham)|ve sinh|tuyen sinh|xet|phe duyet|niem yet|sinh hoat"
    r"|ra (?:quyet dinh|thong bao|ke hoach|van ban)|thanh lap|phan cong|ban giao|chot|thong bao|phat (?!bieu)|giao luu"
    r"|chuan bi|trinh|thong nhat|mua sam|sua chua|lap dat|phun|khu (?:khuan|trung)|tiem|tham quan|trai nghiem"
    r"|(?:hoc|day) bu|tuu truong|tap trung|don|tiep (?:nhan|dan)|trao|trung bay|boc tham|thao luan|gop y|lay y kien"
    r"|chuyen|thanh ly|thuc hien|tham (?:gia|du)|bo tri|danh gia|tu danh gia|doi chieu|quyet toan|thanh toan"
    r"|chi tra|cap phat|van dong|quyen gop|ung ho|trong cay|lao dong|chao co|mit tinh|phuc khao|quay phim"
    r"|toa dam|truc|khai mac|be mac|ky niem|gap mat|ra (?:quan|mat)|hoi (?:khoe|dien)|du (?:hop|hoi|tap|gio)"
    r"|di (?:hop|thi|du|tap|cong tac|tham)|dua (?:hoc sinh|hs|tre|doi)|hoan tra|sang loc|duyet|nghe bao cao"
    r"|chup anh|in (?:an|de|giay)|ky (?:ket|cam ket|hop dong|duyet))\b"
)
WORDS = r"(?: (?!(?:dat|so|diem|ty le|ti le|sy so|si so|ket qua)\b)[a-z0-9,&/()\-]{1,12}){0,16}"
OF_WORK = rf"(?:\A|[.;|\n] ?)[\W\d]*{SUBJECT}{WORK}{WORDS}"
LABEL, IN_LABEL = re.compile(OF_WORK + r"(?: ?: ?| - )$"), re.compile(OF_WORK + " $")
BEFORE_TWO = re.compile(OF_WORK + r"(?: ?: ?| - | )$")
MONTHS, MADE_UP_REACH = 12, 20
MADE_UP = re.compile(r"\b(?:hop|hoc|day|lam|thi|kiem tra|truc|nghi|sinh hoat|tap huan|cham) bu $")
"""What is made up for is so on a day: “tổ Toán họp bù 11/12”."""
CLOSES = r"(?= ?(?:\.(?!\d)|[)|\n]|;? ?\Z)| \()"
DAY_BEHIND = re.compile(r" ?: ?\d{1,2} ?/ ?\d{1,2}" + CLOSES)
CLOSED = re.compile(CLOSES)
ADDED = re.compile(CLOSES + r"|(?= ?[,:] ?[a-z])")
"""What may stand behind days that a plus joins, which are no list of figures: “Lao động 20+21/12: khối 8, 9”."""

OPENS_ITEM = re.compile(r"(?:\A|[\n|;] ?)[ \-+*•·]*$")
TOLD_DONE = r"(?!(?: [a-z]{1,8}){0,3} (?:xong|roi|duoc|dat|vang|du|da)\b)"
HEADS_WORK = re.compile(
    r"(?P<parted>(?: ?\([^()\n]{1,12}\))?(?: ?: ?| ?- ?|, ?)| )(?:(?:tat ca|toan the|100%) )?"
    rf"(?:{SUBJECT}|{STAFF})(?!(?:don|ra|chuyen|thuc hien|tham gia|tham du|in) \d){WORK}{TOLD_DONE}"
)
"""Work behind a day that opens an item: “30/9 – nộp kế hoạch tổ”, “22/9: Tổ Toán họp”."""

ALWAYS = (24, 7)
"""“24/7: trực bảo vệ” is every hour of every day."""

COARSE = frozenset({Grain.TERM, Grain.SCHOOL_YEAR, Grain.YEAR, Grain.SUMMER, Grain.QUARTER, Grain.HALF})


def is_labelled_day(piece: Piece, text: str) -> bool:
    """Return whether a bare day closes its item and can be no ratio behind a label that begins with work.

    Two days on end that share their month are none without a colon either: “Thi cấp huyện 11, 12/12 (tại trường)”.
    """
    day = piece.last if piece.last is not None and _are_two(piece) else piece.first
    if day is None or day.grain != Grain.DAY or not day.month or piece.limit != Limit.NONE:
        return False
    if piece.last is not None and day is not piece.last:
        return False
    added = piece.last is not None and "+" in text[piece.start : piece.end]
    if (ADDED if added else CLOSED).match(text, piece.end) is None:
        return False
    if day.month <= MONTHS and MADE_UP.search(text, max(0, piece.start - MADE_UP_REACH), piece.start):
        return True
    if day.value <= day.month and piece.last is None and text[piece.start] != "0":
        # “3/10” may be three of ten, “03/10” is none
        return False
    label = BEFORE_TWO if piece.last is not None else LABEL
    return label.search(text, max(0, piece.start - REACH), piece.start) is not None


def _are_two(piece: Piece) -> bool:
    """Whether two days that follow each other share a month: “11, 12/12”."""
    first, last = piece.first, piece.last
    if first is None or last is None or first.month not in {None, last.month}:
        return False
    return first.grain == Grain.DAY and first.value + 1 == last.value


def heads_work(piece: Piece, text: str, month: int | None) -> bool:
    """Return whether a bare day that opens an item has its work behind it; a likely ratio only in its row's month."""
    day = piece.first
    if day is None or piece.last is not None or day.grain != Grain.DAY or not day.month:
        return False
    if OPENS_ITEM.search(text, max(0, piece.start - len(" | - * ")), piece.start) is None:
        return False
    work = HEADS_WORK.match(text, piece.end)
    if work is None:
        return False
    if day.month == month or text[piece.start] == "0":
        return day.value > day.month or work["parted"] != " "
    return day.value > day.month and (day.value, day.month) != ALWAYS


def names_labelled_day(piece: Piece, text: str) -> bool:
    """Return whether a term or year only names the work of a label whose day stands behind its colon."""
    if piece.first is None or piece.first.grain not in COARSE or piece.limit != Limit.NONE:
        return False
    if DAY_BEHIND.match(text, piece.end) is None:
        return False
    return IN_LABEL.search(text, max(0, piece.start - REACH), piece.start) is not None
