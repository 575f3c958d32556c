"""A clause that only says who: "… ngày 20 hằng tháng. Văn thư Hồ Thị Sen.", "…; thầy Tuấn và cô Hạnh niêm yết"."""

from __future__ import annotations

import re

from schedules.planning.people.deeds import DEED
from schedules.planning.people.names import names_in
from schedules.planning.people.persons import CALLED_FIRST, are_doers, is_full_name
from schedules.planning.people.roles import is_known, is_role
from schedules.planning.words.verbs import DEEDS
from schedules.wording import fold

ALONE = re.compile(r"(?:(?<=\w)|(?<=[)\x00]))\s*[.;]\s+(?P<who>[^.;:()\x00]{2,90}?)[\s.;]*$")
STATES = re.compile(r"\b(?:day|nghi|hoc(?! sinh)|co|di|duoc|khong|du|mac|ve|den|o|la|thi|truc|phai|can|se|dang)\b")
"""“Giáo viên dạy đủ tiết”: words behind an office that tell something of it."""

LIGHT = r"phụ trách|chủ trì|thực hiện|đảm nhiệm|đảm nhận|chịu trách nhiệm|hoàn thành|làm|tiến hành|triển khai"
BY_ITSELF = (
    r"họp|giao ban|tập huấn|tổng kết|sơ kết|rút kinh nghiệm|thao giảng|tham gia|tham dự|ôn tập|luyện tập|tập luyện|"
    r"ôn luyện|thi|phối hợp|hỗ trợ|gặp mặt|dự giờ|đăng ký|(?:tổng )?vệ sinh|kết nạp"
)
"""Deeds that need no object: "các tổ họp" is a work of its own."""

DOER = re.compile(
    r"(?P<who>[^.;:()\x00\d]{2,90}?)\s+(?:(?:sẽ|phải|cần|trực tiếp|có trách nhiệm|chịu trách nhiệm)\s+)*"
    rf"(?P<deed>(?!(?:{BY_ITSELF})\b)(?:{LIGHT}|{DEEDS}))(?:\s+(?:xong|hoàn thành|thực hiện))*\s*"
)
MOST_WORDS = 4


def alone_at_end(text: str) -> re.Match[str] | None:
    """Return the sentence that ends a text and only names who does what stands before it, None without one."""
    match = ALONE.search(text)
    return match if match and are_only_named(match["who"]) and len(text[: match.start()].split()) > 1 else None


def are_only_named(text: str) -> bool:
    """Whether a text names those who do a work and tells nothing more: persons, offices, offices with a name."""
    names = names_in(text)
    return bool(names) and are_doers(text) and all(map(_is_only_named, names))


def _is_only_named(name: str) -> bool:
    words = name.split()
    if is_known(name) or is_full_name(name) or CALLED_FIRST.fullmatch(name):
        return True
    if any(is_full_name(" ".join(words[at:])) and is_role(name) for at in range(1, len(words))):
        return True
    return len(words) <= MOST_WORDS and not STATES.search(fold(name)) and not DEED.search(name)


def doer_of(clause: str) -> re.Match[str] | None:
    """Return who a clause says does it (`who`) and the word it says that with (`deed`), None where it tells of what."""
    match = DOER.fullmatch(clause)
    return match if match and are_doers(match["who"]) and not DEED.search(match["who"]) else None


def is_light(deed: str) -> bool:
    """Whether a word says only that something is done, and not what: "thực hiện"."""
    return re.fullmatch(LIGHT, deed) is not None
