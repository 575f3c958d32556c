"""A resolved stretch of days, or the reason there is none."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from schedules.plan import Precision


class Span(NamedTuple):
    """First and last day, how fine the wording was, what was taken by convention, and why."""

    start: date
    end: date
    precision: Precision
    implied: tuple[str, ...]
    why: str


class Doubt(NamedTuple):
    """Why a wording has no days: impossible (31/4), or only unknown for now (no year)."""

    why: str
    impossible: bool


def impossible(why: str) -> Doubt:
    """Return the doubt of a time that no calendar has."""
    return Doubt(why, impossible=True)


def unknown(why: str) -> Doubt:
    """Return the doubt of a time that lacks a part."""
    return Doubt(why, impossible=False)


def show(first: date, last: date | None = None) -> str:
    """Return a day or a span as people write it: 16–22/10/2023."""
    end = last or first
    tail = f"{end.day}/{end.month}/{end.year}"
    if last is None or first == last:
        return tail
    if first.year != last.year:
        return f"{first.day}/{first.month}/{first.year}–{tail}"
    return f"{first.day}–{tail}" if first.month == last.month else f"{first.day}/{first.month}–{tail}"
