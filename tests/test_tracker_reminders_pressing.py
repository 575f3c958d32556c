"""On 30/11 itself no useful day of “trước 30/11” is left and nothing is late: letters say that it is to be done at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.calendar import WorkingDays, with_points
from schedules.plan import Bound, Due, Precision
from tests.fakes.reminding import School, at
from tests.fakes.wild import wild_school
from tracker.answers.bulletin import Bulletin, Span, group_text
from tracker.reminders.policy import Policy
from tracker.reminders.wording import is_pressing
from tracker.store import people, tasks
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.records import Office, StoredTask

MONDAY = at(2026, 11, 30)
BEFORE = Due("trước ngày 30/11/2026", day=date(2026, 11, 30), precision=Precision.DAY, bound=Bound.BEFORE)
PUBLISHED = at(2026, 11, 2)


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild) as made:
        with transaction(made.db):
            people.ensure(made.db, made.id, "Tổ giám sát", Office.COMMITTEE)
        made.desk = replace(made.desk, policy=Policy())
        for name, address in (("Tổ giám sát", "wild:to"), ("Cô Lan", "wild:lan")):
            made.reach(name, address)
        yield made


def published(school: School, title: str, due: Due | date) -> StoredTask:
    day = due if isinstance(due, date) else date(2026, 11, 30)
    task = school.publish(title, due=day, owner="Cô Lan", published=PUBLISHED)
    if isinstance(due, Due):
        with transaction(school.db):
            changed = replace(task.task, due=with_points(due, school.desk.working_days))
            tasks.change(school.db, task.id, changed, Actor("thử", PUBLISHED))
            school.replan()
    return tasks.by_id(school.db, task.id)


def letters(school: School) -> dict[str, tuple[str, str]]:
    return {one.to: (one.message.draft.letter.subject, one.message.draft.letter.text) for one in school.tick(MONDAY)}


def test_the_letter_of_the_week_lists_it_under_what_presses_and_not_under_what_is_due(school: School):
    late, due = date(2026, 11, 20), date(2026, 12, 4)
    published(school, "Việc ấy", BEFORE), published(school, "Việc trễ", late), published(school, "Việc tuần này", due)
    subject, text = letters(school)["Tổ giám sát"]
    assert "Tuần 30/11–06/12: 1 việc cần xong ngay, 1 việc đến hạn, 1 việc quá hạn" in subject
    pressing = text.index("Cần xong ngay, chưa tính quá hạn:\n- Việc ấy: cần xong ngay – Cô Lan\n")
    assert text.index("Quá hạn:\n- Việc trễ") < pressing < text.index("Cần xong tuần này:\n- Việc tuần này")


def test_who_does_it_reads_so_in_the_subject(school: School):
    published(school, "Việc ấy", BEFORE), published(school, "Việc hôm nay", date(2026, 12, 1))
    subject, text = letters(school)["Cô Lan"]
    assert subject == "Nhắc việc thứ Hai 30/11/2026: 1 việc cần xong ngay, 1 việc sắp đến hạn"
    assert "Hạn: trước thứ Hai 30/11/2026" in text
    assert "– cần xong ngay" in text


@pytest.mark.parametrize("span", Span)
def test_a_group_is_not_sent_to_a_day_that_is_over(school: School, span: Span):
    works = [published(school, "Việc ấy", BEFORE), published(school, "Việc hôm nay", date(2026, 11, 30))]
    text = group_text(works, Bulletin("Trường", MONDAY.date(), span))
    assert "27/11" not in text
    pressing = "Cần xong ngay, chưa tính quá hạn:\n- Việc ấy (hạn: trước thứ Hai 30/11/2026)\n"
    assert f"{pressing}Thứ Hai 30/11/2026:\n- Việc hôm nay" in text


@pytest.mark.parametrize(
    ("due", "days"),
    [
        (BEFORE, [28, 29, 30]),
        (replace(BEFORE, bound=Bound.BY), []),
        (replace(BEFORE, day=date(2026, 11, 27)), [27, 28, 29]),
        (replace(BEFORE, day=date(2026, 11, 28), bound=Bound.BY), [28, 29]),
        (replace(BEFORE, day=date(2026, 11, 28), bound=Bound.DURING), [29]),
        (Due("thường xuyên"), []),
    ],
)
def test_it_presses_from_the_last_useful_day_until_it_is_late(due: Due, days: list[int]):
    """By a Saturday, work should be done on the Friday and is late on the Monday; what takes place then is over after it."""
    pointed = with_points(due, WorkingDays())
    found = [day for day in range(20, 31) if is_pressing(pointed, date(2026, 11, day))]
    assert found == days
