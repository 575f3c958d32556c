"""A deadline a person gives: typed in words and read like the plan's own, or picked as days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from schedules.calendar import SchoolCalendar, with_points
from schedules.plan import Bound, Due, Plan, Precision
from schedules.wording import Context, find, when
from tracker.refusal import Refusal
from tracker.review.draft import Draft

LONGEST_WORDS = 300


def typed(draft: Draft, words: str, calendar: SchoolCalendar) -> Due:
    """Return the deadline typed words set in the plan's year; raise Refusal when they set none."""
    words = " ".join(words.split())
    if len(words) > LONGEST_WORDS:
        raise Refusal(f"Hạn dài {len(words)} ký tự; cần không quá {LONGEST_WORDS}. Hãy chỉ ghi phần nói về thời gian.")
    due = when(words, _context(draft, calendar))
    if due.day is None:
        raise Refusal(
            f"“{words}” không nêu ngày nào đọc được; cần ví dụ “trước ngày 25/9/2023” hoặc “tuần 3 tháng 10”. "
            "Hãy ghi rõ hơn, hoặc chọn ngày trên lịch."
        )
    return replace(due, words=words, basis=f"Người duyệt ghi hạn này. {due.basis}".strip())


def picked(start: date | None, day: date, calendar: SchoolCalendar) -> Due:
    """Return the deadline of picked days; raise Refusal when they stand in the wrong order."""
    if start and start > day:
        raise Refusal(f"Ngày bắt đầu {start:%d/%m/%Y} đứng sau ngày hết hạn {day:%d/%m/%Y}. Hãy đổi lại.")
    start = start if start != day else None
    words = f"{start:%d/%m/%Y} – {day:%d/%m/%Y}" if start else f"{day:%d/%m/%Y}"
    bound = Bound.DURING if start else Bound.BY
    basis = f"Người duyệt chọn {'các ngày' if start else 'ngày'} {words}."
    due = Due(words=words, start=start, day=day, precision=Precision.DAY, bound=bound, basis=basis)
    return with_points(due, calendar.working_days)


def suggested(suggestion: str, due: Due, calendar: SchoolCalendar) -> Due | None:
    """Return a deadline moved to the day a proof-reader suggests, bound as before; None when it names no day."""
    found = [one.due for one in find(suggestion, Context(calendar)) if one.due.day]
    if len(found) != 1 or found[0].precision is not due.precision:
        return None
    basis = f"Kế hoạch ghi “{due.words}”; người duyệt nhận gợi ý: {suggestion}"
    moved = replace(due, start=found[0].start if due.start else None, day=found[0].day, basis=basis)
    if moved.start and moved.day and moved.start > moved.day:
        return None
    return with_points(moved, calendar.working_days)


def _context(draft: Draft, calendar: SchoolCalendar) -> Context:
    plan: Plan = draft.plan
    ruled = calendar.with_week_rule(draft.week_rule) if draft.week_rule else calendar
    return Context(ruled, plan.header.school_year, plan.header.date)
