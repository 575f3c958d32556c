"""Which plans a draft may correct: by works, title and days; what is not asked about matters as much."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tracker.review.same_plan import Work, shared

INSPECTION: list[Work] = [
    ("Khảo sát chất lượng học sinh các khối lớp", date(2025, 9, 29)),
    ("Tổ chức hội thi giáo viên dạy giỏi cấp trường", date(2025, 10, 28)),
    ("Báo cáo công khai chất lượng gửi Phòng Giáo dục", date(2025, 11, 15)),
    ("Tập huấn phòng cháy chữa cháy", date(2025, 12, 8)),
    ("Kiểm tra hồ sơ sổ sách các tổ", None),
]
MONTH: list[Work] = [
    ("Họp hội đồng sư phạm", date(2025, 10, 3)),
    ("Sinh hoạt chuyên môn các tổ", date(2025, 10, 15)),
    ("Nộp báo cáo tháng", date(2025, 10, 25)),
]
NEW: list[Work] = [
    ("Quyết toán thu chi quý", date(2025, 12, 20)),
    ("Bầu Ban đại diện cha mẹ học sinh", date(2025, 10, 5)),
    ("Trồng cây đầu xuân", date(2026, 2, 20)),
]
TITLE, MONTHLY, OTHER = "Kế hoạch kiểm tra nội bộ", "Kế hoạch công tác tháng", "Kế hoạch phòng chống bạo lực học đường"


def later(works: list[Work], days: int) -> list[Work]:
    return [(title, day + timedelta(days) if day else None) for title, day in works]


def renamed(works: list[Work]) -> list[Work]:
    return [(title.replace("Tổ chức hội thi", "Tổ chức lại hội thi"), day) for title, day in works]


CORRECTS = [
    pytest.param(INSPECTION, (TITLE, TITLE), 5, id="the same works"),
    pytest.param(renamed(INSPECTION), (TITLE, TITLE), 5, id="a title with another word"),
    pytest.param(INSPECTION[:3], (TITLE, TITLE), 3, id="two works left out"),
    pytest.param([*INSPECTION, *NEW], (TITLE, TITLE), 5, id="three works more"),
    pytest.param([*INSPECTION[:3], *NEW[:2]], (TITLE, TITLE), 3, id="two works instead of two"),
    pytest.param(later(INSPECTION, 14), (TITLE, TITLE), 5, id="all put off by two weeks"),
    pytest.param(later(INSPECTION, 14), (TITLE, ""), 5, id="put off, and a scan that lost the title"),
    pytest.param(INSPECTION, (TITLE, f"{TITLE} (điều chỉnh, bổ sung)"), 5, id="a title that says so"),
    pytest.param(
        [*INSPECTION[:3], *NEW[:2]],
        (TITLE, "Kế hoạch điều chỉnh kế hoạch kiểm tra nội bộ"),
        3,
        id="a title that names it",
    ),
    pytest.param(INSPECTION, (TITLE, OTHER), 5, id="another title, every work the same"),
    pytest.param(later(INSPECTION[:4], 45), (TITLE, TITLE), 4, id="all put off by six weeks"),
]
NOT = [
    pytest.param(INSPECTION[:2], (TITLE, TITLE), id="a plan of a month out of the year's"),
    pytest.param(NEW, (TITLE, TITLE), id="other works"),
    pytest.param(later(INSPECTION, 364), (TITLE, TITLE), id="the next year's, whose year nobody wrote"),
    pytest.param(later(INSPECTION, 120), (TITLE, TITLE), id="held again four months later"),
    pytest.param(INSPECTION, (f"{TITLE} học kỳ I", f"{TITLE} học kỳ II"), id="titles of two terms"),
    pytest.param([*INSPECTION[:3], *NEW[:2]], (TITLE, OTHER), id="another title, most works the same"),
    pytest.param([], (TITLE, TITLE), id="no works at all"),
]


@pytest.mark.parametrize(("new", "titles", "count"), CORRECTS)
def test_it_may_correct_the_plan(new: list[Work], titles: tuple[str, str], count: int) -> None:
    assert shared(INSPECTION, new, titles) == count


@pytest.mark.parametrize(("new", "titles"), NOT)
def test_it_is_another_plan(new: list[Work], titles: tuple[str, str]) -> None:
    assert shared(INSPECTION, new, titles) == 0


def test_the_next_month_s_plan_is_another_and_this_month_s_copy_is_not() -> None:
    assert shared(MONTH, later(MONTH, 31), (MONTHLY, MONTHLY)) == 0
    assert shared(MONTH, later(MONTH, 4), (MONTHLY, MONTHLY)) == 3


def test_one_work_in_common_tells_nothing() -> None:
    assert shared(INSPECTION[:1], INSPECTION[:1], (TITLE, TITLE)) == 0
    assert shared(INSPECTION[:2], INSPECTION[:2], (TITLE, TITLE)) == 2


def test_works_of_one_name_are_counted_once_each() -> None:
    rounds: list[Work] = [("Kiểm tra đột xuất", date(2025, month, 5)) for month in (9, 10, 11)]
    assert shared(rounds, [*rounds, rounds[0], rounds[0]], (TITLE, TITLE)) == 3
