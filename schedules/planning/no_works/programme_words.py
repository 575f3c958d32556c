"""What names a ceremony, what says that its programme follows, and the lines that stand over one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from schedules.planning.outline import Item, Rank
from schedules.wording import fold

LINES_ABOVE = 6
CEREMONY = re.compile(
    r"^(?:to chuc )?(?:buoi )?(?:le|hoi (?:nghi|thao|thi|dien|trai|khoe)|dai hoi|ngay hoi|mit tinh|toa dam|"
    r"gap mat|hop mat|lien hoan|khai giang|be giang|tong ket|so ket|chao co|tuyen duong|ky niem|ra mat|giao luu|"
    r"dem (?:hoi|van nghe|trung thu|nhac|gala|lua trai)|chuong trinh van nghe|hop (?:cha me|phu huynh))\b"
)
LABELS = (
    re.compile(r"^\W*phu luc(?:\s+(?:so\s+)?(?:\d{1,2}|[ivx]{1,4}|[a-h]))?\s*[.:)–-]*\s*(?=\w)"),
    re.compile(
        r"^\W*(?:chuong trinh(?! van nghe)|kich ban|tien trinh|lich trinh|noi dung)\s+"
        r"(?:(?:chi tiet|cu the|cua|to chuc)\s+)*(?=\w)"
    ),
)
"""“PHỤ LỤC 2. CHƯƠNG TRÌNH LỄ KỶ NIỆM”: the appendix and the programme lead to what it is of."""

ANNOUNCES = re.compile(
    r"[\s,;.]*(?:(?:với|theo|có)\s+)?(?:(?:nội dung|chương trình)(?:,?\s+(?:cụ thể|chi tiết))?\s+)?"
    r"(?:như sau|sau đây|sau)$",
    re.IGNORECASE,
)
CLOSES_WITH_PROGRAMME = re.compile(
    r"\b(?:chuong trinh|kich ban|tien trinh)"
    r"(?: (?:cu the|chi tiet|du kien|buoi le|nhu sau|sau day|gom|kem theo))*\s*:\s*$"
)
UNNAMED = re.compile(
    r"^\W*(?:[ivx\d]{1,4}[.)]\s*)?(?:(?:du kien|lich|kich ban) )*(?:chuong trinh|kich ban|tien trinh|lich trinh)"
    r"(?: (?:chi tiet|cu the|du kien|to chuc|buoi le|thuc hien))*"
    r"(?:\W*(?:(?:trong|vao|sang|chieu|toi|ngay|thu \w+|luc|tu|\d[\d/.hg: ]*)\W*)+)?\W*$"
)
"""“CHƯƠNG TRÌNH NGÀY 28/3/2026”: of what, the one ceremony that is held on that day tells."""

HANDED_IN = re.compile(r"\b(?:nop|gui|dang ky)\b")
DAY = re.compile(r"\d\s*/\s*\d|\bthang\b")


def lines_over(items: Sequence[Item], first: int) -> Iterator[Item]:
    """Yield the lines over a table, nearest first, up to the heading of its section."""
    for item in reversed(items[max(0, first - LINES_ABOVE) : first]):
        if item.block.is_row:
            return
        yield item
        if item.rank is Rank.SECTION or item.block.heading:
            return


def opens_programme(text: str) -> bool:
    """Whether a line over a list names a ceremony, or says that a programme follows."""
    named = CEREMONY.match(fold(unlabelled(text)))
    return bool(named or CLOSES_WITH_PROGRAMME.search(fold(text))) or is_unnamed(text)


def unlabelled(text: str) -> str:
    """Return a text without the labels that lead to a ceremony: “PHỤ LỤC 2. CHƯƠNG TRÌNH …”."""
    for label in LABELS:
        led = label.match(fold(text))
        text = text[led.end() :] if led else text
    return text


def is_unnamed(text: str) -> bool:
    """Whether a line opens a programme and tells at most its day, not of what it is."""
    led = LABELS[0].match(fold(text))
    return UNNAMED.match(fold(text[led.end() :] if led else text)) is not None
