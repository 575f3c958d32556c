"""Days a column tells without their month are those of the month beside them: each, or all on end, or none."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 08 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG\n\n"


def read(time, header="Ngày", beside="Ngày 22/10"):
    rows = f"|10/2025|{time}|Khảo sát khối 9|Tổ trưởng|\n|10/2025|{beside}|Nộp báo cáo tháng|Thư kí|\n"
    table = f"|Tháng|{header}|Nội dung công việc|Phụ trách|\n|---|---|---|---|\n{rows}"
    plan = understand(read_text(HEAD + table, "dán.md"), load_calendar())
    rules = {finding.rule for finding in plan.findings}
    works = [task for task in plan.tasks if task.title == "Khảo sát khối 9"]
    return [f"{t.due.start or t.due.day:%d}-{t.due.day:%d}" if t.due.day else "" for t in works], rules


@pytest.mark.parametrize(
    ("time", "days"),
    [
        ("Ngày 14, 15", ["14-15"]),
        ("14 và 15", ["14-15"]),
        ("6, 7, 8", ["06-08"]),
        ("Ngày 14; ngày 28", ["14-14", "28-28"]),
        ("8, 15, 22", ["08-08", "15-15", "22-22"]),
        ("Ngày 14 & 15", ["14-15"]),
        ("25", ["25-25"]),
        ("9", ["09-09"]),
        ("9 - 12", ["09-12"]),
    ],
)
def test_listed_days_are_each_meant(time, days):
    found, rules = read(time)
    assert found == days
    assert not rules & {"lech-so-moc", "chua-hieu-thoi-gian"}


@pytest.mark.parametrize("time", ["15, 14", "30, 31, 32", "Tuần 2, 3"])
def test_what_are_no_days_in_order_is_not_taken_for_them(time):
    assert len(read(time)[0]) == 1
    assert read(time)[0] not in (["14-15"], ["30-31"], ["02-03"])


@pytest.mark.parametrize("header", ["Thời gian", "Số ngày", "Tuần"])
def test_a_number_alone_is_a_day_only_where_the_column_says_so(header):
    assert read("9", header)[0] != ["09-09"]
