"""A deadline a person gives: typed in words and read like the plan's own, or picked as days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from schedules.calendar import SchoolCalendar, known_day, with_points
from schedules.plan import Bound, Due, Plan, Precision, SchoolYear
from schedules.wording import Context, find, when
from tracker.refusal import Refusal, Unsure
from tracker.review.draft import Draft

LONGEST_WORDS = 300


def typed(draft: Draft, words: str, calendar: SchoolCalendar) -> Due:
    """Return the deadline typed words set in the plan's year; raise Refusal when they set none."""
    words = " ".join(words.split())
    if len(words) > LONGEST_WORDS:
        raise Refusal(f"Hạn dài {len(words)} ký tự; cần không quá {LONGEST_WORDS}. Hãy chỉ ghi phần nói về thời gian.")
    context = context_of(draft, calendar)
    due = when(words, context)
    if due.day is None:
        why = next((found.problem for found in find(words, context) if found.problem), None)
        raise Refusal(
            f"“{words}”: {why.rstrip('.')}. Hãy ghi một ngày có thật, hoặc chọn ngày trên lịch."
            if why
            else f"“{words}” không nêu ngày nào đọc được; cần ví dụ “trước ngày 25/9/2023” hoặc “tuần 3 tháng 10”. "
            "Hãy ghi rõ hơn, hoặc chọn ngày trên lịch."
        )
    return replace(due, words=words, basis=f"Người duyệt ghi hạn này. {due.basis}".strip())


def said_in(draft: Draft, sentence: str, calendar: SchoolCalendar) -> Due | None:
    """Return the deadline a sentence of the plan sets, in the plan's own words; None where it sets none or several."""
    context = replace(context_of(draft, calendar), time_column=False)
    dated = [found.due for found in find(sentence, context) if found.due.day]
    return dated[0] if len({(due.start, due.day) for due in dated}) == 1 else None


def picked(start: date | None, day: date, calendar: SchoolCalendar) -> Due:
    """Return the deadline of picked days; raise Refusal when they stand in the wrong order or centuries away."""
    for one in (start, day):
        try:
            known_day(one) if one else None
        except ValueError as error:
            raise Refusal(f"Không chọn được: {error}. Hãy chọn ngày khác.") from None
    if start and start > day:
        raise Refusal(f"Ngày bắt đầu {start:%d/%m/%Y} đứng sau ngày hết hạn {day:%d/%m/%Y}. Hãy đổi lại.")
    start = start if start != day else None
    words = f"{start:%d/%m/%Y} – {day:%d/%m/%Y}" if start else f"{day:%d/%m/%Y}"
    bound = Bound.DURING if start else Bound.BY
    basis = f"Người duyệt chọn {'các ngày' if start else 'ngày'} {words}."
    due = Due(words=words, start=start, day=day, precision=Precision.DAY, bound=bound, basis=basis)
    return with_points(due, calendar.working_days)


class UnlikelyError(Unsure):
    """A day years away from the plan's school year, to be confirmed before it is kept."""


def given(draft: Draft, words: str, days: tuple[date | None, date | None], calendar: SchoolCalendar) -> Due | None:
    """Return the deadline of words or of picked days (start, last); None when neither was given, Refusal for both."""
    start, day = days
    if words and (start or day):
        raise Refusal(
            f"Vừa ghi hạn bằng chữ (“{words}”) vừa chọn ngày {day or start:%d/%m/%Y}. Hãy chỉ giữ một trong hai."
        )
    if start and day is None and not words:
        raise Refusal("Có ngày bắt đầu mà chưa có ngày hết hạn. Hãy chọn ngày hết hạn.")
    if words:
        return typed(draft, words, calendar)
    return picked(start, day, calendar) if day else None


def asked_if_far(draft: Draft, due: Due) -> Due:
    """Return a deadline as it is; raise UnlikelyError with a question when it lies years away from the school year."""
    header = draft.plan.header
    year = header.school_year or (SchoolYear.of(header.date) if header.date else None)
    if year is None or due.day is None or abs(SchoolYear.of(due.day).first - year.first) <= 1:
        return due
    raise UnlikelyError(
        f"Ngày {due.day:%d/%m/%Y} cách xa năm học {year} của kế hoạch. Có đúng là năm {due.day.year} không?",
        "nếu không, hãy sửa năm",
    )


def suggested(suggestion: str, due: Due, calendar: SchoolCalendar) -> Due | None:
    """Return a deadline moved to the days a proof-reader suggests; None when it names none as fine as these."""
    # what is only asked about sets no deadline: of a question the time it offers is read
    offered = suggestion.removeprefix("Có thể là ").removesuffix("?")
    found = [one.due for one in find(offered, Context(calendar)) if one.due.day]
    if len(found) != 1 or found[0].precision not in (due.precision, Precision.DAY):
        return None
    last = found[0].bound is Bound.BY or found[0].precision is not due.precision
    basis = f"Kế hoạch ghi “{due.words}”; người duyệt nhận gợi ý: {suggestion}"
    start = found[0].start if due.start and not last else None
    moved = replace(due, start=start, day=found[0].day, precision=found[0].precision, basis=basis)
    moved = replace(moved, bound=Bound.BY) if last else moved
    if moved.start and moved.day and moved.start > moved.day:
        return None
    return with_points(moved, calendar.working_days)


def context_of(draft: Draft, calendar: SchoolCalendar) -> Context:
    """Return what words a person types, or the plan's own standing alone, are read in."""
    plan: Plan = draft.plan
    ruled = calendar.with_week_rule(draft.week_rule) if draft.week_rule else calendar
    # what stands in the field is a time: a bare “27/11” is one there, as in a column of times
    return Context(ruled, plan.header.school_year, plan.header.date, time_column=True)
