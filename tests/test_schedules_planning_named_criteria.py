"""The criterion a work of the running text names in its own words, and several told."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def read(line: str):
    plan = understand(read_text(f"{HEAD}1. {line}\n", "plan.txt"), load_calendar())
    return plan.tasks[0].criterion, [one.quotes[0] for one in plan.findings if one.rule == "nhieu-tieu-chi"]


@pytest.mark.parametrize(
    ("line", "criterion"),
    [
        ("Bổ sung minh chứng tiêu chí 1.4 trước ngày 12/12/2025.", "1.4"),
        ("Bổ sung minh chứng (TC 3.2) trước ngày 12/12/2025.", "3.2"),
        ("Bổ sung minh chứng các tiêu chí 2.1 - 2.4 trước ngày 12/12/2025.", None),
        ("Bổ sung minh chứng theo mẫu 1.4 trước ngày 12/12/2025.", None),
        ("Rà soát tiêu chí thi đua trước ngày 12/12/2025.", None),
    ],
)
def test_the_criterion_in_a_works_own_words_is_its_criterion(line, criterion):
    assert read(line) == (criterion, [])


def test_of_several_criteria_the_first_is_held_and_all_are_told():
    criterion, told = read("Bổ sung minh chứng tiêu chí 1.4, 2.5 và 3.1 trước ngày 12/12/2025.")
    assert criterion == "1.4"
    assert len(told) == 1
