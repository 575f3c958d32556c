"""A clause counted from what has no day, beside a dated work: a duty that asks for its day, and no words of the work."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.typed_plan import plan_of


def read(line):
    plan = plan_of(f"1. {line}\n")
    asked = [finding.quotes[0] for finding in plan.findings if finding.rule == "chua-hieu-thoi-gian"]
    return [(task.title, task.due.day) for task in plan.tasks], [duty.title for duty in plan.duties], asked


@pytest.mark.parametrize(
    ("line", "work", "duty", "asked"),
    [
        (
            "Tổ chức thi ngày 20/11/2024; thanh quyết toán trong vòng 10 ngày sau khi kết thúc hội thi.",
            ("Tổ chức thi", date(2024, 11, 20)),
            "Thanh quyết toán",
            "thanh quyết toán trong vòng 10 ngày sau khi kết thúc hội thi",
        ),
        (
            "Tổng kết hội thi chậm nhất 7 ngày sau khi thi; báo cáo kết quả trước 05/12/2024.",
            ("Báo cáo kết quả", date(2024, 12, 5)),
            "Tổng kết hội thi",
            "Tổng kết hội thi chậm nhất 7 ngày sau khi thi",
        ),
        (
            "Nộp hồ sơ về văn phòng chậm nhất ngày 20/11/2024; lưu minh chứng trong tuần kế tiếp.",
            ("Nộp hồ sơ về văn phòng", date(2024, 11, 20)),
            "Lưu minh chứng",
            "lưu minh chứng trong tuần kế tiếp",
        ),
    ],
)
def test_a_clause_without_a_day_to_count_from_is_a_duty_that_asks(line, work, duty, asked):
    assert read(line) == ([work], [duty], [asked])


def test_who_acts_in_the_sentence_has_the_duty():
    plan = plan_of(
        "1. Kế toán tạm ứng trước ngày 10/12/2024; thanh quyết toán trong vòng 10 ngày sau khi kết thúc thi.\n"
    )
    assert [duty.owners for duty in plan.duties] == [("Kế toán",)]


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("Nộp báo cáo trước ngày 20/11/2024; hồ sơ gồm 2 bộ.", ["Nộp báo cáo; hồ sơ gồm 2 bộ"]),
        ("Tổ chức thi ngày 20/11/2024; báo cáo kết quả trước 05/12/2024.", ["Tổ chức thi", "Báo cáo kết quả"]),
        (
            "Thi ngày 20/11/2024; nộp báo cáo chậm nhất 5 ngày kể từ ngày 25/11/2024.",
            ["Thi", "Nộp báo cáo"],
        ),
    ],
)
def test_other_clauses_stay_as_they_were(line, titles):
    works, duties, asked = read(line)
    assert ([title for title, _ in works], duties, asked) == (titles, [], [])
