"""The words over a column of times: the deed they name ("Hạn nộp phiếu" → "nộp phiếu"), where they name one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import begins_with_deed
from schedules.planning.tables.columns import Role, header_role
from schedules.planning.text.titles import is_generic
from schedules.wording import fold

TIME_WORDS = r"(?:thời hạn|thời gian|thời điểm|hạn|ngày|mốc|lịch)(?:\s+(?:chót|cuối cùng|cuối|dự kiến))?"
"""How the head of a column of times begins."""

DEED = re.compile(rf"^\W*{TIME_WORDS}\s+(?P<deed>\w.*)$", re.IGNORECASE)
ENDING = re.compile(r"\s*(?:\([^()]*\)|[,(]?\s*(?:dự kiến|chậm nhất|trước ngày|về trường)\)?)\s*$", re.IGNORECASE)
NO_DEED = re.compile(r"^(?:thuc hien|to chuc|trien khai|tien hanh|lam viec|huy dong|theo doi|thu\b)")
LONGEST_LABEL = 8
COMPLETED = re.compile(r"^hoan (?:thanh|thien) (?!xong|cong viec|viec|nhiem vu|noi dung|muc tieu|ke hoach|chi tieu)\w")
SECOND = re.compile(rf"^\W*(?:{TIME_WORDS}|dự kiến)\s+(?=\w)", re.IGNORECASE)


def asked_in(label: str) -> str:
    """Return what the head of a time column asks for ("Hạn nộp phiếu" → "nộp phiếu"), "" when it names no deed."""
    match = DEED.match(" ".join(label.split()).strip(" :.*"))
    deed = ENDING.sub("", match["deed"]) if match else ""
    if not deed or is_generic(deed) or NO_DEED.match(fold(deed)) or header_role(label) is not Role.TIME:
        return ""
    told = begins_with_deed(deed.lower()) and (acts_of(deed) - {"hold"} or COMPLETED.match(fold(deed)))
    return deed[:1].lower() + deed[1:] if told else ""


def second_deed(label: str) -> str:
    """Return the deed that the head of a second column of times names ("Thời gian báo cáo" → "Báo cáo"), "" for none.

    A second column is no stage of the work in the first, so any act of its own is a deed.
    """
    head = label.strip(" :.*")
    rest = SECOND.sub("", head, count=1)
    own = rest != head and acts_of(rest) - {"hold"}
    return rest[:1].upper() + rest[1:] if own else ""


def is_asking_header(texts: Sequence[str]) -> bool:
    """Whether a row holds labels only and the head of a time column that asks for a work."""
    labels = all(len(text.split()) <= LONGEST_LABEL and not any(sign.isdigit() for sign in text) for text in texts)
    return labels and len(texts) > 1 and any(asked_in(text) for text in texts)
