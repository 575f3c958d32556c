"""Hours, weekdays and openers join the time beside them: “8h00 thứ Hai, ngày 18/9”, “trong tháng 5”."""

from __future__ import annotations

import re

from schedules.wording.piece import LISTED, Grain, Kind, Limit, Piece
from schedules.wording.refining.near import is_cell, is_day, near

TODAY, TODAY_REACH = (
    re.compile(
        r",? ?(?:ngay |(?:sang|trua|chieu|toi) )?(?:hom )?(?:nay|mai|mot|kia)[ ,(]{1,3}(?:tuc (?:la )?)?(?:ngay )?"
    ),
    26,
)
OF_WEEK = {" cua ", " cac ", " cua cac "}
BAR = re.compile(r" ?\| ?")
HELD_REACH = 60
HELD = re.compile(r"(?: ?[:,–-])? [^.:;,|()\n\d]{3,55}?(?:(?P<enclosed> ?\((?:(?:vao )?luc )?)| (?:vao )?luc )")
CLOCK = re.compile(r"\d{1,2}(?:(?:h|g|:)\d\d| ?gio \d\d)|(?:[7-9]|1\d|2[0-3]) ?[hg]\b")
ENCLOSED = re.compile(r"[^\n()|]{0,50}\)")
"""What is held, before its hour, and an hour that is no length of time: “14h00”, “14h”, not “2 giờ”."""

DETAILS = {Kind.HOUR, Kind.WEEKDAY, Kind.OPEN}


