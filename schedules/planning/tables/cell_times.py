"""The times of a cell beside several works: a line for each of them, or one time written over several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from schedules.plan import Due
from schedules.planning.drafts import in_column
from schedules.planning.tables.cell_lines import (
    BARE_WEEK,
    DAYS,
    filled_lines,
    flat,
    is_whole,
    stands_alone,
    whole_lines,
)
from schedules.planning.tables.contents import STANDING, is_time
from schedules.planning.tables.listed_times import BEGINS
from schedules.planning.tables.programmes import is_hours
from schedules.planning.tables.works import BULLET
from schedules.wording import Context, find, fold, when
from schedules.wording.repair import repair

PART_OF_MONTH = re.compile(r"^\W*(?:dau|giua|cuoi|nua dau|nua cuoi)\W*$")
"""“Đầu”, “Giữa” beside “Cuối tháng” in the row of a month."""

WEEKDAY = re.compile(r"^\W*(?:thu|chu nhat)\b")
DAY_OF_WEEK = re.compile(r"^\W*(?:(?:sang|chieu|toi)\s+)?(?:thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\W*$")
GOES_ON = re.compile(r"^\W*(?:den|va|hoac)\b")
BEGUN = re.compile(r"^\W*tu\b(?!.*\bden\b)")
MARK = re.compile(r"^\s*[-–—+*•]\s*")
FEWEST = 2
TUESDAY, FRIDAY, WEEK = 1, 4, 7


def in_full(time: str, context: Context) -> str:
    """Return a time with the month its row says, where it only names the part of one: "Giữa" → "Giữa tháng"."""
    return f"{time} tháng" if context.table_month and PART_OF_MONTH.match(fold(time)) else time


def lines_of(time: str, works: int, context: Context) -> list[str]:
    """Return the times of a cell, a line each; `works` is how many works its row has, `context` the row's.

    As many lines as works are a time each; a line that goes on, or only tells the days of the week above it, is none.
    """
    lines = [line.strip() for line in filled_lines(time)]
    listed = _are_listed(lines, works)
    if len(lines) > 1 and all(BULLET.match(line) for line in lines) and (works > 1 or not MARK.match(lines[0])):
        lines = [BULLET.sub("", line).strip().rstrip(";,") for line in lines]
    if listed or _are_weekdays(lines, works):
        return lines
    joined = whole_lines("\n".join(lines))
    if len(lines) != works or works < FEWEST or len(joined) == len(lines):
        return joined
    apart: list[str] = []
    for line in lines:
        if apart and len(whole_lines(f"{apart[-1]}\n{line}")) == 1 and not _of_next(apart[-1], line, context):
            apart[-1] = f"{apart[-1]} {line}"
        else:
            apart.append(line)
    return apart


def _are_listed(lines: Sequence[str], works: int) -> bool:
    """Whether as many times as works stand behind a mark each, none of them going on in the next or in a bracket."""
    if len(lines) != works or works < FEWEST or not all(MARK.match(line) for line in lines):
        return False
    bare = [MARK.sub("", line) for line in lines]
    begun = all(BEGINS.match(repair(fold(line))) for line in bare)
    return begun and all(is_whole(first, then) for first, then in pairwise(bare))


def _are_weekdays(lines: Sequence[str], works: int) -> bool:
    """Whether each of several works has a day of the week."""
    return len(lines) == works >= FEWEST and all(DAY_OF_WEEK.match(fold(line)) for line in lines)


def times_beside(lines: Sequence[str], works: int, context: Context) -> list[str]:
    """Return the times for several works: the lines, or one time where they only make one together."""
    if not lines or all(stands_alone(line) for line in lines):
        return list(lines)
    if works < FEWEST or _is_one(lines, works, context):
        return [" ".join(lines)]
    return list(lines)


def _of_next(above: str, line: str, context: Context) -> bool:
    """Whether days under a bare week are the time of the next work, and do not only tell the days of that week."""
    if line.startswith("(") or not BARE_WEEK.match(fold(above)) or not DAYS.match(fold(line)):
        return False
    if WEEKDAY.match(fold(above)):
        return False
    week, days = (when(words, in_column(context)) for words in (above, line))
    if days.day is None or days.start in {None, days.day}:
        return days.day is not None
    return _are_apart(week, days)


def _are_apart(week: Due, days: Due) -> bool:
    """Whether days are others than those of a week: too many, or outside it and no whole week of another count."""
    if not days.start or not days.day:
        return True
    whole = days.start.weekday() <= TUESDAY and days.day.weekday() >= FRIDAY
    if not week.start or not week.day:
        return not whole
    longer = (days.day - days.start).days > max((week.day - week.start).days, WEEK - 1)
    return longer or (not whole and (days.day < week.start or week.day < days.start))


def _is_one(lines: Sequence[str], works: int, context: Context) -> bool:
    """Whether lines make one time together: one of them says when, and the others only go on with it."""
    if GOES_ON.match(fold(lines[-1])) and (lines[-1][:1].islower() or BEGUN.match(fold(lines[0]))):
        return len(lines) == FEWEST
    if _are_weekdays(lines, works):
        return False
    said = [line for line in lines if _says(line, context)]
    if len(said) > 1:
        return False
    rest = [line for line in lines if line not in said]
    return len(lines) != works or all(_is_piece(line, context) for line in rest)


def _says(line: str, context: Context) -> bool:
    """Whether a line says a time by itself, a day that no calendar has among them."""
    if is_hours(line):
        return False
    if STANDING.match(fold(line)):
        return True
    due = when(in_full(flat(line), context), in_column(context))
    return due.dated or bool(due.recurrence) or any(one.problem for one in find(flat(line), in_column(context)))


def _is_piece(line: str, context: Context) -> bool:
    """Whether a line is only a piece of a time: an hour, a word of times, what goes on in lower case."""
    return is_hours(line) or line[:1].islower() or is_time(line, context) or len(line.split()) == 1
