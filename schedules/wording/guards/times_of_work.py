"""The pieces that are times of work: every guard is asked of each, the first that objects decides."""

from __future__ import annotations

import re

from schedules.wording.context import Context
from schedules.wording.guards.bygone.anniversaries import is_anniversary
from schedules.wording.guards.bygone.over import is_past_year, lies_ahead
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
from schedules.wording.guards.labelled_days import is_labelled_day, names_labelled_day
from schedules.wording.guards.names import without_names
from schedules.wording.guards.offices import without_offices
from schedules.wording.guards.ordinary import is_ordinary
from schedules.wording.guards.row_cells import is_time_of_cell, is_year_of_work
from schedules.wording.guards.stories import belongs_to_story, goes_on_telling, is_name_of
from schedules.wording.guards.surroundings import is_of_surroundings
from schedules.wording.guards.told import banned_since, is_told
from schedules.wording.guards.tone import sounds_told
from schedules.wording.piece import YEARS, Grain, Kind, Limit, Need, Piece
from schedules.wording.reading import Reading
from schedules.wording.refining.moved import is_withdrawn
from schedules.wording.refining.near import near
from schedules.wording.span import Span
from schedules.wording.spans import span_of

TELLING, MONTHS = 120, 12
COUNTED = (
    r"hoc sinh|hs|tre|lop|giao vien|gv|tiet|phieu|dong|trieu|so|nguoi|thoi gian|thanh vien|truong|diem|em"
    r"|khoi luong|tin chi|mon"
)
"""Nouns that make a ratio of what looks like a day: “3/4 số trẻ”."""

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
YEAR_COLON = re.compile(r"20\d\d:$")
BLANK_DAY = re.compile(r"\bngay[ .…_\-/]{1,20}$")
"""A day left to be filled in by hand: “ngày … tháng 8 năm 2025”."""

CLOSED, CLOSED_CLAUSE = re.compile(r" ?\)"), re.compile(r" ?\)(?= ?[,;|\n])")
OPENED = re.compile(rf"(?:\A|[^\w])(?!(?:lop|khoi|ty le|ti le|dat|{COUNTED})\b)[a-z]+[\W\d]*\( ?$")
"""Brackets that may hold a day: not those of a class, a rate or a count."""

ROW_OPENS, ROW_WORK = re.compile(r"(?:\W{0,3}(?:tuan )?\d{1,3}\W{0,3}\|)?\W{0,4}"), re.compile(r"[ .]{0,2}\| ?[a-z]")
"""Where a row in one line begins, and the work in its next cell."""

MARKS = re.compile(rf"(?:\A|[.;|(\n] ?)\W*(?:ty|ti|diem|ket qua|dat|so|vang|{COUNTED})\b[^.;:|()\n]{{0,60}}: $")
"""Labels of counts and scores: “Tỷ số: 14/11 - 15/11”."""

NEXT = re.compile(
    r"(?:\A|[.;:\n] ?)\W*(?:tu )?(?:tuan|thang) (?:toi|sau|nay|(?:ke )?tiep(?: theo)?|nua)\b"
    r"(?! (?:truoc|qua|vua|roi))[^.;:\n()]{0,90}\($"
)
"""A week called by its distance that opens a sentence, and what is done in it."""


def drop_non_times(pieces: list[Piece], reading: Reading, context: Context) -> list[Piece]:
    """Return the pieces that are times of work: every guard is asked, the first that objects decides."""
    kept: list[Piece] = []
    cite: Piece | None = None
    told: Piece | None = None
    for piece in pieces:
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
    """Whether a time is told: a rule says so, or the whole sentence sounds so."""
    return is_told(piece, reading, context) or sounds_told(piece, reading, context)


def _is_fact_alone(piece: Piece, text: str) -> bool:
    """Whether a time that is all of its text sets nothing all the same."""
    return is_withdrawn(piece, text) or is_anniversary(piece, text, alone=True) or is_kept(piece, text)


