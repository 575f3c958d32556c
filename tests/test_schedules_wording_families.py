"""The recognisers of wordings: each asked once, each with a pattern that compiles."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from schedules.wording.families import RECOGNISERS


def test_no_pattern_is_asked_twice():
    asked = Counter((one.heads, one.pattern) for one in RECOGNISERS)
    assert [pattern for (_, pattern), times in asked.items() if times > 1] == []


@pytest.mark.parametrize("one", RECOGNISERS, ids=lambda one: one.rule)
def test_a_pattern_compiles_and_never_matches_nothing(one):
    assert re.compile(one.pattern).match("") is None


@pytest.mark.parametrize("one", RECOGNISERS, ids=lambda one: one.rule)
def test_a_head_is_a_number_or_words_and_at_most_a_sign(one):
    assert [head for head in one.heads if not re.fullmatch(r"0|[^\W\d_]+(?: [^\W\d_]+)*[#@~]?", head)] == []
