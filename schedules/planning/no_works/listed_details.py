"""Lists under a work that only tell what it is made of: the days of an exam, the papers of a file that is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from schedules.plan import Finding, Place, Severity
from schedules.planning.acts import acts_of
from schedules.planning.no_works.details import RULE
from schedules.planning.no_works.exam_sessions import EXAM
from schedules.planning.no_works.hour_lines import hour_lines
from schedules.planning.outline import Item
from schedules.wording import fold

PAPERS = re.compile(
    r"\b(?:ho so|giay to|tai lieu|van ban|minh chung|san pham|bai (?:du thi|thi|viet)|bao cao|don|danh muc)\b"
    r"[^.;:]{0,40}?\bgom(?: co)?\s*:?\s*$"
)
"""“…, hồ sơ gồm:”: what is handed in is told, and the handing in is the work."""

COUNT = r"(?:nhat|hai|ba|tu|nam|dau(?: tien)?|cuoi(?: cung)?|mot|i{1,3}|\d{1,2}|sang|chieu|toi)"
DAY_OF_IT = re.compile(
    rf"^\W*(?:(?:ngay|buoi|ca)(?: thu| thi(?: thu)?)? {COUNT}|(?:sang|chieu|toi)(?: ngay)?)\s*(?:[:–-]|\()"
)
"""“Ngày thứ nhất: …”, “Buổi chiều: …”: a day of what is held, and no time by itself."""

HELD = re.compile(
    r"^\W*(?:to chuc )?(?:hoi (?:trai|thi|khoe|thao|nghi|dien|giang)|le|dai hoi|ngay hoi|tap huan|boi duong|giai|"
    r"tham quan|trai nghiem|dien tap|kiem tra|thi|khao sat)\b"
)
FEWEST = 2


def details_in(items: Sequence[Item]) -> dict[int, int]:
    """Return, by their indexes, the items that only tell what an item over them is made of, each with its index."""
    found = hour_lines(items)
    for at, item in enumerate(items):
        below = list(_below(items, at)) if item.body.rstrip().endswith((":", "gồm", "gồm có")) else []
        if below and (PAPERS.search(fold(item.body)) or _is_held_in_parts(item, [items[one] for one in below])):
            found |= dict.fromkeys(below, at)
    return found


def details_told(items: Sequence[Item], details: dict[int, int], works: AbstractSet[Place]) -> Iterator[Finding]:
    """Yield the finding for each list of details whose work stands at one of some places."""
    for head in sorted(set(details.values())):
        item, parts = items[head], [items[at] for at, over in sorted(details.items()) if over == head]
        if item.block.place in works:
            message = (
                f"{len(parts)} mục dưới “{item.body.strip(' :')}” là chi tiết của việc đó, không tách thành việc riêng."
            )
            blocks = [item.block, *(part.block for part in parts)]
            quotes, places = tuple(one.text.strip() for one in blocks), tuple(one.place for one in blocks)
            yield Finding(RULE, Severity.INFO, message, quotes, "Nếu cần nhắc từng mục, hãy thêm việc đó.", places)


def _below(items: Sequence[Item], at: int) -> Iterator[int]:
    """Yield the indexes of the listed items right under one."""
    for number in range(at + 1, len(items)):
        if items[number].block.is_row or items[number].depth <= items[at].depth:
            return
        yield number


def _is_held_in_parts(item: Item, below: Sequence[Item]) -> bool:
    """Whether what is held is parted into its days: each line under it begins with one that only counts."""
    parts = len(below) >= FEWEST and all(DAY_OF_IT.match(fold(one.body)) for one in below)
    plain = fold(item.body)
    held = HELD.match(plain) or EXAM.search(plain) or "hold" in acts_of(item.body.strip(" -–•*+"))
    return parts and bool(held)
