"""Pure: the deadline someone heard of, in the words of the message that told it."""

from __future__ import annotations

from schedules.plan import Bound
from schedules.wording import Context, when
from tracker.reminders.changes import Span, Standing
from tracker.spoken import day_words, due_words
from tracker.store.tasks import span_of, words


def days_heard(now: Standing, version: int, context: Context) -> str:
    """Return a version of a deadline as messages say it (“trước thứ Sáu 29/9/2023”); empty when it is not known.

    The plan's words are read again; where they mean another day, people set it: as they said it, or the day alone.
    """
    due, kept = now.task.task.due, now.kept_at(version)
    span = span_of(kept)
    if span is None:
        return ""
    if version < now.task.due_version:
        due = when(kept.rpartition(" (")[0], context)
    before = now.task.moved_from
    found = next((one for one in (due, before) if one and span_of(words(one)) == span), None)
    if found:
        return due_words(found)
    takes_place = due.bound is Bound.DURING and due.day  # moved by hand it still takes place on its day
    ends = span[0] == span[1] and not takes_place and _moved_to(now, version)
    return f"chậm nhất {day_words(span[1])}" if ends else _plain(span)


def _moved_to(now: Standing, version: int) -> bool:
    """Whether people moved the deadline to that version, the plan's words staying: to a day by which it is due."""
    moves = [entry for entry in now.story if entry.what == "moved"]
    if not 0 < version <= len(moves) == now.task.due_version:
        return False
    was, became = (value.rpartition(" (")[0] for value in (moves[version - 1].was or "", moves[version - 1].now or ""))
    return was == became


def _plain(span: Span) -> str:
    first, last = span
    since = f"{first.day}/{first.month}" + (f"/{first.year}" if first.year != last.year else "")
    return day_words(last) if first == last else f"từ {since} đến {day_words(last)}"
