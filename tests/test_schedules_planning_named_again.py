"""An appendix that tells a work of the text again: by its name in quotes, or by what it is handed in for."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of, table

LABELS = "Hoạt động | Thời gian | Phụ trách"


def read(line, *rows):
    plan = plan_of(f"1. Việc làm\n- {line}\n- Kê bàn ghế: 02/12/2024.\n\nPHỤ LỤC\n\n{table(LABELS, *rows)}")
    return plan, [(task.title, len(task.mentions)) for task in plan.tasks if "bàn ghế" not in task.title]


def test_a_named_event_on_another_day_is_one_work_that_asks_which_day():
    plan, found = read(
        "Diễn đàn “Điều em muốn nói” cho khối 8, 9: ngày 11/11/2024 (cô Hoa).",
        "Diễn đàn “Điều em muốn nói” | 13/11/2024 | Cô Hoa",
        "Phiên tòa giả định | 18/4/2025 | Cô Yến",
    )
    assert [count for _, count in found] == [2, 1]
    assert "hai-han" in {finding.rule for finding in plan.findings}


@pytest.mark.parametrize(
    "row",
    [
        "Diễn đàn “Em yêu biển đảo” | 13/11/2024 | Cô Hoa",
        "Diễn đàn “Điều em muốn nói” | 13/11/2024 | Thầy Sơn",
        "Diễn đàn “Điều em muốn nói” | 13/3/2025 | Cô Hoa",
        "Tập luyện cho diễn đàn “Điều em muốn nói” | 06/11/2024 | Cô Hoa",
    ],
)
def test_another_name_person_season_or_deed_is_another_work(row):
    _, found = read("Diễn đàn “Điều em muốn nói” cho khối 8, 9: ngày 11/11/2024 (cô Hoa).", row)
    assert [count for _, count in found] == [1, 1]


HANDED = "Tổ trưởng chuyên môn tổng hợp, trình Phó Hiệu trưởng duyệt kế hoạch BDTX cá nhân chậm nhất ngày 27/9/2024."


def test_what_a_work_is_handed_in_for_is_told_with_it():
    _, found = read(HANDED, "Duyệt kế hoạch BDTX cá nhân | 27/9/2024 | ")
    assert [count for _, count in found] == [2]


@pytest.mark.parametrize(
    "row",
    [
        "Duyệt kế hoạch BDTX cá nhân | 27/9/2024 | Phó Hiệu trưởng",
        "Duyệt kế hoạch BDTX cá nhân | 30/9/2024 | ",
        "Duyệt đề cương ôn tập | 27/9/2024 | ",
    ],
)
def test_what_is_decided_by_another_or_later_is_a_work_of_its_own(row):
    _, found = read(HANDED, row)
    assert [count for _, count in found] == [1, 1]
