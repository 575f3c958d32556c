"""The report of what became of a plan as a Word document a school signs.

The layout is the product's own, no form was found in law: pages and terminal say so, the paper does not.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from schedules.plan import Header
from tracker.deadline_words import worded
from tracker.plan_names import UNKNOWN, plan_name
from tracker.reports.results import Result, in_words
from tracker.reports.word_form import (
    OF_NO_STANDARD,
    centred,
    heading,
    letterhead,
    new_document,
    new_row,
    signatures,
    table,
    write,
)
from tracker.spoken import day_words, due_words

TITLE = ("PHỤ LỤC 2", "BÁO CÁO KẾT QUẢ THỰC HIỆN")
NOTHING, OPEN = "–", "……"
NARROW = 0.75
SYMBOL = re.compile(r"/KH[-–](?P<of>\S+)$")

Column = tuple[str, float, Callable[[Result], Sequence[str]]]
"""A column: its heading, its share of the page beside the others, and the lines it says of a work."""

WHERE_TOLD = frozenset({"Tiêu chuẩn, tiêu chí", "Kết quả cần đạt", "Kinh phí"})
"""Columns that stand only where the plan tells of a work what they hold; the others are for the school to fill."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over the report: what its plan says of itself, the bodies over the school, where it is signed."""

    header: Header
    over: tuple[str, ...] = ()
    place: str = ""


def results_document(head: Head, found: Sequence[Result], today: date, at: datetime) -> bytes:
    """Return the .docx as of `today`, one row per work; number and date are left open. `at` is when it was made."""
    header = head.header
    title = (*TITLE, *_plan_lines(header))
    document = new_document(" ".join(title), at, across=True)
    school, over = (header.school or "TRƯỜNG ……").upper(), [one.upper() for one in head.over]
    letterhead(document, school, _numbered(header), over, head.place)
    centred(document, title)
    heading(document, "I. KHÁI QUÁT")
    for line in (f"Tính đến {day_words(today)}.", *in_words(found)):
        document.add_paragraph(f"- {line}")
    heading(document, "II. KẾT QUẢ THỰC HIỆN")
    columns = _columns(found)
    names, shares = ("TT", *(name for name, _, _ in columns)), (NARROW, *(share for _, share, _ in columns))
    _rows(table(document, names, shares), columns, found)
    for section in ("III. ĐÁNH GIÁ CHUNG", "IV. KIẾN NGHỊ, BỔ SUNG KẾ HOẠCH NĂM SAU"):
        heading(document, section)
        document.add_paragraph(OPEN)
    signatures(document, ("TỔ GIÁM SÁT", "HIỆU TRƯỞNG"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _plan_lines(header: Header) -> tuple[str, ...]:
    year = (f"Năm học {header.school_year}",) if header.school_year else ()
    name = plan_name(replace(header, kind=(header.kind or UNKNOWN).upper(), number=None))
    number = f" SỐ {header.number}" if header.number else ""
    return (f"{name},{number}" if number and name.endswith(" SỐ") else f"{name}{number}", *year)


def _numbered(header: Header) -> str:
    """Return the open number of the report with the school's own symbol: “12/KH-MNHB” gives “Số: …/BC-MNHB”."""
    found = SYMBOL.search(header.number or "")
    return f"Số: …/BC-{found['of'] if found else '……'}"


def _columns(found: Sequence[Result]) -> tuple[Column, ...]:
    return tuple(one for one in COLUMNS if one[0] not in WHERE_TOLD or any(any(one[2](work)) for work in found))


def _rows(made: Any, columns: Sequence[Column], found: Sequence[Result]) -> None:
    """Write a row for each work in the plan's order, and one wherever works of another standard begin."""
    standard: str | None = None
    for number, one in enumerate(found, 1):
        if one.stored.task.standard != standard:
            cells = new_row(made)
            write(cells[0].merge(cells[-1]), one.stored.task.standard or OF_NO_STANDARD).bold = True
        standard = one.stored.task.standard
        cells = new_row(made)
        write(cells[0], str(number))
        for cell, (_, _, lines) in zip(cells[1:], columns, strict=True):
            write(cell, "\n".join(filter(None, lines(one))) or NOTHING)


def _criterion(one: Result) -> tuple[str, ...]:
    return (f"Tiêu chí {one.stored.task.criterion}",) if one.stored.task.criterion else ()


def _people(one: Result) -> tuple[str, ...]:
    lead = ", ".join(one.leads) or "Chưa có người phụ trách"
    return (lead, f"Phối hợp: {', '.join(one.helpers)}") if one.helpers else (lead,)


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


COLUMNS: tuple[Column, ...] = (
    ("Tiêu chuẩn, tiêu chí", 1.3, _criterion),
    ("Kết quả cần đạt", 1.8, lambda one: (" ".join((one.stored.task.expected or "").split()),)),
    ("Công việc, giải pháp", 2.4, lambda one: (one.stored.task.title,)),
    ("Chủ trì, phối hợp", 1.5, _people),
    ("Thời hạn", 1.8, lambda one: (_upper_first(due_words(one.stored.task.due)), worded(one.stored.task).beside)),
    ("Kết quả đạt được, minh chứng", 2.2, lambda one: one.achieved),
    ("Mức độ", 1.2, lambda one: (one.level,)),
    ("Nguyên nhân, tồn tại", 2.4, lambda one: one.reasons),
    ("Kinh phí", 1.0, lambda one: (one.stored.task.budget.words if one.stored.task.budget else "",)),
    ("Ghi chú", 1.1, lambda _: ()),
)
