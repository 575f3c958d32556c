"""Times that were over when the plan was signed, or long before its school year."""

from __future__ import annotations

import re
from datetime import date

from schedules.wording.context import Context
from schedules.wording.filling import fill, round_of
from schedules.wording.guards.before.clue import COUNTED
from schedules.wording.guards.before.clues import ORDER
from schedules.wording.guards.bygone.anniversaries import is_anniversary
from schedules.wording.guards.bygone.clauses import is_bygone
from schedules.wording.guards.bygone.labels import HOLDING, QUALIFIES
from schedules.wording.guards.bygone.outcomes import tells_outcome
from schedules.wording.guards.conceded import is_missed
from schedules.wording.piece import BOUNDED, YEARS, Grain, Limit, Moment, Piece
from schedules.wording.reading import Reading
from schedules.wording.span import Span
from schedules.wording.spans import last_of, span_of

WINDOW = 60
MONTHS = 12
FAR, NEAR_AIM = 3, 2
"""From so many years beyond the plan on a year is an aim, unless work is ordered before it; sooner when strived for."""

AIMED = re.compile(r"\b(?:phan dau|huong(?: toi| den)?|tien toi|ky vong|no luc)(?: [a-z0-9]{1,8}){0,5} $")
"""Words that make an aim of a year: “Phấn đấu đến năm 2028 …”."""

YEAR_BEFORE = (7, 1)
"""The year before a plan's own begins here for numbers left standing; what was over earlier is history."""

FIRST_YEAR = 2015
"""Without any context what lies before this year is history: “Tháng 11/2002: đạt chuẩn quốc gia”."""

SIMPLE = {Grain.DAY, Grain.MONTH}
UNDATED = {Grain.COUNTED, Grain.PERIOD, Grain.REST}
FROM = {Limit.NONE, Limit.SINCE}
COUNTED_TO = re.compile(COUNTED + r"(?: tu [^.;:]{1,30})?(?: cho)? $")
EARLIER = re.compile(
    r"\b(?:nam ngoai|nam (?:hoc )?truoc|vua (?:qua|roi)|truoc day|da|bien ban|ket qua|thong ke|so lieu)\b[^.;\n]*$"
)
FIGURE_AS_OF = re.compile(
    r",? (?:tong )?(?:so|ty le|ti le|si so)\b[^.;\n]{0,120} (?:dat|la|chiem|con|bang|len) (?:khoang |hon |gan )?\d"
)
"""What is counted as of a day, whenever that is: “Tính đến ngày 31/7, số học bạ … đạt 97,6%”."""

LATER_DONE = re.compile(r"(?! (?:cho|cua|theo|voi|doi|de|nham)\b)[^.;:\n]{0,80}? da ")
SUBJECT = re.compile(
    r"(?: ?\(?tuc [^,.;)]{1,30}\)?)?"
    r",? (?:nha truong|truong|doan|phong|so|ubnd|hoi dong|ban|cong doan|chi bo|to|lien doi|co giao|thay|em|hoc sinh"
    r"|(?!100)\d[\d.,]* ?% (?:hoc sinh|hs|tre|chau|em|giao vien|gv|can bo|phu huynh)"
    r"|hoa chung|trong khong khi|tai|hang (?:tram|nghin|ngan|chuc)|dong dao"
    r"|(?:cac )?be|tre|chau|(?:co|thay)(?: va)? tro)\b"
)
LED, LEAD = (
    re.compile(
        r"(?:\A|[.;\n] ?)\W*(?:nam trong|huong ung|thuc hien|thiet thuc|tiep noi|tiep tuc|nham|hoa chung"
        r"|trong khuon kho|duoc su)\b[^.;\n]{5,150}, $"
    ),
    170,
)
"""What a report begins with before its day: “Nằm trong chuỗi hoạt động …, sáng 15/02 đoàn trường ra quân”."""

TODAY = ("hom nay ", "hom nay, ")
WHICH = re.compile(
    r" (?:(?:thi |moi )?(?:phai|duoc|bi|khong (?:phai|duoc|can))|(?:tiep tuc|van) (?:duoc|huong)|thuoc dien)\b"
)
"""What is ordered of those that were before a day that is over: “tài sản mua trước ngày 31/12/2025 phải dán nhãn”."""

THIS_DAY = re.compile(r"(?:(?:vao )?(?:sang|trua|chieu|toi|ngay hom|hom) nay)\b")
REPORTED = re.compile(
    r"\)?,? (?:truong|phong|so|ubnd|doan|cong doan|lien doi|chi bo|hoi|tinh|thanh pho|bo)"
    r"(?: (?!se\b)[^\s.;:]{1,14}){3,18}"
    r" (?:to chuc|yeu cau|ban hanh|tien hanh|phoi hop|khai mac|phat dong|trao|cong bo|le)\b(?![^.;]{0,60} se )"
)
"""What a body called by its whole name has done; “nhà trường họp” calls one."""

