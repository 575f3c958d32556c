"""Works under two names in text and table are asked about, never joined; likeness of other works asks nothing."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.plan import Finding, Mention, Place, Severity, Task
from schedules.planning.joining.perhaps_one import RULE, perhaps_one
from tests.conftest import due_on
from tests.test_schedules_planning_joining import findings, plan_of


def told(title: str, day: date, table: int | None = None, owners: tuple[str, ...] = ()) -> Task:
    due = due_on(day)
    return Task(title, due, (Mention(f"{title} {due.words}", Place(table=table, row=1), due),), owners)


def asked(body: str, row: str) -> list[Finding]:
    return findings(plan_of(body, row), RULE)


@pytest.mark.parametrize(
    ("body", "row"),
    [
        (
            "Hoàn thành và gửi báo cáo khảo sát đầu năm trước ngày 05/10/2026.",
            "12/10/2026\tNộp số liệu khảo sát đầu năm\tPhó Hiệu trưởng",
        ),
        (
            "Kiểm kê tài sản, thiết bị cuối năm trước ngày 31/12/2026.",
            "15/01/2027\tRà soát, thống kê tài sản thiết bị cuối năm\tKế toán",
        ),
    ],
)
def test_one_act_on_one_matter_in_two_wordings_with_two_days_is_a_question(body: str, row: str) -> None:
    (finding,) = asked(body, row)
    assert finding.severity is Severity.CHOICE
    assert "có phải cùng một việc? Tạm để thành hai việc." in finding.message
    assert len(finding.quotes) == len(finding.places) == 2


def test_a_title_cut_short_whose_days_agree_is_only_told() -> None:
    found = perhaps_one(
        [told("Tập huấn nghiệp vụ", date(2024, 10, 18)), told("Tập huấn nghiệp vụ tự đánh giá", date(2024, 10, 18), 1)]
    )
    assert [one.severity for one in found] == [Severity.INFO]


@pytest.mark.parametrize(
    ("body", "row"),
    [
        ("Kiểm tra giữa học kỳ I trước ngày 10/11/2026.", "22/12/2026\tKiểm tra cuối học kỳ I\tPhó Hiệu trưởng"),
        ("Gửi báo cáo công khai về Phòng trước ngày 15/6/2027.", "30/6/2027\tBáo cáo thường niên\tHiệu trưởng"),
        ("Tập huấn phòng cháy chữa cháy trước ngày 15/10/2026.", "25/10/2026\tTập huấn sơ cấp cứu\tNhân viên y tế"),
        ("Nộp kế hoạch cá nhân trước ngày 15/9/2026.", "20/9/2026\tNộp kế hoạch tổ chuyên môn\tTổ trưởng"),
        ("Kiểm tra chuyên đề tổ Văn ngày 20/10/2026.", "27/10/2026\tKiểm tra chuyên đề tổ Anh\tBan kiểm tra"),
        ("Văn thư nộp báo cáo tháng trước ngày 25/10/2026.", "25/10/2026\tNộp báo cáo phổ cập giáo dục\tVăn thư"),
    ],
)
def test_other_works_that_sound_alike_are_not_asked_about(body: str, row: str) -> None:
    assert asked(body, row) == []


@pytest.mark.parametrize(
    "other",
    [
        told("Tập huấn nghiệp vụ tự đánh giá", date(2024, 12, 20), 1),
        told("Tập huấn nghiệp vụ tự đánh giá", date(2024, 10, 20), 1, ("Tổ Văn",)),
        told("Tập huấn nghiệp vụ tự đánh giá", date(2024, 10, 20)),
        told("Tập huấn nghiệp vụ lần 2", date(2024, 10, 20), 1),
    ],
)
def test_works_months_apart_of_other_people_on_one_side_or_counted_are_not(other: Task) -> None:
    assert perhaps_one([told("Tập huấn nghiệp vụ", date(2024, 10, 18), owners=("Tổ Toán",)), other]) == ()


def test_where_two_works_stand_as_near_nobody_is_asked() -> None:
    rows = [told("Tập huấn nghiệp vụ", date(2024, 10, 18))]
    rows += [told(f"Tập huấn nghiệp vụ {what}", date(2024, 10, 20), 1) for what in ("tự đánh giá", "chấm thi")]
    assert perhaps_one(rows) == ()


def test_thousands_of_rows_ask_nothing() -> None:
    many = [told(f"Kiểm tra hồ sơ {at}", date(2024, 10, 18), 1) for at in range(300)]
    assert perhaps_one([*many, *(told("Kiểm tra hồ sơ", date(2024, 10, 18)) for _ in range(300))]) == ()
