"""Deadlines in a column of remarks ("Nộp Phòng 28/4"): told where the time of their row is another, never lost."""

from __future__ import annotations

from collections.abc import Sequence

from schedules.plan import Block, Due, Finding, Severity
from schedules.planning.acts import acts_of
from schedules.planning.drafts import Draft, Understood, in_column
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.tables.cell_lines import flat
from schedules.planning.tables.contents import is_time
from schedules.planning.tables.row import Row
from schedules.planning.tables.row_dues import row_context
from schedules.planning.tables.second_times import REMARKS, SecondTime
from schedules.planning.words.fineness import FINE
from schedules.proofreading.agreement import lies_in, span
from schedules.wording import Context, find, fold

RULE = "han-o-ghi-chu"


def remarks_at(header: Sequence[Block], second: Sequence[SecondTime]) -> int | None:
    """Return the column of remarks, None where a table has none or it is read as one of times."""
    labelled = (at for row in header for at, cell in enumerate(row.cells) if REMARKS.match(fold(cell.text)))
    return next((at for at in labelled if at not in {one.at for one in second}), None)


def told_by_remarks(found: Understood, rows: Sequence[Row], at: int | None, context: Context) -> Understood:
    """Return a finding for each remark that sets another time than the works of its row have."""
    if at is None:
        return Understood()
    works: dict[int | None, list[Draft]] = {}
    for draft in found.drafts:
        works.setdefault(draft.task.mentions[0].place.row, []).append(draft)
    told = (_told(row, works.get(row.block.place.row, []), at, context) for row in rows)
    return Understood(findings=tuple(one for one in told if one))


def _told(row: Row, works: Sequence[Draft], at: int, context: Context) -> Finding | None:
    if at >= len(row.block.cells) or not works or row.block.cells[at].merged_from:
        return None
    remark, place = flat(row.block.cells[at].text), row.block.cells[at].place
    dues = _dues(remark, row_context(row, context))
    left = [due for due in dues if not any(_is_said(work.task.due, due) for work in works)]
    if not left:
        return None
    task = works[0].task
    message = (
        f"Cột ghi chú của “{task.title}” ghi “{remark}”, khác thời gian của dòng "
        f"(“{task.due.words or 'bỏ trống'}”). Mốc ở ghi chú chưa được đưa vào lịch."
    )
    advice = "Nếu đó là hạn của việc, hãy ghi vào cột thời gian hoặc thành một việc riêng."
    quotes = (task.mentions[0].quote, remark)
    return Finding(RULE, Severity.CHOICE, message, quotes, advice, (task.mentions[0].place, place))


def _is_said(said: Due, due: Due) -> bool:
    """Whether a time of a remark ends when the work is due, or leaves it as much time; a finer one is another."""
    one, two = span(said), span(due)
    return one is not None and two is not None and (one[1] == two[1] or lies_in(one, two))


def _dues(remark: str, context: Context) -> list[Due]:
    """Return the times a remark sets: it is nothing but a time, or says what is to be done by then."""
    meant = is_time(remark, context) or acts_of(remark) or opens_with_deed(remark)
    found = find(remark, in_column(context)) if meant else find(remark, context)
    return [one.due for one in found if one.due.dated and one.due.precision in FINE and not one.due.recurrence]
