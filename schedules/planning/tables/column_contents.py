"""What each column of a table is for, told by what its cells hold where the words of its header do not tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from schedules.plan import Block
from schedules.planning.drafts import in_column
from schedules.planning.people.persons import are_people
from schedules.planning.tables.asked_works import with_object
from schedules.planning.tables.columns import (
    PEOPLE,
    TIMES,
    Columns,
    Role,
    by_labels,
    find_columns,
    header_role,
    is_of_the_past,
    second_level,
)
from schedules.planning.tables.contents import Holds, holds
from schedules.planning.tables.grouped_works import without_groups
from schedules.planning.tables.improvements import improved, improved_unheaded
from schedules.planning.tables.particulars import are_costs, are_long_past, are_particulars, are_past, are_targets
from schedules.wording import Context, fold, when

NEVER_WORK = {Role.NUMBER, Role.BUDGET, Role.EVIDENCE, Role.CRITERION, Role.EXPECTED, *TIMES, *PEOPLE}
MOST, CLEAR, FEW = 0.6, 0.75, 0.2
"""Share of the filled cells that must hold a kind: to give a column a role, to gainsay its header; few hold it."""

NO_WORK = re.compile(
    r"^\W*(?:doi tuong|khoi|lop|muc|dia diem|hinh thuc|phuong phap|don vi|so luong|so|chuc vu|ho ten)\b"
)
"""Headers of columns that say for whom, where or how: their texts are no works."""

NO_DOERS = re.compile(
    r"^\W*(?:doi tuong|thanh phan|noi\b|nguon\b|dia diem|chuc vu|chuc danh|duoc|khach|lop|khoi|gui|de\b)"
)
REMARKS = re.compile(r"^\W*(?:ghi chu|luu y)\W*$")
NEEDED = re.compile(r"\b(?:can|phai|bo sung|thu thap|hoan thien|xay dung|con thieu)\b")
NAMED = (Role.EVIDENCE, Role.EXPECTED)
"""What may stand for the work of a table that hands it out with people and times, and names no work."""

DATA = {Holds.TIME, Holds.NUMBER, Holds.MONEY, Holds.MEASURE}
SAMPLE, LONGEST_HEADER_ROWS = 40, 3
FEWEST_OF_A_WORK = 3
"""Filled cells of a row of work; a row of fewer may head others."""

LEAST_WORDS = 2.0
LONGEST_LABEL = 8
ENOUGH_WORDS = 12


@dataclass(frozen=True, slots=True)
class Contents:
    """What the cells of one column hold: how many are filled, the share of each kind, the words of a text."""

    filled: int
    shares: Mapping[Holds, float]
    words: float

    def share(self, kind: Holds) -> float:
        """The share of the filled cells that hold a kind."""
        return self.shares.get(kind, 0.0)


def read_columns(rows: Sequence[Block], context: Context, *, timed: bool = False) -> tuple[Columns, int]:
    """Return the columns of a table by its header and its cells, how many rows the header takes; ({}, 0) if untold.

    A table that is `timed` by what stands over it needs no column of times.
    """
    columns, header = find_columns(rows)
    labels = _labels(rows, header)
    if are_costs(labels) or (are_targets(labels) and not timed):
        return {}, 0
    if columns:
        return completed(columns, labels, rows[header:], context), header
    header = _label_rows(rows, context)
    labels = _labels(rows, header)
    if are_particulars(labels) or (are_targets(labels) and not timed):
        return {}, 0
    columns = completed(by_labels(labels), labels, rows[header:], context)
    told = Role.WORK in columns and (timed or any(role in columns for role in TIMES))
    return (columns, header) if told else ({}, 0)


def holds_times(columns: Columns, rows: Sequence[Block], context: Context) -> bool:
    """Whether some column of times does hold times, or numbers of months and weeks, in these rows."""
    found = contents_of(rows, context)
    timed = [found[at] for role, at in columns.items() if role in TIMES and at < len(found)]
    return any(held.share(Holds.TIME) + held.share(Holds.NUMBER) * (held.words <= 1) >= MOST for held in timed)


def is_over(columns: Columns, rows: Sequence[Block], context: Context) -> bool:
    """Whether what a table lists was over long before the school year, by its one column of times."""
    timed = [at for role, at in columns.items() if role in TIMES]
    return len(timed) == 1 and are_long_past(_texts(rows, timed[0]), context)


def _labels(rows: Sequence[Block], header: int) -> list[str]:
    """Return the words over each column: those of the last row of the header, else of the rows above it."""
    if not header:
        return []
    below = second_level(rows[header - 2], rows[header - 1]) if header > 1 else []
    return below or [cell.text for cell in rows[header - 1].cells]


def _label_rows(rows: Sequence[Block], context: Context) -> int:
    """Return how many of the first rows hold labels only: short, and neither times nor numbers nor names."""
    for at, row in enumerate(rows[:LONGEST_HEADER_ROWS]):
        texts = [cell.text for cell in row.cells if cell.text.strip()]
        kinds = {holds(text, context) for text in texts if not _labels_time(text)}
        if kinds & DATA or any(len(text.split()) > LONGEST_LABEL for text in texts):
            return at
    return min(LONGEST_HEADER_ROWS, len(rows))


def _labels_time(text: str) -> bool:
    """Whether a cell is the label of a column of times, and tells none: "Từ ngày"."""
    return not any(sign.isdigit() for sign in text) and any(role in TIMES for role in by_labels([text]))


def contents_of(rows: Sequence[Block], context: Context) -> list[Contents]:
    """Return what each column holds, over the first rows; cells that only repeat a neighbour count once."""
    width = max((len(row.cells) for row in rows), default=0)
    return [_contents(_texts(rows, at), context) for at in range(width)]


def completed(columns: Columns, labels: Sequence[str], rows: Sequence[Block], context: Context) -> Columns:
    """Return the columns with roles their cells prove; `labels` are the header's words, `rows` those under it."""
    found = contents_of(rows, context)
    works = [row for row in rows if _own_cells(row) >= FEWEST_OF_A_WORK]
    cells = [_texts(works, at) for at in range(len(found))]
    made = improved(_gainsaid(columns, found), labels, cells)
    made = _moved_people(made, labels, found)
    if not any(role in made for role in TIMES):
        made = _with_times(made, labels, rows, context)
    if not any(role in made for role in PEOPLE):
        made = _with_people(made, labels, found)
    for tried in (partial(_with_work, labels=labels), partial(_handed_out, labels=labels), _shared_out):
        made = made if Role.WORK in made else tried(made, found=found)
    made = without_groups(made, labels, rows) if labels else improved_unheaded(made, cells)
    return with_object(made, labels, [held.filled > 0 for held in found])


