"""Times a text tells of instead of setting: past results, births and foundings, eras, years long gone."""

from __future__ import annotations

import re

from schedules.wording.context import Context
from schedules.wording.piece import Grain, Limit, Moment, Piece
from schedules.wording.reading import Reading

WINDOW = 60
TELLING = 50
ISSUED = re.compile(
    r"\b(?:hieu luc(?: thi hanh)?|(?<!hoc )(?<!ve )(?<!thi )(?<!tuyen )(?<!phat )(?<!giao )(?<!chung )sinh|thanh lap"
    r"|ban hanh|ket nap|vao dang|vao nganh|cap|phien ban|sua doi(?:,? bo sung)?|(?:so lieu|theo) thong ke|da ky"
    r"|(?:^|[.;\n] ?)(?:hom )?nay,?"
    r"|ngay ky|ngay ban hanh|xay dung tu|hoat dong tu)(?: chinh thuc)?(?: ngay| vao| tu| ke tu)*[: ]*$"
)
WITNESSED = re.compile(
    r"(?:\b(?:truong|tich|doc|nguoi|thay|to|ubnd) |\( ?)ky *$"
    r"|\b(?:theo|can cu)(?: [a-z]{1,8}){0,3} (?:bien ban|ket luan|nghi quyet|quyet dinh|cong van|thong bao|van ban"
    r"|ket qua|to trinh|cuoc hop|buoi lam viec)(?: [a-z&]{1,8}){0,4} *$"
)
"""What was signed by someone, or is cited without a number: “Căn cứ kết quả họp ngày …”."""

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
    r"[^.;,:]*$|\bvua (?:qua|roi)\b[^.;:]*$"
)
DONE_AFTER = re.compile(
    r",? (?:[a-z]{1,8},? ){0,5}da (?P<what>(?:dat|duoc|hoan thanh|to chuc|thuc hien|trien khai|co mat|tham gia|ky"
    r"|dien ra|khen|du gio|kiem tra|nop|trao|cap|nhan|tiep nhan|tuyen|bo nhiem|hop|sua|mua|lap|bau|len|xem"
    r"|co van ban|ban giao)\b)?"
)
"""“Đã” tells of the past; without accents “da” may be another word, and what follows it decides."""

BACKWARD = re.compile(r" ?(?:tro )?(?:ve truoc|tro xuong)\b")
COUNTED_TO = re.compile(r"\btinh(?: tu [^.;:]{1,30})?(?: cho)? $")
HINT_WORDS = """
    hieu sinh thanh ban cong ket vao cap phien da xay hoat giai nhiem khoa thoi tam lo chien de chuong gdpt dinh so
    sua theo hom nay cung vua chu tong tinh nhu can ky
"""
HINTS = frozenset(HINT_WORDS.split())
"""The first words of every guard's phrases: without one of them no guard can object."""

YEARS = {Grain.YEAR, Grain.SCHOOL_YEAR}
COARSE = {Grain.YEAR, Grain.SCHOOL_YEAR, Grain.TERM}
BOUNDED = {Limit.BEFORE, Limit.BY}


def is_told(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether a time is told of: by what follows it, by what stands before it, or by its distance."""
    if _is_told_behind(piece, reading) or _is_long_past(piece, context):
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
    first = piece.first
    if context.doc_date is None or first is None or first.year is None or not COUNTED_TO.search(before):
        return False
    return (first.year, first.month or 0, first.value) <= (
        context.doc_date.year,
        context.doc_date.month,
        context.doc_date.day,
    )


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
    """Whether the year is over before the plan's own begins: history, not work to do."""
    if context.time_column or context.school_year is None or piece.first is None:
        return False
    last = piece.last or piece.first
    if last.grain in YEARS:
        return _last_year(last) < context.school_year.first
    if piece.last or piece.limit not in {Limit.NONE, Limit.SINCE} or (piece.opened and piece.limit == Limit.NONE):
        return False
    return last.year is not None and last.year < context.school_year.first


def _last_year(moment: Moment) -> int:
    """Return the calendar year in which a year or school year ends; one that is not written ends late."""
    if moment.year is None:
        return 9999
    return moment.year + (moment.grain == Grain.SCHOOL_YEAR)
