"""Notes that fix the weeks of a plan ("Ghi chú: tuần 1 tháng 11 tính từ 03/11/2025"): no works, but days of weeks."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from schedules.calendar import SchoolCalendar, WeekRule
from schedules.plan import Due, Precision
from schedules.planning.outline import Item
from schedules.wording import Context, fold
from schedules.wording.words import number

COUNT = r"(?:\d{1,2}|i{1,3}|iv|nhat|mot|dau(?: tien)?|hai|ba|tu|nam)"
WEEKDAY = r"(?:(?:ngay|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7])\b[ ,()-]*)*"
VERB = r"(?:(?:duoc|tinh|bat dau|ke|la|tuan|hoc|co)\b ?)+(?:tu|vao)?"
SURE = re.compile(r"\b(?:tinh|bat dau|ke tu|la tuan)\b")
OF_MONTH = r"(?:thang ?|/ ?)(?P<month>\d{1,2})(?: ?(?:[/-]|nam) ?(?P<month_year>20\d\d))?"
OF_YEAR = r"(?P<school>nam hoc(?: 20\d\d ?- ?20\d\d)?)|(?:hoc ky|hk) ?(?:[12]|i{1,2})"
FROM_DAY = rf"{WEEKDAY}(?P<day>\d{{1,2}}) ?[/.] ?(?P<of>\d{{1,2}})(?: ?[/.] ?(?P<year>20\d\d))?"
TO_DAY = rf" ?(?:den|toi|-)(?: het)? ?{WEEKDAY}\d{{1,2}} ?[/.] ?\d{{1,2}}(?: ?[/.] ?20\d\d)?"
COUNTED = rf"tuan (?:hoc |le )?(?:thu )?(?P<count>{COUNT})\b ?\(?(?:cua |trong )?"
ON_DAY = re.compile(
    rf"{COUNTED}(?:{OF_MONTH}|{OF_YEAR})?\)? ?[,:(=-]* ?(?:{VERB}|tu)?[ ,:(]*{FROM_DAY}\)?(?:{TO_DAY})?\W*{WEEKDAY}"
)
FIRST_MONDAY = re.compile(
    r"tuan (?:thu )?(?:0?1|i|nhat|mot|dau(?: tien)?)\b(?: (?:cua )?(?:moi |cac |hang )?thang)? ?,? ?"
    rf"(?:{VERB}|tu) ?(?:ngay )?thu (?:hai|2) dau tien(?: (?:cua |trong )?(?:moi )?thang)?"
)
IN_DAYS = re.compile(
    rf"{COUNTED}(?:(?:moi |hang )?thang)? ?[,:(=-]* ?(?:{VERB}|tu)?[ ,:(]*(?:ngay )?(?P<first>\d{{1,2}})"
    r" ?(?:den|toi|-)(?: het| cuoi| ngay)* ?(?P<last>\d{1,2}|thang)(?: (?:hang|moi|cua|trong) thang)?\)?"
)
ALL_WEEKS = re.compile(
    r"(?:cac |moi |mot )?tuan(?: (?:trong|cua|o|hoc)\b[a-z ]{0,25})? (?:duoc )?tinh tu "
    r"(?:ngay )?thu (?:hai|2) den (?:het )?(?:ngay )?(?:thu (?:sau|bay|[67])|chu nhat)"
)
LABEL = re.compile(
    r"^\W*(?:(?:ghi chu|luu y|chu y|chu thich|chu giai|giai thich|quy uoc|quy dinh|cach tinh)\b[a-z ]{0,40}:|"
    r"(?:ghi chu|chu thich|quy uoc)\b)"
)
PARTS = re.compile(r"[;.]\s+|,?\s+(?:va|con)\s+(?=tuan\b)|,\s*(?=(?:cac )?tuan\b)|\n")
LEADS = re.compile(r"^\W*(?:trong do|cu the|rieng)?\W*")
BLOCK_DAYS = {(1, 1), (2, 8), (3, 15), (4, 22), (5, 29)}
WEEK, MONDAY, MONTHS, OPENING = timedelta(days=7), 0, 12, (8, 9)


@dataclass(frozen=True, slots=True)
class Noted:
    """A week one note fixes: its number, the month it is counted in (None: the school year's weeks), its first day."""

    number: int
    month: int | None
    day: date


def is_week_note(item: Item) -> bool:
    """Whether an item only fixes which days the weeks of the plan are, and sets no work."""
    plain = fold(item.body)
    above = fold(item.headings[-1]).strip(" :") + ":" if item.headings else ""
    if not fixes_weeks(item.body):
        return False
    labelled = LABEL.match(plain) or LABEL.fullmatch(above) or plain.startswith("(")
    return bool(labelled) or all(SURE.search(clause) for clause in _clauses(plain))


def fixes_weeks(text: str) -> bool:
    """Whether a text says nothing but which days some weeks are: "Tuần 1 tháng 10: từ 06/10 đến 11/10"."""
    clauses = _clauses(fold(text))
    return bool(clauses) and all(_is_clause(clause) for clause in clauses)


def as_days(text: str) -> str:
    """Return a line that only tells the days of one week with those days in a bracket, other texts as they are."""
    return text.replace(":", " (", 1) if ":" in text and _is_one_week(text) else text


def counted_as_noted(context: Context, items: Sequence[Item]) -> Context:
    """Return the context with a calendar that counts weeks as the notes of the plan say."""
    clauses = [clause for item in items if fixes_weeks(item.body) for clause in _clauses(fold(item.body))]
    if not clauses:
        return context
    noted = [one for clause in clauses if (one := _noted(clause, context))]
    weeks = tuple((one.number, one.day) for one in noted if one.month is None)
    months = tuple(first for one in noted if (first := _month_week(one)))
    calendar = replace(context.calendar, month_weeks=months, school_weeks=weeks)
    return replace(context, calendar=calendar.with_week_rule(_rule(calendar.week_rule, noted, clauses)))


def told_by_note(due: Due, calendar: SchoolCalendar) -> Due:
    """Return the due of a week with the note in its basis, where a note of the plan fixed that week's month."""
    if due.precision is not Precision.WEEK:
        return due
    for year, month, first in calendar.month_weeks:
        if f"tháng {month}/{year} = " in due.basis:
            note = f"kế hoạch ghi tuần 1 từ {first:%d/%m/%Y}"
            return replace(due, basis=due.basis.replace(calendar.week_rule.label, note))
    return due


def _clauses(plain: str) -> list[str]:
    bare = LABEL.sub("", plain, count=1)
    parts = (LEADS.sub("", part).strip(" .;,*") for part in PARTS.split(bare))
    return [" ".join(part.split()) for part in parts if part]


def _is_one_week(text: str) -> bool:
    clauses = _clauses(fold(text))
    return len(clauses) == 1 and ON_DAY.fullmatch(clauses[0]) is not None


def _is_clause(clause: str) -> bool:
    return any(pattern.fullmatch(clause) for pattern in (ON_DAY, FIRST_MONDAY, ALL_WEEKS)) or _block(clause)


def _block(clause: str) -> bool:
    """Whether a clause sets a week as seven days of every month: "tuần 2 từ ngày 08 đến ngày 14"."""
    match = IN_DAYS.fullmatch(clause)
    return match is not None and (number(match["count"]) or 0, int(match["first"])) in BLOCK_DAYS


def _noted(clause: str, context: Context) -> Noted | None:
    """Return the week a clause fixes, None where it fixes none or its day is no day of the plan's years."""
    match = ON_DAY.fullmatch(clause)
    count, of = (number(match["count"]), int(match["of"])) if match else (None, 0)
    if not match or not count or not 1 <= of <= MONTHS:
        return None
    known = context.school_year.year_of(of) if context.school_year else None
    year = int(match["year"]) if match["year"] else context.plan_year or known
    month = int(match["month"]) if match["month"] else None
    opens = match["school"] or (count == 1 and of in OPENING)
    if year is None or (month is None and not opens) or int(match["day"]) > monthrange(year, of)[1]:
        return None
    return Noted(count, month, date(year, of, int(match["day"])))


def _month_week(one: Noted) -> tuple[int, int, date] | None:
    """Return year, month and first day of its week 1; None where the note's own week is too far from that month."""
    if one.month is None or one.day.weekday() != MONDAY or not 1 <= one.month <= MONTHS:
        return None
    first = one.day - (one.number - 1) * WEEK
    year = first.year + (one.month == 1 and first.month == MONTHS)
    away = first - date(year, one.month, 1)
    return (year, one.month, first) if abs(away) <= WEEK else None


def _rule(own: WeekRule, noted: Sequence[Noted], clauses: Sequence[str]) -> WeekRule:
    """Return the week rule the notes name, else the first that meets all their days, else the calendar's own."""
    if any(FIRST_MONDAY.fullmatch(clause) for clause in clauses):
        return WeekRule.FIRST_MONDAY
    if any(_block(clause) for clause in clauses):
        return WeekRule.BLOCKS
    monthly = [one for one in noted if one.month is not None]
    meeting = [rule for rule in (own, *WeekRule) if all(_meets(rule, one) for one in monthly)]
    return meeting[0] if meeting else own


def _meets(rule: WeekRule, one: Noted) -> bool:
    month = one.month or one.day.month
    year = one.day.year + (month == 1 and one.day.month == MONTHS)
    span = SchoolCalendar(week_rule=rule).week(year, month, one.number) if 1 <= month <= MONTHS else None
    return span is not None and span[0] == max(one.day, date(year, month, 1))
