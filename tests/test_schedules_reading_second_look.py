"""Doubtful numbers of a picture get a second look; only what two looks agree on loses its doubt."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

from schedules.reading.second_look import _settled
from schedules.reading.tesseract import Word


def word(text, sure):
    return Word(text, 0, 0, 40, 20, sure)


def test_a_number_read_twice_alike_is_sure():
    assert _settled(word("15/9", 0.6), [[word("15/9", 0.7)]]).confidence >= 0.8


def test_two_new_looks_that_agree_outweigh_the_first():
    settled = _settled(word("1/4", 0.6), [[word("21/4", 0.85)], [word("21/4", 0.96)]])
    assert (settled.text, settled.confidence >= 0.8) == ("21/4", True)


def test_looks_that_differ_keep_the_surest_and_the_doubt():
    settled = _settled(word("1/4", 0.63), [[word("1/4)", 0.82)], [word("21/4", 0.96)]])
    assert (settled.text, settled.confidence < 0.8) == ("21/4", True)


def test_a_look_that_saw_no_number_does_not_replace_one():
    assert _settled(word("11", 0.5), [[word("lì", 0.95)]]).text == "11"


def test_a_number_nobody_saw_again_stays_as_it_was_read():
    settled = _settled(word("20/11", 0.7), [])
    assert (settled.text, settled.confidence < 0.8) == ("20/11", True)
