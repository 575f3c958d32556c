"""Deadlines in tables: month and week appendices, step tables, and the improvement table of nine columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from schedules.plan import Block
from schedules.planning.drafts import Understood, in_column
from schedules.planning.outline import Item, Part
from schedules.planning.start_day import StartDay, counted_from, start_day
from schedules.planning.tables.bare_days import names_days, with_bare_days
from schedules.planning.tables.cell_lines import flat
from schedules.planning.tables.column_contents import holds_times, is_over, read_columns
from schedules.planning.tables.columns import Columns, Role, by_labels
from schedules.planning.tables.contents import is_time
from schedules.planning.tables.continued_table import Headed, begun_anew, continued
from schedules.planning.tables.crossed_rows import crossed_rows
from schedules.planning.tables.day_over import DayOver, days_over, under_day
from schedules.planning.tables.done_rows import without_done
from schedules.planning.tables.group_table import group_table
from schedules.planning.tables.mark_table import marked_names
from schedules.planning.tables.matrix_table import matrix_rows
from schedules.planning.tables.member_table import as_duties, is_of_members
from schedules.planning.tables.own_times import told_by_works
from schedules.planning.tables.particulars import heads_particulars
from schedules.planning.tables.programmes import lines_above, with_day_above
from schedules.planning.tables.record_table import record_rows
from schedules.planning.tables.remark_times import remarks_at, told_by_remarks
from schedules.planning.tables.row import Row
from schedules.planning.tables.row_dues import row_context
from schedules.planning.tables.row_works import works_of_row
from schedules.planning.tables.rows import rows_of
from schedules.planning.tables.second_times import SecondTime, second_times, with_second_times
from schedules.planning.tables.session_table import session_drafts
from schedules.planning.tables.side_by_side import Side, sides_of
from schedules.planning.tables.span_head import spread
from schedules.planning.tables.span_over import span_over, under_span
from schedules.planning.tables.table_doubts import long_over, no_columns, told_by_contents
from schedules.planning.tables.worn_rows import mended
from schedules.planning.text.named_criteria import under_criterion
from schedules.wording import Context, find, when

FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Over:
    """What stands over a table: its headings, the lines right above it with those headings, nearest first, its day.

    `span` is the month or week it is of, `start` the day the plan counts from.
    """

    headings: tuple[str, ...]
    lines: tuple[str, ...]
    day: DayOver | None = None
    span: str = ""
    start: StartDay | None = None


def table_drafts(items: Sequence[Item], context: Context) -> Understood:
    """Return the works of every table whose header is understood; say so where a dated one is not."""
    found = Understood()
    rows = [item for item in items if item.block.is_row]
    above = Headed()
    days, start = days_over(items, context), start_day(items, context)
    for table, group in groupby(rows, key=lambda item: item.block.place.table):
        members = list(group)
        span = span_over(items, members[0], context)
        over = Over(members[0].headings, lines_above(items, members[0]), days.get(table or 0), span, start)
        for blocks in begun_anew(mended(spread([item.block for item in members]))):
            read, above = _one_table(blocks, above, context, over)
            read = under_criterion(read, over.headings, over.lines)
            if members[0].part is Part.PAST and _is_over(read, context):
                continue  # "Kết quả năm học trước": when its tests were held, all of it over at the signing
            found += _appended(read) if members[0].part is Part.APPENDIX else read
    return found


def _is_over(read: Understood, context: Context) -> bool:
    """Whether every work of a table was over when the plan was signed."""
    signed = context.doc_date
    days = [draft.task.due.day for draft in read.drafts]
    return signed is not None and all(day is not None and day < signed for day in days)


def _appended(read: Understood) -> Understood:
    return replace(read, drafts=tuple(replace(draft, appended=True) for draft in read.drafts))


def _one_table(blocks: Sequence[Block], above: Headed, context: Context, over: Over) -> tuple[Understood, Headed]:
    """Return the works of one table and what is known for the tables below it."""
    if sessions := session_drafts(blocks, context):
        return Understood(sessions), above
    if grouped := group_table(blocks, context):
        return _table(grouped.rows, grouped.columns, context, over.headings), above
    if cells := crossed_rows(blocks, context):
        return _table(cells.rows, {}, context, over.headings) + Understood(findings=cells.findings), above
    if (marked := marked_names(blocks, over.lines, context)) is not None:
        return _table(marked, {}, context, over.headings) if marked else _not_understood(blocks, context), above
    if laid := matrix_rows(blocks, context) or record_rows(blocks):
        return _table(laid, {}, context, over.headings), above
    if sides := sides_of(blocks, context):
        return sum((_side(side, context, over) for side in sides), Understood()), above
    blocks, promised = told_by_works(blocks)
    width = max(len(block.cells) for block in blocks)
    here = Headed(*read_columns(blocks, context, timed=promised or over.day is not None), width)
    if holds_times(above.columns, blocks, context):
        here = continued(above, blocks, here.columns, here.rows)
    return _group(blocks, here, context, over), here if here.columns else above


def _side(side: Side, context: Context, over: Over) -> Understood:
    """Return the works of one of several tables side by side."""
    columns, rows = read_columns(side.blocks, context, timed=over.day is not None)
    return _group(side.blocks, Headed(columns, rows), context, over, side.label)


def _group(blocks: Sequence[Block], headed: Headed, context: Context, over: Over, label: str = "") -> Understood:
    """Return the works of one table by its columns; `label` says what of several it is of."""
    if not headed.columns:
        return _not_understood(blocks, context)
    if is_over(headed.columns, blocks[headed.rows :], context):
        return Understood(findings=(long_over(blocks[headed.rows :]),))
    of_members = is_of_members(headed.columns, blocks[: headed.rows])
    rows = under_day(rows_of(blocks, headed.columns, headed.rows), over.day)
    rows = rows if of_members else under_span(rows, over.span)
    named = names_days(blocks[headed.rows - 1], headed.columns) if headed.rows else False
    rows = with_bare_days(with_day_above(rows, over.lines, context), context, named=named)
    rows = counted_from(rows, over.start, context)
    rows = [replace(row, group=row.group or label) for row in rows]
    second = second_times(headed.columns, blocks, headed.rows, context)
    found = _table(rows, headed.columns, context, over.headings, second)
    found += told_by_remarks(found, rows, remarks_at(blocks[: headed.rows], second), context)
    found = without_done(found, blocks[headed.rows :], blocks[: headed.rows])
    if of_members:
        found = as_duties(found)
    labels = ([cell.text for cell in block.cells] for block in blocks[: headed.rows])
    by_words = any(Role.WORK in by_labels(texts) for texts in labels)
    guessed = found.drafts and not by_words and not headed.lent
    return found + Understood(findings=(told_by_contents(headed.columns, blocks[0]),)) if guessed else found


def _not_understood(blocks: Sequence[Block], context: Context) -> Understood:
    dated = [block for block in blocks if _tells_time(block, context)]
    if len(blocks) < FEWEST_ROWS or not dated or heads_particulars(blocks):
        return Understood()
    return Understood(findings=(no_columns(dated),))


def _tells_time(block: Block, context: Context) -> bool:
    """Whether a row names a time anywhere, or has a cell that is a day and nothing else."""
    bare = (cell.text for cell in block.cells if any(sign.isdigit() for sign in cell.text))
    days = any(is_time(flat(text), context) and when(flat(text), in_column(context)).dated for text in bare)
    return days or any(one.due.dated for one in find(block.text, context))


def _table(
    rows: Sequence[Row],
    columns: Columns,
    context: Context,
    headings: tuple[str, ...],
    second: Sequence[SecondTime] = (),
) -> Understood:
    found = Understood()
    for row in rows:
        read = works_of_row(row, columns, context, headings)
        found += with_second_times(read, row, second, row_context(row, context)) if second else read
    return found
