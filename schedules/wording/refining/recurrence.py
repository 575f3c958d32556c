"""“Hằng năm”, “mỗi quý”, “và các năm tiếp theo” join the time they repeat."""

from __future__ import annotations

import re

from schedules.plan import Recurrence
from schedules.wording.piece import LISTED, Grain, Kind, Limit, Moment, Piece
from schedules.wording.refining.details import on_weekday
from schedules.wording.refining.near import near
from schedules.wording.refining.rounds import within, within_before

BREAK = re.compile(r"[.;\n!?]")
REACH = 120
LEADING = re.compile(r"[ ,:(]*(?:(?:vao|cac|ngay|buoi|sang|trua|chieu|toi|dau gio) ){0,4}")
SAME_WORK = re.compile(r",? (?:va|hoac) (?:[a-z]{1,9} ){1,6}")
AND = {"va", "hoac", ""}
COMPARED = ("nhu ", "khac ", "khac voi ", "so voi ")
"""“Như mọi năm” compares; it says of no work that it comes back."""

OF_EACH = " cua "
"""“Ngày 15 của mỗi tháng”."""

WEEKDAYS = re.compile(r"(?:,|;| &|,? va) ?(?:(?:cac|ngay|vao|sang|chieu|toi) ){0,3}")
"""Between weekdays that each come round: “chiều thứ 4, thứ 6 hằng tuần”."""

REPEATS = {
    Recurrence.YEARLY: {Grain.DAY, Grain.MONTH, Grain.WEEK, Grain.EVENT, Grain.QUARTER, Grain.TERM, Grain.SUMMER},
    Recurrence.MONTHLY: {Grain.DAY, Grain.WEEK},
}
"""What a recurrence said elsewhere in the sentence may repeat: times whose year (or month) was not written."""


