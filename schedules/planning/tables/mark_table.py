"""Tables of people or things marked under months or weeks: each mark is one work, whose deed stands over the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from schedules.plan import Block
from schedules.planning.acts import acts_of
from schedules.planning.outline import is_capitals
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.tables.cell_lines import flat
from schedules.planning.tables.columns import Role, header_role
from schedules.planning.tables.matrix_table import Across, are_marks, is_marked, is_whole, times_across
from schedules.planning.tables.row import Row
from schedules.planning.text.titles import title_of
from schedules.wording import Context, fold

NAMES = re.compile(
    r"^\W*(?:ten |danh sach |cac )?(?:ho (?:va |, ?)?ten|giao vien|gv|nha giao|nhan vien|can bo|thanh vien|ca nhan|"
    r"nguoi|doi tuong|bo phan|don vi|to|nhom|khoi|lop|phong|chi doan|chi doi)\b"
    r"(?!.*\b(?:phu trach|thuc hien|phoi hop|chu tri)\b)"
)
SUBJECT = re.compile(
    r"^\W*(?:mon|bo mon|mon day|phan mon|day mon|chuyen mon|lop|day lop|lop day|to|to chuyen mon|khoi)\W*$"
)
DONE_TO = re.compile(r"\bđược\s+(?P<deed>[^\d(,]+?)\s*$", re.IGNORECASE)
OPENING = re.compile(
    r"^\W*(?:bảng (?:theo dõi|thống kê|tổng hợp)\s*)?"
    r"(?:(?:bảng|danh sách|lịch|kế hoạch|tiến độ|phân công|thời gian|thời điểm|nội dung)\s+)*"
    r"(?:chi tiết\s+|cụ thể\s+)?",
    re.IGNORECASE,
)
CLOSING = re.compile(r"[\s,(]*\b(?:theo (?:lịch|bảng|kế hoạch|danh sách)|như|cụ thể|sau đây).*$", re.IGNORECASE)
"""“Lịch dự giờ giáo viên, cụ thể như sau:” says by these only that a table follows."""

LONGEST_DEED = 16


def marked_names(blocks: Sequence[Block], lines: Sequence[str], context: Context) -> tuple[Row, ...] | None:
    """Return a row of work for every mark beside a name, none where nothing over them tells what is done then.

    None for other tables; `lines` stand over the table, nearest first, its headings last.
    """
    across = times_across(blocks, context)
    if across is None or not are_marks(blocks[across.rows :], across):
        return None
    labels = [flat(cell.text) for cell in blocks[across.rows - 1].cells]
    leading = [at for at in range(across.columns[0]) if header_role(labels[at]) is not Role.NUMBER]
    named = [at for at in leading if NAMES.match(fold(labels[at]))]
    works = [at for at, label in enumerate(labels) if header_role(label) is Role.WORK and at not in across.columns]
    if not named or any(not SUBJECT.match(fold(labels[at])) for at in works):
        return None
    deed = next(filter(None, map(_deed_in, lines)), "") or _done_to(labels[named[0]])
    subjects = [at for at in leading if at != named[0] and SUBJECT.match(fold(labels[at]))]
    return tuple(_rows(blocks, across, (named[0], *subjects), deed)) if deed else ()


def _deed_in(line: str) -> str:
    """Return what a line over a table says is done, "" where it says nothing of that kind or sets a work of its own."""
    if line.rstrip().endswith((".", ";")) and not CLOSING.search(line):
        return ""
    told = title_of(CLOSING.sub("", OPENING.sub("", line.strip(" :.*_"))))
    told = told.capitalize() if is_capitals(told) else told
    return told if len(told.split()) <= LONGEST_DEED and (acts_of(told) or opens_with_deed(told)) else ""


def _done_to(label: str) -> str:
    """Return what a column of names says is done to them: "Giáo viên được dự giờ" → "Dự giờ giáo viên"."""
    done = DONE_TO.search(label)
    if not done or not opens_with_deed(done["deed"]):
        return ""
    deed, who = done["deed"].strip(), label[: done.start()].strip()
    small = who if who[:2].isupper() else f"{who[:1].lower()}{who[1:]}"
    return f"{deed[:1].upper()}{deed[1:]} {small}".strip()


def _rows(blocks: Sequence[Block], across: Across, named: Sequence[int], deed: str) -> Iterator[Row]:
    labels = [flat(cell.text) for cell in blocks[across.rows - 1].cells]
    skipped = {*across.columns, *named}
    lead = next((at for at, label in enumerate(labels) if at not in skipped and header_role(label) is Role.LEAD), None)
    for block in blocks[across.rows :]:
        if len(block.cells) <= named[0] or not (name := block.cells[named[0]]).text.strip():
            continue
        texts = {Role.WORK: flat(name.text).strip()}
        if lead is not None and lead < len(block.cells):
            texts[Role.LEAD] = block.cells[lead].text.strip()
        group = ", ".join(filter(None, (flat(block.cells[at].text).strip() for at in named[1:])))
        places = {Role.WORK: name.place}
        if not is_whole(block):
            yield Row(block, texts, places, group=group, asked=deed)
            continue
        for at, due in zip(across.columns, across.dues, strict=True):
            if at < len(block.cells) and is_marked(block.cells[at].text):
                yield Row(block, texts, places, told=due, group=group, asked=deed)
