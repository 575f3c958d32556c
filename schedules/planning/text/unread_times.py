"""Times in a listed line that made no work: days counted from no written day, dates no wording explains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from schedules.plan import Finding, Place, SchoolYear, Severity
from schedules.wording import Context, find, fold

WHOLE_DATE = re.compile(r"(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2(20\d\d)(?![\d/])")
SHORT_DATE = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat|han(?: cuoi| chot| nop)?|den het|xong)\s*:?\s+(?:(?:la|vao|ngay)\s+)?"
    r"(\d{1,2})\s?[-.]\s?(\d{1,2})(?![\d%]|\s?[-/.]\s?\d|\s*(?:phut|gio|ngay|tuan|thang|nam|tiet|buoi|lan|diem|trang|"
    r"bai|lop|em|hs|hoc sinh|gv|giao vien|nguoi|trieu|dong|met|km|cm|m)\b)"
)
"""“trước 15-12” is a day or a figure: no wording takes it for one, and it may be the deadline."""

COUNTED = "counted"
TOLD = re.compile(r"\b(?:da|(?<!ho )so\s*:?\s*\d+|sinh|tinh den|giai doan|hieu luc)\b[^,;.]{0,30}$")
"""What a date behind these words is of: a fact, a paper, a validity."""

BANNED = re.compile(r"\b(?:nghiem cam|tuyet doi (?:khong|cam)|khong duoc)\b[^.;]{0,150}\btruoc (?:ngay )?$")
"""“Nghiêm cấm … trước ngày 20/3”: nobody has to finish anything by it."""

LONGEST = 300


def unread_time(text: str, context: Context) -> str:
    """Return the words of the first time of a line that could set a deadline and sets none, "" without one."""
    if len(text) > LONGEST:
        return ""
    counted = (one.quote for one in find(text, context) if one.grain == COUNTED and not one.due.dated)
    dates = (match.span() for match, day in _matches(text, context) if _is_ahead(day, context))
    return next(counted, "") or next((text[first:last] for first, last in dates), "")


def unread_beside(words: str, spans: Sequence[tuple[int, int]], context: Context) -> tuple[str, ...]:
    """Return the whole dates in the words of a work that neither its time nor any other wording holds."""
    if len(words) > LONGEST:
        return ()
    known = (*spans, *((one.start, one.end) for one in find(words, context)))
    dates = ((match, day) for match, day in _matches(words, context) if _is_ahead(day, context))
    left = (match.span() for match, _ in dates if not any(a <= match.end() and match.start() <= b for a, b in known))
    return tuple(words[first:last] for first, last in left)


def unread_told(words: str, quote: str, place: Place) -> Finding:
    """Return the finding for such a time."""
    message = f"“{quote}” nêu “{words}” nhưng công cụ chưa rõ phải làm xong ngày nào, nên chưa đặt hạn."
    advice = "Nếu việc này có hạn, hãy ghi rõ ngày cùng chữ “trước”, “chậm nhất” hoặc “ngày”."
    return Finding("chua-hieu-thoi-gian", Severity.CHOICE, message, (quote,), advice, (place,))


def _matches(text: str, context: Context) -> list[tuple[re.Match[str], date]]:
    """Return the dates of a text that are told of no fact or paper, and where they stand."""
    plain, found = fold(text), list[tuple[re.Match[str], date]]()
    named = [(match, int(match[1]), int(match[3]), int(match[4])) for match in WHOLE_DATE.finditer(plain)]
    short = ((match, int(match[1]), int(match[2])) for match in SHORT_DATE.finditer(plain))
    named += [(match, number, month, _year(month, context) or 0) for match, number, month in short]
    for match, number, month, year in named:
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        before = plain[: match.start()]
        if not (TOLD.search(before) or BANNED.search(before)):
            found.append((match, day))
    return found


def _year(month: int, context: Context) -> int | None:
    known = context.school_year.year_of(month) if context.school_year else None
    return context.plan_year or known


def _is_ahead(day: date, context: Context) -> bool:
    """Whether a day lies in the plan's year and was not over when it was signed."""
    year = context.school_year
    own = SchoolYear.of(day) == year if year else day.year == context.plan_year
    return own and (context.doc_date is None or day > context.doc_date)
