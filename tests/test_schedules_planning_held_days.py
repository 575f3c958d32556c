"""Days held under a name of their own: the name stays with the work, whatever bound stands before the day."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 10 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def works(line: str):
    plan = understand(read_text(f"{HEAD}1. {line}\n", "p.txt"), load_calendar())
    return [(task.title, str(task.due.start or ""), str(task.due.day), task.due.words) for task in plan.tasks]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tổ chức ngày hội trò chơi dân gian vào ngày 14/1/2026", ("Tổ chức ngày hội trò chơi dân gian", "2026-01-14")),
        ("Đăng ký dự ngày hội robot trước 14/1/2026", ("Đăng ký dự ngày hội robot", "")),
        ("Ngày hội tiếng Anh: 14/1/2026", ("Ngày hội tiếng Anh", "2026-01-14")),
        ("Tổ chức Ngày Môi trường thế giới 14/1", ("Tổ chức Ngày Môi trường thế giới", "2026-01-14")),
        ("Tổ chức lễ kỷ niệm ngày Học sinh, sinh viên 14/1", None),
    ],
)
def test_the_name_of_a_day_is_left_to_the_work(line, expected):
    ((title, start, day, _),) = works(line)
    assert day == "2026-01-14"
    if expected is None:
        assert "kỷ niệm" in title
    else:
        assert (title, start) == expected


def test_what_a_held_day_celebrates_gives_way_to_its_own_days():
    ((title, start, day, _),) = works("Ngày hội võ thuật chào mừng 22/12: từ 15/12 đến 19/12/2025")
    assert (title, start, day) == ("Ngày hội võ thuật chào mừng 22/12", "2025-12-15", "2025-12-19")


def test_without_a_day_of_its_own_it_is_held_on_the_day_it_celebrates():
    ((_, _, day, words),) = works("Ngày hội võ thuật chào mừng 22/12")
    assert (day, words) == ("2025-12-22", "22/12")
