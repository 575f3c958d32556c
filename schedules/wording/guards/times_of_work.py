"""The pieces that are times of work: every guard is asked of each, the first that objects decides."""

from __future__ import annotations

import re

from schedules.wording.context import Context
from schedules.wording.guards.bare_days import COUNTED, has_what_it_needs, opened_by_siblings
from schedules.wording.guards.bygone.anniversaries import is_anniversary
from schedules.wording.guards.bygone.over import OPENS, is_past_year, lies_ahead
from schedules.wording.guards.cited import (
    DATED,
    is_basis,
    is_cited,
    is_dated,
    is_made_known,
    is_named_in_basis,
    is_named_so,
    is_signing,
    is_stamp,
    is_validity,
)
from schedules.wording.guards.known import is_kept
from schedules.wording.guards.labelled_days import names_labelled_day
from schedules.wording.guards.names import without_names
from schedules.wording.guards.offices import without_offices
from schedules.wording.guards.ordinary import is_ordinary
from schedules.wording.guards.stories import belongs_to_story, goes_on_telling, is_name_of
from schedules.wording.guards.surroundings import is_of_surroundings
from schedules.wording.guards.told import banned_since, is_told
from schedules.wording.guards.tone import sounds_told
from schedules.wording.piece import YEARS, Grain, Kind, Limit, Need, Piece
from schedules.wording.reading import Reading
from schedules.wording.refining.moved import is_former, is_withdrawn
from schedules.wording.refining.near import is_cell, near
from schedules.wording.span import Span
from schedules.wording.spans import span_of

MONTHS = 12
UNREAD_AFTER = re.compile(
    r"[a-z0-9]|[/\-.,:+]\d| ?/ ?[a-z0-9]| ?%"
    r"| (?:nam hoc (?:truoc|ngoai)|nam (?:sau|truoc|ngoai|kia|hai (?:nghin|ngan|khong))"
    rf"|am lich|al|gmt|{COUNTED}|ngay(?= ?(?:[.,;)]|\Z)))\b"
    r"|\)? ?\(?am lich"
)
COUNTED_AFTER = re.compile(rf" (?:{COUNTED})\b")
DAYPART = re.compile(r"(?:(?<!chuyen )sang|trua|chieu|toi|dem) \d")
"""A part of a day in front makes a day of the figures, whatever is counted behind: “sáng 14/10 điểm trường chính”."""

UNREAD_BEFORE = re.compile(r"(?:\d[./,:\-]|[a-z0-9]/|[\d_])$")
NUMBER_OF_ITEM = re.compile(r"(?:\A|\n|[.;|] ?)\d{1,2}[.)]$")
LEAD = 26
CLAUSE_BETWEEN = re.compile(r", [^.;:\n]{8,} ")
YEAR_COLON = re.compile(r"20\d\d:$")
BLANK_DAY = re.compile(r"\bngay[ .…_\-/]{1,20}$")
"""A day left to be filled in by hand: “ngày … tháng 8 năm 2025”."""


def drop_non_times(pieces: list[Piece], reading: Reading, context: Context) -> list[Piece]:
    """Return the pieces that are times of work: every guard is asked, the first that objects decides."""
    kept: list[Piece] = []
    cite: Piece | None = None
    told: Piece | None = None
    for piece in opened_by_siblings(pieces, reading.folded):
        if piece.kind == Kind.CITE or (cite is not None and is_dated(cite, piece, reading.folded)):
            cite = piece if piece.kind == Kind.CITE or cite is None else cite._replace(rule=DATED)
        elif piece.every and (piece.kind == Kind.EVERY or piece.rule == "every.weekday"):
            if not _is_no_task(piece, cite, told, reading.folded) and not sounds_told(piece, reading, context):
                kept.append(piece)
        elif not has_what_it_needs(piece, reading, context) or is_of_paper(piece, reading, context):
            told = _past_year(piece, told, reading.folded, context)
        elif reading.is_all(piece.start, piece.end):
            # nothing stands beside it that could make it anything else
            if not _is_fact_alone(piece, reading.folded):
                kept.append(piece)
        elif _is_time(piece, cite, reading.folded, context):
            if _goes_on(told, piece, reading.folded, context) or _is_told(piece, reading, context):
                told = piece
                _drop_named(kept, told, reading.folded)
            else:
                kept.append(piece)
                told = _past_year(piece, told, reading.folded, context)
    return without_offices(without_names(kept, reading.folded), reading.folded) if len(kept) > 1 else kept