def _goes_on(told: Piece | None, piece: Piece, text: str, context: Context) -> bool:
    """Whether a time belongs to what is told of the one before it, or is over and told beside it."""
    if told is None:
        return False
    return belongs_to_story(told, piece, text) or (
        goes_on_telling(told, piece, text) and lies_ahead(piece, context) is False
    )


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


def has_what_it_needs(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether what stands beside figures makes a time of them: a ratio or the name of a class looks like a day."""
    if piece.need == Need.NOTHING or context.time_column:
        return True
    if piece.opened and piece.need != Need.ALONE:
        return True
    if piece.last is not None and piece.need != Need.ALONE and _is_sure_span(piece, reading):
        return True
    if piece.need == Need.OPENER:
        if _is_of_next(piece, reading.folded) or is_labelled_day(piece, reading.folded):
            return True
        return _is_of_row(piece, context) and (
            reading.is_all(piece.start, piece.end) or _closes(piece, reading) or _opens_row(piece, reading)
        )
    if reading.is_all(piece.start, piece.end):
        return True
    return piece.need == Need.WHOLE and (
        is_time_of_cell(piece, reading.folded) or is_year_of_work(piece, reading.folded, context.doc_date)
    )


def _is_of_next(piece: Piece, text: str) -> bool:
    """Whether days in brackets say which a week or month is, called by its distance: “Tuần tới … (23-27/9)”."""
    if piece.last is None or not text.endswith("(", 0, piece.start) or CLOSED.match(text, piece.end) is None:
        return False
    return NEXT.search(text, max(0, piece.start - TELLING), piece.start) is not None


def _is_sure_span(piece: Piece, reading: Reading) -> bool:
    """Whether two days need no word to open them: behind a label, or as the first cell of a row: “16-20/3 | …”."""
    if _is_span_of_label(piece, reading.folded):
        return True
    last = piece.last
    no_ratio = piece.rule == "days.span" and last is not None and last.value > (last.month or 0)
    return no_ratio and _opens_row(piece, reading)


def _is_span_of_label(piece: Piece, text: str) -> bool:
    """Whether two days behind a label's colon can be no marks: “Thi cuối học kỳ I: 22/12 - 26/12”, not “3/4 - 4/5”."""
    first, last = piece.first, piece.last
    if first is None or last is None or not text.endswith(": ", 0, piece.start) or first.grain != last.grain:
        return False
    months = (last.month or 0) - (first.month or 0)
    if first.month is None or not (months in {1, 1 - MONTHS} or (months == 0 and first.value < last.value)):
        return False
    if last.value <= (last.month or 0) and text[piece.start] != "0":
        return False
    return MARKS.search(text, max(0, piece.start - TELLING), piece.start) is None


def _closes(piece: Piece, reading: Reading) -> bool:
    """Whether a bare d/m stands in brackets that close an item or a clause: “Trả phép đúng thời gian (05/8)”."""
    text = reading.folded
    closed = CLOSED_CLAUSE if piece.end + 3 < reading.body[1] else CLOSED
    if closed.match(text, piece.end) is None:
        return False
    return OPENED.search(text, max(0, piece.start - TELLING), piece.start) is not None


def _opens_row(piece: Piece, reading: Reading) -> bool:
    """Whether a bare d/m is the first cell of a row, or stands behind its number: “15/10 | Nộp bản thảo”."""
    text = reading.folded
    return ROW_WORK.match(text, piece.end) is not None and ROW_OPENS.fullmatch(text, 0, piece.start) is not None


def _is_of_row(piece: Piece, context: Context) -> bool:
    """Whether a bare d/m that is a whole cell lies in the month of its row, or beside it."""
    month, row = (piece.first.month if piece.first else None), context.table_month
    return month is not None and row is not None and (month - row) % MONTHS in {0, 1, MONTHS - 1}


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


def touches_unread(piece: Piece, text: str, context: Context) -> bool:
    """Whether a number or time word stands unread at either end."""
    if text[piece.start - 1 : piece.start] != " " and UNREAD_BEFORE.search(text, max(0, piece.start - 3), piece.start):
        return not _is_behind_year(piece, text)
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
