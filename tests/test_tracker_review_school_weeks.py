"""What a school said once about “tuần k” counts for its next plan too, where that plan's own dates do not tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.fakes.review_clerk import PAGE, Clerk, clerk_with
from tests.test_tracker_review_applying import TWICE
from tests.test_tracker_web_review_weeks import WEEKS
from tracker.plan_reading import PlanReader
from tracker.web.site import national_calendar

SECOND = WEEKS.replace("1/KH-THCS", "2/KH-THCS").replace("Hội thi", "Ngày hội")
SECOND_PAGE = "/ke-hoach/2/duyet"


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    clerk = clerk_with(tmp_path / "data", WEEKS)
    clerk.presses("cach-tinh-tuan", rule="blocks")
    return clerk


def brings(clerk: Clerk, text: str) -> dict[str, object]:
    clerk.keep(PlanReader(national_calendar()).read_bytes(text.encode(), "ke-hoach.txt"), publish=False)
    return clerk.get("/api/plans/2/review").json()


def weeks_of(clerk: Clerk) -> str:
    return html.fromstring(clerk.get(SECOND_PAGE).text).xpath("string(//*[@id='cach-tinh-tuan']/summary)")


def test_the_next_plan_is_read_by_the_school_s_answer_and_says_so(clerk: Clerk) -> None:
    review = brings(clerk, SECOND)
    assert review["week_rule"] == "blocks"
    told = weeks_of(clerk)
    assert "như trường đã chọn ở " in told
    assert "1/KH-THCS" in told
    assert "Vừa làm: tính tuần theo" in clerk.get(SECOND_PAGE).text
    days = {title: one.task.due.day for title, one in clerk.stored().items()}
    assert str(days["Khảo sát đầu năm"]) == "2023-10-21"


def test_it_can_be_undone_and_changed(clerk: Clerk) -> None:
    brings(clerk, SECOND)
    clerk.press(f"{SECOND_PAGE}/cach-tinh-tuan", on=SECOND_PAGE, revision="1", rule="thursday")
    review = clerk.get("/api/plans/2/review").json()
    assert (review["week_rule"], weeks_of(clerk)) == ("thursday", "")
    for _ in range(2):
        clerk.press(f"{SECOND_PAGE}/hoan-tac", on=SECOND_PAGE, revision="1")
    assert clerk.get("/api/plans/2/review").json()["week_rule"] is None


def test_a_later_answer_moves_no_plan_that_took_the_earlier_one(clerk: Clerk) -> None:
    brings(clerk, SECOND)
    clerk.presses("cach-tinh-tuan", rule="thursday")
    assert clerk.get("/api/plans/2/review").json()["week_rule"] == "blocks"


def test_a_plan_whose_own_dates_tell_is_read_by_them(clerk: Clerk) -> None:
    told = TWICE.replace("TRƯỜNG MẦM NON HOA BAN", "TRƯỜNG THCS HOA BAN\nSố: 2/KH-THCS")
    assert brings(clerk, told)["week_rule"] is None


def test_one_date_that_gainsays_the_answer_asks_again(clerk: Clerk) -> None:
    dated = "\n| Tháng | Nội dung | Thời gian |\n| 9 | Rà soát hồ sơ các lớp | Tuần 3 |\n"
    body = "4. Rà soát hồ sơ các lớp. (Hoàn thành ngày 23/9/2023).\n"
    review = brings(clerk, SECOND + body + dated)
    assert review["week_rule"] is None


def test_another_school_is_asked_itself(clerk: Clerk) -> None:
    assert brings(clerk, SECOND.replace("THCS HOA BAN", "THCS HOA SEN"))["week_rule"] is None


def test_an_answer_taken_back_is_no_answer(clerk: Clerk) -> None:
    clerk.presses("hoan-tac")
    assert brings(clerk, SECOND)["week_rule"] is None


def test_the_first_plan_itself_says_nothing_of_another(clerk: Clerk) -> None:
    assert "như trường đã chọn" not in clerk.get(PAGE).text
