"""Labels that begin like an office and name a matter: "Thiết bị hỏng", "Y tế học đường", "Bảo vệ môi trường"."""

from __future__ import annotations

import re

from schedules.planning.words.verbs import DEEDS
from schedules.proofreading.naming import CAPITALS

OF_SOMEBODY = (
    r"trường|xã|phường|thị|cơ|và|kiêm|của|cổng|đêm|ca|ngày|điểm|khu|các|trực|nhà|chủ|phụ|phối|thực|hỗ|tham|cùng|"
    r"chuyên|hợp|thôn|bản|dân|là|có|đã|sẽ|phải|cần|được"
)
"""What goes on after an office and tells which it is, or what it does: "Bảo vệ cổng", "Thư viện kiêm thiết bị"."""

MATTER = re.compile(
    rf"\W*(?i:thiết bị|thư viện|y tế|bảo vệ)\s+(?!(?:{OF_SOMEBODY}|{DEEDS})\b)(?=[^\W\d{CAPITALS}])"
    r"[^\W\d]+(?:\s[^\W\d]+){0,3}\W*"
)
"""By its small letters: what follows an office in capitals is somebody's name."""


def is_matter(text: str) -> bool:
    """Whether a short text only begins like an office, and names what is looked after: nobody."""
    return MATTER.fullmatch(text) is not None
