"""What a sentence says stays when only the way of writing it is varied: every row of the tables, written otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.test_schedules_wording_tables import ROWS, Row, read

TIME = r"(?:(?:trước|chậm nhất|muộn nhất) )+(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?"
TIME_LAST = re.compile(rf"(?P<words>[^.,;:|()\n]*[^\W\d]) (?P<time>{TIME})\.?")


def crowded(text: str) -> str:
    """Return the text without the blanks behind its commas and semicolons."""
    return re.sub(r"([,;]) (?=[^\W\d])", r"\1", text)


def loose(text: str) -> str:
    """Return the text with a blank before its commas and semicolons."""
    return re.sub(r"(?<=\w)([,;]) ", r" \1 ", text)


def capital(text: str) -> str:
    """Return the text in capitals."""
    return text.upper()


def by_the_way(text: str) -> str:
    """Return the text with an aside between the words and the time at its end."""
    told = TIME_LAST.fullmatch(text)
    return f"{told['words']} (nếu có) {told['time']}" if told else text


def as_ruled(text: str) -> str:
    """Return the text with “theo quy định” between the words and the time at its end."""
    told = TIME_LAST.fullmatch(text)
    return f"{told['words']} theo quy định {told['time']}" if told else text


VARIATIONS: tuple[Callable[[str], str], ...] = (crowded, loose, capital, by_the_way, as_ruled)
OWN_WORDS = re.compile(r"(?:ngày|làm việc|chậm nhất|muộn nhất|xong|đến|lần)$|thú|THÚ|Thú")
"""What no longer means the same when it is parted from its time, or misreadings that are made of their very letters."""


EVERY: dict[Callable[[str], str], int] = {capital: 8, crowded: 2}
"""Variations that fit nearly every row are tried on some of them."""


def _varied(vary: Callable[[str], str]) -> list[tuple[Row, str]]:
    varied = []
    for row in ROWS[:: EVERY.get(vary, 1)]:
        words = TIME_LAST.fullmatch(row.text)
        written = vary(row.text)
        if written == row.text or row.corrected or OWN_WORDS.search(words["words"] if words else row.text):
            continue
        varied.append((row, written))
    return varied


@pytest.mark.parametrize("vary", VARIATIONS, ids=lambda vary: vary.__name__)
def test_a_row_means_the_same_written_otherwise(vary: Callable[[str], str]) -> None:
    changed = [
        f"{written!r}: {got}, not {row.expected}"
        for row, written in _varied(vary)
        if (got := read(written, row.context)) != row.expected
    ]
    assert changed == []


@pytest.mark.parametrize("vary", VARIATIONS, ids=lambda vary: vary.__name__)
def test_every_variation_varies_enough_rows(vary: Callable[[str], str]) -> None:
    assert len(_varied(vary)) > 50
