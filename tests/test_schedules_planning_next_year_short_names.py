"""Documents named in short in a plan that cites them in full, and replaced by the next school year."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.law import load_law
from schedules.plan import SchoolYear
from schedules.planning import understand
from schedules.planning.next_year import Rules, Work, next_plan
from schedules.planning.next_year.short_names import short_names
from schedules.reading import read_text

CITED = "Căn cứ Thông tư số 36/2017/TT-BGDĐT ngày 28/12/2017 ban hành Quy chế thực hiện công khai."
ON = date(2024, 9, 1)
PLAN = f"""TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB
Hoa Ban, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Công khai năm học 2023-2024
{CITED}
1. Công khai theo thông tư 36 (Tài chính). Hoàn thành trước ngày 25/10/2023.
2. Thường xuyên thực hiện Quy chế công khai tại trường. Phụ trách: Kế toán.
"""


@pytest.mark.parametrize(
    "text", ["Công khai theo thông tư 36 (Tài chính)", "Theo Thông tư số 36", "Thực hiện quy chế công khai"]
)
def test_a_short_name_means_the_document_cited_in_full(text: str) -> None:
    (remark,) = short_names(CITED, load_law(), ON).remarks(text)
    assert "36/2017/TT-BGDĐT, đã được 09/2024/TT-BGDĐT thay từ 19/07/2024" in remark


@pytest.mark.parametrize("text", ["thông tư 36/2017/TT-BGDĐT", "thông tư 37", "quy chế chuyên môn", "36 học sinh"])
def test_other_names_mean_nothing_by_it(text: str) -> None:
    assert list(short_names(CITED, load_law(), ON).remarks(text)) == []


def test_before_it_is_replaced_nothing_is_said() -> None:
    assert list(short_names(CITED, load_law(), date(2023, 9, 1)).remarks("thông tư 36")) == []


def test_works_and_duties_that_rest_on_it_are_told() -> None:
    plan = understand(read_text(PLAN, "a.txt"), load_calendar())
    works = tuple(Work(task) for task in plan.tasks)
    made = next_plan(plan, works, SchoolYear(2024), Rules(load_calendar(), load_law()))
    assert any("09/2024" in note for note in made.works[0].notes)
    assert ["09/2024" in "".join(ground.notes) for ground in made.standing] == [True]
