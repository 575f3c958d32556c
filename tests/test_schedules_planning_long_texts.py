"""A sentence of any length is read in time that grows with it, no faster: what no person writes is read in parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.plan import Block, Place
from schedules.planning import understand
from schedules.planning.long_texts import LONGEST, bounded
from schedules.planning.outline import outline
from schedules.planning.text import aims, told_times
from schedules.reading import read_text

CALENDAR = load_calendar()
HEAD = "TRƯỜNG THCS HÒA BÌNH\nKẾ HOẠCH\nNăm học 2025-2026\n\n"
WORDS = st.sampled_from(
    ("nộp báo cáo, ", "họp tổ. ", "rà soát; ", "trước ngày 5/10/2025, ", "a", "(bản mềm) ", "1/", "\n")
)


def items_of(*texts):
    """Return the outline of paragraphs."""
    return outline([Block(text, Place(line=number)) for number, text in enumerate(texts, 1)])


def letters(text):
    """Return a text without its signs and blanks."""
    return "".join(filter(str.isalnum, text))


def tasks_of(text):
    """Return the works of a plan with such a body."""
    return understand(read_text(HEAD + text, "ke-hoach.txt"), CALENDAR).tasks


@given(st.lists(st.tuples(WORDS, st.integers(1, 600)), min_size=1, max_size=6))
@settings(max_examples=60)
def test_parts_say_all_that_the_whole_says_in_its_order(parts):
    items = items_of("1. Công tác " + "".join(word * times for word, times in parts))
    read = bounded(items)
    assert letters("".join(item.body for item in read)) == letters(items[0].body)
    assert all(len(item.body) <= LONGEST for item in read)
    assert all(item.block.place == items[0].block.place and item.body in item.block.text for item in read)


def test_what_people_write_stays_as_it_is():
    items = items_of("1. Nộp báo cáo " + "rất đầy đủ " * 100, "Họ và tên: " + "." * 150)
    assert bounded(items) == list(items)


def test_signs_without_end_part_what_stands_beside_them():
    read = bounded(items_of("- Nộp báo cáo trước 15/10" + "_" * 5000 + "Họp tổ ngày 20/10" + ", " * 5000))
    assert [item.body for item in read] == ["Nộp báo cáo trước 15/10", "Họp tổ ngày 20/10"]


def test_a_heading_without_end_heads_no_more_than_its_beginning():
    read = bounded(items_of("1. Công tác " + "chuyên môn, " * 1000, "- Nộp báo cáo trước 15/10"))
    assert [len(heading) for heading in read[-1].headings] == [LONGEST]


def test_works_beyond_the_first_part_are_read():
    works = "".join(f"lớp {number} nộp báo cáo, " for number in range(400))
    tasks = tasks_of(f"1. {works}tổ Toán gửi đề cương trước ngày 20/10/2025, {works}tổ Văn họp ngày 5/11/2025.")
    assert [task.due.day.isoformat() for task in tasks] == ["2025-10-20", "2025-11-05"]
    assert all(len(mention.quote) <= LONGEST for task in tasks for mention in task.mentions)


@pytest.mark.parametrize(
    "unit", ["nộp báo cáo số {} trước ngày 5/10/2025, ", "tổ Văn họp lần {} ngày 3/10/2025 và ", "tháng 9, "]
)
def test_each_letter_is_looked_at_as_often_in_a_long_sentence_as_in_a_shorter_one(unit, monkeypatch):
    folded = 0

    def counting(text, fold=told_times.fold):
        nonlocal folded
        folded += len(text)
        return fold(text)

    for module in (told_times, aims):
        monkeypatch.setattr(module, "fold", counting)
    often = []
    for length in (6 * LONGEST, 24 * LONGEST):
        text, folded = "".join(unit.format(number) for number in range(length // len(unit)))[:length], 0
        tasks_of(f"1. {text}")
        often.append(folded / length)
    assert often[0] > 1
    assert often[1] < 1.5 * often[0]
