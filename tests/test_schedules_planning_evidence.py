"""Codes of evidence stay with what is expected; a sum among the resources is the budget."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.evidence import with_evidence
from schedules.reading import read_text


@pytest.mark.parametrize(
    ("given", "evidence", "said"),
    [
        ("Đạt 90%", "MC.2.1.03", "Đạt 90%; minh chứng MC.2.1.03"),
        ("", "H1-1.2-05", "minh chứng H1-1.2-05"),
        ("Đạt 90%", "Biên bản họp", "Đạt 90%"),
        ("", "", None),
    ],
)
def test_only_codes_of_evidence_are_kept_behind_what_is_expected(given: str, evidence: str, said: str | None) -> None:
    assert with_evidence(given, evidence) == said


@pytest.mark.parametrize(("resources", "dong"), [("3.500.000đ", 3_500_000), ("02 máy chiếu", None)])
def test_a_plain_sum_among_the_resources_is_the_budget(resources: str, dong: int | None) -> None:
    rows = f"| Nội dung | Thời gian | Phụ trách | Nguồn lực |\n|---|---|---|---|\n| Mua sách | Tháng 10/2024 | Thư viện | {resources} |"
    (task,) = understand(read_text(f"KẾ HOẠCH\nNăm học 2024-2025\n{rows}", "b.md"), load_calendar()).tasks
    assert (task.budget.vnd if task.budget else None) == dong
