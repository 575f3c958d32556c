"""What is known by its own words: a time gone by, “hồi tháng 5”, a day kept, who somebody is, a piece of evidence."""

from __future__ import annotations

import re

from schedules.wording.context import Context
from schedules.wording.guards.bygone.clauses import WORK
from schedules.wording.guards.bygone.over import lies_ahead
from schedules.wording.guards.customs import is_customary
from schedules.wording.piece import Grain, Limit, Piece
from schedules.wording.reading import Reading

REACH, TALK = 110, 16
ONCE = re.compile(r"(?:\A|(?P<word>[a-z0-9]+)[ ,(]{1,3}|[^a-z0-9])(?P<once>hoi) $")
COMPOUNDS = frozenset({"thu", "phan", "phuc", "vao", "dan"})
"""Words that make another of “hồi”: thu hồi, phản hồi; “vào hồi” tells the hour."""

SOCIETIES = COMPOUNDS | {
    *("dai", "le", "ngay", "chi", "hiep", "quoc", "xa", "vu", "da", "hop", "ban", "tuan", "dem", "san", "giao", "gia"),
    *("khai", "be", "truong", "thi", "cac", "toan", "hanh", "co", "tham", "mo", "phieu", "cau", "bang", "noi"),
}
"""Words that make “hội” of it where no accents are written: “đại hội tháng 10”."""

KEPT = re.compile(
    r"ngay (?:truyen thong|thanh lap|sinh nhat|gio|ky niem|khai sinh)\b[^.;:\d\n]{0,60} la (?:ngay )?(?=\d{1,2} ?[/.-])"
)
"""What a day is kept for: “Ngày truyền thống của trường là 19/5”."""

WHO = re.compile(
    r"(?:\A|[.;:\n] ?)\W*(?:(?:doi )?voi |nhung |cac )*"
    r"(?:hoc sinh|hs|em|tre|giao vien|gv|vien chuc|nhan vien|thi sinh|doan vien|dang vien|nguoi)\b[^.;:,\n]{0,40}"
    r"\b(?:chuyen(?: den| ve| truong| lop)?|nhap hoc|vao (?:truong|lop|nganh)|tuyen(?: dung)?|ve truong"
    r"|nhan (?:cong tac|viec|nhiem so)|dat giai)(?: [a-z0-9]{1,8}){0,3} $"
)
BEING = re.compile(
    r",? (?:thi )?(?:(?:van|deu|cung|chua|khong) )?"
    r"(?:duoc(?! nghi)|thuoc|tinh|phai tinh|xet|mien|giu(?: nguyen)?|bi tru|bao luu)\b"
)
"""“Học sinh chuyển đến sau tuần 9 được công nhận điểm …”: of whom a rule speaks."""

OPENS = ("ngay ", "mua he")
CODE = re.compile(r" ?[\[(] ?(?:ma(?: so)?(?: minh chung)?[: ]{1,2})?h\d{1,2}[-.]\d")
"""The number of a piece of evidence: “ảnh chụp bảng công khai tháng 11 (mã H4-4.1-07)”."""

LATELY = ("hom ", "hom, ", "qua ", "qua, ", "hom ngay ")
ON = re.compile(r"\bhom(?: qua)?,? (?:ngay )?$")
DUTY = re.compile(
    r"(?: toi| nay| do)?,?[^.;\n]{0,70}"
    r" (?:se|phai|can|nho|nop|gui|mang|chuan bi|yeu cau|de nghi|tap trung|co mat|moi)\b| toi\b"
)
SUMMER, SPRING = re.compile(r"tu (?:ngay )?(?:dip )?(?:nghi )?he"), range(3, 8)
"""From March to July “từ hè” may be the summer to come."""

HOUR = re.compile(r"\d(?:h|g|:| gio)(?:\d\d)? ?\($")
CLAUSE = re.compile(r"(?:\A|[.;:\n] ?)[\W\d]*(?P<clause>[^.;:\n]*)$")


TO_SIGN = re.compile(r"\b(?:trinh |(?:thi|ghe|len|den|moi|phai|nho) (?:[a-z]{1,8} ){0,4}ky )")
"""What is still to be signed: “trình Hiệu trưởng ký”, “thì ghé phòng kế toán ký trong sáng thứ Ba 23/9”."""

