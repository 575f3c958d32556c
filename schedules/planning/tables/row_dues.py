"""When a row of a table is due: its work's own day, its time cell, a remark, the heading row above, its month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from schedules.plan import Bound, Due, Precision, SchoolYear
from schedules.planning.drafts import in_column, in_month
from schedules.planning.rhythms import first_in_month
from schedules.planning.tables.bracket_days import Spans, days_in_bracket, weekday_in_bracket
from schedules.planning.tables.cell_lines import flat
from schedules.planning.tables.cell_times import in_full
from schedules.planning.tables.columns import Role
from schedules.planning.tables.commemorations import held_on
from schedules.planning.tables.own_rhythms import own_rhythm
from schedules.planning.tables.programmes import is_hours, on_one_day
from schedules.planning.tables.row import Row
from schedules.planning.tables.short_months import MONTHS_IN_LETTERS, months_in_full
from schedules.planning.text.segments import segments
from schedules.planning.text.weekdays import of_whole_week, with_weekdays, within
from schedules.planning.weeks.counted import kept_in_month
from schedules.planning.words.fineness import FINE
from schedules.planning.words.openers import CELEBRATIONS, OPENERS, celebrates
from schedules.proofreading.agreement import Days, lies_in, span
from schedules.wording import Context, find, fold, when

OWN_DAY = re.compile(
    r"\(\s*(?:(?:vao|ngay|sang|chieu|toi|luc|thu \w+|\d{1,2}\s*[hg]\s*\d{0,2}),?\s+)+\d{1,2}\s*[/.-]\s*\d"
)
"""“Kỷ niệm Ngày Phụ nữ (chiều 05/3)”: this bracket says when it is held; “(8/3)” alone may be the feast's own name."""

PLACED_BEFORE = re.compile(r"(?:[(:]|\s[-–—])\s*$")
PLACED_AFTER = re.compile(r"\s*(?::|[-–—]\s)")
ON_PURPOSE = re.compile(rf"^\W*(?:{OPENERS}|vao|luc|sang|trua|chieu|toi|chu nhat|\d{{1,2}}\s*(?:gio|[hg]))\b|\(")
BARE_DAY = re.compile(r"^\d{1,2}\s*/\s*\d{1,2}$")
"""A bare day is only taken for a time where its place tells."""

FEAST = re.compile(
    rf"\b(?:{CELEBRATIONS})\s+(?:(?!\b(?:vao|luc|sang|trua|chieu|toi|truoc|tu|den)\b)[^\d,;:()])*"
    r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*20\d\d)?\W*$"
)
BROKEN_SPAN = re.compile(r"([-–—])\s*;\s*")
NEXT_WEEK = r"0?(?:1\s*[,;]\s*0?2|2\s*[,;]\s*0?3|3\s*[,;]\s*0?4|4\s*[,;]\s*0?5)\s*/"
WEEK_NOTE = re.compile(
    r"^(\W*(?:từ\s+)?tuần\b[^()]*\d[^()]*)\((?!\s*(?:thứ|chủ nhật|ngày|tháng|đầu|cuối|giữa|sáng|chiều|trước|sau)\b)"
    r"[^()\d]*\)\s*$",
    re.IGNORECASE,
)
"""“Tuần 22 - 23 (nghỉ Tết)”: the bracket says what the weeks are like, and names no day of them."""

WEEK_FIRST = re.compile(
    rf"^(\W*tuần\s+(?!{NEXT_WEEK})\d{{1,2}})\s*[;,]\s*(?=(?:từ\s+)?\d{{1,2}}\s*[-–/])", re.IGNORECASE
)
"""“Tuần 5; 03-08/10” tells the days of that week; “Tuần 2, 3/11” counts two weeks of a month."""
NAMED = re.compile(r"tháng (?=\d)")
AROUND_EVENT = re.compile(
    r"^\W*(?:ngay )?(sau|truoc) (?:khi |ky |ki )?(?:kiem tra|thi|hop|on tap|khao sat|cham|so ket|tong ket)\b"
)
"""“Sau kiểm tra giữa kỳ II”: the middle of the term is when the test is."""

THIRD = re.compile(r"^\W*(?P<put>(?:vao|khoang|trong) )?(?:dau|giua|cuoi) thang\W*$")
BETWEEN = re.compile(r"^\W*(?:va|hoac|ngay|lan \d|dot \d|thang)?\W*$")
NEVER = Due()


def row_context(row: Row, context: Context) -> Context:
    """Return the context of a row: its month, or that of the heading row it stands under."""
    here = in_month(context, row.month)
    if row.month and row.year:
        return replace(here, school_year=_year_holding(row.month, row.year))
    return here if row.month else in_month(context, _month_above(row, context))


def in_month_of(said: Due, context: Context) -> Context:
    """Return the context with the month all days of a time lie in, where the row names none itself."""
    if context.table_month or said.day is None or said.precision is not Precision.DAY or said.start is None:
        return context
    one = (said.start.year, said.start.month) == (said.day.year, said.day.month)
    return in_month(context, said.day.month) if one and said.start < said.day else context