def attach_recurrence(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with recurrences taken into times; a lone one stays, a lone weekday falls away."""
    done: list[Piece] = []
    led: Piece | None = None
    for at, piece in enumerate(pieces):
        if piece.kind == Kind.EVERY and _weekday_of(piece, pieces[at + 1 : at + 3], text):
            done.append(_weekly(piece, pieces[at + 1]))
            continue
        if done and done[-1].rule == "every.weekday" and piece.end <= done[-1].end:
            continue
        if piece.kind in {Kind.EVERY, Kind.FOLLOW} and done and _repeated(done, piece, text):
            within_before(done, text)
            continue
        if done and (bounded := within(done, piece, text)):
            done = bounded
            continue
        if piece.kind == Kind.WEEKDAY and done and _is_of_week(done[-1], piece, text):
            done[-1] = on_weekday(done[-1]._replace(end=piece.end, hour=piece.hour or done[-1].hour), piece.weekday)
            continue
        if piece.kind == Kind.TIME and done and done[-1].kind == Kind.EVERY:
            done[-1:] = _led(done[-1], piece, text)
            led = done[-1]
            continue
        if led is not None and done[-1] is led and led.every and _is_alike(led, piece, text):
            led = piece._replace(every=led.every, opened=True)
            done.append(led)
        else:
            done.append(piece)
    return [piece for piece in done if piece.kind not in {Kind.WEEKDAY, Kind.FOLLOW}]


def _is_of_week(week: Piece, weekday: Piece, text: str) -> bool:
    """Whether a weekday behind weeks that come round is a day of them: “tuần 1 hằng tháng vào chiều thứ Năm”."""
    if week.kind != Kind.TIME or week.first is None or week.first.grain != Grain.WEEK or not week.every:
        return False
    fits = week.first.weekday is None and week.limit == Limit.NONE and (week.last is None or week.rule == LISTED)
    return fits and LEADING.fullmatch(text, week.end, weekday.start) is not None


def _weekday_of(every: Piece, behind: list[Piece], text: str) -> bool:
    """Whether one weekday alone stands behind “hằng tuần”: “Hằng tuần, vào chiều thứ Sáu”."""
    if every.every is not Recurrence.WEEKLY or not behind or behind[0].kind != Kind.WEEKDAY:
        return False
    several = len(behind) > 1 and behind[1].kind == Kind.WEEKDAY
    return not several and LEADING.fullmatch(text, every.end, behind[0].start) is not None


def _weekly(every: Piece, weekday: Piece) -> Piece:
    moment = Moment(Grain.PERIOD, name="weekday", weekday=weekday.weekday)
    return Piece(
        every.start,
        weekday.end,
        Kind.TIME,
        "every.weekday",
        moment,
        limit=weekday.limit,
        every=every.every,
        hour=weekday.hour,
    )


def _repeated(done: list[Piece], every: Piece, text: str) -> bool:
    """Take “… hằng năm” behind a time or a weekday."""
    left = done[-1]
    if not near(text, left.end, every.start) and text[left.end : every.start] != OF_EACH:
        return False
    if left.kind == Kind.TIME and every.limit == Limit.SINCE:
        limit = Limit.SINCE if left.limit == Limit.NONE and left.last is None else left.limit
        done[-1] = left._replace(end=every.end, limit=limit, opened=True)
        return True
    if left.kind == Kind.TIME:
        done[-1] = left._replace(end=every.end, every=every.every, opened=True)
        _also(done, every, text)
        return True
    if left.kind != Kind.WEEKDAY or every.every is not Recurrence.WEEKLY:
        return False
    first = _first_weekday(done, text)
    if first is None:
        return False
    done[first:] = [_weekly(every, one)._replace(start=one.start, end=one.end) for one in done[first:]]
    done[-1] = done[-1]._replace(end=every.end)
    return True


def _first_weekday(done: list[Piece], text: str) -> int | None:
    """Return where the weekdays that end a text begin, each weekly; None when one is joined in any other way."""
    at = len(done) - 1
    while at > 0 and done[at - 1].kind == Kind.WEEKDAY:
        if not WEEKDAYS.fullmatch(text, done[at - 1].end, done[at].start) or done[at - 1].limit != done[at].limit:
            return None
        at -= 1
    return at


def _also(done: list[Piece], every: Piece, text: str) -> None:
    """Give “ngày 15 và ngày 30 hằng tháng” its recurrence on every day of the list."""
    at = len(done) - 1
    while at > 0 and done[at - 1].every is None and _is_alike(done[at - 1], done[at], text):
        at -= 1
        done[at] = done[at]._replace(every=every.every, opened=True)


def _is_alike(left: Piece, right: Piece, text: str) -> bool:
    """Whether two times of one size, their year not written, stand in one list."""
    if left.first is None or right.first is None or right.kind != Kind.TIME or left.first.year or right.first.year:
        return False
    if left.first.grain != right.first.grain:
        return False
    if text[left.end : right.start].strip(" ,") in AND:
        return True
    return left.limit == right.limit != Limit.NONE and SAME_WORK.fullmatch(text, left.end, right.start) is not None


def _led(every: Piece, piece: Piece, text: str) -> list[Piece]:
    """Take “Hằng năm, trước ngày 30/6”: right before the time, or earlier in the sentence when it fits."""
    if near(text, every.end, piece.start):
        return [piece._replace(start=every.start, every=every.every, opened=True)]
    between = text[every.end : piece.start]
    compared = text.endswith(COMPARED, 0, every.start)
    if compared or len(between) > REACH or BREAK.search(between) or not _fits(every, piece):
        return [every, piece]
    return [piece._replace(every=every.every, opened=True)]


def _fits(every: Piece, piece: Piece) -> bool:
    first = piece.first
    if first is None or first.year is not None or piece.every:
        return False
    if first.grain not in REPEATS.get(every.every or Recurrence.WEEKLY, set()):
        return False
    return (first.month is None) == (every.every is Recurrence.MONTHLY) or first.grain not in {Grain.DAY, Grain.WEEK}
