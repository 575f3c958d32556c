"""Text that every calendar program can read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.feeds.text import BREAKS, clip, line, lines


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  a \t b  ", "a b"),
        ("a\r\nb\n\nc", "a\nb\nc"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("a\x00\x1bb\ufeff", "ab"),
        ("\u202egnôc", "gnôc"),
        ("👩‍🏫 dạy", "👩‍🏫 dạy"),
        ("e\ufeff\u0301", "é"),
    ],
)
def test_lines_keep_what_can_be_read(text: str, plain: str) -> None:
    assert lines(text) == plain


def test_a_line_is_one_line() -> None:
    assert line("Nộp\r\nbáo cáo") == "Nộp báo cáo"


@settings(deadline=None)
@given(st.text())
def test_nothing_unreadable_is_left_and_twice_is_once(text: str) -> None:
    plain = line(text)
    assert not set(plain) & set(BREAKS)
    assert unicodedata.is_normalized("NFC", plain)
    assert line(plain) == plain


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("ngắn", "ngắn"),
        ("một hai ba bốn", "một hai…"),
        ("abcdefghijklm", "abcdefghi…"),
        ("một hai, ba bốn", "một hai…"),
    ],
)
def test_a_cut_falls_after_a_word_where_there_is_one(text: str, cut: str) -> None:
    assert clip(text, 10) == cut


@settings(deadline=None)
@given(st.text(), st.integers(2, 50))
def test_a_cut_is_never_too_long(text: str, length: int) -> None:
    assert len(clip(text, length)) <= length
