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

FIELD = re.compile(
    r"\W*(?:(?:công tác|về|lĩnh vực|mảng)\s+)?(?:chuyên môn|cơ sở vật chất|csvc|thiết bị|thư viện|an toàn|an ninh|y tế|"
    r"tài chính|tài sản|truyền thông|tuyên truyền|hành chính|nhân sự|tổ chức cán bộ|đội ngũ|phong trào|thi đua|"
    r"nền nếp|nề nếp|kỷ luật|vệ sinh|lao động|bán trú|dinh dưỡng|nuôi dưỡng|tuyển sinh|tư vấn|hướng nghiệp|"
    r"chuyển đổi số|xã hội hóa|pháp chế|dân vận|đối ngoại|văn nghệ|thể thao|khuyến học|khảo thí)\b[^\d:;,()]{0,40}",
    re.IGNORECASE,
)


def names_field(label: str, line: str) -> bool:
    """Whether the label of a line names a field of work, and a name in capitals stands behind its colon."""
    behind = line.partition(":")[2].strip()
    return FIELD.fullmatch(label) is not None and behind[:1].isupper()


def is_matter(text: str) -> bool:
    """Whether a short text only begins like an office, and names what is looked after: nobody."""
    return MATTER.fullmatch(text) is not None