def due_of(row: Row, work: str, time: str, context: Context) -> tuple[Due, Spans]:
    """Return when a work is due and where its own words say so; `context` is the row's.

    A day written in the work wins over the column, the column over a heading row and the bare month; the day a work
    commemorates tells its month more finely.
    """
    due, spans = _written(row, work, time, context)
    return held_on(flat(work), due, context), spans


def _written(row: Row, work: str, time: str, context: Context) -> tuple[Due, Spans]:
    said = row.told if row.told.dated else _said(row, time, context)
    own, spans, meant = _own(flat(work), in_month_of(said, context))
    fine = said.precision in {Precision.DAY, Precision.WEEK} and _is_feast(flat(work), spans)
    meant = meant or _is_part_of_term(own, said)
    if own.dated and (meant and not fine and _is_finer(own, said) if said.dated or time else True):
        return own, spans
    in_brackets = weekday_in_bracket(flat(work), said) or days_in_bracket(
        flat(work), said, in_column(in_month_of(said, context))
    )
    if told := in_brackets or (None if time else own_rhythm(flat(work), context)):
        return told
    if row.told.dated:
        return said, ()
    if time:
        return replace(said, words=row.time_words or said.words or flat(time)), ()
    if (over := above(row, context)).precision in {Precision.DAY, Precision.WEEK} and _touches(over, row.month):
        return over, ()
    if row.month and context.school_year:
        due = when(f"Tháng {row.month}/{row.year}" if row.year else f"Tháng {row.month}", in_column(context))
        # the plan may word its month otherwise (“9”, “Tháng Chín”): what is quoted is what it says
        why = due.basis.replace(f"“{due.words}”", f"“{row.month_words}”", 1)
        return replace(due, words=row.month_words, basis=why), ()
    return over, ()


def _touches(due: Due, month: int | None) -> bool:
    """Whether days begin or end in a month; any do where none is told."""
    return month is None or month in {day.month for day in (due.start, due.day) if day}


def names_own_day(work: str, context: Context) -> Days | None:
    """Return the days a work names on purpose; None where it names none, or only those of a feast it celebrates."""
    own, spans, meant = _own(flat(work), context)
    return span(own) if meant and own.precision is Precision.DAY and not _is_feast(flat(work), spans) else None


def each_time(row: Row, time: str, context: Context) -> list[Row]:
    """Return the row once for each time of its cell, where it names several of a kind ("10/4 và 10/10")."""
    line = months_in_full(BROKEN_SPAN.sub(r"\1 ", flat(time)))
    found = [one for one in find(line, in_column(context)) if one.due.dated] if time and not row.told.dated else []
    kinds = {(one.due.precision, one.due.bound) for one in found}
    apart = all(BETWEEN.match(fold(line[first.end : last.start])) for first, last in pairwise(found))
    days = {one.due.day for one in found}
    if len(found) < 2 or len(kinds) > 1 or not apart or len(days) < len(found) or row.text(Role.END):  # noqa: PLR2004
        return [row]
    if all(one.due.comes_again for one in found) and len({one.due.recurrence for one in found}) == 1:
        return [_come_again(row, time, [one.due for one in found])]
    if all(last.due.day == _next_day(first.due) for first, last in pairwise(found)):
        words = line[found[0].start : found[-1].end]
        return [replace(row, told=replace(found[0].due, start=found[0].due.day, day=found[-1].due.day, words=words))]
    return [replace(row, told=replace(one.due, words=_as_written(one.due.words, time))) for one in found]


def _come_again(row: Row, time: str, dues: Sequence[Due]) -> Row:
    """Return a row of one rhythm on several days ("Thứ 3, thứ 5 hằng tuần"): one work, its next time read from both."""
    first = min(dues, key=lambda due: due.day or date.max)
    return replace(row, told=replace(first, words=flat(time)))


def _as_written(words: str, time: str) -> str:
    """Return words as the cell has them, where a month in short was read with its name."""
    return words if words in flat(time) else NAMED.sub("T", words)


def _next_day(due: Due) -> date | None:
    """Return the day after a single day that is held on; None for other dues."""
    single = due.precision is Precision.DAY and due.bound is Bound.DURING and due.day and due.start in {None, due.day}
    return due.day + timedelta(days=1) if single and due.day else None


def above(row: Row, context: Context) -> Due:
    """Return the time of the finest heading row a row stands under; none for a term: it dates nothing by itself."""
    for words in reversed(row.spans):
        due = when(flat(words), in_column(context))
        if due.dated:
            return due if due.precision in FINE else NEVER
    return NEVER


