"""Whom a sentence tells what is done to, though it begins with them: "Thư viện được công nhận lại …"."""

from __future__ import annotations

import re

from schedules.planning.people.deeds import DEED
from schedules.planning.people.persons import are_doers

ASKED = (
    r"giao|phân công|cử|chỉ định|(?:ủy|uỷ) quyền|yêu cầu|đề nghị|phép|quyền|chọn|bầu|mời|tham gia|tham dự|dự|đi|về|"
    r"nghỉ|hưởng|biết"
)
"""“Giáo viên được cử đi học nộp …”: whoever is asked or let do something does it."""

DONE_TO = re.compile(
    r"^\W*(?P<who>[^,;:.()\x00]{2,60}?)\s+(?:(?:đã|sẽ|đều|phải|cần)\s+)*(?:được|(?<!chuẩn )(?<!trang )(?<!thiết )bị)\s+"
    rf"(?!(?:{ASKED})\b)(?P<done>[^\W\d][^,;:.]*)",
    re.IGNORECASE,
)
TOLD_OF = re.compile(r"\b(?:việc|công tác|về|cách|kỹ năng|nghiệp vụ)$", re.IGNORECASE)
"""“Các tổ được kiểm tra việc thực hiện quy chế”: what it is about is no second deed."""


def is_done_to(text: str) -> bool:
    """Whether a text begins with people only to tell what is done to them."""
    told = DONE_TO.match(text)
    return told is not None and are_doers(told["who"]) and not DEED.search(told["who"]) and not _then_acts(told["done"])


def _then_acts(done: str) -> bool:
    """Whether behind what was done to them another deed is theirs: "được tập huấn nộp bài thu hoạch"."""
    return any(not TOLD_OF.search(done[: deed.start()]) for deed in DEED.finditer(done))
