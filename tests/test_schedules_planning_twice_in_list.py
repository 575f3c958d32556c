"""Two lines of one list that name one work with two deadlines are asked about; rounds, parts and rhythms are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Bound, Place, Plan, Precision, Recurrence, Severity, Task
from schedules.planning import understand
from schedules.planning.joining.perhaps_one import RULE
from schedules.planning.joining.twice_in_list import twice_in_list
from schedules.reading import read_text
from tests.test_schedules_planning_perhaps_one import told

HEAD = """TRƯỜNG THCS SUỐI MƠ
Số: 12/KH-THCSSM
Suối Mơ, ngày 18 tháng 9 năm 2025
KẾ HOẠCH
Nhiệm vụ năm học 2025-2026
"""
FIRST, SECOND = date(2025, 10, 10), date(2025, 10, 17)


def plan(*lines: str) -> Plan:
    return understand(read_text(HEAD + "\n".join(lines), "ke-hoach.txt"), load_calendar())


def of_table(*rows: str) -> Plan:
    return plan("| TT | Nội dung | Thời gian | Người thực hiện |", "|---|---|---|---|", *rows)


def severities(found: Plan) -> list[Severity]:
    return [one.severity for one in found.findings if one.rule == RULE]


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        (
            [
                "1. Cô Lan nộp báo cáo sơ kết học kỳ I trước ngày 10/01/2026.",
                "2. Cô Lan nộp báo cáo sơ kết học kỳ I trước ngày 15/01/2026.",
            ],
            Severity.CHOICE,
        ),
        (
            [
                "- Xây dựng thực đơn mùa đông, chậm nhất 28/10/2025.",
                "- Xây dựng thực đơn mùa đông, chậm nhất 06/11/2025. Phụ trách: Phó Hiệu trưởng.",
            ],
            Severity.CHOICE,
        ),
        (
            [
                "- Hội thi “Cô nuôi giỏi” cấp trường ngày 18/11/2025.",
                "- Hội thi “Cô nuôi giỏi” cấp trường ngày 27/11/2025.",
            ],
            Severity.INFO,
        ),
    ],
)
def test_two_lines_of_the_text_are_asked_about_and_days_without_an_end_only_told(
    lines: list[str], severity: Severity
) -> None:
    assert severities(plan(*lines)) == [severity]


def test_two_rows_of_one_table_are_asked_about_with_both_places() -> None:
    found = of_table(
        "| 1 | Nộp hồ sơ công khai tài chính | trước 10/10/2025 | Kế toán |",
        "| 2 | Rà soát thiết bị dạy học | trước 20/10/2025 | Cô Mai |",
        "| 3 | Nộp hồ sơ công khai tài chính | trước 24/10/2025 | Kế toán |",
    )
    (asked,) = [one for one in found.findings if one.rule == RULE]
    assert asked.severity is Severity.CHOICE
    assert "có ở hai dòng với hai hạn" in asked.message
    assert len(set(asked.places)) == 2
    assert len([task for task in found.tasks if "công khai tài chính" in task.title]) == 2


@pytest.mark.parametrize(
    "rows",
    [
        ("Nộp bài dự thi lần 1 | trước 10/10/2025 | Cô Mai", "Nộp bài dự thi lần 2 | trước 24/10/2025 | Cô Mai"),
        ("Nộp đề kiểm tra lớp 6A | trước 10/10/2025 | Cô Mai", "Nộp đề kiểm tra lớp 6B | trước 24/10/2025 | Cô Mai"),
        ("Nộp đề kiểm tra khối 6 | trước 10/10/2025 | Cô Mai", "Nộp đề kiểm tra khối 7 | trước 24/10/2025 | Cô Mai"),
        ("Nộp hồ sơ chuyên môn | trước 10/10/2025 | Cô Mai", "Nộp hồ sơ chuyên môn | trước 24/10/2025 | Thầy Sơn"),
        ("Nộp báo cáo phổ cập | trước 10/10/2025 | Cô Mai", "Nộp báo cáo phổ cập | trước 10/11/2025 | Cô Mai"),
        ("Nộp báo cáo tiến độ | trước 15/01/2026 | Cô Mai", "Nộp báo cáo tiến độ | trước 10/6/2026 | Cô Mai"),
        ("Họp tổ chuyên môn | 10/10/2025 | Tổ trưởng", "Họp tổ chuyên môn | 24/10/2025 | Tổ trưởng"),
        ("Huấn luyện đội cơ sở | Tháng 10/2025 | Bảo vệ", "Huấn luyện đội cơ sở | Tháng 11/2025 | Bảo vệ"),
        ("Nộp kế hoạch dạy học | trước 10/10/2025 | Cô Mai", "Nộp kế hoạch bài dạy | trước 24/10/2025 | Cô Mai"),
        (
            "Nộp báo cáo thu chi | trước 10/10/2025 | Kế toán",
            "Nộp báo cáo thu chi | trước 17/10/2025 | Kế toán",
            "Nộp báo cáo thu chi | trước 24/10/2025 | Kế toán",
        ),
    ],
)
def test_rounds_parts_rhythms_and_meetings_are_left_alone(rows: tuple[str, ...]) -> None:
    found = of_table(*(f"| {number} | {row} |" for number, row in enumerate(rows, 1)))
    assert len(found.tasks) == len(rows)
    assert not severities(found)


def pair(**changes: object) -> list[Task]:
    """Return two works of two lines that are asked about as they are, the second changed."""
    works = [told("Nộp hồ sơ công khai tài chính", day, owners=("Kế toán",)) for day in (FIRST, SECOND)]
    moved = replace(works[1].mentions[0], place=Place(row=2))
    works[1] = replace(works[1], mentions=(moved,))
    due = replace(works[1].due, **changes)
    return [works[0], replace(works[1], due=due, mentions=(replace(moved, due=due),))]


def test_the_pair_of_the_next_test_is_asked_about_unchanged() -> None:
    assert len(twice_in_list(pair())) == 1
    assert len(twice_in_list([*pair(), told("Việc khác hẳn", SECOND)])) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"recurrence": Recurrence.MONTHLY},
        {"precision": Precision.MONTH},
        {"day": FIRST},
        {"day": date(2025, 11, 20), "implied": ("month",)},
        {"start": FIRST, "bound": Bound.DURING},
    ],
)
def test_what_comes_back_is_coarse_or_agrees_is_left_alone(changes: dict[str, object]) -> None:
    assert twice_in_list(pair(**changes)) == ()


def test_one_line_with_two_times_and_two_lists_are_left_alone() -> None:
    first, second = pair()
    same_line = replace(second, mentions=(replace(second.mentions[0], place=first.mentions[0].place),))
    assert twice_in_list([first, same_line]) == ()
    other_list = replace(second, mentions=(replace(second.mentions[0], place=Place(table=2, row=2)),))
    assert twice_in_list([first, other_list]) == ()
