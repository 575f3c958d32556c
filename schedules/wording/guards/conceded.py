"""Times that hold nobody: conceded, “Mặc dù hạn là 05/01 nhưng … vẫn nợ”, or not waited for, “không đợi đến 30/6”."""

from __future__ import annotations

import re

from schedules.wording.piece import BOUNDED, Limit, Piece
from schedules.wording.reading import Reading

WINDOW, BEHIND, REACH = 90, 130, 30
THOUGH = re.compile(
    r"(?:\A|[.;\n] ?)\W*(?:mac du|mac dau|tuy rang|tuy|du|dau|cho du|dau biet|biet(?: la| rang)?)\b[^.;:]{0,80} $"
)
SOMEBODY = r"(?:em|hoc sinh|hs|truong|lop|giao vien|ai|to|nguoi|nhom|doan vien|phu huynh)"
YET = re.compile(rf"[^.;:\n]{{0,60}}?,? (?:nhung|song)\b(?! {SOMEBODY}\b)")
"""A concession and what holds all the same: “Mặc dù hạn nộp là 05/01 nhưng nay mới có 2 tổ nộp”."""

WHO_YET = re.compile(r"[^.;:\n]{0,60}?,? (?:nhung|song|the ma|vay ma)\b(?P<rest>[^.;\n]{0,70})")
STILL = re.compile(r"[^.;:,\n]{0,40},(?: [a-z0-9]{1,9}){1,7} (?:van|cung|deu) (?!phai|can|se|chua|nop|gui|hop|to chuc)")
"""“Dẫu còn tận cuối tháng 4 mới thi, các em vẫn tự giác ôn bài”."""

LACKING = re.compile(r" (?:van|con|chua|moi (?:co|chi|nop|dat|duoc|\d)|thieu|no \d|som|da|deu)\b")
SETS = re.compile(r"\b(?:phai|yeu cau|can|se|de nghi|nen|co gang|hay|nho|thong nhat|quyet dinh)\b")
"""Who has not done it by then, and words by which something is set for them after all."""

YETS = (" nhung ", " song ", " ma ", " van ", " cung ", " deu ")
ANOTHER = re.compile(r"\b(?:truoc|den|cham nhat|han|xong|trong|vao) [^.;\n]{0,20}\d")
"""A time of its own behind “nhưng”: the one conceded gives way to it."""

MISSED = re.compile(
    r",?(?: (?:da |vua |sap )?(?:qua|het|troi qua|di qua)(?: lau)?(?: roi)?| roi)?,? (?:nhung|song|ma|the ma)\b"
    r"(?![^.;\n]{0,70} (?:phai|yeu cau|can|se|de nghi|thi)\b)[^.;\n]{0,60}? (?:van|con|chua|moi|thieu|no)\b"
)
"""What is told of a last day that is over: “Hạn nộp là 10/01 nhưng tổ Toán vẫn chưa nộp”."""

NOT = re.compile(r"\b(?:khong|dung|chang|khoi)(?: (?:phai|nen|duoc|can|the|ngoi))* $")
WAITED = ("cho den", "cho toi")
WAITS = tuple(f"{verb}{to}" for verb in ("doi ", "cho ") for to in ("", "den ", "toi ", "den dung ", "toi dung "))
"""“Không chờ đến 30/6 như mọi năm, …”: a day nobody waits for; “chờ” may be taken into the time itself."""


def is_conceded(piece: Piece, text: str) -> bool:
    """Whether a time stands in a concession: what holds all the same, or who is late, stands behind “nhưng”."""
    if piece.end == len(text):
        return False
    behind = text[piece.end : piece.end + BEHIND]
    if not any(map(behind.__contains__, YETS)):
        return False
    yet, still = WHO_YET.match(behind), STILL.match(behind)
    if yet is still is None or THOUGH.search(text, max(0, piece.start - WINDOW), piece.start) is None:
        return False
    if yet is None or YET.match(behind):
        return True
    rest = yet["rest"]
    return ANOTHER.search(rest) is not None or (LACKING.search(rest) is not None and not SETS.search(rest))


def is_missed(piece: Piece, text: str) -> bool:
    """Whether it is told of a bound that was over who had not kept it."""
    return piece.limit in BOUNDED and MISSED.match(text, piece.end) is not None


def is_not_awaited(piece: Piece, reading: Reading) -> bool:
    """Whether nobody is to wait for a time: “Không chờ đến 30/6 như mọi năm”, not “treo đúng chỗ trước 15/11”."""
    at, text = piece.start, reading.folded
    if not text.startswith(WAITED, at):
        if piece.limit == Limit.BEFORE or not text.endswith(WAITS, 0, at):
            return False
        at -= max(len(words) for words in WAITS if text.endswith(words, 0, at))
    found = NOT.search(text, max(0, at - REACH), at)
    # “dùng cho ngày hội sáng 10/11” is not “đừng chờ”
    return found is not None and reading.accented[found.start() : found.start() + len("dung")].lower() != "dùng"
