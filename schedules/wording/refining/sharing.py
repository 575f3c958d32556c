"""A day or week that several months share: “trước ngày 15 các tháng 9, 12, 5”, “ngày 05 tháng 01 và tháng 6”."""

from __future__ import annotations

import re

from schedules.wording.families.shapes import LIST_ENDS, SPAN_SIGNS, members
from schedules.wording.piece import SHARED, Grain, Kind, Moment, Part, Piece

IN_MONTH = {Grain.DAY, Grain.WEEK}
OF = re.compile(r" (?:cua )?(?:cac |nhung )?")
EACH = re.compile(r"(?:thang ?)?(?<!\d)(\d{1,2})(?!\d)")
SPANNED = re.compile(SPAN_SIGNS)
SPLIT = {"days.worded", "weeks.weekday", "weeks.month", "months.part"}
SIGN = re.compile(r" ?(?:,|,? va|&) ?")
ENDS = re.compile(LIST_ENDS)


def join_shared(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with a day or week given to every month of the list behind it."""
    if not any(map(_is_month, pieces)):
        return pieces
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        if last is None or piece.kind != Kind.TIME or last.kind != Kind.TIME or not _is_month(piece):
            done.append(piece)
        elif _lacks_month(last) and OF.fullmatch(text, last.end, piece.start):
            done[-1:] = _spread(last, piece, text)
        elif _shares(last, piece, text):
            done.append(_on(last, piece, (piece.start, piece.end), piece.first))
        else:
            done.append(piece)
    return done


def _is_month(piece: Piece) -> bool:
    first = piece.first
    return first is not None and first.grain == Grain.MONTH and first.month is not None and first.part == Part.WHOLE


def _lacks_month(piece: Piece) -> bool:
    """Whether a day or week waits for its month; “tuần 2” counts in a month."""
    return piece.first is not None and _is_in_month(piece.first) and piece.first.month is None


def _is_in_month(moment: Moment) -> bool:
    return moment.grain in IN_MONTH or (moment.grain == Grain.MONTH and moment.part != Part.WHOLE)


def _shares(left: Piece, month: Piece, text: str) -> bool:
    """Whether a month goes on with the day before it: “ngày 15 các tháng 9 và 12”, “ngày 05 tháng 01 và tháng 6”."""
    first = left.first
    if first is None or not _is_in_month(first) or first.month is None or month.last is not None or left.every:
        return False
    if not SIGN.fullmatch(text, left.end, month.start):
        return False
    return left.rule == SHARED or (left.rule in SPLIT and bool(ENDS.match(text, month.end)))


def _spread(day: Piece, months: Piece, text: str) -> list[Piece]:
    """Return the day in each month of “các tháng 9, 10, 11”; the first keeps the words before it.

    From one month to another it comes back monthly, which nobody wrote: it stays without its months.
    """
    first, end = months.first, months.last
    if first is None or end is None:
        return [_on(day, months, (day.start, months.end), first)]
    if SPANNED.search(text, months.start, months.end):
        return [day]
    spots = list(EACH.finditer(text, months.start, months.end))
    named = [int(spot[1]) for spot in spots]
    years = [end.year and end.year - (month > (end.month or 0)) for month in named]
    return [
        _on(day, months, place, Moment(Grain.MONTH, 0, month, year))
        for place, month, year in zip(members(spots, day.start, months.end), named, years, strict=True)
    ]


def _on(day: Piece, months: Piece, place: tuple[int, int], month: Moment | None) -> Piece:
    """Return the day in a month, standing at a place of its own."""

    def fill(moment: Moment | None) -> Moment | None:
        return moment and month and moment._replace(month=month.month, year=month.year)

    start, end = place
    first, last = fill(day.first), fill(day.last)
    return day._replace(start=start, end=end, first=first, last=last, rule=SHARED, opened=True, every=months.every)
