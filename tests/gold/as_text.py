"""A plan as the texts people paste: tabs, Markdown bars, one cell a line, and a web page."""

from __future__ import annotations

import re
from html import escape
from itertools import takewhile

from tests.gold.source import LEFT, UP, Paragraph, Source, Table

MARKED = re.compile(r"[-+*•]|\d{1,2}[.)]|[a-z]\)|[Tt]uần")


def tabs(source: Source) -> str:
    """Return the plan with tab-separated rows; a cell continued from above is empty."""
    return _joined(source, lambda part: part.text, _tab_rows)


def bars(source: Source) -> str:
    """Return the plan as Markdown with pipe tables and bold headings."""
    return _joined(source, lambda part: f"**{part.text}**" if part.heading else part.text, _bar_rows)


def cell_lines(source: Source) -> str:
    """Return the plan with every cell on a line of its own, as a Word table pasted into a plain field."""
    return _joined(source, lambda part: part.text, _cell_rows)


def _joined(source, paragraph, table) -> str:
    lines: list[str] = []
    for part in source.parts:
        lines.extend([paragraph(part)] if isinstance(part, Paragraph) else table(part))
    return "\n".join(lines) + "\n"


def _tab_rows(table: Table) -> list[str]:
    return ["\t".join("" if cell == UP else one_line(cell) for cell in row if cell != LEFT) for row in table.rows]


def one_line(cell: str) -> str:
    """Return a cell on one line, as converters do: lines with a mark of their own stay marked, others part by ";"."""
    first, *more = cell.split("\n")
    return first + "".join(f" {line}" if MARKED.match(line) else f"; {line}" for line in more)


def _bar_rows(table: Table) -> list[str]:
    rows = [
        "| " + " | ".join("" if cell in (UP, LEFT) else cell.replace("\n", "<br>") for cell in row) + " |"
        for row in table.rows
    ]
    return ["", rows[0], "|" + " --- |" * len(table.rows[0]), *rows[1:], ""]


def _cell_rows(table: Table) -> list[str]:
    lines: list[str] = []
    for row in table.rows:
        lines.extend("\t" + ("" if cell == UP else cell) for cell in row if cell != LEFT)
        lines.append("")
    return lines


def web_page(source: Source) -> str:
    """Return the plan as HTML with real row and column spans."""
    body = "\n".join(_web_table(part) if isinstance(part, Table) else _web_line(part) for part in source.parts)
    return f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'></head><body>\n{body}\n</body></html>\n"


def _web_line(part: Paragraph) -> str:
    return f"<h2>{escape(part.text)}</h2>" if part.heading else f"<p>{escape(part.text)}</p>"


def _web_table(table: Table) -> str:
    rows = ["<tr>" + "".join(_web_cells(table, number)) + "</tr>" for number in range(len(table.rows))]
    return "<table border='1'>" + "\n".join(rows) + "</table>"


def _web_cells(table: Table, number: int) -> list[str]:
    made = []
    for column, cell in enumerate(table.rows[number]):
        if cell in (UP, LEFT):
            continue
        across = 1 + sum(1 for _ in takewhile(lambda other: other == LEFT, table.rows[number][column + 1 :]))
        below = [row[column] for row in table.rows[number + 1 :]]
        down = 1 + sum(1 for _ in takewhile(lambda other: other == UP, below))
        text = escape(cell).replace("\n", "<br>")
        made.append(f"<td rowspan='{down}' colspan='{across}'>{text}</td>")
    return made
