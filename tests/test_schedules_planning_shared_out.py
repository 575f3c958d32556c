"""Who comes on which day of a work of some days is a detail of that work; who does a work on which day is not."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = (
    "TRƯỜNG TIỂU HỌC HOA SEN\nĐồi Sim, ngày 2 tháng 6 năm 2026\nKẾ HOẠCH TUYỂN SINH\nNăm học 2026-2027\nI. CÁC BƯỚC\n\n"
)
TABLE = "|TT|Công việc|Thời gian|Phụ trách|\n|---|---|---|---|\n|1|{work}|{time}|Tổ khối 1|\n|2|Họp xét duyệt|14/7/2026|Hội đồng|\n\n"
SPLIT = "Lịch nhận hồ sơ chia theo thôn: thôn Đoài, thôn Trung ngày 6/7; thôn Hạ ngày 7/7; khu tập thể ngày 8, 9/7.\n"


def read(line, work="Nhận hồ sơ trực tiếp tại phòng Đội", time="Từ 06/7 đến 10/7/2026"):
    plan = understand(read_text(HEAD + TABLE.format(work=work, time=time) + line, "dán"), load_calendar())
    return [task.due.day for task in plan.tasks], [one.rule for one in plan.findings]


MEETING = date(2026, 7, 14)


@pytest.mark.parametrize(
    "line",
    [
        SPLIT,
        SPLIT.replace("chia theo thôn", "theo từng thôn"),
        SPLIT.replace("Lịch nhận hồ sơ chia", "Thời gian nhận hồ sơ được sắp xếp"),
    ],
)
def test_who_comes_on_which_day_is_a_detail_of_the_work_that_is_told(line):
    days, rules = read(line)
    assert days == [date(2026, 7, 10), MEETING]
    assert "chi-tiet-cua-viec" in rules


@pytest.mark.parametrize(
    ("line", "work", "time"),
    [
        (SPLIT, "Nhận hồ sơ trực tiếp tại phòng Đội", "Từ 06/7 đến 08/7/2026"),  # one of them comes after those days
        (SPLIT, "Phát giấy báo tại phòng Đội", "Từ 06/7 đến 10/7/2026"),  # another work
        (SPLIT.replace("nhận hồ sơ", "trực hè"), "Trực hè tại phòng Đội", "Từ 06/7 đến 10/7/2026"),
        (SPLIT.replace("Lịch nhận hồ sơ chia theo thôn: t", "T"), "Nhận hồ sơ trực tiếp", "Từ 06/7 đến 10/7/2026"),
    ],
)
def test_other_days_works_and_duties_stay_works_of_their_own(line, work, time):
    days, rules = read(line, work, time)
    assert {date(2026, 7, 6), date(2026, 7, 7), date(2026, 7, 9)} <= set(days)
    assert "chi-tiet-cua-viec" not in rules
