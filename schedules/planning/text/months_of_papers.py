"""A month behind a paper's name ("Duyệt kế hoạch tháng 9/2025"): when the work is done, or what the paper is of."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.plan import Finding, Place, SchoolYear, Severity
from schedules.planning.acts import acts_of
from schedules.planning.drafts import in_column
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.people.subjects import subject_of
from schedules.planning.text.segment import Segment
from schedules.wording import Context, Found, find, fold

MONTH = re.compile(r"(?<=[a-z] )thang\s+\d{1,2}\s*[/.-]\s*20\d\d(?=\s*(?:$|[.;,:(]))")
PART_OF_TERM = re.compile(
    r"(?<=[a-z] )(?:dau|giua|cuoi) (?:hoc k[yi]|hk|nam hoc)(?: (?:i{1,2}|[12]))?(?=\s*(?:$|[.;(]))"
)
OPENED = re.compile(r"\b(?:truoc|den|tu|sau|het|ke tu|khoang|da|vua|nam|theo|can cu|so voi)\s+(?:\w+\s+)?$")
"""Words that make a month before which they stand a bound, or a fact."""

TOLD = re.compile(r"\b(?:da|vua qua|vua roi)\b")
OF_PAPERS = frozenset({"hand in", "publish", "write", "gather"})
"""What is done to a paper on a period in its own time: a report of October is handed in when October is over."""

LONGEST = 160
RULE = "thang-chua-ro"


def month_named(text: str, context: Context) -> Found | None:
    """Return the first written month of the plan's year that ends a clause of a work; None without one."""
    plain = fold(text)
    if len(text) > LONGEST or TOLD.search(plain) or not _orders(text):
        return None
    months = [month for month in MONTH.finditer(plain) if not OPENED.search(plain[: month.start()])]
    if not months:
        return None
    start, end = months[0].span()
    found = next(iter(find(text[start:end], in_column(context))), None)
    return replace(found, start=start, end=end) if found and _is_ahead(found, context) else None


def term_named(text: str, context: Context) -> str:
    """Return the words for a part of a term or year that end a clause of a work, "" without any: perhaps its time."""
    plain = fold(text)
    named = PART_OF_TERM.search(plain)
    if not named or len(text) > LONGEST or TOLD.search(plain) or not _orders(text):
        return ""
    opened = OPENED.search(plain[: named.start()])
    return "" if opened or context.school_year is None else text[named.start() : named.end()]


def as_month_of_work(text: str, context: Context) -> tuple[Segment, ...]:
    """Return the work of a text that may be done in the month it names; () where the month is only a paper's."""
    found = month_named(text, context)
    if found is None or MONTH.search(fold(text), found.end) or acts_of(text) & OF_PAPERS:
        return ()
    return (Segment(0, len(text), found.due, (), unsure=True),)


def month_told(words: str, quote: str, place: Place, *, used: bool) -> Finding:
    """Return the finding for a month that may be the work's or only its paper's; `used` when it is taken as due."""
    taken = "công cụ tạm lấy tháng này làm hạn" if used else "công cụ chưa đặt hạn"
    message = f"“{words}” trong “{quote}” có thể chỉ nói văn bản, số liệu của lúc nào; {taken}."
    advice = "Ghi rõ ngày hoặc tháng phải làm xong."
    return Finding(RULE, Severity.CHOICE, message, (quote,), advice, (place,))


def _orders(text: str) -> bool:
    """Whether a text begins with a deed, or with who does it."""
    bare = text.strip(" -–•*+")
    return bool(opens_with_deed(bare) or acts_of(bare) - {"hold"} or subject_of(bare))


def _is_ahead(found: Found, context: Context) -> bool:
    """Whether a month is one of the plan's year and not over when the plan was signed."""
    last, year = found.due.day, context.school_year
    if last is None or year is None or (context.doc_date and last < context.doc_date):
        return False
    return SchoolYear.of(last) == year