def attach_details(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with hours, weekdays and openers taken into the time they belong to."""
    done: list[Piece] = []
    for at, piece in enumerate(pieces):
        if piece.kind == Kind.TIME:
            done.append(_on_same_weekday(done, _with_left(done, piece, text), text))
        elif (
            piece.kind == Kind.WEEKDAY and done and done[-1].kind == Kind.HOUR and near(text, done[-1].end, piece.start)
        ):
            hours = done.pop()
            done.append(piece._replace(start=_hours_start(done, hours, text), hour=hours.hour))
        elif piece.kind == Kind.HOUR and _belongs_left(done, piece, pieces[at + 1 : at + 2], text):
            done[-1] = done[-1]._replace(end=piece.end, hour=piece.hour, opened=True)
        elif piece.kind == Kind.WEEKDAY and done and is_day(done[-1]) and _in_brackets(done[-1], piece, text):
            done[-1] = on_weekday(done[-1]._replace(end=piece.end + 1), piece.weekday)
        elif piece.kind == Kind.HOUR and (held := _day_held(done, piece, pieces[at + 1 : at + 2], text)) is not None:
            done[held] = done[held]._replace(hour=piece.hour)
        else:
            done.append(piece)
    return done


def _in_brackets(day: Piece, weekday: Piece, text: str) -> bool:
    """Whether a weekday stands in brackets right behind its day: “27/01/2025 (thứ Hai)”."""
    return text[day.end : weekday.start].strip() == "(" and text[weekday.end : weekday.end + 1] == ")"


def _with_left(done: list[Piece], piece: Piece, text: str) -> Piece:
    """Take what stands before a time, nearest first; a label opens it but stays out of the quote."""
    while done and done[-1].kind in DETAILS and _adjoins(done[-1], piece, text):
        left = done[-1]
        if left.kind != Kind.OPEN and not _fits(left, piece):
            break
        done.pop()
        if left.rule == "label":
            piece = piece._replace(opened=True)
        elif left.kind == Kind.OPEN:
            piece = piece._replace(start=left.start, opened=True)
        elif left.kind == Kind.HOUR:
            piece = piece._replace(start=_hours_start(done, left, text), hour=left.hour, opened=True)
        else:
            piece = on_weekday(
                piece._replace(start=left.start, opened=True, hour=left.hour or piece.hour), left.weekday
            )
    return piece


def _adjoins(left: Piece, piece: Piece, text: str) -> bool:
    """Whether a detail stands right before a time; “hôm nay” between an hour and its day only points at it."""
    if near(text, left.end, piece.start):
        return True
    if left.kind == Kind.WEEKDAY and text[left.end : piece.start] in OF_WEEK:
        return piece.first is not None and piece.first.grain == Grain.WEEK
    if left.kind == Kind.WEEKDAY:
        return BAR.fullmatch(text, left.end, piece.start) is not None and is_cell(text, left.start, left.end)
    return (
        left.kind == Kind.HOUR
        and piece.start - left.end <= TODAY_REACH
        and bool(TODAY.fullmatch(text, left.end, piece.start))
    )


def _hours_start(done: list[Piece], hours: Piece, text: str) -> int:
    """Return where “từ 14 giờ đến 16 giờ” begins: its “từ” opens the hours, not the day."""
    since = done[-1] if done else None
    if since is None or hours.rule != "hours.span" or since.limit != Limit.SINCE:
        return hours.start
    return done.pop().start if near(text, since.end, hours.start) else hours.start


def _fits(left: Piece, piece: Piece) -> bool:
    grain = piece.first.grain if piece.first else None
    if is_day(piece) or (left.kind == Kind.HOUR and grain == Grain.DAY):
        return True
    return left.kind == Kind.WEEKDAY and grain == Grain.WEEK and (piece.last is None or piece.rule == LISTED)


def on_weekday(piece: Piece, weekday: int | None) -> Piece:
    """Return a time on a weekday: that names the day of a week, and is checked against a date."""
    if piece.first and piece.first.grain == Grain.WEEK:
        last = piece.last and piece.last._replace(weekday=weekday)
        return piece._replace(first=piece.first._replace(weekday=weekday), last=last)
    return piece._replace(weekday=weekday)


def _on_same_weekday(done: list[Piece], piece: Piece, text: str) -> Piece:
    """Give the second of two weeks the weekday of the first: “thứ Năm tuần 1 và tuần 3 tháng 11”."""
    if (
        not done
        or piece.rule != "weeks.month"
        or done[-1].rule != piece.rule
        or piece.first is None
        or done[-1].first is None
    ):
        return piece
    weekday = done[-1].first.weekday
    if weekday is None or piece.last is not None or text[done[-1].end : piece.start].strip() not in {"va", ",", ""}:
        return piece
    return piece if piece.first.weekday is not None else on_weekday(piece, weekday)


def _day_held(done: list[Piece], hour: Piece, after: list[Piece], text: str) -> int | None:
    """Return which is the day whose work an hour stands behind: “Ngày 28/11: Họp liên tịch (14h00)”; None for none."""
    if any(is_day(piece) and near(text, hour.end, piece.start) for piece in after):
        return None
    at = len(done) - 1 - (len(done) > 1 and done[-1].kind == Kind.OPEN)
    if at < 0 or not is_day(done[at]) or done[at].hour is not None or hour.start - done[at].end > HELD_REACH:
        return None
    held = HELD.fullmatch(text, done[at].end, hour.start)
    if held is None or (held["enclosed"] and not (CLOCK.match(text, hour.start) and ENCLOSED.match(text, hour.start))):
        return None
    return at


def _belongs_left(done: list[Piece], hour: Piece, after: list[Piece], text: str) -> bool:
    """Whether an hour belongs to the day before it: “ngày 20/11 lúc 8h00”, and no day stands right behind."""
    if any(is_day(piece) and near(text, hour.end, piece.start) for piece in after):
        return False
    at, start = len(done) - 1, hour.start
    while at > 0 and done[at].kind in {Kind.OPEN, Kind.BOUND} and near(text, done[at].end, start):
        at, start = at - 1, done[at].start
    if at < 0 or not (is_day(done[at]) and near(text, done[at].end, start)):
        return False
    del done[at + 1 :]
    return True
