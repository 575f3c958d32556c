"""Times a text tells of instead of setting: past results, births and foundings, eras, years long gone."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from schedules.wording.context import Context
from schedules.wording.piece import Grain, Limit, Piece
from schedules.wording.reading import Reading

WINDOW = 60
TELLING = 50
ISSUED = re.compile(
    r"\b(?:hieu luc(?: thi hanh)?|(?<!hoc )(?<!ve )(?<!thi )(?<!tuyen )(?<!phat )(?<!giao )(?<!chung )sinh|thanh lap"
    r"|ban hanh|ket nap|vao dang|vao nganh|cap|phien ban|sua doi(?:,? bo sung)?|(?:so lieu|theo) thong ke|da ky"
    r"|(?:^|[.;\n] ?)(?:hom )?nay,?"
    r"|ngay ky|ngay ban hanh|ngay dang"
    r"|dang ngay|cap nhat(?: lan cuoi| luc)?|xay dung tu|hoat dong tu)(?: chinh thuc)?(?: ngay| vao| tu| ke tu)*[: ]*$"
)
WITNESSED = re.compile(
    r"(?:\b(?:truong|tich|doc|nguoi|thay|to|ubnd) |\( ?)ky *$"
    r"|\b(?:theo|can cu)(?: [a-z]{1,8}){0,3} (?:bien ban|ket luan|nghi quyet|quyet dinh|cong van|thong bao|van ban"
    r"|ket qua|to trinh|cuoc hop|buoi lam viec)(?: [a-z&]{1,8}){0,4} *$"
)
"""What was signed by someone, or is cited without a number: “Căn cứ kết quả họp ngày …”."""

STATUS = re.compile(
    r"\b(?:(?:tre|tre em|nguoi|em|chau|be|hoc sinh|hs|giao vien|vien chuc) sinh ?"
    r"|(?:(?:duoc|da|moi) (?:tuyen dung|tuyen|bo nhiem|ket nap|tot nghiep|nghi huu)|vao nganh)(?: [a-z]{1,8}){0,2} ?)$"
)
"""What somebody is since a day, or was before it: “giáo viên được tuyển dụng trước ngày 01/7/2020”."""

ERA = re.compile(
    r"\b(?:giai doan|nhiem ky|khoa|thoi ky|tam nhin|lo trinh|chien luoc|de an|chuong trinh|gdpt|dinh huong)"
    r"(?: phat trien)?(?: den| tu)? ?[(:]?$"
)
VISION = re.compile(r",? (?:va )?(?:tam nhin|dinh huong)\b")
RESULT = re.compile(
    r"\b(?:ket qua|so voi|cung ky|vua qua|chu truong|tong ket|tinh hinh|thanh tich|so lieu|nhu nam|can cu)\b[^.;:]*$"
)
DONE = re.compile(
    r"\bda (?:dat|duoc|hoan|to chuc|thuc hien|trien khai|ban hanh|co|ky|bao cao|nop|gui|cong khai|xay|dien ra)\b"
    r"[^.;,:]*$|\b(?:vua (?:qua|roi)|nam ngoai)\b[^.;:]*$"
)
DONE_AFTER = re.compile(
    r",? (?:[a-z]{1,8},? ){0,5}da (?P<what>(?:dat|duoc|hoan thanh|to chuc|thuc hien|trien khai|co mat|tham gia|ky"
    r"|dien ra|khen|du gio|kiem tra|nop|trao|cap|nhan|tiep nhan|tuyen|bo nhiem|hop|sua|mua|lap|bau|len|xem"
    r"|co van ban|ban giao)\b)?"
)
"""“Đã” tells of the past; without accents “da” may be another word, and what follows it decides."""

BACKWARD = re.compile(r" ?(?:tro )?(?:ve truoc|tro xuong)\b")
COUNTED_TO = re.compile(r"\btinh(?: tu [^.;:]{1,30})?(?: cho)? $")
EARLIER = re.compile(
    r"\b(?:nam ngoai|nam (?:hoc )?truoc|vua (?:qua|roi)|truoc day|da|bien ban|ket qua|thong ke|so lieu|hoi)\b[^.;\n]*$"
)
LATER_DONE = re.compile(r"[^.;:\n]{0,80}? da ")
SUBJECT = re.compile(
    r",? (?:nha truong|truong|doan|phong|so|ubnd|hoi dong|ban|cong doan|chi bo|to|lien doi|co giao|thay|em|hoc sinh)\b"
)
OPENS = re.compile(r"(?:^|[.;\n] ?)[-+* ]*$")
HINT_WORDS = """
    hieu sinh thanh ban cong ket vao cap phien da xay hoat giai nhiem khoa thoi tam lo chien de chuong gdpt dinh so
    sua theo hom nay dang duoc moi tot cung vua chu tong tinh nhu can ky
"""
HINTS = frozenset(HINT_WORDS.split())
"""The first words of every guard's phrases: without one of them no guard can object."""

MONTHS = 12
YEAR_BEFORE = (7, 1)
"""The year before a plan's own begins here for numbers left standing; what was over earlier is history."""

