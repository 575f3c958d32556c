"""Why a day is that day quotes the plan, never what was composed to be read."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.plan import Due
from schedules.planning.said_words import in_the_plans_words
from tests.fakes.typed_plan import plan_of, table


def test_two_columns_of_a_span_are_quoted_as_they_stand():
    [task] = plan_of(table("Việc|Từ ngày|Đến ngày", "Rà soát hồ sơ|07/10/2024|11/10/2024")).tasks
    assert (task.due.start, task.due.day) == (date(2024, 10, 7), date(2024, 10, 11))
    assert task.due.basis == f"“{task.due.words}”: 7–11/10/2024"
    assert "từ ngày" not in task.due.words


@pytest.mark.parametrize(
    ("words", "basis", "told"),
    [
        ("12/10 – 16/10", "“từ 12/10 đến 16/10”: 12–16/10/2026", "“12/10 – 16/10”: 12–16/10/2026"),
        ("20/11", "“20/11”: ngày 20/11/2026", "“20/11”: ngày 20/11/2026"),
        ("", "“20/11”: ngày 20/11/2026", "“20/11”: ngày 20/11/2026"),
        ("Hạn “lần 2” 20/11", "“20/11”: ngày 20/11/2026", "“20/11”: ngày 20/11/2026"),
        ("20/11", "theo tháng của dòng", "theo tháng của dòng"),
        ("Tuần 5", "“Tuần 5” đếm từ đầu năm học", "“Tuần 5” đếm từ đầu năm học"),
    ],
)
def test_only_a_quote_that_differs_is_put_right(words, basis, told):
    assert in_the_plans_words(Due(words, basis=basis)).basis == told
