"""Every wording of tests/examples/wording/*.toml, as written, without accents and decomposed."""

from __future__ import annotations

import unicodedata

import pytest

from schedules.plan import Due
from schedules.wording import Context, find, when
from schedules.wording.families import RECOGNISERS
from schedules.wording.reading import read as scanned
from schedules.wording.scanning import FIRST
from tests.accents import without_accents
from tests.wording_rows import Row, all_rows

AMBIGUOUS = (
    "quá ngày",
    "chậm quá",
    "Tối",
    "tối",
    "tuân",
    "Tuấn",
    "quỹ",
    "hạng",
    "Quý ",
    "thắng",
    "sáu",
    "Sáu 0",
    "SÁU",
    "TƯ ",
    "tám",
    "thảng",
    "tết",
    "đầu tư",
    "hệ thống",
    "đêm hội",
    "quét thang",
)
"""Words whose accents alone tell them from a time word; without accents nobody can."""


def spell(due: Due) -> str:
    """Return a due as the tables spell it."""
    if due.rule == "":
        return "none"
    if due.day is None:
        if due.start:
            return f"since {due.start}.."
        return f"undated {due.recurrence}" if due.recurrence else "undated"
    parts = [f"{due.start or ''}..{due.day}", str(due.bound), str(due.precision)]
    parts += [str(due.recurrence)] if due.recurrence else []
    parts += [f"@{due.hour:%H:%M}"] if due.hour else []
    return " ".join(parts)


def read(text: str, context: Context) -> str:
    """Return what a text is read as, impossible times under their own name."""
    if any(found.problem for found in find(text, context)):
        return "impossible"
    return spell(when(text, context))


ROWS = all_rows()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:60])
def test_each_wording_is_read_as_the_table_says(row: Row) -> None:
    assert read(row.text, row.context) == row.expected


@pytest.mark.parametrize(
    "row", [row for row in ROWS if not any(word in row.text for word in AMBIGUOUS)], ids=lambda row: row.text[:60]
)
def test_each_wording_is_read_the_same_without_accents(row: Row) -> None:
    assert read(without_accents(row.text), row.context) == row.expected


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:60])
def test_each_wording_is_read_the_same_decomposed(row: Row) -> None:
    assert read(unicodedata.normalize("NFD", row.text), row.context) == row.expected


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:60])
def test_every_quote_is_its_span(row: Row) -> None:
    for found in find(row.text, row.context):
        assert found.quote == row.text[found.start : found.end]


@pytest.mark.parametrize("row", [row for row in ROWS if row.corrected], ids=lambda row: row.text[:60])
def test_misreadings_are_marked_as_corrected(row: Row) -> None:
    assert all(found.corrected for found in find(row.text, row.context))


def test_the_tables_hold_hundreds_of_rows_of_both_kinds() -> None:
    negatives = [row for row in ROWS if row.expected in {"none", "impossible", "undated"}]
    assert len(ROWS) > 400
    assert len(negatives) > 120


def test_every_recogniser_has_a_row_it_reads() -> None:
    met = {match for row in ROWS for match in _met(row.text)}
    assert {recogniser.rule for recogniser in RECOGNISERS} - met == set()


def _met(text: str) -> set[str]:
    folded = scanned(text).folded
    starts = [at for at in range(len(folded)) if not folded[at - 1 : at].isalnum() and FIRST.match(folded, at)]
    return {
        one.rule for one in RECOGNISERS for start in starts if (match := one.match(folded, start)) and one.read(match)
    }
