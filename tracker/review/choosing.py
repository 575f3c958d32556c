"""The deadlines a question leaves open, each to be taken with one press: those of the plan, and those it may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from schedules.calendar import with_points
from schedules.calendar.spoken import day_words
from schedules.plan import Bound, Finding, Mention
from schedules.proofreading import day_off, two_dates, weeks_outside, wrong_weekday
from tracker.review.choice import Choice, Doubt, Move, chosen
from tracker.review.draft import Item
from tracker.review.rereading import counted_weeks, of_two_times, possible_days
from tracker.review.touching import row_of
from tracker.spoken import due_words


def choices_of(doubt: Doubt) -> tuple[Choice, ...]:
    """Return the deadlines a question leaves open, in the plan's order; empty where they are not few, or not sure."""
    known = MAKERS.get(doubt.findings[0].rule)
    made = {choice.key: choice for choice in (known(doubt) if known and doubt.left else ())}
    return tuple(made.values()) if len(made) > 1 else ()


def _of_mentions(doubt: Doubt) -> Iterator[Choice]:
    """Yield the deadlines of each task as the plan has them, and those of works merged into it."""
    for item in doubt.left:
        merged = [(one.due, one.mention, one.title) for one in item.rivals]
        own = [(one.due, one, "") for one in item.task.mentions if one.due.dated]
        for due, mention, title in merged or own:
            whose = f" của “{title}”" if title and title != item.task.title else ""
            why = f"“{due.words}”{whose}"
            yield Choice(((item, due, mention),), due_words(due), why, mention.place if mention else None)


def _of_weekday(doubt: Doubt) -> Iterator[Choice]:
    """Yield the date as the plan writes it, and the nearest day that has the weekday it writes."""
    meant = [(item, one) for item in doubt.left if (one := _conflicting(item, doubt.findings[0]))]
    if len({(one.due.words, one.due.day) for _, one in meant}) != 1:
        return
    due = meant[0][1].due
    other = wrong_weekday.nearest_named(due.words, due.day) if due.day else None
    if other is None or due.day is None or (due.start or due.day) != due.day:
        return
    why = f"đúng ngày ghi trong kế hoạch, là {day_words(due.day).rsplit(' ', 1)[0]}"
    yield Choice(tuple((item, one.due, one) for item, one in meant), due_words(due), why)
    basis = f"Kế hoạch ghi “{due.words}”; người duyệt chọn đúng thứ: {day_words(other)}."
    new = replace(due, start=other if due.start else None, day=other, basis=basis)
    new = replace(new, implied=tuple(one for one in due.implied if one != wrong_weekday.CONFLICT))
    new = with_points(new, doubt.calendar.working_days)
    why = f"đúng thứ ghi trong kế hoạch, ngày gần {due.day:%-d/%-m} nhất"
    yield Choice(tuple((item, new, None) for item, _ in meant), due_words(new), why)


def _conflicting(item: Item, finding: Finding) -> Mention | None:
    """Return the mention a task follows whose weekday and date disagree, where this finding tells of it."""
    rows = {row_of(place) for place in finding.places}
    told = (one for one in item.task.mentions if row_of(one.place) in rows)
    wrong = (one for one in told if wrong_weekday.CONFLICT in one.due.implied)
    return next((one for one in wrong if one.due == item.task.due), None)


def _of_day_off(doubt: Doubt) -> Iterator[Choice]:
    """Yield the day off itself, and the working day before it; of what takes place on the day, also the one after."""
    days = doubt.calendar.working_days
    off = [(item, item.task.due.day) for item in doubt.left if item.task.due.day and not item.task.due.recurrence]
    off = [(item, day) for item, day in off if not days.is_working(day)]
    if len({(item.task.due.words, day) for item, day in off}) != 1:
        return
    due, day = off[0][0].task.due, off[0][1]
    yield chosen([(item, item.task.due, _followed(item)) for item, _ in off], "đúng ngày ghi trong kế hoạch", "")
    near = [(days.on_or_before(day), "ngày làm việc liền trước")]
    if due.bound is Bound.DURING:
        near.append((days.on_or_after(day), "ngày làm việc liền sau"))
    for other, why in near:
        basis = f"Kế hoạch ghi “{due.words}” vào ngày nghỉ; người duyệt chọn {why}: {day_words(other)}."
        bound = Bound.DURING if due.bound is Bound.DURING else Bound.BY
        new = replace(due, start=other if due.start else None, day=other, bound=bound, basis=basis)
        new = with_points(new, days)
        yield chosen([(item, new, None) for item, _ in off], why, "")


def _followed(item: Item) -> Mention | None:
    return next((one for one in item.task.mentions if one.due == item.task.due), None)


def _of_impossible_day(doubt: Doubt) -> Iterator[Choice]:
    """Yield the last day of the month whose day is not there, and the first of the next."""
    finding = doubt.findings[0]
    undated = [item for item in doubt.items_of(finding) if not item.task.due.dated and item.task.due.words]
    if len({item.task.due.words for item in undated}) != 1:
        return
    for due, why in possible_days(doubt, finding, undated[0].task.due.words):
        yield chosen([(item, due, None) for item in undated], why, "")


def _of_two_times(doubt: Doubt) -> Iterator[Choice]:
    """Yield the time each row's work follows for now and the other one, for all rows at once."""
    if len(doubt.findings) > MOST_ROWS:
        return
    pairs = [of_two_times(doubt, finding) for finding in doubt.findings]
    yield from _either(pairs, "Giữ mốc đang tạm dùng", "Lấy mốc kia")


def _of_weeks_outside(doubt: Doubt) -> Iterator[Choice]:
    """Yield the month of the row and the weeks as counted from the start of the year, for all works at once."""
    items = [item for item in doubt.left if weeks_outside.OUTSIDE in item.task.due.implied]
    yield from _either(
        [counted_weeks(doubt, item) for item in items], "Lấy cả tháng ghi ở dòng", "Lấy tuần đếm từ đầu năm học"
    )


def _either(pairs: list[tuple[Move, Move] | None], first: str, second: str) -> Iterator[Choice]:
    """Yield the first and the second of every pair; nothing when one is not sure, or a task would be dated twice."""
    known = [pair for pair in pairs if pair]
    if len(known) < len(pairs) or len({one[0].id for one, _ in known}) < len(known):
        return
    for at, label in enumerate((first, second)):
        moves = [pair[at] for pair in known]
        words = "; ".join(dict.fromkeys(f"“{due.words}”" for _, due, _ in moves[:MOST_TOLD]))
        more = f" và {len(moves) - MOST_TOLD} mốc nữa" if len(moves) > MOST_TOLD else ""
        yield chosen(moves, f"{label}: {words}" if len(moves) == 1 else f"{words}{more}", label)


MOST_TOLD, MOST_ROWS = 3, 100
"""Times of the plan that a button for many rows shows, and rows nobody would decide upon with one press."""

MAKERS = {
    two_dates.RULE: _of_mentions,
    wrong_weekday.RULE: _of_weekday,
    day_off.RULE: _of_day_off,
    weeks_outside.RULE: _of_weeks_outside,
    "ngay-khong-co": _of_impossible_day,
    "hai-cot-thoi-gian": _of_two_times,
    "han-o-ghi-chu": _of_two_times,
}
"""How the deadlines a question leaves open are found, by its rule."""
