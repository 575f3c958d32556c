"""Parts written apart come together: “Tháng 10: tuần 3”, “tháng 10 năm học 2023-2024”, “Học kỳ I, năm học …”."""

from __future__ import annotations

from schedules.plan import SchoolYear
from schedules.wording.filling import year_in
from schedules.wording.piece import Grain, Kind, Moment, Part, Piece
from schedules.wording.refining.near import near

WITH_MONTH = {Grain.DAY, Grain.WEEK, Grain.MONTH}
IN_SCHOOL_YEAR = WITH_MONTH | {Grain.TERM, Grain.SCHOOL_WEEK, Grain.EVENT}


def join_parts(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with months given to their weeks and school years to what stands before them."""
    done: list[Piece] = []
    for piece in pieces:
        joined = _joined(done[-1], piece, text) if done and piece.kind == Kind.TIME else None
        if joined:
            done[-1] = joined
        else:
            done.append(piece)
    return done


def _joined(left: Piece, right: Piece, text: str) -> Piece | None:
    if left.kind != Kind.TIME or not left.first or not right.first:
        return None
    if _is_month(left) and right.first.grain == Grain.WEEK and right.first.month is None:
        return _in_month(left, right) if near(text, left.end, right.start) else None
    if _is_school_year(right) and left.first.grain in IN_SCHOOL_YEAR and left.first.year is None:
        return _in_school_year(left, right) if _follows(text, left, right) else None
    return None


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
