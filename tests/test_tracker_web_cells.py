"""A row of a table on a page: empty cells fall away, the others are parted by one sign, what is lit stays lit."""

from __future__ import annotations

import pytest

from tracker.web.cells import cells_apart, pieces_apart
from tracker.web.context import Piece, lit


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2\tTiêu chuẩn 3: Cơ sở vật chất\t\t\t\t\t", "2 · Tiêu chuẩn 3: Cơ sở vật chất"),
        ("\t\tNộp báo cáo \t  \t Trước 30/11", "Nộp báo cáo · Trước 30/11"),
        ("Nộp báo cáo · Trước 30/11", "Nộp báo cáo · Trước 30/11"),
        ("Nộp  báo cáo", "Nộp  báo cáo"),
        ("\t\t", ""),
        ("", ""),
    ],
)
def test_cells_are_parted_and_the_empty_ones_fall_away(text: str, shown: str) -> None:
    assert cells_apart(text) == shown


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("Nộp báo cáo", "2 · [Nộp báo cáo] · 30/11"),
        ("Nộp báo", "2 · [Nộp báo] cáo · 30/11"),
        ("Nộp báo cáo 30/11", "2 · [Nộp báo cáo] · [30/11]"),
        ("2", "[2] · Nộp báo cáo · 30/11"),
        ("30/11", "2 · Nộp báo cáo · [30/11]"),
    ],
)
def test_what_is_lit_stays_lit_and_no_sign_is(quote: str, shown: str) -> None:
    pieces = pieces_apart(lit("\t2\t\tNộp báo cáo\t\t30/11\t\t", quote))
    assert "".join(f"[{piece.text}]" if piece.lit else piece.text for piece in pieces) == shown


def test_a_line_without_cells_stays_letter_for_letter() -> None:
    pieces = (Piece("Trước "), Piece("30/11", lit=True), Piece(" "), Piece("nộp", lit=True))
    assert tuple(pieces_apart(pieces)) == pieces
