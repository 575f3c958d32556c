"""What fell short then: a weakness told around a time, nothing done in it, a result lower or higher than another."""

from __future__ import annotations

import re

from schedules.wording.guards.before.clue import START
from schedules.wording.guards.before.clues import ORDER
from schedules.wording.guards.bygone.clauses import WORK
from schedules.wording.piece import UNBOUND, Limit, Piece

BEFORE, BEHIND = 130, 110
WEAK = (
    r"(?:(?:rat|kha|qua|nhieu|mot so|khong it|bi|mang|nang|tinh|ve) ){0,3}"
    r"(?:(?:don dieu va )?hinh thuc|don dieu|han che|bat cap"
    r"|thieu sot|sai sot|lung tung|so sai|doi pho|chung chung|long leo|dan trai|chong cheo"
    r"|thieu (?:dong bo|kip thoi|chat che|thuong xuyen|tap trung)|tuy tien|be bon|nang ve thanh tich"
    r"|cham(?= (?:so voi|tien do|muon|tre|hon)\b| ?(?:[.,;)]|\Z))|(?:yeu|kem|thap|muon|tre|it)(?= ?(?:[.,;)]|\Z)))"
)
SOMEBODY = "".join(
    rf"(?<!\b{who} )" for who in ("sinh", "hs", "em", "vien", "gv", "nguoi", "chau", "tre", "lop", "ban")
)
WHICH = "".join(rf"(?<!\b{what} )" for what in ("nao", "diem", "dung", "mat", "gi", "nhung", "khi"))
FELL_SHORT = rf"{SOMEBODY}{WHICH}con {WEAK}"
"""What is said of a piece of work, and not of those whom one teaches or the matters one mends."""

MENDING = re.compile(
    r"\b(?:khac phuc|chan chinh|cai thien|giup|kem|phu dao|nhac nho|phe binh|xu ly|boi duong|tap huan|giai quyet|du gio"
    r"|kiem tra|ra soat|hop|neu|phai|can|se|de nghi|yeu cau|nop|gui|nhung|doi voi|voi|to chuc|hoan thien|bo sung|day)\b"
)
PIECES = re.compile(
    r"(?:cong tac\b|(?:bao cao|hoat dong|sinh hoat|ke hoach|ho so|giao an|chuyen de) (?:cua|to|lop|khoi|cau lac bo)\b)"
)
"""Pieces of work called by the words that order it."""

SHORT_BEFORE = re.compile(rf"(?:\A|[.;:\n] ?)[\W\d]*(?P<clause>[^.;:\n]*?){FELL_SHORT}\b(?P<then>[^.;:\n]*)$")
SHORT_BEHIND = re.compile(
    rf"(?P<then>(?:,? [a-z0-9&%/]{{1,12}}){{0,10}}?) (?:(?:hien|cung|deu|van) ){{0,2}}{FELL_SHORT}\b"
)

NOTHING = re.compile(
    r",? (?:(?:hau|gan) nhu )?(?:khong|chua|chang) (?:co )?(?:(?:mot )?(?:[a-z]{1,8} ){1,3}nao|(?:mot )?ai)"
    r"(?: (?:duoc (?:dang|cap nhat|ghi|ky|nop|trien khai|thuc hien|to chuc|gui|bao|kiem tra|len|duyet|phat|tra|xet)"
    r"|co|ghi|ky|nop|dang|vao|len|tham gia|den|cap nhat|mo|du|muon|tra|hop|bao cao|sinh hoat|doc|nhan|phan hoi)\b"
    r"|(?= ?(?:[.,;)]|\Z)))"
)
"""“Từ tháng 2 đến tháng 4 không tin nào được đăng”: what was left undone."""

CLAUSE = re.compile(r"(?:\A|[.;:\n] ?)[\W\d]*(?P<clause>[^.;:\n]*)$")
AIMED = re.compile(
    r"\b(?:phan dau|dam bao|bao dam|chi tieu|muc tieu(?! thu)|yeu cau|de nghi|quyet tam|cam ket)\b[^.;\n]*$"
)
COMPARED = re.compile(
    r",? (?:(?:da|deu|co xu huong|van) )?(?:(?:cao|thap|nhieu|it|tot|kem|chuyen bien|kha) hon\b"
    r"|(?:tang|giam)(?! cuong)(?: (?!(?:so|cuong)\b)[a-z0-9,.%]{1,9}){0,5} so voi\b|tuong duong(?: voi)? )"
)
MEASURED = re.compile(
    START + r"(?:\d+[.)] )?(?:chat luong|ty le|ti le|ket qua|diem|so (?:luong|luot|hoc sinh|em|vu)|si so|muc"
    r"|chuyen can|tien do)\b[^.;:\n]*$"
)
OF_WHAT = re.compile(r"(?: (?:cua|o|mon|khoi|lop|to|toan)(?: [a-z0-9]{1,8}){1,5})? ?")
"""“Tỷ lệ … tháng 11 của khối 6 thấp hơn …”: what is measured may be told between."""


def is_shortfall(piece: Piece, text: str) -> bool:
    """Whether the words around a plain time tell of a weakness, of nothing done in it or of a lower result."""
    if piece.limit not in UNBOUND or piece.every:
        return False
    behind = text[piece.end : piece.end + BEHIND]
    start = max(0, piece.start - BEFORE)
    if " con " in behind and (short := SHORT_BEHIND.match(text, piece.end)) and not MENDING.search(short["then"]):
        return True
    if piece.limit == Limit.NONE:
        if behind.startswith((" khong ", " chua ", " hau ", " gan ", ", ")) and NOTHING.match(behind):
            return AIMED.search(text, start, piece.start) is None
        if (" hon" in behind or " so voi" in behind) and _is_compared(piece, text, start):
            return True
    return " con " in text[start : piece.start] and _fell_short(piece, text, start)


def _fell_short(piece: Piece, text: str, start: int) -> bool:
    """Whether the clause before a time tells of a weakness, and orders nothing behind it."""
    short = SHORT_BEFORE.search(text, start, piece.start)
    if short is None or MENDING.match(short["clause"]):
        return False
    if WORK.match(short["clause"]) and not PIECES.match(short["clause"]):
        return False
    return MENDING.search(short["then"]) is None and ORDER.search(short["then"]) is None


def _is_compared(piece: Piece, text: str, start: int) -> bool:
    """Whether a result of the time is compared with another, no aim set."""
    if AIMED.search(text, start, piece.start):
        return False
    if COMPARED.match(text, piece.end):
        clause = CLAUSE.search(text, start, piece.start)
        return clause is None or not WORK.match(clause["clause"]) or MEASURED.search(clause["clause"]) is not None
    if MEASURED.search(text, start, piece.start) is None or (what := OF_WHAT.match(text, piece.end)) is None:
        return False
    return COMPARED.match(text, what.end()) is not None
