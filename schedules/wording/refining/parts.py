"""Parts written apart come together: “Tháng 10: tuần 3”, “tháng 10 năm học 2023-2024”, “Học kỳ I, năm học …”."""

from __future__ import annotations

import re
from itertools import islice

from schedules.plan import SchoolYear
from schedules.wording.filling import year_in
from schedules.wording.piece import Grain, Kind, Moment, Need, Part, Piece
from schedules.wording.refining.near import is_cell, near, opens_bracket

IN_MONTH = {Grain.DAY, Grain.WEEK}
WITH_MONTH = {Grain.DAY, Grain.WEEK, Grain.MONTH}
IN_SCHOOL_YEAR = WITH_MONTH | {Grain.TERM, Grain.SCHOOL_WEEK, Grain.EVENT}

HEADING = re.compile(r"(?:\A|\n)(?:[\da-z.]{1,4} ?\|)?[^\w\n]*(?:lich(?: cong tac)?|ke hoach|cong tac|cong viec)? ?$")
HEADED = re.compile(
    r" ?(?:\|(?:[^\n]*?(?:[|;(\-:] ?|\. ))?|(?::|- )[^\n]*?(?:[|;(\-:] ?|\. ))(?: ?[-+*] )? ?"
    r"(?:(?:tu|truoc|den|het|vao|cham|nhat) ){0,3}$"
)
LISTED = re.compile(r"[^\n;|]*[;|] ?(?:[-+*] )?")
ROW, ROW_REACH, CELLS = 24, 300, 3
"""“Tháng 10 | Dự giờ | Tuần 4”: a month that opens a row dates the weeks that open its later cells."""


BAR, CLOSING = re.compile(r" ?\|"), re.compile(r" ?\)[ .;]*(?:\Z|\n|\|)")
NOBODY = Moment(Grain.COUNTED)
"""What has neither month nor year."""


def join_parts(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with months given to their weeks and school years to what stands before them."""
    done: list[Piece] = []
    for piece in pieces:
        joined = _joined(done[-1], piece, text) if done and piece.kind == Kind.TIME else None
        if joined:
            done[-1] = joined
        elif done and _lacks_month(piece):
            _append_week(done, piece, text)
        elif done and piece.need == Need.OPENER and piece.kind == Kind.TIME:
            _append_day(done, piece, text)
        else:
            done.append(piece)
    return done


def _joined(left: Piece, right: Piece, text: str) -> Piece | None:
    if left.kind != Kind.TIME or not left.first or not right.first:
        return None
    if _is_month(left) and _lacks_month(right):
        return _in_month(left, right) if near(text, left.end, right.start) else None
    if _is_school_year(right) and left.first.grain in IN_SCHOOL_YEAR and left.first.year is None:
        return _in_school_year(left, right) if _follows(text, left, right) else None
    return None


def _last_times(done: list[Piece]) -> list[int]:
    """Return where the last few times stand, as many as a row has cells, the nearest first."""
    return list(islice((at for at in range(len(done) - 1, -1, -1) if done[at].kind == Kind.TIME), CELLS))


def _append_week(done: list[Piece], week: Piece, text: str) -> None:
    """Take a week with the month of its row or list; whatever no time stands between does not part them."""
    times = _last_times(done)
    at = times[0] if times else 0
    if (head := next((at for at in times if _heads_row(done[at], week, text)), None)) is not None:
        week = _in_month(done.pop(head), week)._replace(start=week.start)
    elif _goes_on(done[at], week, text):
        week = _in_month(done[at], week)._replace(start=week.start)
    done.append(week)


def _append_day(done: list[Piece], day: Piece, text: str) -> None:
    """Take a bare d/m that is a cell, or closes one in brackets, in the row of its month: “Tháng 10 | 15/10 | Họp”."""
    at = next((at for at in _last_times(done) if _is_month(done[at])), 0)
    if (done[at].first or NOBODY).month == (day.first or NOBODY).month and (
        (_heads_row(done[at], day, text) and is_cell(text, day.start, day.end)) or _closes_row(done[at], day, text)
    ):
        year = (done.pop(at).first or NOBODY).year
        day = day._replace(opened=True, first=day.first and day.first._replace(year=year))
    done.append(day)


def _closes_row(month: Piece, day: Piece, text: str) -> bool:
    """Whether a day stands in brackets at the end of a row that its month opens: “Tháng 8 | - Dự hội nghị (23/8)”."""
    if not _is_month(month) or HEADING.search(text, max(0, month.start - ROW), month.start) is None:
        return False
    if BAR.match(text, month.end) is None or day.start - month.end > ROW_REACH:
        return False
    return opens_bracket(text, day.start) and CLOSING.match(text, day.end) is not None


def _lacks_month(piece: Piece) -> bool:
    return piece.first is not None and piece.first[0] in IN_MONTH and piece.first.month is None


def _heads_row(month: Piece, week: Piece, text: str) -> bool:
    """Whether a month begins the row a later cell of which a week opens: the month then only names the row."""
    if month.kind != Kind.TIME or not _is_month(month) or week.start - month.end > ROW_REACH:
        return False
    if HEADING.search(text, max(0, month.start - ROW), month.start) is None:
        return False
    return HEADED.fullmatch(text, month.end, week.start) is not None


def _goes_on(left: Piece, week: Piece, text: str) -> bool:
    """Whether a later week stands in the list of one that has its month: “Tháng 9: Tuần 1: …; Tuần 2: …”."""
    if left.kind != Kind.TIME or left.first is None or week.first is None or left.first.grain != Grain.WEEK:
        return False
    if left.first.month is None or week.first.value <= left.first.value or week.start - left.end > ROW_REACH:
        return False
    return LISTED.fullmatch(text, left.end, week.start) is not None


def _follows(text: str, left: Piece, right: Piece) -> bool:
    return near(text, left.end, right.start, " ,(-") or text[left.end : right.start].strip() in {"cua", "trong"}


def _is_month(piece: Piece) -> bool:
    return piece.last is None and piece.first is not None and piece.first[0] == Grain.MONTH and not piece.first.part


def _is_school_year(piece: Piece) -> bool:
    first = piece.first
    if first is None or first.grain != Grain.SCHOOL_YEAR or first.year is None:
        return False
    return first.part == Part.WHOLE and piece.last is None


def _in_month(month: Piece, week: Piece) -> Piece:
    def fill(moment: Moment | None) -> Moment | None:
        return moment and month.first and moment._replace(month=month.first.month, year=month.first.year)

    return week._replace(start=month.start, first=fill(week.first), last=fill(week.last))


def _in_school_year(piece: Piece, year: Piece) -> Piece:
    first = year.first.year if year.first else None

    def fill(moment: Moment | None) -> Moment | None:
        if moment is None or first is None or (moment.grain in WITH_MONTH and moment.month is None):
            return moment
        return moment._replace(year=year_in(moment, SchoolYear(first)))

    return piece._replace(end=year.end, first=fill(piece.first), last=fill(piece.last), problem=year.problem)
