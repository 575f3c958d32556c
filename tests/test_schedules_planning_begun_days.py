"""A day that slipped into the cell of the people, right before the day a row ends on, is where its time begins."""

from __future__ import annotations

import pytest

from schedules.plan import Block, Place
from schedules.planning.tables.begun_days import with_begun_day
from schedules.planning.tables.columns import Columns, Role
from schedules.planning.tables.row import Row

COLUMNS = {Role.WORK: 0, Role.LEAD: 1, Role.HELP: 2, Role.TIME: 3}


def told(people: str, time: str, columns: Columns = COLUMNS) -> tuple[str, str]:
    row = Row(Block("", Place()), {Role.WORK: "Sửa cổng", Role.HELP: people, Role.TIME: time}, {})
    made = with_begun_day(row, columns)
    return made.text(Role.HELP), made.text(Role.TIME)


@pytest.mark.parametrize(
    ("people", "time", "whole"),
    [
        ("20/10/2025", "15/5/2026", ("", "20/10/2025 - 15/5/2026")),
        ("Bảo vệ 03/11/2025", "28/11/2025", ("Bảo vệ", "03/11/2025 - 28/11/2025")),
        ("Trường nghề 18/4/2026", "18/4/2026", ("Trường nghề", "18/4/2026")),
    ],
)
def test_the_first_day_is_of_the_time_and_no_name(people: str, time: str, whole: tuple[str, str]) -> None:
    assert told(people, time) == whole


@pytest.mark.parametrize(
    ("people", "time"),
    [
        ("Bảo vệ", "28/11/2025"),
        ("Bảo vệ 03/12/2025", "28/11/2025"),
        ("Bảo vệ 03/11/2025", "Tháng 12/2025"),
        ("Tổ 3/11", "28/11/2025"),
        ("Đoàn kiểm tra (ngày 03/11/2025)", "28/11/2025"),
        ("Bảo vệ từ ngày 03/11/2025", "28/11/2025"),
        ("40/13/2025", "28/11/2025"),
    ],
)
def test_what_may_be_said_of_the_people_stays(people: str, time: str) -> None:
    assert told(people, time) == (people, time)


def test_where_the_columns_begin_and_end_the_time_nothing_moves() -> None:
    columns = {Role.WORK: 0, Role.HELP: 2, Role.TIME: 3, Role.END: 4}
    assert told("20/10/2025", "15/5/2026", columns) == ("20/10/2025", "15/5/2026")
