"""A session that begins at an hour takes place on that day: “Hội nghị bắt đầu từ 7h30 ngày 18/11”."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Limit, Piece

REACH = 70
SESSION = re.compile(
    r"(?:\bthoi gian(?:,? (?:va )?dia diem)?(?: to chuc)? ?: ?(?:- ?)?"
    r"(?:\d{1,2} (?:buoi|tiet|ngay)(?: [a-z]{1,8}){0,3},? ?)?(?:se |du kien )?"
    r"|\b(?:buoi|hop|hoi nghi|hoi thao|hoi thi|hoi giang|le|tap huan|toa dam|giao luu|chuyen de|sinh hoat|tham quan"
    r"|trai nghiem|kiem tra|thi|mit tinh|chao co|dai hoi|ngoai khoa|khai mac|be mac|khai giang)\b[^.;\n]{0,50})$"
)
"""What lasts some hours, or the bare label of a letter: “Thời gian: 01 buổi, bắt đầu từ 7h30 ngày …”."""

GATHERED = re.compile(
    r"\b(?:(?:doan|hoi dong|to cong tac|ban giam khao|ban giam hieu)(?: [a-z]{1,8}){0,5} lam viec"
    r"|co mat|tap trung|du gio|tham lop)(?: [a-z]{1,8}){0,5} $"
)
"""Who works or comes together at an hour, whatever is got ready for it: “để đoàn làm việc từ 14 giờ ngày …”."""

OPENING = re.compile(
    r"\b(?:dang k[yi]|nop|nhan|tiep nhan|mo|dong|cong(?! (?:tac|nghe|khai|bo|doan|an|viec|nhan|chuc|vien))"
    r"|he thong|phan mem|thu|ban|phat hanh|ap dung|binh chon|cham|ho so"
    r"|bai|truc tuyen|xet|tuyen sinh|(?<!hoi )nghi)\b"
)
"""What stays open from its first day on: “Hệ thống nhận hồ sơ tập huấn từ 8h00 ngày 10/6”."""


def hold_sessions(pieces: list[Piece], text: str) -> list[Piece]:
    """Return the pieces with the days of sessions that begin at an hour taken for the days themselves."""
    return [piece._replace(limit=Limit.NONE) if _is_session(piece, text) else piece for piece in pieces]


def _is_session(piece: Piece, text: str) -> bool:
    first = piece.first
    if piece.limit != Limit.SINCE or piece.hour is None or piece.every or piece.last or first is None:
        return False
    if first.grain != Grain.DAY:
        return False
    if GATHERED.search(text, max(0, piece.start - REACH), piece.start):
        return True
    before = SESSION.search(text, max(0, piece.start - REACH), piece.start)
    return before is not None and OPENING.search(text, max(0, piece.start - REACH), piece.start) is None
