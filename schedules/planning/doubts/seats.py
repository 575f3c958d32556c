"""Findings point at the cells their quotes stand in: a work and its time are two cells of one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from schedules.plan import Block, Cell, Document, Finding, Place
from schedules.wording import fold

Rows = Mapping[Place, Block]


def seated(findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
    """Return the findings, each place in a table moved within its row to the cell that holds its quote.

    Several quotes told at one place stand each at its own. What is quoted nowhere in its row stays where it is.
    """
    rows = {block.place: block for block in document.blocks if block.is_row}
    texts = {block.place: fold(block.text) for block in document.blocks if not block.is_row}
    return tuple(_seated(finding, rows, texts) for finding in findings)


def _seated(finding: Finding, rows: Rows, texts: Mapping[Place, str]) -> Finding:
    quotes, places = finding.quotes, finding.places
    if len(quotes) > 1 and len(places) == 1 and all(_stands(quote, places[0], rows, texts) for quote in quotes):
        places = places * len(quotes)
    elif len(quotes) == 1 and places:
        quotes = quotes * len(places)
    if len(quotes) != len(places):
        return finding
    own = tuple(_cell_of(quote, place, rows) or place for quote, place in zip(quotes, places, strict=True))
    return replace(finding, places=own) if own != finding.places else finding


def _stands(quote: str, place: Place, rows: Rows, texts: Mapping[Place, str]) -> bool:
    """Whether a quote stands in the paragraph or row a place is in."""
    return fold(quote).strip() in texts.get(place, "") or _cell_of(quote, place, rows) is not None


def _cell_of(quote: str, place: Place, rows: Rows) -> Place | None:
    """Return the cell of a place's row that holds a quote: the place itself where it does, else the first; or None."""
    row = rows.get(replace(place, column=None))
    wanted = _plain(quote)
    if row is None or not wanted:
        return None
    exact = [cell for cell in row.cells if _plain(cell.text) == wanted]
    holding = exact or [cell for cell in row.cells if wanted in _plain(cell.text)]
    if any(_at(cell, place) for cell in holding):
        return place
    return next((replace(cell.place, line=place.line) for cell in holding), None)


def _at(cell: Cell, place: Place) -> bool:
    return cell.place.column == place.column


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .;,")