def _texts(rows: Sequence[Block], at: int) -> list[str]:
    cells = [row.cells[at] for row in rows[:SAMPLE] if at < len(row.cells)]
    return [cell.text for cell in cells if cell.text.strip() and cell.merged_from is None]


def _own_cells(row: Block) -> int:
    return sum(bool(cell.text.strip()) and cell.merged_from is None for cell in row.cells)


def _contents(texts: Sequence[str], context: Context) -> Contents:
    kinds = Counter(holds(text, context) for text in texts)
    words = sum(min(len(text.split()), ENOUGH_WORDS) for text in texts)
    count = len(texts)
    return Contents(count, {kind: many / count for kind, many in kinds.items()}, words / count if count else 0.0)


def _gainsaid(columns: Columns, found: Sequence[Contents]) -> Columns:
    """A column headed as people that holds times is one of times, and the other way round."""
    made = dict(columns)
    for role, at in columns.items():
        held = found[at] if at < len(found) else Contents(0, {}, 0.0)
        timed = role in {*PEOPLE, Role.EXPECTED, Role.WORK, Role.TOPIC} and held.share(Holds.TIME) >= CLEAR
        peopled = role in {Role.TIME, Role.WORK} and held.share(Holds.PEOPLE) >= CLEAR
        if role in {Role.WORK, Role.TOPIC} and held.share(Holds.MEASURE) + held.share(Holds.DEGREE) >= CLEAR:
            del made[role]
        elif timed or peopled:
            del made[role]
            taken = any(known in made for known in (TIMES if timed else PEOPLE))
            if not taken:
                made[Role.TIME if timed else Role.LEAD] = at
    return made


def _moved_people(columns: Columns, labels: Sequence[str], found: Sequence[Contents]) -> Columns:
    """Where the column headed as people holds none and one other column does, a header out of line meant that one."""
    at = columns.get(Role.LEAD)
    peopled = [free for free in _may_do(columns, labels, found) if found[free].share(Holds.PEOPLE) >= CLEAR]
    if at is None or at >= len(found) or not found[at].filled or len(peopled) != 1:
        return columns
    return {**columns, Role.LEAD: peopled[0]} if found[at].share(Holds.PEOPLE) <= FEW else columns


def _free(columns: Columns, found: Sequence[Contents]) -> list[int]:
    taken = set(columns.values())
    return [at for at in range(len(found)) if at not in taken]


