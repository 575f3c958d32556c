"""A council told by two deeds, neither of them a part of its name: "Hội đồng xét và thông báo …"."""

from __future__ import annotations

import re

from schedules.planning.people.names import People
from schedules.planning.words.verbs import DEEDS

DOES = rf"(?:{DEEDS}|xếp loại|công nhận|ký|bình xét|tuyển chọn)"
TWO_DEEDS = re.compile(rf"^(?P<who>hội đồng)\s+{DOES}(?:\s*,\s*|\s+(?:và|rồi)\s+){DOES}\b", re.IGNORECASE)
DEED = re.compile(rf"\s(?:{DEEDS})\b")
OF_A_PAPER = re.compile(
    r"(?:kết quả|công tác|việc|hồ sơ|phiếu|biên bản|danh sách|kế hoạch|quy trình|báo cáo|bài|đề|sản phẩm|tiêu chí|"
    r"đợt|kỳ|nội dung|phương án|mức|giấy)$",
    re.IGNORECASE,
)
"""“Kết quả xếp loại”: a deed that tells which paper it is, and that nobody does."""


def council_of_two_deeds(text: str) -> People:
    """Return the council a sentence begins with and says two deeds of, () where a third shows them to be its name."""
    told = TWO_DEEDS.match(text)
    if not told:
        return ()
    named = any(not OF_A_PAPER.search(text[: deed.start()]) for deed in DEED.finditer(text, told.end()))
    return () if named else (told["who"],)
