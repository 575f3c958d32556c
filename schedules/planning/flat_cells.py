"""Cells whose lines were run together ("- Họp tổ - Dự giờ" beside "Tuần 2 Tuần 3") → their lines again."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.planning.columns import Role
from schedules.planning.rows import Row
from schedules.proofreading.naming import CAPITALS

FEWEST_WORDS, LISTED_ALONE = 3, 3
NUMBERED = re.compile(rf"(?:^|(?<=\s))(\d{{1,2}})[.)]\s+(?=[{CAPITALS}“\"])")
MARKED = re.compile(rf"\s+(?=[-–+•*]\s+[{CAPITALS}“\"])")
TIMED = re.compile(r"\d{1,2}\s*/\s*\d|(?:ngày|tuần)\s+\d", re.IGNORECASE)
LISTED = re.compile(r"(?:^|\s+)[-–+•*]\s+(?=\w)")
PARTED = re.compile(rf";\s+(?=[{CAPITALS}“\"])")
OPENED = re.compile(r"[;,]?\s+(?=(?:Tuần|Ngày|Tháng|Trước|Từ|Quý|Thứ|Chậm nhất|Đến)\s)")


def unflattened(row: Row) -> Row:
    """Return the row with a line break between the works of its cell, where numbers, times or people bear it out."""
    work = row.text(Role.WORK)
    if "\n" in work or Role.CRITERION in row.texts:
        return row
    times, people = OPENED.split(row.text(Role.TIME) or row.text(Role.WEEK)), _people(row.text(Role.LEAD))
    counts = {len(times), len(people)} - {1}
    ways = _parted(work)
    works = _numbered(work) or next((parts for parts in ways if len(parts) in counts), [])
    if not works and MARKED.match(f" {work}"):
        works = next(
            (parts for parts in ways if len(parts) >= LISTED_ALONE or _own_times(parts) or _are_closed(parts)), []
        )
    if len(works) < 2:  # noqa: PLR2004
        return row
    texts = {**row.texts, Role.WORK: "\n".join(works)}
    for role, parts in ((Role.TIME, times), (Role.WEEK, times), (Role.LEAD, people)):
        if role in texts and len(parts) == len(works):
            texts[role] = "\n".join(part.strip() for part in parts)
    return replace(row, texts=texts)


def _own_times(parts: list[str]) -> bool:
    """Whether one of two marked parts has a time of its own: a dash inside one work leads to none."""
    return len(parts) > 1 and any(TIMED.search(part) for part in parts)


def _are_closed(parts: list[str]) -> bool:
    """Whether each marked part before the last ends like a sentence: "- Họp tổ. - Dự giờ"."""
    return len(parts) > 1 and all(part.rstrip().endswith((".", ";")) for part in parts[:-1])


def _people(text: str) -> list[str]:
    """Return the people of a flat cell, one set for each mark or semicolon."""
    marked = [part.strip() for part in LISTED.split(text) if part.strip()] if LISTED.match(text) else []
    return marked or text.split(";")


def _numbered(work: str) -> list[str]:
    """Return the works counted 1, 2, 3 … within one line; [] when they are not."""
    starts = list(NUMBERED.finditer(work))
    counted = [match[1] for match in starts] == [str(count) for count in range(1, len(starts) + 1)]
    if len(starts) < 2 or starts[0].start() or not counted:  # noqa: PLR2004
        return []
    ends = [*(match.start() for match in starts[1:]), len(work)]
    return [work[match.start() : end].strip() for match, end in zip(starts, ends, strict=True)]


def _parted(work: str) -> list[list[str]]:
    ways = [MARKED.split(work) if MARKED.match(f" {work}") else [], PARTED.split(work)]
    return [parts for parts in ways if all(len(part.split()) >= FEWEST_WORDS for part in parts)]
