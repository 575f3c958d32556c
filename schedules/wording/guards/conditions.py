"""A condition and what then is done: the time in it only says when something else is."""

from __future__ import annotations

import re

from schedules.wording.guards.before.clue import THEN as THI
from schedules.wording.piece import Piece

WINDOW, BEHIND = 110, 150
CONDITION, THEN = (
    re.compile(
        rf"(?:\A|[.;\n(] ?)\W*(?:neu|truong hop)\b(?:,? (?!(?:khong|chua|qua|{THI})\b)[a-z0-9&]{{1,10}}){{0,14}} $"
    ),
    re.compile(r"(?:,? (?!(?:khong|chua|qua|ky|hoi)\b)[a-z0-9&]{1,10}){0,12},? thi (?!(?:tuyen|chon|dua|thu|hoc)\b)"),
)
"""“Trường hợp giáo viên nghỉ trước ngày 15/3 thì tổ trưởng phân công người khác”.

What is not done in time has a deadline: “Nếu đến ngày 30/11 chưa nộp thì …”.
"""

WORDS = rf"(?: (?!(?:khong|chua|phai|yeu cau|de nghi|(?<!ket )(?<!hieu )qua|{THI})\b)[a-z0-9&/]{{1,10}})"
PROTASIS = re.compile(
    r"(?:\A|[.;\n(] ?)\W*(?:\d{1,2}[.)] )?"
    rf"(?:(?:(?:trong )?truong hop|neu(?: nhu)?|(?:chi|mot|chi mot) khi|chi (?:neu|truong hop)){WORDS}{{0,14}}"
    rf"|khi{WORDS}{{0,6}} (?:duoc|bi|xay ra|phat hien|co(?! mat\b)){WORDS}{{0,8}}) $"
)
APODOSIS = re.compile(
    r"(?: (?!(?:khong|chua|qua)\b)[a-z0-9&/%]{1,10}){0,10}, (?!(?:nhat la|hoac|va|den|tu|hay)\b)[a-z]"
)
"""“Trường hợp đề bị lộ trước giờ kiểm tra ngày 22/12, Chủ tịch …”: the clause a sentence opens with, a comma behind."""


def is_condition(piece: Piece, text: str) -> bool:
    """Whether a time only says when something else is done, which stands behind “thì” or the comma of its clause."""
    behind = text[piece.end : piece.end + BEHIND]
    if " thi " in behind and THEN.match(behind) and CONDITION.search(text, max(0, piece.start - WINDOW), piece.start):
        return True
    if ", " not in behind:
        return False
    start = max(0, piece.start - WINDOW)
    before = text[start : piece.start]
    if "khi " not in before and "neu " not in before and "truong hop " not in before:
        return False
    return APODOSIS.match(behind) is not None and PROTASIS.search(text, start, piece.start) is not None
