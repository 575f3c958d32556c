"""Figures that only look like days: pages counted “từ 1/6 đến 6/6”, shares and scales “từ 2/3 đến 3/4”."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Piece
from schedules.wording.reading import Reading

REACH = 60
NUMBERED = re.compile(
    r"\b(?:danh (?:so|dau|ma|thu tu)|ghi|in|dan nhan|so (?:trang|to|thu tu|ban|hieu)|trang|to|phu luc|ma de"
    r"|de|muc luc|ban sao|bo|tap)"
    r"(?: (?!(?:ngay|thoi|vao|dien|to chuc|hop|nop)\b)[a-z]{1,8}){0,4} $"
)
"""What is numbered in order: “phụ lục đánh số từ 1/6 đến 6/6”."""

SHARED = re.compile(
    r"\b(?:t[yi] (?:le|so|trong)|kho|kich (?:thuoc|co)|he so|phan so|xac suat|nhip|co chu|thang do|muc|khoang cach"
    r"|dien tich|dung tich|the tich|do day|chieu (?:cao|dai|rong))(?: (?!(?:ngay|thoi|vao)\b)[a-z]{1,8}){0,4} $"
)
"""What is measured or shared: “tỷ lệ từ 2/3 đến 3/4”."""

ROSE = re.compile(r"\b(?:tang|giam|nang|ha|cai thien|thay doi)(?: [a-z%]{1,8}){0,4} $")
REACHED = re.compile(r" (?:[a-z]{1,8} ){0,2}(?:len|xuong|con|thanh) (?:con )?\d{1,3} ?/ ?\d")
"""From one share to another: “tăng từ 8/10 lên 9/10 lớp”."""


def is_share(piece: Piece, text: str) -> bool:
    """Whether what opens like a first day is a share that rises or falls to another."""
    first = piece.first
    if first is None or first.grain != Grain.DAY or first.year is not None or "ngay" in text[piece.start : piece.end]:
        return False
    return (
        REACHED.match(text, piece.end) is not None
        and ROSE.search(text, max(0, piece.start - REACH), piece.start) is not None
    )


def is_numbering(piece: Piece, reading: Reading) -> bool:
    """Whether two ends without a year number pages of so many, or are shares of something."""
    first, last, text = piece.first, piece.last, reading.folded
    if first is None or last is None or first.grain != Grain.DAY or last.grain != Grain.DAY or last.year is not None:
        return False
    if "ngay" in text[piece.start : piece.end]:
        return False
    start = max(0, piece.start - REACH)
    if first.value == 1 and first.month == last.month == last.value and NUMBERED.search(text, start, piece.start):
        return True
    shared = SHARED.search(text, start, piece.start)
    return shared is not None and not _is_other(shared, reading)


def _is_other(shared: re.Match[str], reading: Reading) -> bool:
    """Whether its accents make another word of it: “lên thư mục chung”, “vào kho” are not “mức”, “khổ”."""
    start, end = max(0, shared.start() - REACH), shared.end()
    if reading.accented[start:end].lower() == reading.folded[start:end]:
        return False
    return reading.accented.startswith(("mục", "kho "), shared.start())


def is_figure(piece: Piece, reading: Reading) -> bool:
    """Whether what looks like a time numbers pages or is a share."""
    return is_numbering(piece, reading) or is_share(piece, reading.folded)