YEAR, LATELY, TELLS = 360, 45, re.compile(r",? [a-z](?!.{0,90} se )")
"""Days of a year and of a few weeks, months taken as thirty; and how a sentence goes on that tells."""

OPENS = re.compile(
    r"(?:\A|[.;\n] ?)[-+* ]*(?:(?:dac biet|moi day|gan day|ben canh do|ngoai ra|sau do|tiep do|tiep theo"
    r"|theo do|cung voi do),? )?$"
)
REACH = 26
LABEL_BEFORE, LABEL_BEHIND = (":", "("), re.compile(r" ?(?::|-(?! (?:truoc|sau) (?:khi|thoi diem)\b))")
"""What makes a label of a date; behind a dash more may be told of it: “ngày 22/1/2027 - trước thời điểm có …”."""

REACHED = re.compile(r"(?:den|toi|het|ket thuc)\b")


def is_over(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether the time was over when the plan was signed and stands in a sentence that tells, not sets."""
    text = reading.folded
    signed = context.doc_date
    if is_anniversary(piece, text):
        return True
    if signed is None or context.time_column or piece.every:
        return False
    end = end_of(piece, context)
    if end is None:
        return _was_lately(piece, reading, context)
    if end >= signed:
        return end == signed and _is_reported_today(piece, text)
    again = _comes_again(piece, context)
    if _is_told_of(piece, text, again=again) or _is_dated_in_passing(piece, text):
        return True
    return not again and is_bygone(piece, reading)


def _comes_again(piece: Piece, context: Context) -> bool:
    """Whether a time is read as the next of its name, in the autumn to come: “Hai cô giáo mới nhận việc ngày 3/8”."""
    last = piece.last or piece.first
    if last is None or last.year is not None or piece.limit in BOUNDED or not last.month or not context.school_year:
        return False
    first = last._replace(year=context.school_year.year_of(last.month))
    return round_of(first, context, bounded=piece.last is not None) > 0


def _is_told_of(piece: Piece, text: str, *, again: bool) -> bool:
    """Whether the words around a time that was over tell what was done, counted, left undone or held by it."""
    if EARLIER.search(text, max(0, piece.start - WINDOW), piece.start) or LATER_DONE.match(text, piece.end):
        return True
    if tells_outcome(piece, text, again=again) or is_missed(piece, text):
        return True
    if piece.limit in BOUNDED and WHICH.match(text, piece.end):
        return True
    before = text[max(0, piece.start - LEAD) : piece.start] if piece.limit in BOUNDED else ""
    if before and (HOLDING.search(before) or QUALIFIES.search(before)):
        return True
    return piece.limit == Limit.NONE and SUBJECT.match(text, piece.end) is not None and _opens_report(piece, text)


def _opens_report(piece: Piece, text: str) -> bool:
    """Whether a time opens a sentence, or stands behind the clause that says what for."""
    if OPENS.search(text, max(0, piece.start - REACH), piece.start):
        return True
    return text.endswith(", ", 0, piece.start) and LED.search(text, max(0, piece.start - LEAD), piece.start) is not None


def _is_reported_today(piece: Piece, text: str) -> bool:
    """Whether the day of signing is reported of a body named at length: “Sáng nay, ngày 06/11, Trường … tổ chức”."""
    if piece.limit != Limit.NONE:
        return False
    if text.endswith(TODAY, 0, piece.start):
        return REPORTED.match(text, piece.end) is not None
    if not THIS_DAY.match(text, piece.start) or not _opens_report(piece, text):
        return False
    return REPORTED.match(text, piece.end) is not None


def is_horizon(piece: Piece, before: str, context: Context) -> bool:
    """Whether a year far beyond the plan's own names an aim: “Đến năm 2030, 100% trường có thư viện”."""
    last = piece.last or piece.first
    if last is None or last.grain not in YEARS or last.year is None:
        return False
    aimed = AIMED.search(before) is not None
    plan = _last_year(context)
    if plan is None or (piece.limit not in BOUNDED and piece.last is None and not aimed):
        return False
    known = context.school_year or context.plan_year
    far = NEAR_AIM - (last.grain == Grain.SCHOOL_YEAR) if aimed and known else FAR
    return last.year - plan >= far and not ORDER.search(before)


def _last_year(context: Context) -> int | None:
    """Return the last year of a plan, else that of its signing; None when neither is known."""
    if context.school_year:
        return context.school_year.second
    return context.plan_year or (context.doc_date.year if context.doc_date else None)


def _was_lately(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether a day without a year is told of in a sentence written a few weeks after it: it is not next year's."""
    first, signed = piece.first, context.doc_date
    if first is None or signed is None or context.school_year or first.grain != Grain.DAY or piece.limit != Limit.NONE:
        return False
    last = piece.last or first
    days = (signed.month - (last.month or 0)) * 30 + signed.day - last.value
    if not first.month or piece.problem or not 0 < days % YEAR <= LATELY:
        return False
    if OPENS.search(reading.folded, max(0, piece.start - REACH), piece.start):
        return TELLS.match(reading.folded, piece.end) is not None
    return is_bygone(piece, reading)


def _is_dated_in_passing(piece: Piece, text: str) -> bool:
    """Whether a date with its year stands in running text: neither a label's nor a deadline's, which may be slips."""
    last = piece.last or piece.first
    before = text[max(0, piece.start - REACH) : piece.start].rstrip()
    if last is None or last.year is None or before.endswith(LABEL_BEFORE):
        return False
    if LABEL_BEHIND.match(text, piece.end) or ": " in text[piece.start : piece.end]:
        return False
    return piece.limit not in BOUNDED or (piece.limit == Limit.BY and REACHED.match(text, piece.start) is not None)


def lies_ahead(piece: Piece, context: Context) -> bool | None:
    """Whether a time ends after the signing; None when either is unknown."""
    end = end_of(piece, context) if context.doc_date else None
    return None if end is None or context.doc_date is None else end > context.doc_date


def is_count(piece: Piece, text: str, context: Context) -> bool:
    """Whether a number is given as of a day, its sum told or the day over at the signing: “Tính đến 31/5, trường …”."""
    if FIGURE_AS_OF.match(text, piece.end):
        return _is_counted_to(piece, text)
    signed = context.doc_date
    end = end_of(piece, context) if signed else None
    if signed is None or end is None or end > signed:
        return False
    return _is_counted_to(piece, text)


def _is_counted_to(piece: Piece, text: str) -> bool:
    return COUNTED_TO.search(text, max(0, piece.start - WINDOW), piece.start) is not None


def is_long_past(piece: Piece, context: Context) -> bool:
    """Whether the time was over too long before the plan to be work, or last year's number left standing."""
    year = context.school_year
    if context.time_column or piece.first is None:
        return False
    if piece.every and piece.limit != Limit.SINCE and piece.first.grain not in YEARS:
        return False
    last = piece.last or piece.first
    if year is not None and piece.last is not None and _is_record(piece.first, piece.last, year.first):
        return True
    if year is None:
        return piece.limit in FROM and last.year is not None and last.year < _known_from(context)
    if last.year is None and context.plan_year is None:
        # it is taken for a time of the school year itself
        return False
    if last.year is not None and last.year >= year.first:
        return False
    end = end_of(piece, context)
    if last.grain in YEARS:
        return end is not None and end.year < year.first
    if end is not None and end < date(year.first - 1, *YEAR_BEFORE):
        return True
    if piece.last or piece.limit not in FROM or (piece.opened and piece.limit == Limit.NONE):
        return False
    return last.year is not None and last.year < year.first


def _is_record(first: Moment, last: Moment, year: int) -> bool:
    """Whether years that began long ago run up to the plan's own: what was kept or done in them."""
    if first.grain not in YEARS or first.year is None or last.year is None:
        return False
    return first.year <= year - NEAR_AIM and last.year <= year + 1


def is_past_year(piece: Piece, text: str, context: Context) -> bool:
    """Whether a year before the plan's own opens a sentence: what it tells of was done in it."""
    first, year = piece.first, context.school_year
    if first is None or year is None or first.year is None or piece.last is not None or piece.limit not in FROM:
        return False
    if first.year >= year.first or LABEL_BEHIND.match(text, piece.end):
        return False
    return OPENS.search(text, max(0, piece.start - REACH), piece.start) is not None


def _known_from(context: Context) -> int:
    """Return the first year that may be work when no school year is known: that before the signing, else 2015."""
    return context.doc_date.year - 1 if context.doc_date else FIRST_YEAR


def end_of(piece: Piece, context: Context) -> date | None:
    """Return a day that is not before the end of a time; None when its year or month is unknown."""
    last = piece.last or piece.first
    if last is None or last.grain in UNDATED:
        return None
    if last.grain == Grain.SCHOOL_YEAR and not last.part:
        return date(last.year + 1, 7, 31) if last.year else None
    if last.grain == Grain.YEAR and not last.part:
        return date(last.year, 12, 31) if last.year else None
    if last.grain not in SIMPLE and not (last.grain == Grain.EVENT and last.month):
        first, end, _ = fill(piece, context)
        span = span_of(end or first, context)
        return span.end if isinstance(span, Span) else None
    return _month_end(last, context, bounded=piece.last is not None or piece.limit in BOUNDED)


def _month_end(last: Moment, context: Context, *, bounded: bool) -> date | None:
    year, month = last.year, last.month
    if not month or not 1 <= month <= MONTHS:
        return None
    if year is None:
        year = context.plan_year or (context.school_year.year_of(month) if context.school_year else None)
    if year is None:
        return None
    if last.year is None:
        year += round_of(last._replace(year=year), context, bounded=bounded) if bounded else 0
    longest = last_of(year, month)
    return date(year, month, min(last.value, longest) if last.value > 0 else longest)
