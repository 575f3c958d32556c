"""Why a day is that day begins with the plan's own words, also where understanding composed them to be read."""

from __future__ import annotations

from dataclasses import replace

from schedules.plan import Due

OPEN, CLOSE = "“", "”"


def in_the_plans_words(due: Due) -> Due:
    """Return the due whose reason quotes what the plan says.

    “12/10/2026 – 16/10/2026” of two columns is read as “từ ngày 12/10/2026 đến ngày 16/10/2026”, which stands nowhere.
    """
    if not due.words or not due.basis.startswith(OPEN):
        return due
    quoted, closed, rest = due.basis[1:].partition(CLOSE)
    if not closed or quoted == due.words or CLOSE in due.words:
        return due
    return replace(due, basis=f"{OPEN}{due.words}{CLOSE}{rest}")
