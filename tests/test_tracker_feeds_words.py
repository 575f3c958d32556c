"""The line and the text of an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from schedules.plan import Bound, Due, Origin, Precision
from tests.conftest import due_on
from tests.fakes.feed_school import NOW, stored
from tracker.feeds.view import FeedView
from tracker.feeds.words import SUMMARY_LENGTH, categories, description, summary
from tracker.store.feeds import FeedKind
from tracker.store.records import TaskState

DAY = date(2023, 9, 25)
VIEW = FeedView(FeedKind.SCHOOL, "Kế hoạch", date(2023, 9, 20), plans={1: "Kế hoạch số 12/KH-MNHB"})
COMMITTEE = replace(VIEW, kind=FeedKind.COMMITTEE)
PUBLIC = replace(VIEW, kind=FeedKind.PUBLIC, people=("Nguyễn Thị Hoà",))


@pytest.mark.parametrize(
    ("due", "lead"),
    [
        (due_on(DAY), ""),
        (due_on(DAY, bound=Bound.BEFORE), "Trước 25/9: "),
        (replace(due_on(DAY, bound=Bound.BEFORE), hour=time(16, 30)), "Trước 16:30: "),
        (replace(due_on(DAY, bound=Bound.BEFORE), precision=Precision.MONTH), ""),
        (due_on(DAY, start=date(2023, 9, 19)), ""),
        (due_on(DAY, start=date(2023, 9, 1)), "Hạn chót: "),
    ],
)
def test_the_line_is_led_by_what_must_not_be_missed(due: Due, lead: str) -> None:
    assert summary(VIEW, stored("Nộp báo cáo", due=due)) == f"{lead}Nộp báo cáo"


@pytest.mark.parametrize(
    ("view", "state", "line"),
    [
        (VIEW, TaskState.DONE, "✓ Nộp báo cáo"),
        (VIEW, TaskState.CHECKED, "✓ Nộp báo cáo"),
        (COMMITTEE, TaskState.DONE, "✓ Chờ kiểm tra: Nộp báo cáo"),
        (COMMITTEE, TaskState.CHECKED, "✓ Nộp báo cáo"),
        (VIEW, TaskState.CANCELLED, "Đã hủy: Nộp báo cáo"),
    ],
)
def test_the_line_says_where_the_work_stands(view: FeedView, state: TaskState, line: str) -> None:
    assert summary(view, stored("Nộp báo cáo", state=state)) == line


@pytest.mark.parametrize(
    ("view", "line"), [(VIEW, "✓ Trước 25/9: Nộp báo cáo"), (COMMITTEE, "✓ Chờ kiểm tra: Trước 25/9: Nộp báo cáo")]
)
def test_what_is_done_keeps_the_words_of_its_deadline(view: FeedView, line: str) -> None:
    done = stored("Nộp báo cáo", due=due_on(DAY, bound=Bound.BEFORE), state=TaskState.DONE)
    assert summary(view, done) == line


def test_a_proposal_is_visibly_one() -> None:
    proposed = stored("Rà soát", origin=Origin.CHECKPOINT)
    assert summary(VIEW, proposed) == "Đề xuất: Rà soát"
    assert categories(VIEW, proposed.task) == ["Mốc đề xuất"]


def test_a_long_title_is_cut_on_the_line_and_whole_in_the_text() -> None:
    title = "Hoàn thiện hồ sơ minh chứng " * 10
    one = stored(title)
    assert len(summary(VIEW, one)) <= SUMMARY_LENGTH
    assert description(VIEW, one).startswith(title.strip())


def test_the_text_tells_days_people_quote_and_plan() -> None:
    one = stored(
        "Nộp báo cáo",
        due=due_on(DAY, bound=Bound.BEFORE),
        owners=("Hiệu trưởng",),
        helpers=("Tổ Lá", "Tổ Mầm"),
        criterion="1.1",
        expected="Báo cáo có dấu",
    )
    assert description(VIEW, one).split("\n") == [
        "Hạn: trước thứ Hai 25/9/2023 (người duyệt ghi: “25/09/2023”; kế hoạch viết: “06/10/2023”)",
        "Nên xong muộn nhất: thứ Sáu 22/9/2023",
        "Chủ trì: Hiệu trưởng",
        "Phối hợp: Tổ Lá, Tổ Mầm",
        "Tiêu chí: 1.1",
        "Kết quả cần có: Báo cáo có dấu",
        "Kế hoạch viết: “- Nộp báo cáo: 06/10/2023”",
        "Nguồn: Kế hoạch số 12/KH-MNHB",
    ]


def test_what_takes_place_on_a_day_off_need_not_be_done_before_it() -> None:
    sunday = replace(due_on(date(2023, 9, 24), bound=Bound.DURING), start=date(2023, 9, 24))
    held, handed_in = stored(due=sunday), stored(due=sunday)
    held = replace(held, task=replace(held.task, title="Hội thao"))
    text = description(VIEW, held)
    assert "Việc này đúng vào ngày nghỉ" in text
    assert "Nên xong" not in text
    text = description(VIEW, handed_in)
    assert handed_in.task.title == "Nộp báo cáo"
    assert "Nên xong muộn nhất: thứ Sáu 22/9/2023" in text
    assert "đúng vào ngày nghỉ" not in text


def test_the_text_of_done_work_says_when_and_no_longer_urges() -> None:
    text = description(VIEW, stored(state=TaskState.DONE, done_at=NOW, due=due_on(DAY, bound=Bound.BEFORE)))
    assert "Đã xong: thứ Hai 18/9/2023" in text
    assert "Nên xong" not in text


def test_a_task_of_the_law_is_not_said_to_be_quoted_from_the_plan() -> None:
    text = description(VIEW, stored(origin=Origin.LAW, citation="Điều 5 Thông tư 09/2024/TT-BGDĐT"))
    assert "Căn cứ: Điều 5 Thông tư 09/2024/TT-BGDĐT" in text
    assert "Kế hoạch viết" not in text


def test_the_public_text_tells_what_when_and_by_which_rule_and_nobody() -> None:
    one = stored("Công khai (đ/c Hoà)", DAY, owners=("Nguyễn Thị Hoà",), citation="Thông tư 09/2024", public=True)
    assert summary(PUBLIC, one) == "Công khai"
    assert description(PUBLIC, one).split("\n") == [
        "Hạn: chậm nhất thứ Hai 25/9/2023 (nguyên văn: “25/09/2023”)",
        "Căn cứ: Thông tư 09/2024",
    ]


def test_a_public_task_that_was_nothing_but_a_name_still_has_a_line() -> None:
    assert summary(PUBLIC, stored("(đ/c Hoà)", DAY, public=True)) == "Việc theo kế hoạch"