DATED = {Grain.DAY, Grain.MONTH, Grain.EVENT, Grain.YEAR, Grain.SCHOOL_YEAR}
YEARS = {Grain.YEAR, Grain.SCHOOL_YEAR}
COARSE = {Grain.YEAR, Grain.SCHOOL_YEAR, Grain.TERM}
BOUNDED = {Limit.BEFORE, Limit.BY}


def is_told(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether a time is told of: by what follows it, by what stands before it, or by its distance."""
    if _is_told_behind(piece, reading) or _is_long_past(piece, context) or _is_over(piece, reading.folded, context):
        return True
    before = reading.folded[max(0, piece.start - WINDOW) : piece.start]
    if HINTS.isdisjoint(before.replace("(", " ").replace(":", " ").split()):
        return False
    return (
        _is_issued(piece, before, reading)
        or _is_era(piece, before)
        or _is_past(piece, before)
        or _is_count(piece, before, context)
    )


def _is_issued(piece: Piece, before: str, reading: Reading) -> bool:
    """Whether the day is that of a birth, a signing, a founding or of coming into force."""
    if STATUS.search(before):
        return True
    if piece.limit in BOUNDED:
        return False
    if (found := ISSUED.search(before)) and not (piece.first and piece.first.grain == Grain.EVENT):
        # Results and plans are made public in a month or a term to come; what was issued has its day.
        return not (found[0].startswith("cong bo") and piece.first and piece.first.grain != Grain.DAY)
    accented = reading.accented[max(0, piece.start - WINDOW) : piece.start].lower().rstrip()
    signed = accented.endswith((" ký", "(ký", "đã ký ngày")) and not accented.endswith("đăng ký")
    return piece.limit == Limit.NONE and (signed or WITNESSED.search(before) is not None)


def _is_era(piece: Piece, before: str) -> bool:
    """Whether years name a period of the school or a programme: “giai đoạn từ năm 2020 đến 2025”."""
    return piece.first is not None and piece.first.grain in YEARS and ERA.search(before) is not None


def _is_past(piece: Piece, before: str) -> bool:
    """Whether the sentence tells of what was reached, not of what is to be done."""
    if piece.first is None or piece.limit in BOUNDED:
        return False
    return DONE.search(before) is not None or (
        piece.first.grain in COARSE and not piece.first.part and RESULT.search(before) is not None
    )


def _is_count(piece: Piece, before: str, context: Context) -> bool:
    """Whether a number is given as of a day that was over when the plan was signed: “Tính đến 31/5, trường có …”."""
    signed, end = context.doc_date, _end(piece, context)
    return signed is not None and end is not None and end <= signed and COUNTED_TO.search(before) is not None


def _is_over(piece: Piece, text: str, context: Context) -> bool:
    """Whether the time was over when the plan was signed and the sentence tells of it."""
    signed, end = context.doc_date, _end(piece, context)
    if signed is None or end is None or end >= signed or context.time_column or piece.every:
        return False
    if EARLIER.search(text, max(0, piece.start - WINDOW), piece.start) or LATER_DONE.match(text, piece.end):
        return True
    opens = piece.limit == Limit.NONE and OPENS.search(text, 0, piece.start) is not None
    return opens and SUBJECT.match(text, piece.end) is not None


def _end(piece: Piece, context: Context) -> date | None:
    """Return a day that is not before the end of a time; None when its year or month is unknown."""
    last = piece.last or piece.first
    if last is None or last.grain not in DATED:
        return None
    if last.grain in YEARS:
        return None if last.year is None else _year_end(last.grain, last.year)
    year = last.year
    if year is None and last.month and context.school_year:
        year = context.school_year.year_of(last.month)
    if year is None or not last.month or not 1 <= last.month <= MONTHS:
        return None
    longest = monthrange(year, last.month)[1]
    return date(year, last.month, min(last.value or longest, longest) if last.value >= 0 else longest)


def _is_told_behind(piece: Piece, reading: Reading) -> bool:
    """Whether what follows is told as done: “Ngày 26/9 trường đã tổ chức …”, “từ năm 2020 trở về trước”."""
    text = reading.folded
    if BACKWARD.match(text, piece.end):
        return True
    if piece.first and piece.first.grain in YEARS and VISION.match(text, piece.end):
        return True
    if piece.limit in BOUNDED:
        return False
    if text.startswith(" vua qua", piece.end):
        return True
    if " da " not in text[piece.end : piece.end + TELLING] or not (said := DONE_AFTER.match(text, piece.end)):
        return False
    return said["what"] is not None or reading.accented[said.end() - 3 : said.end()].lower() == "đã "


def _is_long_past(piece: Piece, context: Context) -> bool:
    """Whether the time was over too long before the plan to be work, or last year's number left standing."""
    year = context.school_year
    if context.time_column or year is None or piece.first is None or piece.every:
        return False
    last, end = piece.last or piece.first, _end(piece, context)
    if last.grain in YEARS:
        return end is not None and end.year < year.first
    if end is not None and end < date(year.first - 1, *YEAR_BEFORE):
        return True
    if piece.last or piece.limit not in {Limit.NONE, Limit.SINCE} or (piece.opened and piece.limit == Limit.NONE):
        return False
    return last.year is not None and last.year < year.first


def _year_end(grain: str, year: int) -> date:
    return date(year + 1, 7, 31) if grain == Grain.SCHOOL_YEAR else date(year, 12, 31)
