"""Where something stands, as who typed the plan sees it: “dòng TT 7, cột “Thời gian””, else by the numbers known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.plan import Block, Document, Place
from schedules.wording import fold

PLACES = {
    "page": "trang",
    "table": "bảng",
    "row": "hàng",
    "column": "cột",
    "paragraph": "đoạn",
    "line": "dòng",
}
MOTTO = ("cong hoa xa hoi chu nghia", "doc lap - tu do", "doc lap – tu do")
NUMBERED = frozenset({"tt", "stt", "so tt", "so thu tu"})
NUMBER = re.compile(r"[0-9ivx]{1,5}(?:\.[0-9]{1,3})*[.)]?", re.IGNORECASE)
LONGEST_HEADING = 40


def place_words(place: Place, document: Document | None = None, *, column: bool = True) -> str:
    """Return where something stands: “trang 2, bảng 1, hàng 3”; empty when nothing is known.

    With its document the letterhead is no table, a row goes by its number in the table and a column, where it is
    asked for, by its heading.
    """
    tables = _tables(document) if document and place.table is not None else {}
    rows = tables.get((place.page, place.table), ())
    row = next((one for one in rows if one.place.row == place.row), None)
    head = next((one for one in rows if fold(one.cells[0].text).strip(" .") in NUMBERED), None)
    number = row.cells[0].text.strip() if row and head and row is not head else ""
    if not head or not NUMBER.fullmatch(number):
        return _numbers(place)
    heading = _heading(head, place.column) if column else ""
    told = (
        f"trang {place.page}" if place.page else "",
        f"bảng {_counted(tables, place)}" if len(tables) > 1 else "",
        f"dòng TT {number.rstrip('.)')}",
        f"cột “{heading}”" if heading else "",
    )
    return ", ".join(filter(None, told))


def _numbers(place: Place) -> str:
    known = ((words, getattr(place, part)) for part, words in PLACES.items())
    return ", ".join(f"{words} {number}" for words, number in known if number is not None)


def _tables(document: Document) -> dict[tuple[int | None, int | None], Sequence[Block]]:
    """Return the rows of each table, in the order of the document, without tables that hold the letterhead."""
    found: dict[tuple[int | None, int | None], list[Block]] = {}
    for block in document.blocks:
        if block.is_row:
            found.setdefault((block.place.page, block.place.table), []).append(block)
    return {key: rows for key, rows in found.items() if not any(map(_is_letterhead, rows))}


def _is_letterhead(row: Block) -> bool:
    return any(words in fold(row.text) for words in MOTTO)


def _counted(tables: dict[tuple[int | None, int | None], Sequence[Block]], place: Place) -> int:
    """Return the how-manieth table it is: of its page where pages are known, else of the document."""
    of_page = [key for key in tables if key[0] == place.page]
    return of_page.index((place.page, place.table)) + 1


def _heading(head: Block, column: int | None) -> str:
    found = next((cell.text for cell in head.cells if cell.place.column == column and column), "")
    words = " ".join(found.split())
    return words if len(words) <= LONGEST_HEADING else ""
