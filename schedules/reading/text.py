"""Plain text, Markdown and pasted text: lines become table rows where they look like a table, else paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from schedules.plan import Block, Document
from schedules.reading import limits
from schedules.reading.cell_lines import cell_lines
from schedules.reading.decoding import decode, tidy
from schedules.reading.kind import Kind, kind_of
from schedules.reading.paragraphs import paragraphs
from schedules.reading.separated import pipe_rows, tab_rows
from schedules.reading.unreadable import Unreadable

NAME = "text"
SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text", ""})
Lines = list[str]
Layout = Callable[[Lines, int, int], tuple[int, tuple[Block, ...]]]
LAYOUTS: tuple[Layout, ...] = (cell_lines, tab_rows, pipe_rows)
"""Ways a table stands in text: from lines, a start and a table number to how many lines it takes, and its rows."""


def claims(data: bytes, name: str) -> bool:
    """Whether a file is taken as text: by its name, as long as its bytes are not of another kind."""
    return kind_of(data, name) is Kind.TEXT


def read(data: bytes, source: str) -> Document:
    """Return the blocks of a text file."""
    return read_text(decode(data, source), source)


def read_text(text: str, source: str) -> Document:
    """Return the blocks of a text; every place counts lines from 1."""
    if len(text) > limits.LARGEST_TEXT:
        most = limits.megabytes(limits.LARGEST_TEXT)
        found = f"văn bản dài {limits.megabytes(len(text))}"
        raise Unreadable(source, found, f"văn bản không quá {most}", "Hãy tách riêng phần kế hoạch rồi nhập lại")
    lines = tidy(text).removeprefix("\ufeff").split("\n")
    return Document(source, NAME, tuple(_blocks(lines)))


def _blocks(lines: Lines) -> list[Block]:
    blocks: list[Block] = []
    plain, at, tables = 0, 0, 0
    while at < len(lines):
        taken, rows = _table(lines, at, tables + 1)
        if not rows:
            at += 1
            continue
        blocks += paragraphs(lines, plain, at)
        blocks += rows
        at += taken
        plain, tables = at, tables + 1
    return blocks + list(paragraphs(lines, plain, len(lines)))


def _table(lines: Lines, at: int, number: int) -> tuple[int, tuple[Block, ...]]:
    for layout in LAYOUTS:
        taken, rows = layout(lines, at, number)
        if rows:
            return taken, rows
    return 0, ()
