"""Weekly work with a last day says it wherever its next time stands: on the plan's page, the board and its own page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from schedules.plan import Bound, Due, Precision, Recurrence
from tests.conftest import NOW
from tests.fakes.review_clerk import Clerk, clerk_with
from tracker.moving import NewDays, moved
from tracker.plan_reading import PlanReader
from tracker.spoken import due_words
from tracker.store.history import Actor
from tracker.web.site import national_calendar

PLAN = """TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB
Hoa Ban, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Khảo thí và kiểm định chất lượng giáo dục năm học 2023-2024
1. Cô Lan tập huấn giáo viên hằng tuần từ ngày 28/9/2023 đến ngày 26/10/2023.
2. Cô Hà nộp báo cáo vào ngày 20 hằng tháng.
"""
SPAN = ", hằng tuần đến 26/10"


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
    assert first_fact(clerk, path) == f"từ 28/9 đến Chủ nhật 1/10/2023{SPAN}"


def test_the_page_of_the_work_tells_it_too(clerk: Clerk) -> None:
    task = next(one for one in clerk.tasks() if "ập huấn" in one.task.title)
    page = html.fromstring(clerk.get(f"/viec/{task.id}").text)
    assert page.xpath("string(//p[@class='due'])").endswith(SPAN)


def test_work_without_a_last_day_is_told_as_before(clerk: Clerk) -> None:
    task = next(one for one in clerk.tasks() if "báo cáo" in one.task.title)
    assert due_words(task.task.due) == "thứ Tư 20/9/2023, hằng tháng"


def test_a_stretch_over_the_new_year_names_the_other_year() -> None:
    day = date(2023, 12, 28)
    time = Due("", day, day, Precision.DAY, Bound.DURING, Recurrence.WEEKLY, until=date(2024, 1, 25))
    assert due_words(time) == "thứ Năm 28/12/2023, hằng tuần đến 25/1/2024"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("ngày 5/1/2024", "thứ Sáu 5/1/2024"),
        ("từ 5/10 đến 20/10", "từ 5/10 đến thứ Sáu 20/10/2023"),
        ("thứ Sáu hằng tuần từ 5/10 đến 20/12", "thứ Sáu 6/10/2023, hằng tuần đến 20/12"),
        ("hằng tháng từ tháng 10 đến tháng 5", "từ 1/10 đến thứ Ba 31/10/2023, hằng tháng đến 31/5/2024"),
    ],
)
def test_what_a_reviewer_typed_has_its_own_end_and_none_of_the_plans(tmp_path: Path, given: str, told: str) -> None:
    clerk = clerk_with(tmp_path / "data", PLAN)
    (task,) = (one for one in clerk.tasks() if "ập huấn" in one.task.title)
    clerk.presses("han", task=task.id, words=given, sure="1")
    (task,) = (one for one in clerk.tasks() if one.id == task.id)
    assert due_words(task.task.due) == told


def test_a_time_moved_once_still_tells_until_when_the_work_comes_again(clerk: Clerk) -> None:
    task = next(one for one in clerk.tasks() if "ập huấn" in one.task.title)
    to, actor = NewDays(date(2023, 10, 3)), Actor("Văn thư", NOW, "họp")
    assert due_words(moved(task, to, actor)).endswith(SPAN)


def test_the_page_of_a_work_names_the_times_that_were_over_when_it_was_published(tmp_path: Path) -> None:
    late = Clerk(tmp_path / "data", clock=lambda: NOW.replace(month=11, day=22))
    late.keep(PlanReader(national_calendar()).read_bytes(PLAN.encode(), "ke-hoach.txt"), publish=False)
    late.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    of = {name: next(one for one in late.tasks() if name in one.task.title) for name in ("báo cáo", "ập huấn")}
    monthly = html.fromstring(late.get(f"/viec/{of['báo cáo'].id}").text).xpath("string(//*[@id='khong-lap'])")
    assert monthly.startswith("thứ Sáu 20/10/2023 · thứ Hai 20/11/2023 (đã qua khi kế hoạch phát hành")
    weekly = html.fromstring(late.get(f"/viec/{of['ập huấn'].id}").text).xpath("string(//*[@id='khong-lap'])")
    assert weekly.startswith("4 lần từ Chủ nhật 8/10/2023 đến thứ Năm 26/10/2023")


def test_a_work_published_in_time_names_none(clerk: Clerk) -> None:
    assert all("khong-lap" not in clerk.get(f"/viec/{task.id}").text for task in clerk.tasks())
