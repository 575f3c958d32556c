"""Weekly work left undone: one entry a week with every week that is open, one page that leads to each, no flood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from schedules.plan import Recurrence
from tests.fakes.reminding import School, at
from tests.fakes.wild import watched_school
from tracker.reminders.account import Told
from tracker.reminders.actions import ask_extension, snooze
from tracker.reminders.times import days_words
from tracker.store import people, tasks
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState

MONDAYS = [date(2023, 10, day) for day in (2, 9, 16)]


@pytest.fixture
def school(tmp_path, wild):
    """A school whose Cô Lan leads a meeting of every Monday, three times of it past, and no later one."""
    with watched_school(tmp_path, wild) as made:
        made.publish("Họp giao ban", due=MONDAYS[0], owner="Cô Lan")
        first = tasks.of_school(made.db, made.id)[0]
        with transaction(made.db):
            tasks.change(made.db, first.id, replace(first.task, due=weekly(first)), Actor("thử", at(2023, 9, 5)))
            for day in MONDAYS[1:]:
                moved = replace(first.task, due=weekly(first, day))
                later = StoredTask(f"{first.id}-{day}", first.plan_id, 0, moved, TaskState.OPEN, 0, 0, at(2023, 9, 5))
                tasks.add(made.db, replace(later, published_at=at(2023, 9, 5), repeats=first.id))
                people.assign(made.db, later.id, [(made.person("Cô Lan").id, Part.LEAD)])
            made.replan()
        yield made


def weekly(one: StoredTask, day: date | None = None):
    days = (day or one.task.due.day or MONDAYS[0]) - MONDAYS[0]
    moved = {name: getattr(one.task.due, name) + days for name in ("day", "remind_by", "late_from")}
    return replace(one.task.due, **moved, recurrence=Recurrence.WEEKLY)


def letters(school: School, now: datetime, who: str = "Cô Lan"):
    return [one.message.draft.letter for one in sent(school, now, who)]


def sent(school: School, now: datetime, who: str = "Cô Lan") -> list[Told]:
    return [one for one in school.tick(now) if one.to == who]


def told_until(school: School, last: date) -> dict[date, list]:
    day, found = date(2023, 9, 25), {}
    while day <= last:
        found[day] = letters(school, at(day.year, day.month, day.day))
        day += timedelta(days=1)
    return found


def test_one_entry_a_week_names_every_week_that_is_open_until_all_are_done(school: School):
    told = told_until(school, date(2023, 11, 13))
    monday = told[date(2023, 11, 6)]
    assert len(monday) == 1
    assert monday[0].text.count("Họp giao ban") == 1
    assert "1. Họp giao ban" in monday[0].text
    assert "16/10/2023, hằng tuần" in monday[0].text
    assert "Các lần trước cũng chưa báo xong: 2/10 và 9/10/2023" in monday[0].text
    assert "Nhắc việc: Họp giao ban – 3 lần quá hạn" in monday[0].subject
    quiet = [day for day in told if day > date(2023, 10, 20) and day.weekday() != 0]
    assert not [day for day in quiet if told[day]]
    assert all(told[day] for day in (date(2023, 10, 23), date(2023, 10, 30), date(2023, 11, 13)))


def test_what_was_done_leaves_the_entry_and_the_last_one_ends_it(school: School):
    told_until(school, date(2023, 10, 27))
    times = sorted(tasks.of_school(school.db, school.id), key=lambda one: one.task.due.day)
    school.move(times[2], TaskState.DONE)
    (letter,) = letters(school, at(2023, 10, 30))
    assert "9/10/2023, hằng tuần" in letter.text
    assert "\n   Lần trước cũng chưa báo xong: 2/10/2023\n" in letter.text
    for one in times[:2]:
        school.move(one, TaskState.DONE)
    assert letters(school, at(2023, 11, 6)) == []


def test_a_time_put_off_or_asked_about_is_told_by_itself(school: School):
    told_until(school, date(2023, 10, 27))
    first, second, _ = sorted(tasks.of_school(school.db, school.id), key=lambda one: one.task.due.day)
    lan, actor = school.person("Cô Lan").id, Actor("Cô Lan", at(2023, 10, 27, "10:00"))
    snooze(school.db, first.id, lan, date(2023, 11, 3), actor)
    ask_extension(school.db, second.id, lan, date(2023, 11, 10), actor)
    (message,) = sent(school, at(2023, 10, 30))
    letter = message.message.draft.letter
    assert "Các lần trước" not in letter.text
    assert letter.text.count("Họp giao ban\n") == 2
    assert "Đang chờ trả lời xin thêm thời gian" in letter.text
    assert set(message.tasks) == {one.id for one in tasks.of_school(school.db, school.id)} - {first.id}


def test_overseers_read_one_line_of_it_and_count_every_time(school: School):
    told_until(school, date(2023, 10, 29))
    (letter,) = letters(school, at(2023, 10, 30), "Tổ giám sát")
    assert "3 việc quá hạn" in letter.subject
    line = "- Họp giao ban: 3 lần quá hạn (2/10, 9/10 và 16/10/2023), lâu nhất 28 ngày – Cô Lan"
    assert line in letter.text
    assert letter.text.count("Họp giao ban") == 1


def test_works_of_other_rhythms_keep_an_entry_each(school: School):
    with transaction(school.db):
        for one in tasks.of_school(school.db, school.id):
            due = replace(one.task.due, recurrence=Recurrence.MONTHLY)
            tasks.change(school.db, one.id, replace(one.task, due=due), Actor("thử", at(2023, 9, 6)))
        school.replan()
    told_until(school, date(2023, 10, 29))
    (letter,) = letters(school, at(2023, 10, 30))
    assert letter.text.count("Họp giao ban\n") == 3


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([date(2026, 11, 23)], "23/11/2026"),
        ([date(2027, 1, 4), date(2026, 12, 28), date(2026, 12, 21)], "21/12, 28/12/2026 và 4/1/2027"),
        (
            [date(2026, 9, 7) + timedelta(days=7 * number) for number in range(10)],
            "21/9, 28/9, 5/10, 12/10, 19/10, 26/10, 2/11 và 9/11/2026, 2 lần trước nữa",
        ),
    ],
)
def test_days_are_told_in_a_row_the_newest_of_many(days, words):
    assert days_words(days) == words
