"""Figures that may be a ratio, a class or a score: what beside them makes a day of them."""

from __future__ import annotations

import re

from schedules.wording.context import Context
from schedules.wording.guards.group_days import opened_of_groups
from schedules.wording.guards.labelled_days import heads_work, is_labelled_day
from schedules.wording.guards.row_cells import is_time_of_cell, is_year_of_work
from schedules.wording.piece import Need, Piece
from schedules.wording.reading import Reading
from schedules.wording.refining.near import is_cell

TELLING, MONTHS = 120, 12
COUNTED = (
    r"hoc sinh|hs|tre|lop|giao vien|gv|tiet|phieu|dong|trieu|so|nguoi|thoi gian|thanh vien|truong|diem|em"
    r"|khoi luong|tin chi|mon"
)
"""Nouns that make a ratio of what looks like a day: “3/4 số trẻ”."""

LABELS = re.compile(r" ?: ?[a-z]")
CLOSED, CLOSED_CLAUSE = re.compile(r" ?[)\]]"), re.compile(r" ?\)(?= ?[,;|\n])")
OPENED = re.compile(rf"(?:\A|[^\w])(?!(?:lop|khoi|ty le|ti le|dat|{COUNTED})\b)[a-z]+[\W\d]*\( ?$")
"""Brackets that may hold a day: not those of a class, a rate or a count."""

ROW_OPENS, ROW_WORK = re.compile(r"(?:\W{0,3}(?:tuan )?\d{1,3}\W{0,3}\|)?\W{0,4}"), re.compile(r"[ .]{0,2}\| ?[a-z]")
"""Where a row in one line begins, and the work in its next cell."""

MARKS = re.compile(rf"(?:\A|[.;|(\n] ?)\W*(?:ty|ti|diem|ket qua|dat|so|vang|{COUNTED})\b[^.;:|()\n]{{0,60}}: $")
"""Labels of counts and scores: “Tỷ số: 14/11 - 15/11”."""

AT_MOST = ("khong qua ", "khong vuot qua ", "toi da ")
SHARE = re.compile(
    r"\b(?:so (?:cau|bai|tiet|hoc sinh|hs|em|lop|giao vien|gv|buoi|phieu)|ty le|ti le|muc)\b[^.;:\n]{0,40} $"
)
"""“Đề có số câu vận dụng không quá 3/10”."""

ITEMS, MARKS_LISTED = re.compile(r" ?; [a-z][^.;\n]*"), re.compile(r"\b(?:diem|dat|ty le|ti le|so)\b")
"""From one item to the next, with whom it is about: “; Tiểu học Mường Lựm ”."""

SCORED = re.compile(r"\bdiem(?: (?:tx|gk|ck|kt|kiem tra|thi|mieng|so|tb))*\b[^.\n]{0,60}$")
TOP = 10
"""“Điểm TX lần 1: 7/10”: marks out of ten, whatever label stands before them."""

NEXT = re.compile(
    r"(?:\A|[.;:\n] ?)\W*(?:tu )?(?:tuan|thang) (?:toi|sau|nay|(?:ke )?tiep(?: theo)?|nua)\b"
    r"(?! (?:truoc|qua|vua|roi))[^.;:\n()]{0,90}\($"
)
"""A week called by its distance that opens a sentence, and what is done in it."""


def opened_by_siblings(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with bare days opened that are listed before days of their shape with a year, or by groups.

    “Mầm non Hoa Ban 20-21/10; Tiểu học Mường Lựm 23-24/10; THCS 29-30/10/2025”.
    """
    if len(pieces) == 1 or not any(one.need == Need.OPENER and not one.opened for one in pieces):
        return pieces
    opened, sure = list(pieces), None
    for at in range(len(pieces) - 1, -1, -1):
        piece = opened[at]
        if sure is not None and _is_sibling(piece, sure, text):
            opened[at] = piece._replace(opened=True)
            sure = opened[at]
        elif piece.first is not None and piece.first.year is not None and text[piece.start].isdigit():
            sure = piece
    return opened_of_groups(opened, text)


def _is_sibling(piece: Piece, sure: Piece, text: str) -> bool:
    """Whether bare days stand in the item before sure ones of the same shape, and are earlier."""
    one, other = piece.first, sure.first
    if piece.need != Need.OPENER or piece.opened or one is None or other is None or piece.rule != sure.rule:
        return False
    if (piece.last is None) != (sure.last is None) or (one.month, one.value) == (other.month, other.value):
        return False
    between = text[piece.end : sure.start]
    return len(between) <= TELLING and ITEMS.fullmatch(between) is not None and MARKS_LISTED.search(between) is None


def has_what_it_needs(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether what stands beside figures makes a time of them: a ratio or the name of a class looks like a day."""
    if piece.need == Need.NOTHING or context.time_column:
        return True
    if piece.opened and piece.need != Need.ALONE:
        return not _is_score(piece, reading.folded)
    if piece.last is not None and piece.need != Need.ALONE and _is_sure_span(piece, reading):
        return True
    if piece.need == Need.OPENER:
        if _is_of_next(piece, reading.folded) or is_labelled_day(piece, reading.folded):
            return True
        if heads_work(piece, reading.folded, context.table_month):
            return True
        return _is_of_row(piece, context) and (
            reading.is_all(piece.start, piece.end)
            or _closes(piece, reading)
            or _opens_row(piece, reading)
            or is_cell(reading.folded, piece.start, piece.end)
        )
    if reading.is_all(piece.start, piece.end):
        return True
    return piece.need == Need.WHOLE and (
        is_time_of_cell(piece, reading.folded) or is_year_of_work(piece, reading.folded, context.doc_date)
    )


def _is_score(piece: Piece, text: str) -> bool:
    """Whether figures behind the label of a round are marks out of ten, or say how many of how many at most."""
    if text.startswith(AT_MOST, piece.start):
        return SHARE.search(text, max(0, piece.start - TELLING), piece.start) is not None
    first = piece.first
    if first is None or piece.last is not None or piece.need != Need.OPENER or not text[piece.start].isdigit():
        return False
    if first.month != TOP or first.value > TOP:
        return False
    return SCORED.search(text, max(0, piece.start - TELLING), piece.start) is not None


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
    """Whether two days of a label or in brackets can be no marks: “Thi cuối học kỳ I: 22/12 - 26/12”, not “3/4 - 4/5”.

    Their work stands behind the colon, or before it.
    """
    first, last = piece.first, piece.last
    if first is None or last is None or first.grain != last.grain:
        return False
    if not (text.endswith(": ", 0, piece.start) or _is_enclosed(piece, text) or _is_label(piece, text)):
        return False
    months = (last.month or 0) - (first.month or 0)
    if first.month is None or not (months in {1, 1 - MONTHS} or (months == 0 and first.value < last.value)):
        return False
    if last.value <= (last.month or 0) and first.value <= first.month and text[piece.start] != "0":
        return False
    return MARKS.search(text, max(0, piece.start - TELLING), piece.start) is None


def _is_enclosed(piece: Piece, text: str) -> bool:
    """Whether days stand alone in brackets: “Lớp trực tuần: 9A2 (10/11 – 15/11)”."""
    return text.endswith(("(", "["), 0, piece.start) and CLOSED.match(text, piece.end) is not None


def _is_label(piece: Piece, text: str) -> bool:
    """Whether days open an item, their work behind a colon: “24/11 → 29/11: tuần lễ tiết kiệm điện”."""
    return LABELS.match(text, piece.end) is not None and ROW_OPENS.fullmatch(text, 0, piece.start) is not None


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
