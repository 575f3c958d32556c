"""A school plan typed in a test, read and understood: its works with their last days."""

from __future__ import annotations

from datetime import date

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n\n"


def plan_of(text, head=HEAD):
    """Return what a plan of this head and text commits the school to."""
    return understand(read_text(head + text, "dán"), load_calendar())


def table(*rows):
    """Return rows of cells parted by bars as a Markdown table."""
    first, *rest = ("|" + row + "|" for row in rows)
    return "\n".join([first, "|" + "---|" * (first.count("|") - 1), *rest]) + "\n"


def works(text, head=HEAD):
    """Return the title and last day of each work."""
    return [(task.title, task.due.day) for task in plan_of(text, head).tasks]


def day(month, number, year=2024):
    """Return a day of the plan's year."""
    return date(year, month, number)
