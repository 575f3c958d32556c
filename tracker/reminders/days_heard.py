"""Pure: the deadline someone heard of, in the words of the message that told it."""

from __future__ import annotations

from schedules.wording import Context, when
from tracker.reminders.changes import Span, Standing
from tracker.spoken import day_words, due_words
from tracker.store.tasks import span_of, words


def days_heard(now: Standing, version: int, context: Context) -> str:
    """Return a version of a deadline as messages say it (“trước thứ Sáu 29/9/2023”); empty when it is not known.

    The plan's words are read again; where they mean another day, as after time was granted, the day alone is said.
    """
    due, kept = now.task.task.due, now.kept_at(version)
    span = span_of(kept)
    if span is None:
        return ""
    if version < now.task.due_version:
        due = when(kept.rpartition(" (")[0], context)
    return due_words(due) if span_of(words(due)) == span else _plain(span)


def _plain(span: Span) -> str:
    first, last = span
    since = f"{first.day}/{first.month}" + (f"/{first.year}" if first.year != last.year else "")
    return day_words(last) if first == last else f"từ {since} đến {day_words(last)}"
