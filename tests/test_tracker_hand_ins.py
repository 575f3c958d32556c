"""What is handed in on a day off is to be done on the last working day before it, and every place says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.calendar import WorkingDays, with_points
from schedules.plan import Bound, Due, Precision, Task
from tests.fakes.reminding import School, at, running_school
from tracker.hand_ins import acted_on, left_of
from tracker.spoken import due_words, is_off
from tracker.store import tasks
from tracker.store.history import Actor

SUNDAY = with_points(
    Due("ngày 20/12/2026", date(2026, 12, 20), date(2026, 12, 20), Precision.DAY, Bound.DURING), WorkingDays()
)
LETTERS = [
    (date(2026, 12, 11), "còn 7 ngày, nên xong trong thứ Sáu 18/12/2026"),
    (date(2026, 12, 17), "nên xong trong ngày mai"),
    (date(2026, 12, 18), "nên xong ngay hôm nay"),
    (date(2026, 12, 21), "quá hạn 1 ngày"),
]


@pytest.mark.parametrize(("today", "words"), LETTERS)
@pytest.mark.parametrize(
    "title", ["Nộp báo cáo ngoại khóa", "Hoàn thành hồ sơ", "Cô Hoa nộp sáng kiến", "Gửi công văn"]
)
def test_a_hand_in_is_told_by_its_last_working_day(title: str, today: date, words: str):
    assert left_of(Task(title, SUNDAY, owners=("Cô Hoa",)), today) == words


@pytest.mark.parametrize(
    "title", ["Hội thao", "Tổ chức ngoại khóa", "Trình diễn thời trang", "Báo cáo chuyên đề STEM", "Họp, nộp báo cáo"]
)
def test_an_event_keeps_its_day(title: str):
    task = Task(title, SUNDAY)
    assert left_of(task, date(2026, 12, 18)) == "2 ngày nữa, đúng vào ngày nghỉ"
    assert acted_on(task) is task.due


def test_some_days_off_in_which_to_hand_in_are_not_over_before_they_begin():
    weekend = with_points(replace(SUNDAY, start=date(2026, 12, 19)), WorkingDays())
    assert is_off(acted_on(Task("Nộp hồ sơ", weekend)))


def test_the_day_itself_is_said_as_before():
    assert due_words(Task("Nộp báo cáo", SUNDAY).due) == "Chủ nhật 20/12/2026"


def test_the_letter_of_the_last_working_day_says_so_and_why(tmp_path):
    with running_school(tmp_path) as school:
        letters = {day: _letter(school, day) for day in (date(2026, 12, 11), date(2026, 12, 18))}
    assert "còn 7 ngày, nên xong trong thứ Sáu 18/12/2026 (19/12 – 20/12 cuối tuần)" in letters[date(2026, 12, 11)]
    assert "nên xong ngay hôm nay (19/12 – 20/12 cuối tuần)" in letters[date(2026, 12, 18)]


def _letter(school: School, day: date) -> str:
    if not tasks.of_school(school.db, school.id):
        task = school.publish("Nộp báo cáo", due=date(2026, 12, 20), owner="Cô Hoa", published=at(2026, 12, 1))
        tasks.change(school.db, task.id, replace(task.task, due=SUNDAY), Actor("thử", at(2026, 12, 1)))
        school.replan()
    (told,) = school.tick(at(day.year, day.month, day.day))
    return told.message.draft.letter.text
