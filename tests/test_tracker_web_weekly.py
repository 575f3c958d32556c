"""Weekly work with a last day says it wherever its next time stands: on the plan's page, the board and its own page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from schedules.plan import Bound, Due, Mention, Place, Precision, Recurrence, Task
from tests.fakes.review_clerk import Clerk, clerk_with
from tracker.spoken import work_words

PLAN = """TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB
Hoa Ban, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Khảo thí và kiểm định chất lượng giáo dục năm học 2023-2024
1. Cô Lan tập huấn giáo viên hằng tuần từ ngày 28/9/2023 đến ngày 26/10/2023.
2. Cô Hà nộp báo cáo vào ngày 20 hằng tháng.
"""
SPAN = "(cả đợt từ 28/9 đến 26/10, hằng tuần)"
STRETCH = Due("hằng tuần từ 21/12 đến 25/1", date(2023, 12, 21), date(2024, 1, 25), recurrence=Recurrence.WEEKLY)


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    clerk = clerk_with(tmp_path / "data", PLAN)
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    return clerk


def first_fact(clerk: Clerk, path: str) -> str:
    return html.fromstring(clerk.get(path).text).xpath(
        "string(//li[a[contains(., 'ập huấn giáo viên')]]/p[@class='facts']/span[1])"
    )


@pytest.mark.parametrize("path", ["/", "/ke-hoach/1"])
def test_lists_tell_the_first_time_and_the_last_day(clerk: Clerk, path: str) -> None:
    assert first_fact(clerk, path) == f"từ 28/9 đến Chủ nhật 1/10/2023 {SPAN}"


def test_the_page_of_the_work_tells_it_too(clerk: Clerk) -> None:
    task = next(one for one in clerk.tasks() if "ập huấn" in one.task.title)
    page = html.fromstring(clerk.get(f"/viec/{task.id}").text)
    assert page.xpath("string(//p[@class='due'])").endswith(SPAN)


def test_work_without_a_last_day_is_told_as_before(clerk: Clerk) -> None:
    task = next(one for one in clerk.tasks() if "báo cáo" in one.task.title)
    assert work_words(task.task) == "thứ Tư 20/9/2023, hằng tháng"


def test_a_stretch_over_the_new_year_names_the_other_year() -> None:
    mention = Mention("Tập huấn hằng tuần từ 21/12 đến 25/1", Place(), STRETCH)
    day = date(2023, 12, 28)
    time = Due(STRETCH.words, day, day, Precision.DAY, Bound.DURING, Recurrence.WEEKLY)
    assert work_words(Task("Tập huấn", time, (mention,))) == (
        "thứ Năm 28/12/2023 (cả đợt từ 21/12/2023 đến 25/1/2024, hằng tuần)"
    )


def test_a_day_the_reviewer_gave_has_no_end_of_the_plans() -> None:
    mention = Mention("Tập huấn hằng tuần từ 21/12 đến 25/1", Place(), STRETCH)
    given = Due("ngày 5/1/2024", day=date(2024, 1, 5), bound=Bound.DURING)
    assert work_words(Task("Tập huấn", given, (mention,))) == "thứ Sáu 5/1/2024"
