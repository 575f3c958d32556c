"""A plan of one month says what comes again in that month: the next month has a plan of its own."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.planning import understand
from schedules.reading import read_text
from tests.fakes.recurring import CALENDAR, PLAN, days, publish, tick_at
from tests.fakes.reminding import at
from tracker.spoken import due_words
from tracker.store.database import open_database

DECEMBER = PLAN.replace("KIỂM TRA NỘI BỘ\nNăm học 2023-2024", "CÔNG TÁC THÁNG 12 NĂM 2023").replace(
    "ngày 12 tháng 9 năm 2023", "ngày 28 tháng 11 năm 2023"
)
SIGNED = at(2023, 11, 28)
MONDAYS = "vào thứ Hai hằng tuần"


@pytest.fixture
def db(tmp_path):
    with open_database(tmp_path) as opened:
        yield opened


def due_of(when: str, text: str = DECEMBER):
    first, *_ = understand(read_text(text.format(when=when), "ke-hoach.txt"), CALENDAR).tasks
    return first.due


def test_weekly_work_comes_each_week_of_the_month_and_no_longer(db):
    publish(db, MONDAYS, SIGNED, DECEMBER)
    tick_at(db, at(2024, 3, 1))
    assert days(db) == [date(2023, 12, day) for day in (4, 11, 18, 25)]


def test_monthly_work_of_a_plan_of_one_month_is_one_time(db):
    publish(db, "vào ngày 20 hằng tháng", SIGNED, DECEMBER)
    tick_at(db, at(2024, 3, 1))
    assert days(db) == [date(2023, 12, 20)]


def test_the_same_plan_of_a_year_goes_on(db):
    publish(db, MONDAYS)
    tick_at(db, at(2024, 3, 1))
    assert days(db)[-1] == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("when", "until"),
    [
        (MONDAYS, date(2023, 12, 31)),
        ("vào ngày 20 hằng tháng", date(2023, 12, 31)),
        ("hằng tuần từ ngày 04/12/2023 đến ngày 19/01/2024", None),
        ("vào thứ Hai hằng tuần, kể từ ngày 08/01/2024", None),
        ("trước ngày 15/12/2023", None),
    ],
)
def test_what_names_its_own_last_day_or_begins_later_is_left_alone(when, until):
    assert due_of(when).until == until


def test_the_last_time_is_not_said_to_come_again():
    assert due_words(due_of(MONDAYS)) == "thứ Hai 4/12/2023, hằng tuần đến 31/12"
    assert due_words(due_of("vào ngày 20 hằng tháng")) == "thứ Tư 20/12/2023"
