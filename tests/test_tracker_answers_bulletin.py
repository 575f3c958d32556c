"""The text for the school's group: what is due, short enough to paste, nobody named unless asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from schedules.plan import Bound
from tests.conftest import due_on, make_task
from tests.fakes.feed_school import stored
from tests.fakes.visitor import visitor_with
from tracker.answers.bulletin import LONGEST, Bulletin, Span, group_text
from tracker.cli import tracker
from tracker.store.records import TaskState

MONDAY = date(2023, 9, 18)
DAY = Bulletin("Trường Mầm non Hoa Ban", MONDAY, Span.DAY, staff=("Nguyễn Thị Hoà",))
WEEK = replace(DAY, span=Span.WEEK)


def work(title: str, day: date, number: int = 1, **more: object):
    return stored(title, day, id=f"viec-{number}", position=number, **more)


def test_a_day_tells_today_and_tomorrow():
    tasks = [work("Khảo sát", MONDAY), work("Họp tổ", date(2023, 9, 19), 2), work("Hội thi", date(2023, 9, 20), 3)]
    assert group_text(tasks, DAY) == (
        "VIỆC THỨ HAI 18/9/2023\nTrường Mầm non Hoa Ban\n\nThứ Hai 18/9/2023:\n- Khảo sát\nThứ Ba 19/9/2023:\n- Họp tổ"
    )


def test_a_week_goes_from_monday_to_sunday():
    days = [date(2023, 9, 17), date(2023, 9, 22), date(2023, 9, 24), date(2023, 9, 26)]
    text = group_text([work(f"Việc {day.day}", day, day.day) for day in days], replace(WEEK, today=date(2023, 9, 16)))
    assert "VIỆC TUẦN 11/9–17/9/2023" in text
    assert "Việc 17" in text
    assert "Việc 22" not in text


def test_work_due_on_a_day_off_stands_under_the_working_day_before():
    text = group_text([work("Niêm yết", date(2023, 9, 23))], WEEK)
    assert "Thứ Sáu 22/9/2023:\n- Niêm yết (hạn: chậm nhất thứ Bảy 23/9/2023)" in text


def test_what_takes_place_on_a_day_off_stands_under_that_day():
    held = replace(due_on(date(2023, 9, 23)), start=date(2023, 9, 23), bound=Bound.DURING)
    one = work("Hội thao", date(2023, 9, 23))
    text = group_text([replace(one, task=replace(one.task, due=held))], WEEK)
    assert "Thứ Bảy 23/9/2023:\n- Hội thao (đúng vào ngày nghỉ)" in text


def test_nobody_is_named_unless_asked():
    task = work("Cô Nguyễn Thị Hoà nộp báo cáo", MONDAY)
    assert "Hoà" not in group_text([task], DAY)
    assert "– Nguyễn Thị Hoà" in group_text([task], replace(DAY, leads={task.id: ("Nguyễn Thị Hoà",)}))


def test_overdue_work_is_counted_not_listed():
    text = group_text([work("Bí mật của một người", MONDAY - timedelta(days=7))], DAY)
    assert "Quá hạn chưa xong: 1 việc" in text
    assert "Bí mật" not in text


def test_a_day_without_work_says_so_before_the_overdue_is_counted():
    late = [work("Nộp báo cáo", MONDAY - timedelta(days=7))]
    assert group_text(late, DAY).split("\n")[2:] == [
        "",
        "Hôm nay và ngày mai không có việc đến hạn.",
        "",
        "Quá hạn chưa xong: 1 việc; mỗi người xem tin nhắc riêng của mình.",
    ]
    assert "Tuần này không còn việc nào đến hạn." in group_text(late, WEEK)


@pytest.mark.parametrize("more", [{"state": TaskState.DONE}, {"state": TaskState.CANCELLED}, {"published": False}])
def test_what_is_done_dropped_or_a_draft_is_not_told(more):
    assert group_text([work("Khảo sát", MONDAY, **more)], DAY) == ""


def test_a_long_week_still_fits_one_message():
    tasks = [work(f"Việc rất dài số {number} " * 4, MONDAY, number) for number in range(60)]
    text = group_text(tasks, WEEK)
    assert len(text) <= LONGEST
    shown = text.count("\n- ")
    assert f"và {60 - shown} việc khác." in text


def test_the_page_and_the_command_give_the_same_text(tmp_path: Path):
    day = date(2023, 9, 18)
    visitor = visitor_with(tmp_path / "data", make_task("Khảo sát trẻ", day, owners=("Cô Lan",)))
    page = visitor.get("/ban-tin?tuan=1").text
    ran = CliRunner().invoke(tracker, ["--data", str(visitor.folder), "bulletin", "--week", "--on", "2023-09-18"])
    assert ran.exit_code == 0
    assert ran.stdout.strip() in page
    assert "Cô Lan" not in page
    assert "– Cô Lan" in visitor.get("/ban-tin?ten=1").text
