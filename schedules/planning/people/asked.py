"""Who is asked by somebody else to do a work: "Sở yêu cầu các trường nộp …", "Phân công đ/c Mai làm …"."""

from __future__ import annotations

import re

from schedules.planning.people.bodies import is_body
from schedules.planning.people.deeds import DEED, opens_with_deed

LEADERS = r"(?:đồng chí\s+)?(?:(?:phó )?hiệu trưởng|ban giám hiệu|bgh|nhà trường|trường|lãnh đạo (?:nhà )?trường)"
ORDERED = re.compile(
    rf"^(?:{LEADERS}|sở|phòng)\s+"
    r"(?:giao(?: nhiệm vụ| trách nhiệm)?(?: cho)?|phân công(?: cho)?|(?:ủy|uỷ) quyền(?: cho)?|yêu cầu|đề nghị)\s+",
    re.IGNORECASE,
)
"""“Hiệu trưởng giao cho Phó Hiệu trưởng tổng hợp …”: who is asked does it, not who asks."""

BODY_ASKS = re.compile(
    r"^(?P<who>[^,;:.]{2,60}?)\s+(?:yêu cầu|đề nghị|chỉ đạo|hướng dẫn|giao(?: cho)?|thông báo)\s+(?=\S)", re.IGNORECASE
)
ASSIGNS = re.compile(r"\b(?:phân công|cử)(?:\s+cho)?\s+$", re.IGNORECASE)
LOOSE = re.compile(
    r"(?:các |một số |mỗi |\d+ )*(?:giáo viên|gv|nhân viên|nv|cán bộ|cb|người|học sinh|hs)\b", re.IGNORECASE
)
"""“Phân công giáo viên coi thi”: to find those who will is the work itself."""


def behind_order(text: str) -> int:
    """Return where a text goes on behind who asks others and behind the asking, 0 where nobody asks."""
    if order := ORDERED.match(text):
        assigns = ASSIGNS.search(order[0]) and LOOSE.match(text[order.end() :])
        return 0 if assigns else order.end()
    asks = BODY_ASKS.match(text)
    return asks.end() if asks and _is_over(asks["who"]) else 0


def only_asks(text: str) -> bool:
    """Whether an office over schools asks for a deed and names nobody to do it: "Sở GDĐT yêu cầu nộp báo cáo …"."""
    asks = BODY_ASKS.match(text)
    return asks is not None and _is_over(asks["who"]) and opens_with_deed(text[asks.end() :])


def behind_assigning(text: str) -> int:
    """Return where a text goes on behind the “Phân công” it begins with, 0 where it assigns just anybody."""
    match = re.match(r"(?:phân công|cử)(?:\s+cho)?\s+(?=\S)", text, re.IGNORECASE)
    return match.end() if match and not LOOSE.match(text[match.end() :]) else 0


def _is_over(who: str) -> bool:
    """Whether words name a body and tell nothing it does: "Trường A gửi hồ sơ" goes on to “đề nghị …”."""
    return is_body(who) and not DEED.search(who)
