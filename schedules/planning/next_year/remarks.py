"""What a person should look at in a work moved to another year: days off, guesses, one-off works, law that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from schedules.calendar import SchoolCalendar
from schedules.law import LawBook
from schedules.plan import Bound, Due, Level, Precision, SchoolYear, Task
from schedules.wording import fold

OF_ITS_YEAR = re.compile(
    r"\b(dai hoi|ky niem (?:lan thu )?\d+ nam|khoi cong|khanh thanh|lap dat|mua sam|sua chua|xay moi|cai tao|bau cu)\b"
)
CONTEST = re.compile(r"\b(thi(?! đua)|hội thi|cuộc thi|hội giảng|hội diễn|hội chợ|giao lưu|giải)\b", re.IGNORECASE)
SIGNING = (9, 1)
"""A plan is signed as the year begins: the law of this day is the law it should cite."""


PAIR = re.compile(r"(?<![\d/])(20\d\d)\s*[-–—−/]\s*(20\d\d)(?![\d/])")
YEARLY = re.compile(r"\b(?:cong van|ke hoach|huong dan|chi thi|thong bao)\b")
"""Papers that are written anew each year; laws, decrees and circulars hold until they are replaced."""

LASTING = re.compile(r"\b(?:luat|nghi dinh|thong tu|nghi quyet|chien luoc|giai doan|nhiem ky|de an|chuong trinh)\b")
DATED = re.compile(r"\bngay (\d{1,2}) ?(?:[/.-]|thang) ?(\d{1,2}) ?(?:[/.-]|nam) ?(20\d\d)(?!\d)")
NEW_PAPERS = (7, 1)
"""From when on papers of a school year are written."""

FIGURE = re.compile(r"\d\s*%")


def year_remarks(text: str, old: SchoolYear, target: SchoolYear) -> Iterator[str]:
    """Yield that a ground is of the old year, by the year it names or by the day of a paper written anew each year."""
    folded = fold(text)
    spans = [(int(first), int(last)) for first, last in PAIR.findall(folded)]
    years = [first for first, last in spans if last == first + 1 and first <= old.first]
    if years:
        named = SchoolYear(max(years))
        yield f"Căn cứ của năm học {named}: thay bằng văn bản của năm học {target} khi đã có, hoặc bỏ."
        return
    if LASTING.search(folded) or not YEARLY.search(folded) or any(last >= target.first for _, last in spans):
        return
    days = [_date(*map(int, found)) for found in DATED.findall(folded)]
    before = [day for day in days if day and day < date(target.first, *NEW_PAPERS)]
    if before:
        yield f"Văn bản ngày {_shown(max(before))}, trước năm học {target}: xem đã có văn bản mới chưa."


def figure_remarks(text: str) -> Iterator[str]:
    """Yield that a purpose holds figures of the old year."""
    if FIGURE.search(text):
        yield "Số liệu của kế hoạch năm trước: xem lại cho năm học mới."


def _date(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_remarks(due: Due, calendar: SchoolCalendar) -> Iterator[str]:
    """Yield what is to be known of the days of a due: days off, days not announced yet, frames not decided."""
    if due.precision is Precision.DAY:
        for day in dict.fromkeys(day for day in (due.start, due.day) if day):
            yield from _day_off(day, due, calendar)
    if "frame" in due.implied and due.day:
        frame = calendar.frame(SchoolYear.of(due.day))
        if not frame.verified:
            yield f"tính theo khung năm học: {frame.source}"


def _day_off(day: date, due: Due, calendar: SchoolCalendar) -> Iterator[str]:
    why = calendar.working_days.why_off(day)
    if why is None:
        return
    advice = ""
    if day == due.day and due.remind_by:
        advice = f"; ngày làm việc cuối trước đó: {_shown(due.remind_by)}"
    doubt = calendar.working_days.doubt(day)
    yield f"{_shown(day)} rơi vào ngày nghỉ ({why}{f'; {doubt}' if doubt else ''}){advice}"


def _shown(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def is_one_off(task: Task) -> bool:
    """Whether a work may have been of that year only: a purchase, an anniversary, a contest over some days."""
    due = task.due
    if due.recurrence is not None:
        return False
    stretch = due.start is not None and due.start != due.day and due.bound is Bound.DURING
    contest = stretch and due.precision is Precision.DAY and CONTEST.search(task.title) is not None
    return contest or OF_ITS_YEAR.search(fold(task.title)) is not None


def law_remarks(text: str, year: SchoolYear, level: Level | None, law: LawBook) -> Iterator[str]:
    """Yield what the law changed since: circulars replaced by the new year, recipients that are gone."""
    on = date(year.first, *SIGNING)
    yield from law.replaced_papers(text, on)
    if found := law.check_recipient(text, level or Level.LIEN_CAP, on):
        yield found.message
