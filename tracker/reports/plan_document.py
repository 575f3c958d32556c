"""The draft of next year's plan as a Word document in the usual form, its remarks as comments beside the text."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from docx.enum.text import WD_COLOR_INDEX

from schedules.plan import Duty, Header
from schedules.planning.next_year import Ground, NextPlan, NextWork
from tracker.reports.word_comment import add_comment
from tracker.reports.word_form import (
    MANY_COLUMNS,
    OF_NO_STANDARD,
    centred,
    heading,
    letterhead,
    new_document,
    new_row,
    table,
    write,
)
from tracker.spoken import often_words

NOTHING, OPEN_TIME = "–", "……"
"""An empty cell would take over what stands above it; a time nobody wrote stays open, and is told."""

WHO = "Phụ trách: "
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", *map(str, range(11, 100)))
"""Numbers of sections; no plan has more of purposes than this many, and one that had would still be written."""
NARROW = 0.6
Column = tuple[str, float, Callable[[NextWork], str]]
"""A column: its heading, its share of the page beside the others, and what it says of a work."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The document being written, and the instant its comments bear."""

    document: Any
    at: datetime

    def comment(self, run: Any, lines: Sequence[str]) -> None:
        if lines:
            add_comment(self.document, (run, run), lines, self.at)


def plan_document(plan: NextPlan, at: datetime, over: Sequence[str] = ()) -> bytes:
    """Return the .docx of a draft; number and date are left open. `at` is the instant its comments bear.

    `over` are the bodies over the school in its letterhead.
    """
    columns = _columns(plan.works)
    title = _title(plan.header)
    sheet = _Sheet(new_document(" ".join(title), at, across=len(columns) >= MANY_COLUMNS), at)
    letterhead(sheet.document, (plan.header.school or "TRƯỜNG ……").upper(), f"Số: …/{_symbol(plan.old)}", over)
    centred(sheet.document, title)
    sections = iter(ROMAN)
    if plan.grounds:
        heading(sheet.document, f"{next(sections)}. CĂN CỨ")
        _paragraphs(sheet, plan.grounds, "- ")
    for purpose, lines in groupby(plan.aims, key=lambda aim: aim.over):
        heading(sheet.document, f"{next(sections)}. {purpose.upper()}")
        _paragraphs(sheet, tuple(lines), "")
    heading(sheet.document, f"{next(sections)}. NỘI DUNG VÀ THỜI GIAN THỰC HIỆN")
    _works(sheet, plan.works, columns)
    if plan.duties:
        heading(sheet.document, f"{next(sections)}. TỔ CHỨC THỰC HIỆN")
        for duty in plan.duties:
            sheet.document.add_paragraph(_duty(duty))
    _closing(sheet, plan.recipients)
    out = io.BytesIO()
    sheet.document.save(out)
    return out.getvalue()


def _title(header: Header) -> tuple[str, ...]:
    kind = header.kind or "Kế hoạch"
    first, rest = kind[: len("Kế hoạch")], kind[len("Kế hoạch") :].strip()
    lines = (first.upper(), rest.upper()) if first.casefold() == "kế hoạch" else (kind.upper(),)
    return (*(line for line in lines if line), f"Năm học {header.school_year}")


def _symbol(old: Header) -> str:
    """Return what stands after the number: “12/KH-MNHB” gives KH-MNHB."""
    return (old.number or "").partition("/")[2] or "KH-……"


def _columns(works: Sequence[NextWork]) -> tuple[Column, ...]:
    """Return the columns that have something to say; work and time always do."""
    tasks = [work.task for work in works]
    optional: dict[str, bool] = {
        "Tiêu chí": any(task.criterion for task in tasks),
        "Kết quả cần đạt": any(task.expected for task in tasks),
        "Phối hợp": any(task.helpers for task in tasks),
        "Kinh phí": any(task.budget for task in tasks),
        "Ghi chú": any(work.carried for work in works),
    }
    return tuple(column for column in COLUMNS if optional.get(column[0], True))


COLUMNS: tuple[Column, ...] = (
    ("Tiêu chí", 1.1, lambda work: f"Tiêu chí {work.task.criterion}" if work.task.criterion else NOTHING),
    ("Nội dung công việc", 3.4, lambda work: work.task.title),
    ("Kết quả cần đạt", 2.4, lambda work: " ".join((work.task.expected or "").split())),
    ("Chủ trì", 1.5, lambda work: ", ".join(work.task.owners)),
    ("Phối hợp", 1.5, lambda work: ", ".join(work.task.helpers)),
    ("Thời gian thực hiện", 1.8, lambda work: _upper_first(work.task.due.words or OPEN_TIME)),
    ("Kinh phí", 1.3, lambda work: work.task.budget.words if work.task.budget else ""),
    ("Ghi chú", 1.7, lambda work: work.carried),
)


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _works(sheet: _Sheet, works: Sequence[NextWork], columns: Sequence[Column]) -> None:
    header = ("TT", *(name for name, _, _ in columns))
    made = table(sheet.document, header, (NARROW, *(weight for _, weight, _ in columns)))
    standard: str | None = None
    for number, work in enumerate(works, 1):
        if work.task.standard != standard:
            cells = new_row(made)
            write(cells[0].merge(cells[-1]), work.task.standard or OF_NO_STANDARD).bold = True
        standard = work.task.standard
        cells = new_row(made)
        write(cells[0], str(number))
        for cell, (name, _, text) in zip(cells[1:], columns, strict=True):
            run = write(cell, text(work))
            if name == "Nội dung công việc":
                sheet.comment(run, work.notes)


def _paragraphs(sheet: _Sheet, lines: Sequence[Ground], mark: str) -> None:
    """Write lines; one with remarks is marked yellow, for a comment alone is easily passed over and printed away."""
    for line in lines:
        run = sheet.document.add_paragraph().add_run(f"{mark}{line.text}")
        if line.notes:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        sheet.comment(run, line.notes)


def _duty(duty: Duty) -> str:
    text = f"- {often_words(duty).rstrip('.')}."
    return f"{text} {WHO}{', '.join(duty.owners)}." if duty.owners else text


def _closing(sheet: _Sheet, recipients: Sequence[Ground]) -> None:
    sheet.document.add_paragraph("Nơi nhận:")
    _paragraphs(sheet, recipients or (Ground("- Lưu: VT."),), "")
    centred(sheet.document, ("HIỆU TRƯỞNG",))
