"""Tables with a column of days for each group or place: a work has as many deadlines as groups with days apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schedules.plan import Block
from schedules.planning.drafts import in_column, in_month
from schedules.planning.people.persons import are_doers, are_people
from schedules.planning.tables.cell_lines import squeezed
from schedules.planning.tables.column_contents import completed
from schedules.planning.tables.columns import WORDED_TIMES, Columns, Role, by_labels, header_role, label_over
from schedules.planning.tables.contents import Holds, holds
from schedules.planning.tables.row import Row
from schedules.planning.tables.rows import rows_of
from schedules.wording import Context, fold, when

FEWEST_GROUPS, HEADER_ROWS = 2, 3
MOST = 0.6
ANY_MONTH = 9
"""“Ngày 10” is a day once its row names the month; whichever it is, it is no hour."""

GROUP = re.compile(
    r"^\W*(?:(?:cac|nhung)\s+)?(?:cum|khoi|lop|diem truong|diem|co so|khu(?: vuc| le)?|phan hieu|to|nhom|vung|mien|dot|"
    r"lan|vong|luot|(?:hoc )?k[yi]|hk(?: ?(?:i{1,2}|[12]))?|doi|cap|bac|mon|he|ca|phien|truong|xa|phuong|thon|ban|"
    r"doi tuong|bang|mau giao|nha tre|"
    r"mam non|tieu hoc|thcs|thpt|th|mn|chi doan|lien doi|giao vien|hoc sinh|phu huynh|can bo|nhan vien)\b"
    r"(?!\W*(?:thuc hien|phu trach|chu tri|phoi hop))"
)
CLASS = re.compile(r"^\W*\d{1,2}\s*(?:[a-z]\s*\d{0,2}|tuoi)?(?:\W+\d{1,2}\s*(?:[a-z]\s*\d{0,2}|tuoi)?)*\W*$")
TIMED = re.compile(
    r"^\W*(?:thời gian|thời điểm|ngày|lịch|hạn)"
    r"(?:\s+(?:thi|tổ chức|thực hiện|học|kiểm tra|nộp|chót|hoàn thành|của|cho|ở|tại))*\s*[:(–-]?\s*(?=\w)",
    re.IGNORECASE,
)
"""What a label says of times before it names the group: "Thời gian (khối 6, 7)", "Hạn nộp lần 1"."""

BRACKET = re.compile(r"\s*\([^()]*\)")
EMPTY = re.compile(r"^\W*(?:khong(?: co| to chuc)?|x)?\W*$")


@dataclass(frozen=True, slots=True)
class Grouped:
    """A table of groups: its rows, one for each work and day, and the columns besides those of the groups."""

    rows: tuple[Row, ...]
    columns: Columns


def group_table(blocks: Sequence[Block], context: Context) -> Grouped | None:
    """Return the rows of a table whose columns of days are named by groups; None for any other table."""
    found = _groups(blocks, context)
    if found is None:
        return None
    header, groups = found
    columns = _others(blocks, header, groups, context)
    if Role.WORK not in columns or WORDED_TIMES & columns.keys():
        return None
    head = blocks[header - 1]
    rows = rows_of([head, *blocks[header:]], columns, 1)
    return Grouped(tuple(one for row in rows for one in _each_group(row, groups, columns)), columns)


def _groups(blocks: Sequence[Block], context: Context) -> tuple[int, dict[int, str]] | None:
    """Return how many rows the header takes and the groups it names, by their columns."""
    for number, block in enumerate(blocks[:HEADER_ROWS]):
        named = {at: _name(cell.text) for at, cell in enumerate(block.cells) if at and _is_group(cell.text)}
        if len(set(named.values())) < FEWEST_GROUPS or number + 1 == len(blocks):
            continue
        days = all(_are_dated(blocks[number + 1 :], at, context) for at in named)
        return (number + 1, named) if days else None
    return None


def _is_group(label: str) -> bool:
    """Whether a header cell names a group, a place or a round: "Cụm 2", "Khối lá", "Lớp 9A", "Tổ Toán"."""
    bare = TIMED.sub("", squeezed(label))
    plain = fold(bare)
    named = GROUP.match(plain) or CLASS.match(plain) or (are_people(bare) and header_role(bare) is None)
    return bool(named) and header_role(bare) in {None, Role.HELP, Role.LEAD, Role.WORK}


def _are_dated(below: Sequence[Block], at: int, context: Context) -> bool:
    """Whether most cells of a column are days, and not only hours of a day told elsewhere."""
    texts = [squeezed(block.cells[at].text) for block in below if at < len(block.cells)]
    here = in_column(in_month(context, context.table_month or ANY_MONTH))
    told = [
        holds(text, context) is Holds.TIME and when(text, here).dated for text in texts if not EMPTY.match(fold(text))
    ]
    return bool(told) and sum(told) >= MOST * len(told)


def _others(blocks: Sequence[Block], header: int, groups: dict[int, str], context: Context) -> Columns:
    """Return the columns that are no group's, by their labels in whichever row of the header and by their cells."""
    width = max(len(block.cells) for block in blocks)
    kept = [at for at in range(width) if at not in groups]
    labels = [label_over(blocks[:header], at) for at in kept]
    below = [replace(block, cells=tuple(block.cells[at] for at in kept if at < len(block.cells))) for block in blocks]
    columns = completed(by_labels(labels), labels, below[header:], context)
    return {role: kept[at] for role, at in columns.items() if at < len(kept)}


def _each_group(row: Row, groups: dict[int, str], columns: Columns) -> Iterator[Row]:
    """Yield a row of work for each time in it, with the groups it is for; groups of one time share a row."""
    cells = {at: row.block.cells[at] for at in groups if at < len(row.block.cells)}
    times: dict[str, list[int]] = {}
    for at, cell in cells.items():
        if not EMPTY.match(fold(cell.text)):
            times.setdefault(squeezed(cell.text), []).append(at)
    told = {cell.text.strip() for cell in cells.values()}
    bare = replace(row, remarks=tuple(text for text in row.remarks if text not in told))
    everybody = len(times) == 1 and len(next(iter(times.values()))) == len(groups)
    for held in times.values():
        names = [] if everybody else [groups[at] for at in held]
        texts = {**bare.texts, Role.TIME: cells[held[0]].text.strip()}
        if Role.LEAD not in columns and names and all(are_doers(name.split(" - ")[0]) for name in names):
            texts[Role.LEAD] = ", ".join(names)
        places = {**bare.places, Role.TIME: cells[held[0]].place}
        yield replace(bare, texts=texts, places=places, group=", ".join(names))
    if not times:
        yield bare


def _name(label: str) -> str:
    """Return what a header cell calls its group, without the place or the number in brackets."""
    bare = TIMED.sub("", squeezed(label))
    name = " ".join(BRACKET.sub("", bare).split()).strip(" :.*)") or bare
    return name[:1].upper() + name[1:]
