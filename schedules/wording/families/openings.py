"""What opens and closes: khai mạc · mở cổng · bế mạc · hệ thống tự khóa lúc …; two ends that may be one span."""

from __future__ import annotations

import re

from schedules.wording.piece import Kind, Limit, Piece, recogniser

SYSTEM_REACH = 60
SYSTEM = re.compile(
    r"\b(?:cong(?! (?:tac|nghe|khai|bo|doan|an|viec|chuc|vien|van|trinh)\b)|he thong|link|form|phan mem|trang"
    r"|duong dan|bieu mau|ung dung)\b(?: (?!ngay )[a-z0-9]{1,9}){0,9}? (?:(?:se|tu|tu dong|duoc) )*$"
)
"""What is filled in until it closes."""

AT_ONCE = re.compile(r" (?:luc|vao|ngay|\d|thu|cn|chu nhat)")
BY_THE_CLOCK = re.compile(r" (?:luc|vao luc|\d|ngay \d)")
"""How its time begins, right behind."""

NOT_NAMED = "".join(rf"(?<!\b{word} )" for word in ["hoi", "hop", "hoat", "phat", "van", "lao", "hanh"])
"""Words that end in “đồng”, “động” and close nothing: “Thư ký Hội đồng vào thứ Sáu hằng tuần”."""


PART = r" (?:chuc nang|tinh nang|quyen)(?: (?!(?:luc|vao|ngay|tu|va)\b)[a-z]{1,9}){1,8}(?= (?:luc|vao|ngay \d))"
"""What of a system shuts: “Hệ thống khóa chức năng gửi dữ liệu đầu năm lúc 17h00 ngày …”."""


def _opening(match: re.Match[str]) -> Piece:
    return Piece(*match.span(), Kind.BOUND, "bounds.opening")


def _closing(match: re.Match[str]) -> Piece:
    """Bế mạc … | đóng …; “hệ thống tự khóa lúc 17h00 ngày …” bounds what has to be in it by then."""
    text, at = match.string, match.start()
    at_once = BY_THE_CLOCK if text.endswith("cong ", 0, at) else AT_ONCE  # “cộng đồng vào thứ Bảy” closes nothing
    if at_once.match(text, match.end()) and (match["own"] or SYSTEM.search(text, max(0, at - SYSTEM_REACH), at)):
        return Piece(*match.span(), Kind.BOUND, "bounds.closes", limit=Limit.BY)
    return Piece(*match.span(), Kind.BOUND, "bounds.closing")


OPENINGS = (
    recogniser(
        "bounds.opening",
        "mo khai_mac phat_dong khoi_dong khoi_tranh khoi_cong",
        r"(?:mo|khai mac|phat dong|khoi (?:dong|tranh|cong))(?: (?:cong|he thong|dang k[yi]|hoi thi|trang)){0,2}\b",
        _opening,
    ),
    recogniser(
        "bounds.closing",
        "dong be_mac khoa",
        rf"(?:{NOT_NAMED}dong|be mac|khoa)(?P<own>{PART}|(?: (?:cong|he thong|dang k[yi]|trang)){{1,2}})?\b",
        _closing,
    ),
)