IS_SIGNED = re.compile(r"\bduoc ky (?:ngay )?$")
TO_SIGN_REACH = 20


def is_known(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether the words beside a time make it a fact whatever its day."""
    text = reading.folded
    if text.endswith(LATELY, 0, piece.start) and _is_lately(piece, text, context):
        return True
    if piece.limit == Limit.SINCE and _is_last_summer(piece, text, context):
        return True
    if piece.every or piece.limit == Limit.BY:
        return False
    if text.endswith("hoi ", 0, piece.start) and _is_once(piece, reading):
        return True
    if piece.limit == Limit.NONE:
        if is_customary(piece, text):
            return True
        if text.startswith(OPENS, piece.start) and (is_kept(piece, text) or _is_of_hours(piece, text)):
            return True
        return text.startswith((" (", " [", "("), piece.end) and _is_evidence(piece, text)
    # “đến” before “sau tuần 9” is taken for a bound, and belongs to “chuyển đến”
    if BEING.match(text, piece.end) is None:
        return False
    return WHO.search(text, max(0, piece.start - REACH), piece.start) is not None


def _is_lately(piece: Piece, text: str, context: Context) -> bool:
    """Whether “hôm” tells of a day: one still ahead with a duty behind it does not."""
    if piece.limit != Limit.NONE or ON.search(text, max(0, piece.start - TALK), piece.start) is None:
        return False
    return DUTY.match(text, piece.end) is None or lies_ahead(piece, context) is False


def _is_last_summer(piece: Piece, text: str, context: Context) -> bool:
    """Whether “từ hè” without a year, said in autumn or winter, is the summer gone by: “em tự tập từ hè”."""
    first, signed = piece.first, context.doc_date
    if first is None or first.grain != Grain.SUMMER or first.year or first.part or piece.last or signed is None:
        return False
    return signed.month not in SPRING and SUMMER.fullmatch(text, piece.start, piece.end) is not None


def is_kept(piece: Piece, text: str) -> bool:
    """Whether a day is told to be the one kept each year: “Ngày truyền thống của trường là 19/5”."""
    return text.startswith("ngay ", piece.start) and KEPT.match(text, piece.start) is not None


def _is_of_hours(piece: Piece, text: str) -> bool:
    """Whether a summer in brackets only says when an hour holds: “trả trẻ 16h30 (mùa hè muộn hơn 30 phút)”."""
    if piece.first is None or piece.first.grain != Grain.SUMMER or not text.startswith("mua he", piece.start):
        return False
    return HOUR.search(text, max(0, piece.start - TALK), piece.start) is not None


def _is_once(piece: Piece, reading: Reading) -> bool:
    """Whether “hồi” makes it a time gone by; an hour behind it is told, and no past."""
    if piece.hour is not None or piece.last is not None or piece.limit != Limit.NONE:
        return False
    once = ONCE.search(reading.folded, max(0, piece.start - TALK), piece.start)
    if once is None:
        return False
    written = reading.accented[once.start("once") : once.end("once")].lower()
    if written == "hồi":
        return once["word"] not in COMPOUNDS
    return written == "hoi" and once["word"] not in SOCIETIES


def _is_evidence(piece: Piece, text: str) -> bool:
    """Whether the number of a piece of evidence stands behind, and nothing is to be done with it."""
    if CODE.match(text, piece.end) is None:
        return False
    clause = CLAUSE.search(text, max(0, piece.start - REACH), piece.start)
    return clause is None or WORK.match(clause["clause"]) is None


def is_signed(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether the accents say “ký”, signed: without them it may be a term or a register.

    What “is signed” on a day still to come is set for it.
    """
    start = max(0, piece.start - TO_SIGN_REACH)
    if piece.limit != Limit.NONE or not reading.folded[start : piece.start].rstrip().endswith(("ky", "ky ngay")):
        return False
    accented = reading.accented[start : piece.start].lower().rstrip()
    if TO_SIGN.search(reading.folded, max(0, start - TO_SIGN_REACH), piece.start):
        return False
    if IS_SIGNED.search(reading.folded, start, piece.start) and lies_ahead(piece, context):
        return False
    return accented.endswith((" ký", "(ký", "đã ký ngày")) and not accented.endswith(("đăng ký", "thư ký"))
