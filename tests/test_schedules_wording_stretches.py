"""A long text read a stretch at a time says what it says read as one."""

from __future__ import annotations

import random
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.wording import Context, choosing, find, finding, when
from schedules.wording.stretches import LONG, STRETCH, stretches

FOLDER = Path(__file__).parent / "examples" / "wording"
CONTEXT = Context(load_calendar(), SchoolYear(2023), date(2023, 9, 20))
JOINTS = ("\n", ". ", "; ", " ", "\n\n")
WORDS = st.sampled_from(("ngày 1/1 đến ", "tuần 3 tháng 10\n", "a", " ", "ngày", "trước 5/11/2023; ", "1/", "tổ "))


def sentences() -> list[str]:
    """Return the sentences of the example tables."""
    tables = (tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml")))
    groups = (group for table in tables for group in table["group"])
    return [text for group in groups for text in (*group.get("match", ()), *group.get("none", {}).get("texts", ()))]


def long_text(seed: int, letters: int) -> str:
    """Return sentences in the order of a seed, joined as plans join them, until there are so many letters."""
    dice, parts, length = random.Random(seed), [], 0
    known = sentences()
    while length < letters:
        parts.append(dice.choice(known) + dice.choice(JOINTS))
        length += len(parts[-1])
    return "".join(parts)


@given(st.lists(st.tuples(WORDS, st.integers(1, 3000)), max_size=8))
@settings(max_examples=50)
def test_stretches_part_a_text_without_gap_or_overlap(parts):
    text = "".join(word * times for word, times in parts)
    own = [stretch.text[stretch.first : stretch.last] for _, stretch in stretches(text)]
    assert "".join(own) == text
    assert all(len(part) <= 2 * STRETCH for part in own)


def test_every_stretch_knows_where_it_stands():
    text = long_text(5, 3 * STRETCH)
    assert all(text.startswith(stretch.text, left) for left, stretch in stretches(text))


@pytest.mark.parametrize("seed", range(4))
def test_a_long_text_is_read_as_if_in_one_piece(seed, monkeypatch):
    text = long_text(seed, LONG + 3 * STRETCH)
    parted, chosen = find(text, CONTEXT), when(text, CONTEXT)
    for module in (finding, choosing):
        monkeypatch.setattr(module, "LONG", len(text))
    assert parted == find(text, CONTEXT)
    assert chosen == when(text, CONTEXT)


def test_a_wording_across_two_stretches_is_read_once():
    for shift in range(40):
        text = "x " * (STRETCH // 2 - shift) + "từ ngày 5/10/2023 đến ngày 12/10/2023 " + "x " * LONG
        assert [found.quote for found in find(text, CONTEXT)] == ["từ ngày 5/10/2023 đến ngày 12/10/2023"]
