"""Times in a listed line that made no work: days counted from no written day, whole dates no wording explains."""

from __future__ import annotations

import re
from datetime import date

from schedules.plan import Finding, Place, SchoolYear, Severity
from schedules.wording import Context, find, fold

WHOLE_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(20\d\d)(?![\d/])")
COUNTED = "counted"
TOLD = re.compile(r"\b(?:da|so\s*:?\s*\d+|sinh|tinh den|giai doan|hieu luc)\b[^,;.]{0,30}$")
"""What a date behind these words is of: a fact, a paper, a validity."""

LONGEST = 300


def unread_time(text: str, context: Context) -> str:
    """Return the words of the first time of a line that could set a deadline and sets none, "" without one."""
    if len(text) > LONGEST:
        return ""
    counted = (one.quote for one in find(text, context) if one.grain == COUNTED and not one.due.dated)
    return next(counted, "") or next((words for words, day in _dates(text) if _is_ahead(day, context)), "")


def unread_told(words: str, quote: str, place: Place) -> Finding:
    """Return the finding for such a time."""
    message = f"“{quote}” nêu “{words}” nhưng công cụ chưa rõ phải làm xong ngày nào, nên chưa đặt hạn."
    advice = "Nếu việc này có hạn, hãy ghi rõ ngày cùng chữ “trước”, “chậm nhất” hoặc “ngày”."
    return Finding("chua-hieu-thoi-gian", Severity.CHOICE, message, (quote,), advice, (place,))


def _dates(text: str) -> list[tuple[str, date]]:
    """Return the whole dates of a text that are told of no fact or paper."""
    plain, found = fold(text), list[tuple[str, date]]()
    for match in WHOLE_DATE.finditer(plain):
        try:
            day = date(int(match[4]), int(match[3]), int(match[1]))
        except ValueError:
            continue
        if not TOLD.search(plain[: match.start()]):
            found.append((text[match.start() : match.end()], day))
    return found


def _is_ahead(day: date, context: Context) -> bool:
    """Whether a day lies in the plan's year and was not over when it was signed."""
    year = context.school_year
    return year is not None and SchoolYear.of(day) == year and (context.doc_date is None or day > context.doc_date)
