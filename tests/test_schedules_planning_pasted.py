"""Short pasted texts are read as work, and what is done on a day never signs the paper."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Plan
from schedules.planning import understand
from schedules.reading import read_text

CALENDAR = load_calendar()


def plan_of(text: str) -> Plan:
    return understand(read_text(text, "pasted.txt"), CALENDAR)


def works_of(text: str) -> list[tuple[str, date | None]]:
    return [(task.title, task.due.day) for task in plan_of(text).tasks]


@pytest.mark.parametrize("title", ["", "KẾ HOẠCH\n", "Kế hoạch tuần tới\n"])
def test_a_pasted_line_with_its_day_is_a_work(title: str) -> None:
    assert works_of(f"{title}Gửi danh sách thi đua trước ngày 12/10/2024") == [
        ("Gửi danh sách thi đua", date(2024, 10, 12))
    ]


def test_two_pasted_lines_are_two_works_and_none_signs_the_paper() -> None:
    text = "Gửi danh sách thi đua trước ngày 12/10/2024.\nHọp Hội đồng trường ngày 18/10/2024."
    assert [day for _, day in works_of(text)] == [date(2024, 10, 12), date(2024, 10, 18)]
    assert plan_of(text).header.date is None


@pytest.mark.parametrize(
    "line", ["Họp cha mẹ ngày 9/9/2024", "Họp cha mẹ, ngày 9 tháng 9 năm 2024", "Họp ngày 9/9/2024"]
)
def test_what_is_held_on_a_day_is_never_the_signing(line: str) -> None:
    assert plan_of(f"KẾ HOẠCH\n{line}").header.date is None


@pytest.mark.parametrize("line", ["An Bình, ngày 9 tháng 9 năm 2024", "An Bình ngày 9/9/2024", "Ngày 9/9/2024"])
def test_a_place_and_a_day_or_a_day_alone_sign_the_paper(line: str) -> None:
    assert plan_of(f"{line}\nKẾ HOẠCH\nHọp cha mẹ ngày 20/9/2024").header.date == date(2024, 9, 9)


def test_the_title_of_a_plan_that_names_its_year_stays_a_title() -> None:
    assert works_of("KẾ HOẠCH\nCông tác bán trú năm học 2024-2025\n(từ tháng 9/2024)") == []


def test_a_day_that_opens_the_next_sentence_is_of_its_own_work() -> None:
    assert works_of("Nghỉ lễ ngày 2/9/2024. Ngày 6/9/2024 học bài đầu tiên.") == [
        ("Nghỉ lễ", date(2024, 9, 2)),
        ("Học bài đầu tiên", date(2024, 9, 6)),
    ]
