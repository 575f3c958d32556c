"""The cells of a table's row as one line: parted by “ · ”, without the empty ones. Quotes as data keep their tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker.web.context import Piece

SIGN = " · "
BETWEEN = re.compile(r" *\t *")


def cells_apart(text: str) -> str:
    """Return the text of a row with its cells parted for people; another text as it is."""
    return "".join(piece.text for piece in pieces_apart((Piece(text),))) if "\t" in text else text


def pieces_apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a row so, what is lit staying lit; the sign between cells never is."""
    begun = parted = False
    for piece in pieces:
        for at, cell in enumerate(BETWEEN.split(piece.text)):
            parted = parted or at > 0
            if not cell.strip():
                if cell and not parted:
                    yield Piece(cell, piece.lit)
                continue
            if begun and parted:
                yield Piece(SIGN)
            begun, parted = True, False
            yield Piece(cell, piece.lit)
