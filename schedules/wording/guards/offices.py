"""Of an office's day and the school's own, the school's holds: “Sở yêu cầu trước 25/12, trường trước 20/12”."""

from __future__ import annotations

import re
from itertools import chain, pairwise

from schedules.wording.piece import BOUNDED, Piece

REACH, BESIDE = 80, 120
NAMES = (
    r"(?:(?<!ho )so(?! (?:luong|lieu|sach|tien|do|ho|dau|ban)\b)|phong(?! (?:van thu|may|hoc|thi|hop|thu|chuc)\b)"
    r"|bo(?! (?:phan|mon|sach|doi|de|ho|cau)\b)|ubnd|uy ban nhan dan|huyen|cap tren|cum truong)"
)
ASKING = re.compile(
    rf"\b{NAMES}(?: [a-z&\-]{{1,9}}){{0,5}}? (?:yeu cau|quy dinh|cho phep|cho|nhan|thu|chot|giao|han|gia han|de nghi"
    r"|chi dao)\b[^.;:,()]{0,50}$"
)
OWN_NAME = re.compile(rf"(?:thoi )?han (?:chot |cuoi |nop |gui )?(?:cua |tai |theo )?{NAMES}\b")
"""The day an office asks for, by the words before it, and by its own: “hạn của Phòng là 30/11”."""


def without_offices(times: list[Piece], text: str) -> list[Piece]:
    """Return the times without the days of offices beside which the school sets one of its own."""
    bounded = [at for at, piece in enumerate(times) if piece.limit in BOUNDED]
    if len(bounded) <= 1:
        return times
    pairs = [(one, other) for one, other in pairwise(bounded) if _stand_together(times[one], times[other], text)]
    asked = {at for at in set(chain(*pairs)) if _is_of_office(times[at], text)}
    conceded = {one if one in asked else other for one, other in pairs if (one in asked) != (other in asked)}
    return [piece for at, piece in enumerate(times) if at not in conceded] if conceded else times


def _is_of_office(piece: Piece, text: str) -> bool:
    if OWN_NAME.match(text, piece.start):
        return True
    return ASKING.search(text, max(0, piece.start - REACH), piece.start) is not None


def _stand_together(left: Piece, right: Piece, text: str) -> bool:
    """Whether two times stand in one sentence."""
    return right.start - left.end <= BESIDE and ". " not in text[left.end : right.start]
