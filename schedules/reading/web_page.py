"""Web pages (.html, and the “.doc” that is one inside): paragraphs and tables as a browser shows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from schedules.plan import Block, Document, Place
from schedules.reading import limits
from schedules.reading.grid import Box, table_rows
from schedules.reading.kind import Kind, kind_of
from schedules.reading.remark import cut_short
from schedules.reading.web_list import LABEL, number_lists

NAME = "html"
UNSEEN = frozenset({"script", "style", "head", "template", "noscript", "object", "svg", "select", "iframe", "title"})
INLINE = frozenset(
    {"a", "b", "i", "u", "s", "em", "strong", "span", "font", "sup", "sub", "small", "big", "label", "mark", "ins"}
    | {"abbr", "code", "cite", "q", "time", "tt", "o:p", "del", "strike", "bdo", "wbr", "img", "input", "kbd"}
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
DELETED = frozenset({"del", "strike"})
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\f\n\u200b]+")
LINE = "\x1f"
"""Stands for <br> while blanks are gathered."""


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are a web page."""
    return kind_of(data, name) is Kind.HTML


def read(data: bytes, source: str) -> Document:
    """Return what a web page shows; nothing is fetched and no script runs."""
    from lxml import html

    text = _decoded(data, source)
    root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text), parser=html.HTMLParser(no_network=True))
    cut = "<html" in text.lower() and "</html" not in text.lower()
    number_lists(root)
    return Document(source, NAME, WebBody().blocks(root), (cut_short(),) if cut else ())


def _decoded(data: bytes, source: str) -> str:
    from schedules.reading.decoding import decode

    declared = CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # pages often declare letters they are not written in: then the bytes tell
    return decode(data, source)


class WebBody:
    """Turns a page into blocks, counting paragraphs and tables from 1."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._tables = 0

    def blocks(self, root: Any) -> tuple[Block, ...]:
        """Return the blocks of a page."""
        return tuple(self._walk(root))

    def _walk(self, element: Any, *, heading: bool = False, label: str = "") -> Iterator[Block]:
        """Gather the words between block elements into paragraphs; the first of a list item bears its label."""
        words: list[str] = [element.text or ""]
        for child in element:
            if not _is_shown(child):
                pass
            elif child.tag in INLINE and not _holds_blocks(child):
                words.append(shown_text(child))
            elif child.tag == "br":
                words.append(LINE)
            else:
                told, words = self._paragraphs_of(words, heading=heading, label=label), []
                yield from told
                label = "" if told else label
                yield from self._block(child, label)
                label = ""
            words.append(child.tail or "")
        yield from self._paragraphs_of(words, heading=heading, label=label)

    def _block(self, element: Any, label: str = "") -> Iterator[Block]:
        if element.tag != "table":
            label = element.get(LABEL, label)
            yield from self._walk(element, heading=element.tag in HEADINGS, label=label)
        elif next(element.iterdescendants("table"), None) is not None:
            # A table around tables lays out the page.
            for row in _rows(element):
                for cell in _cells(row):
                    yield from self._walk(cell)
        else:
            self._tables += 1
            yield from table_rows(_boxes(element), self._tables)

    def _paragraphs_of(self, words: list[str], *, heading: bool, label: str) -> list[Block]:
        made: list[Block] = []
        for text in _tidy("".join(words)).split("\n"):
            if text.strip():
                self._paragraphs += 1
                place = Place(paragraph=self._paragraphs)
                made.append(Block(text.strip(), place, heading=heading, label="" if made else label))
        return made


def shown_text(element: Any) -> str:
    """Return the words of an element as shown; LINE stands for a line break."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "br":
            parts.append(LINE)
        elif _is_shown(child):
            edge = "" if child.tag in INLINE else LINE
            parts += [edge, shown_text(child), edge]
        parts.append(child.tail or "")
    return "".join(parts)


def _tidy(text: str) -> str:
    text = BLANKS.sub(" ", text.replace("\xa0", " "))
    return unicodedata.normalize("NFC", re.sub(rf" ?{LINE} ?", "\n", text))


def _is_shown(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in UNSEEN or element.tag in DELETED:
        return False
    return not HIDDEN.search(element.get("style", ""))


def _holds_blocks(element: Any) -> bool:
    return any(isinstance(one.tag, str) and one.tag not in INLINE | {"br"} for one in element.iterdescendants())


def _boxes(table: Any) -> Iterator[Box]:
    taken: set[tuple[int, int]] = set()
    lines = list(_rows(table))
    for at, row in enumerate(lines):
        column = 0
        for cell in _cells(row):
            while (at, column) in taken:
                column += 1
            if column >= limits.MOST_COLUMNS:
                break
            rows = min(_span(cell, "rowspan"), len(lines) - at)
            columns = min(_span(cell, "colspan"), limits.MOST_COLUMNS - column)
            taken.update((at + down, column + right) for down in range(rows) for right in range(columns))
            text = re.sub(r"\n{2,}", "\n", _tidy(shown_text(cell))).strip()
            yield Box(text, at, column, rows, columns)
            column += columns


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"tbody", "thead", "tfoot"}:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row if cell.tag in {"td", "th"})


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return max(min(int(value), 200), 1) if value.isdigit() and len(value) < 6 else 1  # noqa: PLR2004