def _said(row: Row, time: str, context: Context) -> Due:
    """Return what a time cell says; a weekday alone is that of the week of its row or its heading row."""
    if not time:
        return NEVER
    written = WEEK_NOTE.sub(r"\1", BROKEN_SPAN.sub(r"\1 ", flat(time)))
    plain = in_full(with_weekdays(written), context)
    said = when(months_in_full(WEEK_FIRST.sub(r"\1 (", plain)), in_column(context))
    if _is_of_event(plain, said):
        return NEVER
    said = kept_in_month(first_in_month(said, in_column(context)), context)
    in_short = plain != written or MONTHS_IN_LETTERS.match(time)
    if said.dated or said.recurrence:
        return replace(said, words=flat(time)) if said.dated and in_short else said
    if is_hours(time):
        return on_one_day(above(row, context))
    counted = when(flat(row.text(Role.WEEK)), in_column(context))  # "12" alone is the week of the row over it
    week = counted if counted.dated else above(row, context)
    told = within(flat(time), week)
    return told.due if told else of_whole_week(flat(time), week) or said


def _is_of_event(time: str, said: Due) -> bool:
    """Whether a cell says a work follows or leads to an event, and the time read from it only names that event."""
    led = AROUND_EVENT.match(fold(time))
    return led is not None and said.dated and led[1] not in fold(said.words)


def _month_above(row: Row, context: Context) -> int | None:
    for words in reversed(row.spans):
        due = when(flat(words), in_column(context))
        if due.day and due.precision is Precision.MONTH and (due.start or due.day).month == due.day.month:
            return due.day.month
    return context.table_month


def _year_holding(month: int, year: int) -> SchoolYear:
    return next(known for known in (SchoolYear(year), SchoolYear(year - 1)) if known.year_of(month) == year)


def _own(work: str, context: Context) -> tuple[Due, Spans, bool]:
    """Return the due written in the work itself, where, and whether its place or wording makes it one on purpose."""
    for part in segments(work, context, line=True):
        ends = [(first + part.start, last + part.start) for first, last in part.spans]
        placed = any(PLACED_BEFORE.search(work[:first]) or PLACED_AFTER.match(work[last:]) for first, last in ends)
        placed = placed or BARE_DAY.match(part.due.words) is not None
        if _is_meant(part.due) or _is_third_of_month(part.due, placed=placed):
            return part.due, _bracketed(work, part.spans), placed or bool(ON_PURPOSE.search(fold(part.due.words)))
    return NEVER, (), False


def _is_feast(work: str, spans: Spans) -> bool:
    """Whether the day of a work only belongs to the name of what it celebrates: "hưởng ứng Ngày Sách 21/4"."""
    return any(FEAST.search(fold(work[:last])) for _, last in spans)


def _is_finer(own: Due, said: Due) -> bool:
    """A day the work names on purpose refines the week or month of its row; a day in a name does not."""
    if _is_week_of(own, said) or _is_part_of_term(own, said):
        return True
    if own.precision is not Precision.DAY or own.day is None:
        return False
    if said.precision is Precision.DAY and said.start in {None, said.day}:
        return False
    if (
        said.precision is Precision.WEEK
        and "week_rule" in said.implied
        and said.day
        and own.day.month == said.day.month
    ):
        return True  # which days a week of a month takes is a rule of ours, the day is the plan's own
    return said.day is None or (said.start or own.day) <= own.day <= said.day


def _is_part_of_term(own: Due, said: Due) -> bool:
    """Whether the work names a month or week of the term its row or column stands for."""
    coarse = said.precision is Precision.TERM and own.precision in {Precision.MONTH, Precision.WEEK}
    one, whole = span(own), span(said)
    return coarse and own.recurrence is None and one is not None and whole is not None and lies_in(one, whole)


def _is_week_of(own: Due, said: Due) -> bool:
    """Whether the work names a week of the months its row spans: "Tháng 12 - 01" and "(tuần 2 tháng 01)"."""
    if own.precision is not Precision.WEEK or said.precision is not Precision.MONTH or not own.start or not own.day:
        return False
    return said.start is not None and said.day is not None and said.start <= own.start <= own.day <= said.day


def _is_meant(own: Due) -> bool:
    """“Chào mừng Ngày Nhà giáo Việt Nam” names an occasion, “ngày 20/11” a day to do it on."""
    words = fold(own.words)
    if celebrates(own.words):
        return bool(OWN_DAY.search(words))
    return bool(re.search(r"\d", words)) or "truoc" in words


def _is_third_of_month(own: Due, *, placed: bool) -> bool:
    """“Giữa tháng: Hội trại”, “… vào cuối tháng” say when in a month; “báo cáo cuối tháng” names a report."""
    third = THIRD.match(fold(own.words))
    return third is not None and (placed or third["put"] is not None)


def _bracketed(work: str, spans: Spans) -> Spans:
    """Leave what is celebrated to the title: of "Kỷ niệm … (chiều 05/3)" only the bracket says when."""
    days = [(span, OWN_DAY.search(fold(work[span[0] : span[1]]))) for span in spans]
    return tuple((span[0] + day.start(), span[1]) if day else span for span, day in days)
