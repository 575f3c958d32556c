"""Where months and weeks, or weeks and weekdays, cross in a table → a row of work for every filled cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from schedules.plan import NO_DUE, Block, Cell, Due, Finding, Precision
from schedules.planning.tables.axis_labels import Axis
from schedules.planning.tables.cell_lines import flat
from schedules.planning.tables.columns import Role, label_over, people_beside
from schedules.planning.tables.crossed_table import Crossed, crossed, meetings
from schedules.planning.tables.crossed_times import in_month_of, timed, window_of
from schedules.planning.tables.matrix_table import is_mark
from schedules.planning.tables.row import Row
from schedules.planning.tables.row_dues import row_context
from schedules.planning.tables.table_doubts import outside_week, unplaced
from schedules.planning.tables.works import split_works
from schedules.planning.text.segments import segments
from schedules.planning.words.openers import celebrates
from schedules.proofreading.agreement import Days, lies_in, span
from schedules.wording import Context, fold

WHOLE = r"(?:trong |suot )?(?:ca|suot) thang(?: nay)?"
WHOLE_MONTH = re.compile(rf"^\W*{WHOLE}\s*[:–-]\s*|\s*[(,–-]\s*{WHOLE}\W*$")
"""“Cả tháng: …” or “… (cả tháng)”: the work is of the month, not of the week it is written in."""

MONTHLY = re.compile(
    r"^\W*(?:(?:cong viec|viec|hoat dong|noi dung) )?(?:trong |suot |chung )?(?:ca|trong|suot|chung) thang\W*$"
)
"""A column beside the weeks for the works of the whole month."""


@dataclass(frozen=True, slots=True)
class CrossedRows:
    """The rows of work of a crossed table, and what its cells leave open."""

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]


def crossed_rows(blocks: Sequence[Block], context: Context) -> CrossedRows | None:
    """Return the works of a table of times crossed with times; None for any other. `context` is the plan's."""
    table = crossed(blocks)
    met = list(meetings(table)) if table else []
    if table is None or all(is_mark(meeting.cell.text) for meeting in met):
        return None
    people = people_beside(table.header, (*table.across, table.side))
    rows: list[Row] = []
    findings: list[Finding] = []
    for meeting in met:
        row = timed(_bare(meeting.block, meeting.cell), meeting, table, context)
        rows += _apart(row, context)
        findings += _doubts(row, context)
    rows += _of_whole_months(table)
    led = (replace(row, texts={**row.texts, **_people(row.block, people)}) for row in rows)
    return CrossedRows(tuple(led), tuple(findings))


def _people(block: Block, people: Mapping[Role, int]) -> dict[Role, str]:
    return {role: block.cells[at].text.strip() for role, at in people.items() if at < len(block.cells)}


def _of_whole_months(table: Crossed) -> Iterator[Row]:
    """Yield the works of a column for the whole month, where months stand before the rows."""
    width = max(len(block.cells) for block in table.header)
    monthly = [at for at in range(width) if MONTHLY.match(fold(label_over(table.header, at)))]
    for number, label in table.down.items():
        for at in monthly:
            cells = table.blocks[number].cells
            if label.axis is Axis.MONTH and at < len(cells) and cells[at].text.strip() and not cells[at].merged_from:
                yield in_month_of(_bare(table.blocks[number], cells[at]), label)


def _bare(block: Block, cell: Cell) -> Row:
    return Row(block, {Role.WORK: cell.text.strip()}, {Role.WORK: cell.place, Role.TIME: block.cells[0].place})


def _apart(row: Row, context: Context) -> Iterator[Row]:
    """Yield a row, its works apart where one takes the whole month or says days beyond those of its place."""
    works = split_works(row.text(Role.WORK))
    window = window_of(row, context)
    beyond = [_beyond(row, work, window, context) for work in works]
    if not any(beyond):
        yield row
        return
    for work, other in zip(works, beyond, strict=True):
        yield other or replace(row, texts={**row.texts, Role.WORK: work})


def _beyond(row: Row, work: str, window: Days | None, context: Context) -> Row | None:
    """Return the row of a work that its place does not date: all its month long, or on days of its own elsewhere."""
    long = WHOLE_MONTH.search(fold(work))
    if long and row.month:
        bare = work[long.end() :] if long.start() == 0 else work[: long.start()]
        return replace(row, texts={Role.WORK: bare}, told=NO_DUE)
    days = [span(due) for due in _own_days(row, work, context)]
    if window and any(one and not lies_in(one, window) for one in days):
        return replace(row, texts={Role.WORK: work}, told=NO_DUE)
    return None


def _own_days(row: Row, work: str, context: Context) -> list[Due]:
    """Return the days a work names itself, without those it only celebrates."""
    parts = segments(flat(work), row_context(row, context), line=True)
    return [part.due for part in parts if part.due.precision is Precision.DAY and not celebrates(part.due.words)]


def _doubts(row: Row, context: Context) -> Iterator[Finding]:
    """Yield what the place of a row leaves open: no time it tells, or a day of a work's own outside that time."""
    own = [due for work in split_works(row.text(Role.WORK)) for due in _own_days(row, work, context)]
    window = window_of(row, context)
    if not row.told.dated and not row.month and not own:
        yield unplaced(row.text(Role.WORK), row.work_place)
    for due in own:
        days = span(due)
        if window and days and (days[1] < window[0] or window[1] < days[0]):
            yield outside_week(due.words, row.told.words or row.time or row.month_words, row.work_place)
