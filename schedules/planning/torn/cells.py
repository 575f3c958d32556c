"""The lines of one row of a torn table → the texts of its cells: words and numbers cut at an edge made whole.

A line of work that begins anew (marked, or with a capital where the line above had room left) stays a line of its own,
and the times and people that stand beside it begin a line with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from schedules.planning.tables.columns import PEOPLE, WORDED_TIMES, Role
from schedules.planning.tables.works import BULLET
from schedules.wording import fold

TRAILING = re.compile(r"(?:[,+&–-]|\b(?:va|và))$")
OPEN_TIME = re.compile(
    r"(?:(?<!hang )(?<!moi )(?<!ca )\b(?:tu|den|toi|ngay|truoc|thang|tuan|quy|cham nhat|muon nhat|va|cac|hoc|ki|ky|nam|"
    r"het|cuoi|dau|giua|tiep|thoi)|"
    r"[-–+,(/]|\b\d{1,2}/\d{1,2}/\d{0,3}|\b\d{1,2}/20\d?|\bnam hoc 20\d\d)$"
)
TIME_START = re.compile(r"[^\w(]*(?:tuan|ngay|thang|truoc|tu|quy|hoc k[iy]|cham nhat|het|cuoi|dau|\d{1,2}/\d)")
WEEKDAY = re.compile(r"(?:thu \w{2,4}|chu nhat)[,.]?")
GLUED_DIGITS = (
    (re.compile(r"/\d{0,3}$"), re.compile(r"\d{1,4}\b"), 4),
    (re.compile(r"\d\.\d{0,2}$"), re.compile(r"\d{1,3}(?!\d)"), 3),
)
"""A number too wide for its cell is cut anywhere: "20/01/202" and "7" are one date, "5.000." and "000" one sum."""

SUM_TAIL = re.compile(r"\.\d{3}\b")
HYPHEN = re.compile(r"\w-$")


def is_cut(text: str, following: str) -> bool:
    """Whether a line ends within a number or a hyphened word that the next one finishes."""
    for tail, head, digits in GLUED_DIGITS:
        end, begin = tail.search(text), head.match(following)
        if end and begin and len(re.split(r"[/.]", end[0])[-1]) + len(begin[0]) == digits:
            return True
    if SUM_TAIL.match(following) and text[-1:].isdigit():
        return True
    return HYPHEN.search(text) is not None and following[:1].isalnum()


def is_open(text: str) -> bool:
    """Whether a time is not said to its end ("Từ 07/11 đến")."""
    return OPEN_TIME.search(fold(text).strip()) is not None


def begins_time(above: str, line: str) -> bool:
    """Whether a line of a time cell begins another time: the one above is whole, and this has a beginning."""
    whole = bool(above) and not is_open(above) and not WEEKDAY.fullmatch(fold(above).strip())
    return whole and TIME_START.match(fold(line)) is not None


def room_left(before: str, following: str, width: int) -> int:
    """Return how many letters more than the first word of the next line a line of a cell still held."""
    return width - len(before) - 1 - len(following.split(maxsplit=1)[0])


def joined(lines: Sequence[str], breaks: frozenset[int] = frozenset()) -> str:
    """Return the lines of a cell as one text, with a line break before each of `breaks` and each marked line."""
    text = ""
    for at, line in enumerate(lines):
        if not text or not line:
            text = text or line
        elif at in breaks or (BULLET.match(line) and not is_open(text)):
            text = f"{text}\n{line}"
        else:
            text = f"{text}{line}" if is_cut(text, line) else f"{text} {line}"
    return text


def texts_of(columns: Sequence[Sequence[str]], roles: Sequence[Role | None], widths: Sequence[int]) -> tuple[str, ...]:
    """Return the text of every cell of a row from the lines of each column."""
    works = frozenset[int]()
    if Role.WORK in roles:
        last = len(roles) - 1 - roles[::-1].index(Role.WORK)
        works = _new_works(columns[last], widths[last])
    return tuple(_cell(lines, role, works) for lines, role in zip(columns, roles, strict=True))


def _cell(lines: Sequence[str], role: Role | None, works: frozenset[int]) -> str:
    if role is Role.WORK:
        return joined(lines, works)
    if role in WORDED_TIMES or role is Role.WEEK:
        return joined(lines, frozenset(at for at in works if begins_time(joined(lines[:at]), lines[at])))
    if role in PEOPLE:
        return joined(lines, frozenset(at for at in works if not TRAILING.search(joined(lines[:at]))))
    return joined(lines)


def _new_works(lines: Sequence[str], width: int) -> frozenset[int]:
    pairs = enumerate(pairwise(lines), 1)
    return frozenset(at for at, (before, line) in pairs if before and line and _is_new_work(before, line, width))


def _is_new_work(before: str, line: str, width: int) -> bool:
    if BULLET.match(line):
        return not is_open(before)
    return line[0].isupper() and room_left(before, line, width) > 1 and before[-1] not in ",(-"
