"""Every sentence people wrote who never saw the code; the few read otherwise are named, each with why."""

from __future__ import annotations

import tomllib

import pytest

from schedules.wording import when
from tests.accents import without_accents
from tests.sentences import EXAMPLES, Sentence, all_sentences

SETS = all_sentences()
OTHERWISE: dict[str, str] = tomllib.loads((EXAMPLES / "read_otherwise.toml").read_text("utf-8"))
SLIP = 0.02
"""What a set may lose without its accents: two in a hundred."""


def wrong(sentences: list[Sentence], *, bare: bool = False) -> set[str]:
    """Return the ids of sentences whose deadline is not the one meant."""
    return {
        one.id
        for one in sentences
        if not one.is_right(when(without_accents(one.text) if bare else one.text, one.context))
    }


@pytest.mark.parametrize("name", SETS)
def test_each_sentence_sets_what_its_writer_meant(name: str) -> None:
    assert wrong(SETS[name]) == {one.id for one in SETS[name]} & OTHERWISE.keys()


@pytest.mark.parametrize("name", SETS)
def test_a_set_loses_little_without_its_accents(name: str) -> None:
    assert len(wrong(SETS[name], bare=True) - OTHERWISE.keys()) <= SLIP * len(SETS[name])


def test_whatever_is_read_otherwise_is_still_there() -> None:
    assert OTHERWISE.keys() <= {one.id for sentences in SETS.values() for one in sentences}
