"""Lines labelled as what is done or as when it is done: "Việc cần làm: …", "Thời gian: …"."""

from __future__ import annotations

import re

from schedules.planning.words.likeness import likeness
from schedules.wording import fold

LABEL = re.compile(
    r"^\W*(?:thoi gian|thoi diem|thoi han|moc thoi gian|moc|ngay gio|ngay|han|han nop|han chot|han cuoi)"
    r"(?: thuc hien| hoan thanh| to chuc| cu the| du kien| dien ra| tien hanh|,?(?: va)? dia diem)*\s*:\s*(?=\S)"
)
DONE_LABEL = re.compile(
    r"^\W*(?:(?:cong )?viec(?: can lam| phai lam| thuc hien)?|giai phap|bien phap|hoat dong|"
    r"noi dung (?:cai tien|cong viec|thuc hien))(?: (?:cai tien|khac phuc|thuc hien|cu the|chinh)){0,2}"
    r"(?: (?:so )?\d{1,2})?\s*:\s*(?=\(?\w)"
)
"""“Việc cần làm: …” says what is done under a heading that only names a criterion."""

NAMED_LABEL = re.compile(
    r"^\W*(?:thoi gian|thoi diem|thoi han|ngay gio|han)(?:,?\s+(?:va\s+)?dia diem)?\s+(?P<work>[^\d:,;()]{4,60}?)\s*:"
)
OWN_WORDS = 2
ANY_LABEL = re.compile(r"^\W*(?P<label>[a-z0-9]+(?: [a-z0-9]+){1,3})\s*:\s*(?=\w)")
MISREAD = ("giai phap", "bien phap", "viec can lam", "giai phap cai tien", "bien phap cai tien", "noi dung cai tien")
ALIKE = 0.8


def says_when(text: str) -> bool:
    """Whether a line is labelled as a time and nothing more: "Thời gian tổ chức: …"."""
    return bool(LABEL.match(fold(text)))


def work_in_label(text: str) -> str:
    """Return the work a label of time names ("Thời gian nộp hồ sơ: …" → "Nộp hồ sơ"), "" when it names none."""
    match = None if says_when(text) else NAMED_LABEL.match(fold(text))
    if not match or len(match["work"].split()) < OWN_WORDS:
        return ""
    first, last = match.span("work")
    return text[first].upper() + text[first + 1 : last]


def behind_label(text: str) -> int:
    """Return where the words behind a label of time begin that names a work, 0 without such a label."""
    match = NAMED_LABEL.match(fold(text)) if work_in_label(text) else None
    return match.end() if match else 0


def done_in(text: str) -> str:
    """Return what a line labelled as the work says is done ("Việc cần làm: …"), "" for other lines."""
    plain = fold(text)
    label = DONE_LABEL.match(plain) or ANY_LABEL.match(plain)
    named = label is not None and ("label" not in label.groupdict() or _is_misread(label["label"]))
    return text[label.end() :] if label and named else ""


def _is_misread(label: str) -> bool:
    """Whether a label is one of what is done, as a scan misreads it: one letter in five may be wrong."""
    return any(likeness(label, told) >= ALIKE for told in MISREAD)
