"""A story of what was done on a day: the periods and feasts it names belong to it, “Chiều ngày 06/10, … tháng 10 …”."""

from __future__ import annotations

import re

from schedules.wording.guards.bygone.anniversaries import is_anniversary
from schedules.wording.piece import BOUNDED, YEARS, Grain, Kind, Limit, Piece
from schedules.wording.refining.near import DAYS, near

REACH, NAME_REACH = 160, 90
SENTENCE_END = re.compile(r"[;.] |\n")
SENTENCE_OPENS = re.compile(r"(?:\A|[.\n] ?)\W*$")
NAMED = {
    *(Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.TERM, Grain.SUMMER, Grain.SCHOOL_YEAR, Grain.YEAR),
    *(Grain.WEEK, Grain.SCHOOL_WEEK),
}
LISTED = frozenset({"va", ",", "&", ", va"})
AGAIN = re.compile(r",? (?:va|roi)(?: (?:lai|sau do|tiep tuc|lan nua))* ")
"""What was put off, put off again: “xin gia hạn tới 20/4 và lại tới 10/5”."""

STAGE = re.compile(
    r"[,;]? ?(?:va )?(?:(?:con|roi) )?(?:(?:doi voi|voi|cho|o|mo rong (?:sang|den|ra)|tiep den|den|sang|rieng) )+"
    r"(?:(?:cac|hoc sinh|khoi|lop|mon|cap|bac|toan) ?)+[^.;:\n]{0,30} "
)
THIS_YEAR = re.compile(
    r"\b(?:se|phai|can|yeu cau|de nghi|nop|gui|hoan thanh|du kien|nam nay|nam hoc nay|tiep tuc|chuan bi|den nay)\b"
)
"""What leads from a year gone by to the work of this one."""

NAME_GAP = re.compile(r"[^.;:\n]{0,70}, |(?: [a-z]{1,8}){1,6} ")
SET = re.compile(
    r"\b(?:se|phai|can|yeu cau|de nghi|giao|nop|gui|hoan thanh|chuan bi|du kien|moi|den|ket luan|thong nhat)\b"
)
"""What may set work in a story, so that a period behind it is kept: “họp và yêu cầu các tổ nộp … trong tháng 10”."""


def belongs_to_story(told: Piece | None, piece: Piece, text: str) -> bool:
    """Whether a time stands in a sentence whose day is told: an event, a period in a name, how often it comes.

    “Sáng 05/9, trường đã tổ chức lễ khai giảng”, “Sáng 02/10/2023, nhà trường họp hội đồng tháng 10”.
    """
    if told is None or piece.start - told.end > REACH:
        return False
    if piece.limit in BOUNDED:
        return told.limit == piece.limit and AGAIN.fullmatch(text, told.end, piece.start) is not None
    if _is_of_year(told, piece, text) or _is_listed(told, piece, text):
        return True
    if piece.limit != Limit.NONE:
        return False
    event = piece.first is not None and piece.first.grain == Grain.EVENT
    if not event and not (_is_day(told) and _is_in_name(piece, text)):
        return False
    if SENTENCE_END.search(text, told.end, piece.start):
        return False
    return event or SET.search(text, told.end, piece.start) is None


def goes_on_telling(told: Piece, piece: Piece, text: str) -> bool:
    """Whether a time opens the clause behind one told of its kind: “Tuần 6 bỏ trống …; tuần 7 ghi đủ”."""
    if told.first is None or piece.first is None or told.first.grain != piece.first.grain:
        return False
    if {told.limit, piece.limit} != {Limit.NONE} or piece.start - told.end > REACH:
        return False
    return (
        text.endswith(("; ", ", "), 0, piece.start)
        and SENTENCE_OPENS.search(text, max(0, told.start - 4), told.start) is not None
    )


def _is_of_year(told: Piece, piece: Piece, text: str) -> bool:
    """Whether a time without a year stands in the sentence of a year gone by: “Năm 2023 đoàn về từ 16 đến 20/10”."""
    if told.first is None or told.first.grain not in YEARS or told.limit != Limit.NONE or piece.first is None:
        return False
    if piece.first.year is not None or (piece.last and piece.last.year) or piece.every:
        return False
    if told.first.year is None and piece.first.grain in DAYS:  # “cuối năm học” in a name leaves the day its own
        return False
    return not (SENTENCE_END.search(text, told.end, piece.start) or THIS_YEAR.search(text, told.end, piece.start))


def _is_listed(told: Piece, piece: Piece, text: str) -> bool:
    """Whether a day or month stands in a list behind one told of: “ngày 6 và 9/10, … đến thăm 3 em”.

    So does what a programme came to next: “với lớp 1 từ năm học 2020-2021, với lớp 5 từ năm học 2024-2025”.
    """
    if told.first is None or piece.first is None or told.first.grain != piece.first.grain:
        return False
    if {told.limit, piece.limit} == {Limit.SINCE}:
        return STAGE.fullmatch(text, told.end, piece.start) is not None
    return {told.limit, piece.limit} == {Limit.NONE} and text[told.end : piece.start].strip() in LISTED


def is_name_of(event: Piece, told: Piece, text: str) -> bool:
    """Whether an event only names the days told of behind it: “nghỉ lễ Quốc khánh từ ngày 2/9/2021 đến …”.

    So does the day whose anniversary is told, “ngày thành lập Đoàn TNCS (26/3/1931 - 26/3/2018)”, and what a day that
    was over was for: “vui tết trung thu … diễn ra sáng 9/9/2022”.
    """
    if event.first is None or event.limit != Limit.NONE or told.start - event.end > NAME_REACH:
        return False
    if event.first.grain != Grain.EVENT:
        return _is_of_told_clause(event, told, text)
    if event.first.year is None and near(text, event.end, told.start):
        return True
    if not (is_anniversary(told, text) or _is_day(told)):
        return False
    return SENTENCE_END.search(text, event.end, told.start) is None and not SET.search(text, event.end, told.start)


def _is_of_told_clause(name: Piece, told: Piece, text: str) -> bool:
    """Whether a period in a name leads to the day told of: “Thực hiện kế hoạch tháng 10, ngày 15/10/2024 tổ …”."""
    if not (_is_day(told) and _is_in_name(name, text)) or not NAME_GAP.fullmatch(text, name.end, told.start):
        return False
    return not SENTENCE_END.search(text, name.end, told.start) and not SET.search(text, name.end, told.start)


def _is_day(told: Piece) -> bool:
    return told.first is not None and told.first.grain in DAYS and told.limit == Limit.NONE


def _is_in_name(piece: Piece, text: str) -> bool:
    """Whether a period or a recurrence stands behind a word, not at the beginning of a clause."""
    if piece.kind != Kind.EVERY and (piece.first is None or piece.first.grain not in NAMED):
        return False
    return text[piece.start - 1 : piece.start] == " " and text[piece.start - 2 : piece.start - 1].isalnum()
