"""Rows whose column of state says they are done ("Mức độ thực hiện: Đã hoàn thành"): told, and nothing to remind of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Block, Cell, Finding, Severity
from schedules.planning.drafts import Draft, Understood
from schedules.planning.tables.cell_lines import flat
from schedules.wording import fold

RULE = "viec-da-xong"
STATE = re.compile(
    r"^\W*(?:(?:muc do|tinh trang|trang thai|tinh hinh|ket qua|danh gia)(?: (?:thuc hien|hoan thanh|trien khai|"
    r"hien tai|cong viec|muc do|ket qua|tien do|den nay))*|ghi chu)\W*$"
)
"""“Kết quả cần đạt”, “Kết quả dự kiến” say how it is to be, and not how it stands."""

DONE = re.compile(
    r"^\W*(?:(?:nha )?truong )?da (?:hoan thanh|hoan tat|(?:[a-z]+ ){0,3}xong|thuc hien|nghiem thu|ban giao|to chuc)"
    r"(?: (?:xong|day du|100 ?%))*(?: (?:(?:trong|vao|tu|truoc) )?(?:ngay|thang|he|quy|nam hoc)\b[^;,:]*)?\W*$|"
    r"^\W*xong\W*$"
)
"""“Đã hoàn thành 60%”, “Đã thực hiện, còn …” is not done with."""


def without_done(found: Understood, blocks: Sequence[Block], header: Sequence[Block]) -> Understood:
    """Return what was read without the works of rows that are done, each told; what comes again is never done with."""
    columns = {at for row in header for at, cell in enumerate(row.cells) if STATE.match(fold(flat(cell.text)))}
    done = {block.place.row: cell for block in blocks if (cell := _state(block, columns)) is not None}
    if not done:
        return found
    over = [draft for draft in found.drafts if _row(draft) in done and not draft.task.due.recurrence]
    left = tuple(draft for draft in found.drafts if not any(draft is one for one in over))
    told = tuple(_told(draft, done[_row(draft)]) for draft in over)
    return replace(found, drafts=left, findings=(*found.findings, *told))


def _row(draft: Draft) -> int | None:
    return draft.task.mentions[0].place.row


def _state(block: Block, columns: set[int]) -> Cell | None:
    """Return the cell that says a row is done, None where none does; one merged over several rows is of none."""
    cells = (block.cells[at] for at in columns if at < len(block.cells))
    return next((cell for cell in cells if not cell.merged_from and DONE.match(fold(flat(cell.text)))), None)


def _told(draft: Draft, state: Cell) -> Finding:
    task, words = draft.task, flat(state.text).strip()
    return Finding(
        RULE,
        Severity.INFO,
        f"Dòng “{task.title}” ({task.due.words}) ghi “{words}” nên không đặt nhắc.",
        (task.mentions[0].quote, words),
        "Nếu việc còn phải làm, hãy sửa ô đó hoặc thêm việc bằng tay.",
        (task.mentions[0].place, state.place),
    )
