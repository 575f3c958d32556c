"""A first column headed as the work that only numbers or names groups: what is done stands in the column beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from schedules.plan import Block, Cell
from schedules.planning.acts import acts_of
from schedules.planning.tables.columns import TIMES, Columns, Role, header_role
from schedules.planning.text.rounds import is_round_or_level
from schedules.wording import fold

GROUP = re.compile(
    r"^\W*(?:chuong trinh|noi dung|mo ?dun|module|phan|mang|nhom|linh vuc|chuyen de|chu de|hoc phan|khoi kien thuc|"
    r"nhiem vu|muc|hop phan|giai doan|buoc|khoa|nd|ct|cd|nv|md)(?: (?:so|thu|boi duong))? "
    r"?(?:\d{1,2}|[ivx]{1,4}|[a-h])\W*$|"
    r"^\W*\d{1,2}\W*$"
)
"""“Chương trình 3”, “Nội dung II”: which of several, and not what is done; rounds (“Đợt 1”) are told by their work."""

FIELDS = re.compile(r"^\W*(?:noi dung|linh vuc|mang|nhom|cong tac|phan)\b")
"""Heads of columns of fields; what is headed “Công việc” may be done again, each time about another matter."""

MOSTLY = 0.75
"""So many of the groups are numbered, where a scan spoilt one; at most such a share of the rows begins a group."""


def without_groups(columns: Columns, labels: Sequence[str], rows: Sequence[Block]) -> Columns:
    """Return the columns, the work in the next one headed so where the first one only names groups of works.

    Where the first names one work again and again, the next tells what each time is about: "Họp tổ – Góp ý đề".
    """
    at, timed = columns.get(Role.WORK), [columns[role] for role in TIMES if role in columns]
    if at is None or not labels or not timed:
        return columns
    free = set(range(at + 1, len(labels))) - set(columns.values())
    named = next((one for one in sorted(free) if header_role(labels[one]) is Role.WORK), None)
    works = [row.cells for row in rows if named is not None and _is_work(row.cells, named, timed)]
    if named is None or not works or len({_text(cells, named) for cells in works}) < MOSTLY * len(works):
        return columns
    groups = [text for cells in works if (text := _text(cells, at))]
    told = [text for text in (_text(cells, named) for cells in works) if is_round_or_level(text)]
    if not groups or told or _is_work_alone(rows, at, named, timed):
        return columns
    numbered = sum(GROUP.match(fold(text)) is not None for text in groups) >= MOSTLY * len(groups)
    fields = FIELDS.match(fold(labels[at])) and not any(map(acts_of, groups))
    lead = len(set(groups) if fields else groups) <= MOSTLY * len(works)
    if not (numbered or lead):
        again = len(groups) == len(works) > 1 and 2 * len(set(groups)) <= len(works)
        return {**columns, Role.ABOUT: named} if again and Role.ABOUT not in columns else columns
    moved: Mapping[Role, int] = {role: place for role, place in columns.items() if role is not Role.WORK}
    return {Role.TOPIC: at, **moved, Role.WORK: named}


def _is_work(cells: Sequence[Cell], at: int, timed: Sequence[int]) -> bool:
    """Whether a row has words of its own in a column, and a time."""
    return bool(_text(cells, at)) and any(one < len(cells) and cells[one].text.strip() for one in timed)


def _is_work_alone(rows: Sequence[Block], at: int, named: int, timed: Sequence[int]) -> bool:
    """Whether some row has a work in the first column, a time, and nothing beside it: there the first is no group."""
    return any(_is_work(row.cells, at, timed) and not _text(row.cells, named) for row in rows)


def _text(cells: Sequence[Cell], at: int) -> str:
    """Return the own words of a cell, "" where it is empty or only goes on with the cell above or beside it."""
    cell = cells[at] if at < len(cells) else None
    return cell.text.strip() if cell and cell.merged_from is None else ""