def _is_told(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether a time is told: a rule says so, or the whole sentence sounds so; the cell of a row has no sound."""
    if is_told(piece, reading, context):
        return True
    return not _is_day_of_row(piece, reading.folded) and sounds_told(piece, reading, context)


def _is_day_of_row(piece: Piece, text: str) -> bool:
    """Whether a day is the first cell of a row in one line: “Thứ Hai 01/12 | Sáng: chào cờ”."""
    if "|" not in text[piece.end : piece.end + 2] or piece.first is None or piece.first.grain != Grain.DAY:
        return False
    return is_cell(text, piece.start, piece.end)


def _is_fact_alone(piece: Piece, text: str) -> bool:
    """Whether a time that is all of its text sets nothing all the same."""
    known = is_former(piece, text) or is_kept(piece, text) or is_validity(piece, text)
    return known or is_anniversary(piece, text, alone=True)


def _goes_on(told: Piece | None, piece: Piece, text: str, context: Context) -> bool:
    """Whether a time belongs to what is told of the one before it, or is over and told beside it."""
    if told is None or _is_work_to_come(told, piece, text, context):
        return False
    return belongs_to_story(told, piece, text) or (
        goes_on_telling(told, piece, text) and lies_ahead(piece, context) is False
    )


def _is_work_to_come(told: Piece, piece: Piece, text: str, context: Context) -> bool:
    """Whether a stretch ahead stands in another clause than what is told within its sentence.

    “Lấy số liệu chốt ngày 31/12, kế toán lập danh sách và chuyển khoản trong tháng 3/2026”.
    """
    if piece.limit != Limit.NONE or not text.startswith("trong ", piece.start) or told.limit != Limit.NONE:
        return False
    if CLAUSE_BETWEEN.fullmatch(text, told.end, piece.start) is None or lies_ahead(told, context) is not False:
        return False
    return lies_ahead(piece, context) is True and not OPENS.search(text, max(0, told.start - LEAD), told.start)


def _past_year(piece: Piece, told: Piece | None, text: str, context: Context) -> Piece | None:
    """Return the year gone by that opens a sentence, of which what follows is told; else what was told before."""
    year = piece.first is not None and piece.first.grain in YEARS and is_past_year(piece, text, context)
    return piece if year else told


def _is_no_task(every: Piece, cite: Piece | None, told: Piece | None, text: str) -> bool:
    """Whether a recurrence tells how things are, stands in a paper's name, or in what was done on a day."""
    if is_ordinary(every, text) or is_named_so(every, cite, text) or belongs_to_story(told, every, text):
        return True
    return is_named_in_basis(every, text) or is_of_surroundings(every, text)


def is_of_paper(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether a day is that of a signing, or a page's stamp alone on its line, outside a column of times."""
    if is_signing(piece, reading):
        return True
    if piece.hour is None or context.time_column:
        return False
    return is_stamp(piece, reading.folded, ahead=lies_ahead(piece, context))


def _drop_named(kept: list[Piece], told: Piece, text: str) -> None:
    """Drop what names the time told of, is moved with it, or is in the ban it ends: “cấm nghỉ hè trước ngày …”."""
    if kept and (is_name_of(kept[-1], told, text) or (kept[-1].first == told.first and is_withdrawn(told, text))):
        kept.pop()
    since = banned_since(told, text) if kept else None
    while kept and since is not None and kept[-1].start > since:
        kept.pop()


def _is_around(piece: Piece, cite: Piece | None, text: str) -> bool:
    """Whether “trước và sau” stands before it: that bounds nothing."""
    return cite is not None and cite.rule == "bounds.around" and near(text, cite.end, piece.start)


def _is_time(piece: Piece, cite: Piece | None, text: str, context: Context) -> bool:
    return not (
        (is_cited(piece, cite, text) and not _is_work_of(cite, piece, text, context))
        or _is_around(piece, cite, text)
        or touches_unread(piece, text, context)
        or is_basis(piece, text)
        or is_validity(piece, text)
        or names_labelled_day(piece, text)
    )


def _is_work_of(cite: Piece | None, piece: Piece, text: str, context: Context) -> bool:
    """Whether a day ahead is none of the paper before it: that has its own, or is told to somebody on that day.

    “Theo Kế hoạch số 3 ngày 5/9, họp ngày 4/10”; “Phổ biến Thông tư 09 tới giáo viên tại buổi họp ngày 26/9”.
    """
    if cite is None or not (cite.rule == DATED or is_made_known(cite, piece, text)):
        return False
    return lies_ahead(piece, context) is True


def _is_sure(piece: Piece, context: Context) -> bool:
    """Whether figures can be no ratio: “Trước 15/11 GV nộp”, or “CN 23/11 HS …” when the 23rd is that weekday."""
    first = piece.first
    if first is None or not piece.opened or not 1 <= (first.month or 0) <= MONTHS:
        return False
    if first.value > (first.month or 0) or piece.weekday is None or context.school_year is None:
        return first.value > (first.month or 0)
    moment = first._replace(year=first.year or context.school_year.year_of(first.month or 1), grain=Grain.DAY)
    span = span_of(moment, context)
    return isinstance(span, Span) and span.start.weekday() == piece.weekday


def _is_behind_year(piece: Piece, text: str) -> bool:
    """Whether a date with its year stands right behind the colon of another: “Đợt tháng 4/2023:20/3/2023”."""
    named = piece.first is not None and piece.first.grain == Grain.DAY and piece.first.year is not None
    return named and YEAR_COLON.search(text, max(0, piece.start - 6), piece.start) is not None


def _is_numbered(piece: Piece, text: str) -> bool:
    """Whether only the number of an item is glued to a weekday: “4.Thứ sáu (05/09) khai giảng”."""
    if piece.weekday is None:
        return False
    return NUMBER_OF_ITEM.search(text, max(0, piece.start - 5), piece.start) is not None


def touches_unread(piece: Piece, text: str, context: Context) -> bool:
    """Whether a number or time word stands unread at either end."""
    if text[piece.start - 1 : piece.start] != " " and UNREAD_BEFORE.search(text, max(0, piece.start - 3), piece.start):
        return not (_is_behind_year(piece, text) or _is_numbered(piece, text))
    if piece.rule.startswith("months") and BLANK_DAY.search(text, max(0, piece.start - 25), piece.start):
        return not text.startswith("trong", piece.start)
    after = UNREAD_AFTER.match(text, piece.end)
    if after is None:
        return False
    if not COUNTED_AFTER.match(text, piece.end):
        return True
    if _is_sure(piece, context) or (piece.limit == Limit.NONE and DAYPART.match(text, piece.start)):
        return False
    return piece.need != Need.NOTHING and piece.first is not None and piece.first.grain not in YEARS
