"""A time cell whose lines each name their part of the work ("Quý III: trước 15/10"): a deadline for every line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedules.plan import Due
from schedules.planning.drafts import in_column
from schedules.planning.people.names import folded
from schedules.planning.tables.columns import Role
from schedules.planning.tables.contents import is_time
from schedules.planning.tables.row import Job, Row
from schedules.planning.tables.row_dues import each_time
from schedules.planning.tables.works import split_works
from schedules.planning.text.rounds import LABEL, is_round
from schedules.planning.words.fineness import FINE
from schedules.wording import Context, fold, when

BREAK = re.compile(
    rf"\n|;|(?<=\d)\s+[-–]\s+(?=[^\W\d][^:\d\n]{{2,30}}:)|,\s*(?={LABEL})|\s+va\s+(?={LABEL})|(?<=\d)\s+(?={LABEL}\s*:)"
)
BEFORE = re.compile(r"^(?P<label>[^:]{2,40}?)\s*:\s+(?P<time>\S.*)$")
BARE = re.compile(rf"^(?P<label>{LABEL})\s*[,–-]?\s*(?P<time>\S.*)$")
AFTER = re.compile(rf"^(?P<time>[^()]{{3,60}}?)\s*\(\s*(?P<label>{LABEL}|(?:khoi|lop|to|nhom)\b[^()]{{1,30}})\)$")
ENDS_OF_ONE = re.compile(
    r"^\W*(?:\d|bat dau|ket thuc|hoan thanh|khai mac|be mac|tu|den|du kien|chinh thuc|dieu chinh|gia han|lui|sang|"
    r"chieu|toi|buoi (?:sang|chieu|toi)|ca ngay|khai giang|thoi|han\b|moc|dia diem|tai|hinh thuc|ngay)"
)
"""What parts one time and names no part of the work: its beginning and end, a day put off, the hours of a day."""

OPEN = re.compile(r":\s*\n\s*")
MARK = re.compile(r"^[\s\-–+*•]+|[\s.,;]+$")
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """One line of a time cell: its words, the part of the work they are for ("" for a bare time), its due and time."""

    words: str
    label: str
    due: Due
    time: str


def labelled_rows(row: Row, lines: Sequence[str], context: Context) -> tuple[Job, ...]:
    """Return the works of a row on each of its labelled times; () where its `lines` of time are not all labelled.

    Several works come each on every round, unless they name the rounds themselves.
    """
    told = () if row.told.dated or row.extra_times else labelled_times(lines, context)
    works = split_works(row.text(Role.WORK))
    rounds = all(is_round(one.label) for one in told) and not any(re.search(LABEL, fold(work)) for work in works)
    if not told or (len(works) > 1 and not rounds):
        return ()
    named = works if len(works) > 1 else (row.text(Role.WORK),)
    parts = [
        (replace(row, told=each.told if each.told.dated else one.due, group=one.label), one.words)
        for one in told
        for each in each_time(row, one.time, context)
    ]
    return tuple(Job(one, work, words) for work in named for one, words in parts)


def labelled_times(lines: Sequence[str], context: Context) -> tuple[Labelled, ...]:
    """Return every line of a time cell with its part of the work and its due; () unless each line has both."""
    cell = OPEN.sub(": ", "\n".join(lines))
    ends = [0, *(at for sign in BREAK.finditer(folded(cell)) for at in sign.span()), len(cell)]
    pieces = [MARK.sub("", cell[first:last]) for first, last in zip(ends[::2], ends[1::2], strict=True)]
    found = [_labelled(piece, context) for piece in pieces if piece]
    told = [one for one in found if one is not None]
    if len(told) < FEWEST or len(told) < len(found):
        return ()
    days, labels = {(one.due.start, one.due.day) for one in told}, {fold(one.words) for one in told}
    return tuple(told) if len(days) == len(labels) == len(told) else ()


def _labelled(piece: str, context: Context) -> Labelled | None:
    plain = fold(piece)
    for pattern in (BEFORE, BARE, AFTER):
        match = pattern.match(plain)
        if not match:
            continue
        label, time = piece[slice(*match.span("label"))].strip(), piece[slice(*match.span("time"))]
        due = when(time, in_column(context))
        if due.dated and due.precision in FINE and is_time(time, context) and _names_part(label):
            bare = is_time(label, context) and not is_round(label)
            return Labelled(piece, "" if bare else label, due, time)
    return None


def _names_part(label: str) -> bool:
    """Whether a label names a part of the work, and no part of one time."""
    return is_round(label) or not ENDS_OF_ONE.match(fold(label))
