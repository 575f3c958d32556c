"""Times listed in one flat cell ("- Tuần 1 - Tuần 3"): a dash that opens the cell makes it a list, and no span."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from schedules.wording import fold
from schedules.wording.repair import repair

OPENED = re.compile(r"^\s*([-–+•*])\s+(?=\w)")
BEGINS = re.compile(
    r"^(?:\d{1,2}\s*[/.,–-]|\d{1,2}\s*[hg]\s*\d{0,2}\b|"
    r"(?:(?:hoan thanh|xong|trong|khoang|du kien|nua)\s+)*"
    r"(?:tuan|ngay|thang|truoc|tu|quy|hoc ky|hk ?[i12]{1,2}|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cham nhat|"
    r"muon nhat|giua|dau|cuoi|het|sang|chieu|lan \w+|dot \w+|vong \w+|hang (?:thang|tuan|quy))\b)"
)
PARTED = re.compile(r"\s+[-–]\s+")
WHOLE = re.compile(r"^(?:ngay|thang)(?=\s*\d{1,2}\s*/\s*\d)")
DAY = re.compile(r"^(?:ngay\s+)?\d{1,2}\s*[/.]\s*\d{1,2}(?:\s*[/.]\s*(?:20)?\d\d)?$")


def listed_times(text: str, works: int) -> list[str]:
    """Return the times of a flat cell that opens with a dash, each behind its mark; [] where they are no list.

    `works` is how many stand beside them: two bare days are one span where that many times are left so.
    """
    if "\n" in text:
        return []
    opened = OPENED.match(text)
    if not opened:
        return _unopened(text, works)
    mark = opened[1]
    parts = [part.strip() for part in re.split(rf"\s+{re.escape(mark)}\s+", text[opened.end() :])]
    if len(parts) > works:
        parts = _joined(parts, len(parts) - works, mark)
    listed = len(parts) > 1 and all(BEGINS.match(repair(fold(part))) for part in parts)
    alone = works == 1 and all(DAY.match(fold(part)) for part in parts)
    return [f"{mark} {part}" for part in parts] if listed and not alone else []


def _unopened(text: str, works: int) -> list[str]:
    """Return the times of a list that lost its first dash: a month and a day beside each other are no span."""
    parts = [part.strip() for part in PARTED.split(text)]
    kinds = {match[0] for part in parts if (match := WHOLE.match(repair(fold(part))))}
    return [f"- {part}" for part in parts] if len(kinds) == len(parts) == works > 1 else []


def _joined(parts: Sequence[str], over: int, mark: str) -> list[str]:
    """Return the parts with pairs of days put together, where there are as many of them as parts too many.

    A pair is also what goes on small with the word of the time before it: "- Tháng 9 - Tháng 10 - tháng 12".
    """
    days = [at for at in range(len(parts) - 1) if all(DAY.match(fold(part)) for part in parts[at : at + 2])]
    goes_on = [at for at, (part, then) in enumerate(pairwise(parts)) if parts[0][0].isupper() and _goes_on(part, then)]
    pairs = goes_on if len(goes_on) == over else days
    apart = all(last - first > 1 for first, last in pairwise(pairs))
    if len(pairs) != over or not apart:
        return list(parts)
    joined = [f"{part} {mark} {parts[at + 1]}" if at in pairs else part for at, part in enumerate(parts)]
    return [part for at, part in enumerate(joined) if at - 1 not in pairs]


def _goes_on(part: str, then: str) -> bool:
    """Whether a part begun small ends the span its capital one begins: "Tháng 10 - tháng 12/2025"."""
    unit = repair(fold(part)).split()[0]
    return part[0].isupper() and then[0].islower() and repair(fold(then)).split()[0] in {unit, "den", "het"}
