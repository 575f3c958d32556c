"""A second column of times: another deed of the same row ("Hạn nộp sản phẩm"), its last day, or one left to people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedules.plan import Block, Due, Finding, Mention, Precision, Severity
from schedules.planning.acts import acts_of
from schedules.planning.drafts import Draft, Understood, in_column
from schedules.planning.tables.cell_lines import flat
from schedules.planning.tables.column_contents import MOST, contents_of
from schedules.planning.tables.columns import TIMES, Columns, Role, is_of_the_past, label_over
from schedules.planning.tables.contents import Holds, is_time
from schedules.planning.tables.row import Row
from schedules.planning.tables.time_heads import second_deed
from schedules.proofreading.agreement import lies_in, span
from schedules.wording import Context, fold, when

REMARKS = re.compile(r"^\W*(?:ghi chu|luu y|chu thich|chi chu)\b")
LAST_DAY = re.compile(r"^\W*(?:han|thoi han|ngay hoan thanh|thoi gian hoan thanh|hoan thanh|ngay ket thuc)\b")
UNSURE = 0.6


@dataclass(frozen=True, slots=True)
class SecondTime:
    """A column of times that no role took: where it stands and the words over it."""

    at: int
    label: str

    @property
    def deed(self) -> str:
        """What is done by its days ("Thời gian báo cáo" → "Báo cáo"), "" when its words tell no deed of their own."""
        return second_deed(self.label)


def second_times(columns: Columns, rows: Sequence[Block], header: int, context: Context) -> tuple[SecondTime, ...]:
    """Return the columns of times beside the one that is read; `header` is how many rows the header takes."""
    unread = {Role.OTHER, *((Role.TIME,) if Role.END in columns else ())}
    taken = {at for role, at in columns.items() if role not in unread}
    if not any(role in columns for role in TIMES):
        return ()
    held = contents_of(rows[header:], context)
    free = [at for at, one in enumerate(held) if at not in taken and one.share(Holds.TIME) >= MOST]
    found = [SecondTime(at, label_over(rows[:header], at) or f"cột {at + 1}") for at in free]
    return tuple(one for one in found if not is_of_the_past(one.label))


def with_second_times(read: Understood, row: Row, columns: Sequence[SecondTime], context: Context) -> Understood:
    """Return the works of a row with what its further columns of times tell of them."""
    for column in columns:
        cell = row.block.cells[column.at] if column.at < len(row.block.cells) else None
        due = when(" ".join(cell.text.split()), in_column(context)) if cell else None
        if cell is None or due is None or not due.dated or not read.drafts:
            continue
        first = read.drafts[0]
        if _is_remark(column, cell.text, context):
            read += Understood(findings=(_remarked(first, flat(cell.text), due),))
        elif column.deed:
            read += Understood(
                (_milestone(first, column.deed, due, replace(first.task.mentions[0], place=cell.place)),)
            )
        elif any(_is_told(draft.task.due, due) for draft in read.drafts):
            continue
        else:
            read = _gainsaid(read, column, due)
    return read


def _is_remark(column: SecondTime, text: str, context: Context) -> bool:
    """Whether a cell of a column of remarks says what is done by its time, and is not only that time."""
    words = flat(text)
    return REMARKS.match(fold(column.label)) is not None and not is_time(words, context) and bool(acts_of(words))


def _remarked(draft: Draft, remark: str, due: Due) -> Finding:
    message = (
        f"Cột ghi chú của “{draft.task.title}” ghi thêm “{remark}”. Mốc “{due.words}” ở ghi chú chưa được đưa vào lịch."
    )
    advice = "Nếu đó là một việc phải làm, hãy ghi thành một dòng riêng."
    quotes = (draft.task.mentions[0].quote, remark)
    return Finding("han-o-ghi-chu", Severity.CHOICE, message, quotes, advice, (draft.task.mentions[0].place,))


def _milestone(draft: Draft, deed: str, due: Due, mention: Mention) -> Draft:
    task = draft.task
    title = f"{deed} ({task.title})"
    made = replace(task, title=title, due=due, mentions=(replace(mention, due=due),), expected=None, budget=None)
    return Draft(made, draft.headings, in_table=True)


def _is_told(said: Due, due: Due) -> bool:
    """Whether a second time is the first, or lies within the days of it; one finer than a month or week adds to it."""
    one, two = span(said), span(due)
    coarser = said.precision is not due.precision and said.precision is not Precision.DAY
    return one is not None and two is not None and (one == two or (lies_in(two, one) and not coarser))


def _gainsaid(read: Understood, column: SecondTime, due: Due) -> Understood:
    """Return the works of a row with both times told; a column of last days has the last word."""
    first, *others = read.drafts
    task, last = first.task, LAST_DAY.match(fold(column.label)) is not None
    used = due if last and not others else task.due
    mention = replace(task.mentions[0], due=used)
    changed = replace(task, due=used, mentions=(mention, *task.mentions[1:]), confidence=min(task.confidence, UNSURE))
    message = (
        f"“{task.title}” có hai cột thời gian: “{task.due.words}” và cột “{column.label}” ghi “{due.words}”. "
        f"Tạm dùng “{used.words}”."
    )
    quotes = (task.mentions[0].quote, due.words, task.due.words)
    advice = "Chọn một hạn, hoặc ghi mỗi mốc thành một việc."
    finding = Finding("hai-cot-thoi-gian", Severity.CHOICE, message, quotes, advice, (task.mentions[0].place,))
    drafts = (replace(first, task=changed), *others)
    return Understood(drafts, (*read.findings, finding), read.duties)
