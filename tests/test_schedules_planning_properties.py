"""What holds for every text: understanding never fails, quotes are in the source, dates have their reasons."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text
from schedules.wording import fold

PIECES = st.sampled_from(
    [
        "I. NỘI DUNG", "VI. TỔ CHỨC THỰC HIỆN", "1. Hiệu trưởng", "- Nộp sổ", "trước ngày 25/9/2024", "Tháng 10/2024:",
        "(Hoàn thành trước tháng 5/2025).", "Tháng\tNội dung\tMốc", "10\t- Họp tổ\tTuần 3", "\t\tTuần 4", "Phụ trách: Kế toán",
        "Tiêu |Đẩy |Giao|BGH |Năm |Không", "chí 1.3|mạnh |cho |học", "\tTT", "\tNội dung", "\tThời gian", "", "ngày 31/11/2024",
        "và", ";", "Nơi nhận:", "PHỤ LỤC", "| a | b |", "|---|---|", "Năm học 2024-2025", "TRƯỜNG MẦM NON HOA SEN", "**", "…",
    ]
)  # fmt: skip
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", "\n", "\n\n"])), max_size=25).map(
    lambda pairs: "".join(piece + end for piece, end in pairs)
)
CALENDAR = load_calendar()


def source_of(text):
    return re.sub(r"\s+", " ", fold(text))


TORN = "I. NỘI DUNG\nTiêu |Đẩy |Giao|BGH |Năm |Không\nchí 1.3|mạnh |cho |học\n**\nTiêu |Đẩy |Giao|BGH |Năm |Không "


@settings(deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=200)))
@example(TORN)
def test_any_text_is_understood_and_every_quote_is_its_own(text):
    plan = understand(read_text(text, "dán"), CALENDAR)
    quotes = [mention.quote for task in plan.tasks for mention in task.mentions] + [duty.quote for duty in plan.duties]
    assert all(source_of(quote).strip() in source_of(text) for quote in quotes)


@settings(deadline=None)
@given(TEXTS)
def test_every_dated_task_says_why_and_has_a_title(text):
    plan = understand(read_text(text, "dán"), CALENDAR)
    assert all(task.title and task.mentions for task in plan.tasks)
    assert all(task.due.basis and task.due.words for task in plan.tasks if task.due.dated)
