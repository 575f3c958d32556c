"""Where something stands, as who typed the plan sees it: “dòng TT 7, cột “Thời gian””, else by the numbers known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.plan import Block, Document, Finding, Place
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
HOLDS_FIGURES = re.compile(r"\d")
NUMBER = re.compile(r"[0-9ivx]{1,5}(?:\.[0-9]{1,3})*[.)]?", re.IGNORECASE)
WEEK, MONTH = re.compile(r"tuan\b"), re.compile(r"thang \d")
LONGEST_HEADING = 40
LETTERHEAD_ROWS = 6
"""The motto stands in the first rows of a letterhead's table."""

MOST_TOLD = 3


class Places:
    """How places of one document are told; without a document by the numbers known."""

    def __init__(self, document: Document | None = None) -> None:
        """Look through the tables of the document once."""
        self._tables = _tables(document) if document else {}

    def words(self, place: Place, *, column: bool = True) -> str:
        """Return where something stands: “trang 2, bảng 1, hàng 3”; empty when nothing is known.

        The letterhead is no table, a row goes by its number in the table and a column, where it is asked for, by its
        heading.
        """
        rows = self._tables.get((place.page, place.table), ()) if place.table is not None else ()
        row = next((one for one in rows if one.place.row == place.row), None)
        head = _head(rows)
        named = _row_name(row, head, rows) if row and head and row is not head else ""
        if not head or not named:
            return _numbers(place)
        heading = _heading(head, place.column) if column else ""
        told = (
            f"trang {place.page}" if place.page else "",
            f"bảng {_counted(self._tables, place)}" if len(self._tables) > 1 else "",
            f"dòng {named}",
            f"cột “{heading}”" if heading else "",
        )
        return ", ".join(filter(None, told))

    def of(self, finding: Finding) -> tuple[str, ...]:
        """Return where a finding points, each place once.

        What a plan is asked about may be another cell of the row than the one quoted: no column is named.
        """
        return tuple(dict.fromkeys(filter(None, self.each(finding))))

    def each(self, finding: Finding) -> tuple[str, ...]:
        """Return the words of every place of a finding, in their order; "" for one of which nothing is known."""
        return tuple(self.words(place, column=False) for place in finding.places)

    def where(self, finding: Finding) -> str:
        """Return the first places of a finding in one line, the others counted; empty when none is known."""
        told = self.of(finding)
        more = f" và {len(told) - MOST_TOLD} chỗ nữa" if len(told) > MOST_TOLD else ""
        return "; ".join(told[:MOST_TOLD]) + more


def place_words(place: Place, document: Document | None = None, *, column: bool = True) -> str:
    """Return where one thing stands, as `Places.words`."""
    return Places(document).words(place, column=column)


def _numbers(place: Place) -> str:
    # in a text the line alone finds it; what the reader made of it counts tables and cells
    parts = PLACES if place.line is None else {part: PLACES[part] for part in ("page", "line")}
    known = ((words, getattr(place, part)) for part, words in parts.items())
    return ", ".join(f"{words} {number}" for words, number in known if number is not None)


def _head(rows: Sequence[Block]) -> Block | None:
    """Return the row of headings: the one that opens with TT, else a first row of short words alone."""
    numbered = next((one for one in rows if fold(one.cells[0].text).strip(" .") in NUMBERED), None)
    if numbered or not rows:
        return numbered
    texts = [" ".join(cell.text.split()) for cell in rows[0].cells]
    words = all(text and len(text) <= LONGEST_HEADING and not HOLDS_FIGURES.search(text) for text in texts)
    return rows[0] if words and len(texts) > 1 else None


def _row_name(row: Block, head: Block, rows: Sequence[Block]) -> str:
    """Return what a row goes by: its number under TT, “Tháng 12”, or short words that open no other row; else "".

    A week goes by its month too: “Tuần 2” of “Tháng 5/2027”, whether or not another month has one.
    """
    text, heading = _opening(row), _opening(head)
    if fold(heading).strip(" .") in NUMBERED:
        if NUMBER.fullmatch(text):
            return f"TT {text.rstrip('.)')}"
    elif NUMBER.fullmatch(text) and _is_only(text, rows):
        return f"{heading} {text.rstrip('.)')}"
    if not text or len(text) > LONGEST_HEADING:
        return ""
    if WEEK.match(fold(text)) and (month := _month_over(row, rows)):
        return f"“{text}” của “{_opening(month)}”" if _is_only(text, _under(month, rows)) else ""
    return f"“{text}”" if _is_only(text, rows) else ""


def _opening(row: Block) -> str:
    return " ".join(row.cells[0].text.split())


def _month_over(row: Block, rows: Sequence[Block]) -> Block | None:
    """Return the row above that opens with a month no other row opens with, None where there is none."""
    above = [one for one in rows[: rows.index(row)] if MONTH.match(fold(_opening(one)))]
    return above[-1] if above and _is_only(_opening(above[-1]), rows) else None


def _under(month: Block, rows: Sequence[Block]) -> Sequence[Block]:
    """Return the rows from a month to the next one."""
    first = rows.index(month) + 1
    last = next((at for at in range(first, len(rows)) if MONTH.match(fold(_opening(rows[at])))), len(rows))
    return rows[first:last]


def _is_only(text: str, rows: Sequence[Block]) -> bool:
    """Whether only one row of a table opens with a text."""
    return sum(_opening(one) == text for one in rows) == 1


def _tables(document: Document) -> dict[tuple[int | None, int | None], Sequence[Block]]:
    """Return the rows of each table, in the order of the document, without tables that hold the letterhead."""
    found: dict[tuple[int | None, int | None], list[Block]] = {}
    for block in document.blocks:
        if block.is_row:
            found.setdefault((block.place.page, block.place.table), []).append(block)
    return {key: rows for key, rows in found.items() if not any(map(_is_letterhead, rows[:LETTERHEAD_ROWS]))}


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
