"""Cells whose lines were run together ("- Họp tổ - Dự giờ" beside "Tuần 2 Tuần 3") → their lines again."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from schedules.planning.acts import acts_of
from schedules.planning.tables.columns import Role
from schedules.planning.tables.listed_times import listed_times
from schedules.planning.tables.row import Row
from schedules.planning.tables.works import BULLET
from schedules.planning.words.verbs import DEEDS
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

FEWEST_WORDS, LISTED_ALONE = 3, 3
NUMBERED = re.compile(rf"(?:^|(?<=\s))(\d{{1,2}})[.)]\s+(?=[{CAPITALS}“\"])")
MARKED = re.compile(rf"\s+(?=[-–+•*]\s+[{CAPITALS}“\"])")
LED = r"(?:\d{1,2}\s*(?:[hg]|giờ)\s*\d{0,2}|\d{1,2}:\d\d|Tuần \d{1,2}(?:\s*[-,]\s*\d{1,2})?|Ngày \d{1,2}/\d{1,2})\s*:"
LEADING = re.compile(rf"(?:^|(?<=\s))(?P<mark>[-–+•*]\s+)?{LED}(?=\s+[{CAPITALS}“\"])")
"""“- 8g00: Đón đoàn - 10g30: Họp tổ”, “Tuần 1: … Tuần 4: …”: each work behind its own hour or week."""

TIMED = re.compile(r"\d{1,2}\s*/\s*\d|(?:ngày|tuần)\s+\d", re.IGNORECASE)
LISTED = re.compile(r"(?:^|\s+)[-–+•*]\s+(?=\w)")
LETTER, LETTERS = re.compile(r"(?:^|(?<=[;,.\s]))([a-g])\)\s+(?=\w)"), "abcdefg"
PARTED = re.compile(rf";\s+(?=[{CAPITALS}“\"])")
BEGUN = r"[^\W\d]|[“\"]|\d+%?\s+(?!tháng|giờ|phút)[^\W\d]"
"""How an item begins, and not the last day of a span: "03/11 - 14/11"."""

DAYS = re.compile(r"^\W*(?:(?:từ|ngày|trước|đến)\s+)*\d{1,2}\s*(?:[/.]\s*\d|[-–]\s*\d{1,2}\s*[/.])", re.IGNORECASE)
"""A time that begins with a day, so two of them beside each other are two times and not a week and its days."""

DEED = re.compile(rf"(?:{fold(DEEDS)}|moi|bau)\b")
OPENED = re.compile(r"[;,]?\s+(?=(?:tuan|ngay|thang|truoc|tu|quy|thu|cham nhat|den)\s)")
"""What stands before the word of the next time, folded: a scan loses its accents, and not its capital."""


def unflattened(row: Row) -> Row:
    """Return the row with a line break between the works of its cell, where numbers, times or people bear it out."""
    work = row.text(Role.WORK)
    if "\n" in work:
        return row
    for laid in (_lettered(row), _listed(row)):
        if laid is not row:
            return laid
    if led := led_works(work):
        return replace(row, texts={**row.texts, Role.WORK: "\n".join(led), **_people_beside(row, len(led))})
    if Role.CRITERION in row.texts:
        return _each_timed(row)
    times, people = _times(row.text(Role.TIME) or row.text(Role.WEEK)), _people(row.text(Role.LEAD))
    counts = {len(times), len(people)} - {1}
    ways = _parted(work)
    works = _numbered(work) or _beside(work, people) or _beside(work, _listed_people(row.text(Role.LEAD_AND_HELP)))
    works = works or next((parts for parts in ways if len(parts) in counts), [])
    if not works and MARKED.match(f" {work}"):
        works = next(
            (parts for parts in ways if len(parts) >= LISTED_ALONE or _own_times(parts) or _are_works(parts)), []
        )
    if len(works) < 2:  # noqa: PLR2004
        return row
    texts = {**row.texts, Role.WORK: "\n".join(works), **_people_beside(row, len(works))}
    for role, parts in ((Role.TIME, times), (Role.WEEK, times), (Role.LEAD, people)):
        if role in texts and len(parts) == len(works):
            texts[role] = "\n".join(part.strip() for part in parts)
    return replace(row, texts=texts)


def _lettered(row: Row) -> Row:
    """Return the row with a line for each lettered work ("a) …; b) …"), and for the times and people lettered alike."""
    works = lettered(row.text(Role.WORK))
    marked = [role for role in (Role.TIME, Role.LEAD, Role.LEAD_AND_HELP, Role.HELP) if LETTER.search(row.text(role))]
    beside = {role: lettered(row.text(role)) for role in marked}
    if not works or not beside or any(len(parts) != len(works) for parts in beside.values()):
        return row
    texts = {role: "\n".join(parts) for role, parts in {**beside, Role.WORK: works}.items()}
    return replace(row, texts={**row.texts, **texts})


def lettered(text: str) -> list[str]:
    """Return the parts of a flat cell counted in letters from "a)" on; [] for any other."""
    starts = list(LETTER.finditer(text))
    counted = [match[1].lower() for match in starts] == list(LETTERS[: len(starts)])
    if len(starts) < 2 or starts[0].start() or not counted or "\n" in text:  # noqa: PLR2004
        return []
    bounds = [*(match.start(1) for match in starts), len(text)]
    return [text[first:last].strip().rstrip(";,") for first, last in pairwise(bounds)]


def _listed(row: Row) -> Row:
    """Return the row with a line for each time its cell lists, and for the works and people listed beside them."""
    work = row.text(Role.WORK)
    works = _capital(_marked(work)) if MARKED.match(f" {work}") else [work]
    times = listed_times(row.text(Role.TIME), len(works))
    if not times or len(works) not in {1, len(times)}:
        return row
    texts = {**row.texts, Role.WORK: "\n".join(works), Role.TIME: "\n".join(times)}
    return replace(row, texts={**texts, **_people_beside(row, len(works))})


def _people_beside(row: Row, count: int) -> dict[Role, str]:
    """Return the cells of people that list as many sets as a row has works, a line for each."""
    listed = {role: _listed_people(row.text(role)) for role in (Role.LEAD, Role.LEAD_AND_HELP, Role.HELP)}
    return {role: "\n".join(people) for role, people in listed.items() if len(people) == count > 1}


def _listed_people(text: str) -> list[str]:
    return _marked(text) if LISTED.match(text) else []


def led_works(work: str) -> list[str]:
    """Return the works of a flat cell that each stand behind an hour or a week of their own, marked alike; [] else."""
    starts = list(LEADING.finditer(work))
    if len(starts) < 2 or starts[0].start() or len({start["mark"] for start in starts}) > 1:  # noqa: PLR2004
        return []
    bounds = [*(start.start() for start in starts), len(work)]
    return [work[first:last].strip() for first, last in pairwise(bounds)]


def _each_timed(row: Row) -> Row:
    """Return the row of a criterion with a line for each of its works, where every one tells its own time."""
    parts = _marked(row.text(Role.WORK)) if MARKED.match(f" {row.text(Role.WORK)}") else []
    if len(parts) < 2 or not all(TIMED.search(part) for part in parts):  # noqa: PLR2004
        return row
    return replace(row, texts={**row.texts, Role.WORK: "\n".join(parts)})


def _times(text: str) -> list[str]:
    """Return the times of a flat cell: each begun by its word, or days with marks or semicolons between them."""
    days = [part.lstrip("-–+•* ") for part in LISTED.split(text)[1:]] if LISTED.match(text) else text.split(";")
    return days if len(days) > 1 and all(DAYS.match(day) for day in days) else _opened(text)


def _opened(text: str) -> list[str]:
    """Split a flat cell of times before each capital that begins one."""
    cuts = [match.span() for match in OPENED.finditer(fold(text)) if text[match.end()].isupper()]
    starts, ends = [0, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _beside(work: str, people: list[str]) -> list[str]:
    """Return the marked works of a cell that has as many sets of people beside it; [] where their counts differ."""
    parts = _marked(work) if MARKED.match(f" {work}") else []
    return parts if len(parts) == len(people) > 1 else []


def _marked(text: str) -> list[str]:
    """Split a text at the mark it opens with, not inside quotes or brackets: a dash there belongs to a name."""
    text = text.strip()
    starts = [match.start() for match in re.finditer(rf"\s+{re.escape(text[0])}\s+(?={BEGUN})", text)]
    bounds = [0, *(at for at in starts if not _is_enclosed(text, at)), len(text)]
    return [text[first:last].strip() for first, last in pairwise(bounds)]


def _capital(parts: list[str]) -> list[str]:
    """Return the parts that begin a work, each with those behind it that begin in lower case."""
    joined: list[str] = []
    for part in parts:
        if joined and not MARKED.match(f" {part}"):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


def _is_enclosed(text: str, at: int) -> bool:
    """Whether a place stands inside quotes or brackets opened before it."""
    before = text[:at]
    opened = any(before.count(left) > before.count(right) for left, right in ("()", "“”", "«»"))
    return opened or before.count('"') % 2 == 1


def _own_times(parts: list[str]) -> bool:
    """Whether one of two marked parts has a time of its own: a dash inside one work leads to none."""
    return len(parts) > 1 and any(TIMED.search(part) for part in parts)


def _are_works(parts: list[str]) -> bool:
    """Whether marked parts are works: each but the last ends like a sentence, or each says what is done."""
    closed = all(part.rstrip().endswith((".", ";")) for part in parts[:-1])
    return len(parts) > 1 and (closed or all(_says_deed(part) for part in parts))


def _says_deed(part: str) -> bool:
    """Whether a part begins with a deed of its own; a name that goes on after a dash begins with none."""
    work = BULLET.sub("", part)
    return len(work.split()) >= FEWEST_WORDS and (bool(acts_of(work)) or DEED.match(fold(work)) is not None)


def _people(text: str) -> list[str]:
    """Return the people of a flat cell, one set for each mark or semicolon."""
    marked = [part.lstrip("-–+•* ") for part in _marked(text)] if LISTED.match(text) else []
    return marked or text.split(";")


def _numbered(work: str) -> list[str]:
    """Return the works counted one after another within one line, from 1 or on from the row above; [] else."""
    starts = list(NUMBERED.finditer(work))
    if len(starts) < 2 or starts[0].start():  # noqa: PLR2004
        return []
    first = int(starts[0][1])
    if [match[1] for match in starts] != [str(count) for count in range(first, first + len(starts))]:
        return []
    ends = [*(match.start() for match in starts[1:]), len(work)]
    return [work[match.start() : end].strip() for match, end in zip(starts, ends, strict=True)]


def _parted(work: str) -> list[list[str]]:
    ways = [_capital(_marked(work)) if MARKED.match(f" {work}") else [], PARTED.split(work)]
    return [parts for parts in ways if all(len(part.split()) >= FEWEST_WORDS for part in parts)]
