"""A sentence too long for its line is read as one; what stands on lines above and below it is no part of it."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.wording import Context, find
from tests.test_schedules_wording_tables import ROWS, read

CONTEXT = Context(load_calendar(), SchoolYear(2025), date(2025, 9, 15))
SENTENCES = [row for row in ROWS if len(row.text) > 60 and not {"|", "\n"} & set(row.text)][::2]


@pytest.mark.parametrize("width", [40, 55, 70])
def test_a_wrapped_sentence_says_what_it_says_in_one_line(width):
    wrapped = [(row, textwrap.fill(row.text, width, break_long_words=False)) for row in SENTENCES]
    assert sum("\n" in text for _, text in wrapped) > 50
    assert [text for row, text in wrapped if read(text, row.context) != row.expected] == []


@pytest.mark.parametrize("blanks", ["\n", "\r\n", " \n\n  "])
def test_quotes_and_places_are_those_of_the_text_as_given(blanks):
    lines = (
        "KẾ HOẠCH",
        "Họp tổ ngày 06/10",
        "Nội dung:",
        "Các tổ nộp báo cáo sơ kết đầy đủ trước ngày  25/10",
        "Trân trọng",
    )
    text = blanks.join(lines)
    found = find(text, CONTEXT)
    assert [one.quote for one in found] == ["ngày 06/10", "trước ngày  25/10"]
    assert [text[one.start : one.end] for one in found] == [one.quote for one in found]
