"""Dashes Tesseract overlooked are found again by their ink; ruled lines and letters are no dashes."""

from __future__ import annotations

import pytest

cv2 = pytest.importorskip("cv2")
np = pytest.importorskip("numpy")

from schedules.reading.dashes import with_dashes  # noqa: E402  (needs OpenCV)
from schedules.reading.tesseract import Word  # noqa: E402


def paper(*strokes):
    """Return white paper with dark strokes: left, top, right, bottom."""
    page = np.full((200, 600), 250, np.uint8)
    for left, top, right, bottom in strokes:
        page[top:bottom, left:right] = 20
    return page


def word(text, left, right, sure=0.9):
    return Word(text, left, 100, right, 126, sure)


def texts(page, *words):
    return [one.text for one in with_dashes(page, words)]


DASH = (166, 112, 178, 115)


def test_a_dash_between_two_numbers_is_found():
    assert texts(paper(DASH), word("24/11", 100, 160), word("29/11", 184, 250)) == ["24/11", "-", "29/11"]


def test_a_dash_at_the_end_of_a_line_is_found():
    assert texts(paper(DASH), word("24/11", 100, 160)) == ["24/11", "-"]


def test_a_dash_before_a_line_is_found():
    assert texts(paper(DASH), word("Họp", 190, 240)) == ["-", "Họp"]


def test_a_dash_is_found_up_to_the_ruled_line_only():
    ruled = (170, 60, 173, 160)
    assert texts(paper(ruled, (180, 112, 192, 115)), word("24/11", 100, 160)) == ["24/11"]
    assert texts(paper(ruled, (180, 112, 192, 115)), word("Họp", 200, 250)) == ["-", "Họp"]


@pytest.mark.parametrize(
    "stroke",
    [(170, 103, 173, 124), (166, 122, 178, 125), (166, 112, 169, 115), (162, 108, 181, 120)],
    ids=["letter", "low line", "speck", "blot"],
)
def test_other_ink_is_no_dash(stroke):
    assert texts(paper(stroke), word("24/11", 100, 160), word("29/11", 184, 250)) == ["24/11", "29/11"]


def test_clean_paper_gives_no_dash():
    assert texts(paper(), word("15", 100, 120), word("17", 140, 160)) == ["15", "17"]


def test_a_dash_read_twice_between_numbers_is_one():
    assert texts(paper(), word("11-—12/12", 100, 200)) == ["11-12/12"]


@pytest.mark.parametrize("seen", ["~", "=", "~-", "_"])
def test_a_dash_read_as_a_wave_is_a_dash(seen):
    assert texts(paper(), word(seen, 100, 112, 0.4), word("Họp", 130, 180)) == ["-", "Họp"]
