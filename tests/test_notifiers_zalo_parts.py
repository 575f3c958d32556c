"""Long texts in parts."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from notifiers.zalo.parts import LIMIT, parts, size


def test_a_short_text_stays_one_part_without_number():
    assert parts("Chào cô Lan") == ("Chào cô Lan",)


def test_blank_text_has_no_part():
    assert parts(" \n ") == ()


def test_decomposed_vietnamese_is_composed_before_counting():
    text = unicodedata.normalize("NFD", "ế" * LIMIT)
    assert parts(text) == ("ế" * LIMIT,)


def test_an_emoji_counts_twice():
    assert size("📌") == 2
    assert len(parts("📌" * 1001)) == 2


def test_the_cut_falls_between_paragraphs():
    first, second = parts("a" * 1500 + "\n\n" + "b" * 1500)
    assert (first, second) == ("(1/2)\n" + "a" * 1500, "(2/2)\n" + "b" * 1500)


def test_the_cut_falls_between_words_when_nothing_better_is_there():
    for part in parts("việc " * 900):
        assert part.endswith("việc")


@given(st.text(st.sampled_from("aế📌 \n."), max_size=400), st.integers(20, 60))
def test_every_part_fits_and_nothing_is_lost(text, limit):
    cut = parts(text, limit)
    assert all(0 < size(part) <= limit for part in cut)
    bodies = "".join(re.sub(r"^\(\d+/\d+\)\n", "", part) if len(cut) > 1 else part for part in cut)
    assert "".join(bodies.split()) == "".join(unicodedata.normalize("NFC", text).split())
