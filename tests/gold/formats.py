"""The formats a plan is examined in: name, how it is rendered, whether OCR slips in names are forgiven."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from schedules.plan import Document
from tests.gold.as_converted import converted, to_format
from tests.gold.as_numbered import numbered_word
from tests.gold.as_office import word, workbook
from tests.gold.as_text import bars, cell_lines, tabs, web_page
from tests.gold.noise import ocr, torn
from tests.gold.source import Paragraph, Source


@dataclass(frozen=True, slots=True)
class Format:
    """One way a plan may arrive."""

    name: str
    suffix: str
    render: Callable[[Source], bytes]
    noisy: bool = False
    picture: bool = False


def _bytes(render: Callable[[Source], str]) -> Callable[[Source], bytes]:
    return lambda source: render(source).encode()


FORMATS = (
    Format("docx", ".docx", word),
    Format("listed", ".docx", numbered_word),
    Format("txt", ".txt", _bytes(tabs)),
    Format("md", ".md", _bytes(bars)),
    Format("cells", ".txt", _bytes(cell_lines)),
    Format("html", ".html", _bytes(web_page)),
    Format("xlsx", ".xlsx", workbook),
    Format("ocr", ".txt", _bytes(ocr), noisy=True),
    Format("torn", ".txt", _bytes(torn), noisy=True),
)


CONVERTED = tuple(Format(suffix[1:], suffix, partial(converted, suffix=suffix)) for suffix in (".pdf", ".odt", ".rtf"))
"""Formats made by LibreOffice: measured by the bench, too slow for the tests."""


def _listed(source: Source, suffix: str) -> bytes:
    return to_format(numbered_word(source), suffix)


CONVERTED += tuple(
    Format(f"listed{suffix}", suffix, partial(_listed, suffix=suffix)) for suffix in (".pdf", ".odt", ".rtf")
)


def whole_text(source: Source, made: Format) -> str:
    """Return every word of a render in order: for binary formats the source with merged cells repeated and not."""
    if made.suffix in (".txt", ".md"):
        return made.render(source).decode()
    lines = []
    for part in source.parts:
        if isinstance(part, Paragraph):
            lines.append(part.text)
        else:
            lines.extend(" ".join(row) for row in part.filled())
    return "\n".join(lines) + tabs(source)


def recognised_text(document: Document) -> str:
    """Return every word read, rows both as they stand and with merged cells repeated."""
    rows = (" ".join(cell.text for cell in block.cells) for block in document.blocks if block.is_row)
    return "\n".join([document.text, *rows])


def scanned() -> tuple[Format, ...]:
    """Return the formats that are pictures; OpenCV is needed to draw them."""
    from tests.gold.as_scanned import photo, scan

    return (
        Format("scan", ".pdf", scan, noisy=True, picture=True),
        Format("photo", ".tif", photo, noisy=True, picture=True),
    )
