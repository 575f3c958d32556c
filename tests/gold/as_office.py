"""A plan as a Word document and as a workbook, merged cells merged for real."""

from __future__ import annotations

import io

import docx
from openpyxl import Workbook

from tests.gold.source import LEFT, UP, Paragraph, Source, Table


def word(source: Source) -> bytes:
    """Return the plan as .docx."""
    document = docx.Document()
    for part in source.parts:
        if isinstance(part, Paragraph):
            run = document.add_paragraph().add_run(part.text)
            run.bold = part.heading or None
        else:
            add_table(document, part)
    return saved(document)


def add_table(document, table: Table) -> None:
    """Add a table to a Word document, merged cells merged for real."""
    made = document.add_table(len(table.rows), len(table.rows[0]))
    made.style = "Table Grid"
    for top, left, bottom, right, text in spans(table):
        cell = made.cell(top, left)
        if (top, left) != (bottom, right):
            cell = cell.merge(made.cell(bottom, right))
        cell.text, *more = text.split("\n")
        for line in more:
            cell.add_paragraph(line)


def spans(table: Table) -> list[tuple[int, int, int, int, str]]:
    """Return each real cell: first row and column, last row and column, text."""
    found = []
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if cell in (UP, LEFT):
                continue
            right, bottom = column, number
            while right + 1 < len(row) and row[right + 1] == LEFT:
                right += 1
            while bottom + 1 < len(table.rows) and table.rows[bottom + 1][column] == UP:
                bottom += 1
            found.append((number, column, bottom, right, cell))
    return found


def workbook(source: Source) -> bytes:
    """Return the plan as .xlsx on one sheet: paragraphs in the first column, tables as they stand."""
    book = Workbook()
    sheet = book.active
    row = 1
    for part in source.parts:
        if isinstance(part, Paragraph):
            sheet.cell(row, 1, part.text or None)
            row += 1
            continue
        for top, left, bottom, right, text in spans(part):
            sheet.cell(row + top, left + 1, text or None)
            if (top, left) != (bottom, right):
                sheet.merge_cells(None, row + top, left + 1, row + bottom, right + 1)
        row += len(part.rows)
    return saved(book)


def saved(document) -> bytes:
    """Return the bytes of a document that knows how to save itself."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