def _with_times(columns: Columns, labels: Sequence[str], rows: Sequence[Block], context: Context) -> Columns:
    """Give the column of times its role; two columns of days in order are a beginning and an end."""
    found = contents_of(rows, context)
    past = {at for at, label in enumerate(labels) if is_of_the_past(label)}
    past |= {at for at in _free(columns, found) if are_past(_texts(rows, at), context)}
    timed = [at for at in _free(columns, found) if at not in past and found[at].share(Holds.TIME) >= MOST]
    if not timed:
        return _by_remarks(columns, labels, found)
    if len(timed) == 2 and _in_order(rows, timed, context):  # noqa: PLR2004
        return {**columns, Role.START: timed[0], Role.END: timed[1]}
    fullest = max(timed, key=lambda at: (found[at].filled * found[at].share(Holds.TIME), -at))
    return {**columns, Role.TIME: fullest}


def _by_remarks(columns: Columns, labels: Sequence[str], found: Sequence[Contents]) -> Columns:
    """Give a column of remarks that holds times and little else their role, where no other column tells any."""
    at = columns.get(Role.OTHER, len(labels))
    if at >= min(len(labels), len(found)) or not REMARKS.match(fold(labels[at])) or found[at].share(Holds.TIME) < MOST:
        return columns
    return {**{role: place for role, place in columns.items() if role is not Role.OTHER}, Role.TIME: at}


def _in_order(rows: Sequence[Block], pair: Sequence[int], context: Context) -> bool:
    """Whether both columns hold single days, the second never before the first."""
    days = [
        [when(row.cells[at].text, in_column(context)) for at in pair]
        for row in rows[:SAMPLE]
        if max(pair) < len(row.cells)
    ]
    both = [(first, last) for first, last in days if first.day and last.day]
    single = all(due.start in {None, due.day} for pair_ in both for due in pair_)
    return bool(both) and single and all(first.day <= last.day for first, last in both if first.day and last.day)


def _with_people(columns: Columns, labels: Sequence[str], found: Sequence[Contents]) -> Columns:
    """Give the column of people its role, not one of those a work is done to ("Đối tượng kiểm tra")."""
    fitting = [at for at in _may_do(columns, labels, found) if found[at].share(Holds.PEOPLE) >= MOST]
    if not fitting:
        return columns
    return {**columns, Role.LEAD: max(fitting, key=lambda at: (found[at].filled, -at))}


def _may_do(columns: Columns, labels: Sequence[str], found: Sequence[Contents]) -> list[int]:
    """Return the columns without a role that may hold doers: no header says a work is done to those in them."""
    barred = {at for at, label in enumerate(labels) if NO_DOERS.match(fold(label))}
    return [at for at in _free(columns, found) if at not in barred]


def _with_work(columns: Columns, found: Sequence[Contents], labels: Sequence[str]) -> Columns:
    """The work is the column of text whose header claims nothing else: the fullest, then the wordiest."""
    barred = {
        at
        for at, label in enumerate(labels)
        if header_role(label) in {*NEVER_WORK, Role.OTHER} or NO_WORK.match(fold(label)) or are_people(label)
    }
    texts = [at for at in _free(columns, found) if at not in barred and _is_text(found[at])]
    if not texts:
        return columns
    fullest = max(found[at].filled for at in texts)
    full = [at for at in texts if found[at].filled >= MOST * fullest]
    best = max(full, key=lambda at: (found[at].words + 2.0 * (at == min(full)), -at))
    return {**columns, Role.WORK: best}


def _shared_out(columns: Columns, found: Sequence[Contents]) -> Columns:
    """Where criteria are shared out with people and times and no column says what is done, they are the work."""
    at = columns.get(Role.CRITERION)
    handed = any(role in columns for role in PEOPLE) and any(role in columns for role in TIMES)
    if at is None or at >= len(found) or not handed or not _is_text(found[at]):
        return columns
    return {**{role: place for role, place in columns.items() if role is not Role.CRITERION}, Role.WORK: at}


def _handed_out(columns: Columns, found: Sequence[Contents], labels: Sequence[str]) -> Columns:
    """Where evidence or results are handed out with people and times, each is a work: to be there by then."""
    times = [found[at] for role, at in columns.items() if role in TIMES and at < len(found)]
    timed = any(held.share(Holds.TIME) >= MOST for held in times)
    if not timed:
        return columns
    shared = any(role in columns for role in PEOPLE)
    named = [
        (not NEEDED.search(fold(label)), NAMED.index(role), at)
        for at, label in enumerate(labels[: len(found)])
        if (role := header_role(label)) in NAMED and _is_text(found[at]) and (shared or NEEDED.search(fold(label)))
    ]
    if not named:
        return columns
    at = min(named)[-1]
    return {**{role: place for role, place in columns.items() if place != at}, Role.WORK: at}


def _is_text(held: Contents) -> bool:
    return held.share(Holds.TEXT) >= MOST and held.words >= LEAST_WORDS
