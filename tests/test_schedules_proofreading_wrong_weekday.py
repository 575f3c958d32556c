"""A weekday and a date that disagree are asked about, once; those that agree are not."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.proofreading import proofread
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 1 tháng 9 năm 2026\nKẾ HOẠCH\nNăm học 2026-2027\nI. NỘI DUNG\n"


def asked(line):
    calendar = load_calendar()
    plan = understand(read_text(f"{HEAD}- {line}\n", "p.txt"), calendar)
    return [finding for finding in proofread(plan, calendar) if finding.rule == "thu-lech-ngay"]


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Họp phụ huynh lúc 8h00, thứ Tư, ngày 26/11/2026", "thứ Tư 25/11/2026"),
        ("Họp phụ huynh vào Chủ nhật, ngày 26/11/2026", "Chủ nhật 29/11/2026"),
        ("Họp phụ huynh chiều thứ 6 ngày 26/11/2026", "thứ Sáu 27/11/2026"),
    ],
)
def test_a_weekday_its_date_does_not_fall_on_is_asked_about(line, other):
    (finding,) = asked(line)
    assert "26/11/2026 là thứ Năm" in finding.message
    assert other in finding.suggestion
    assert line in finding.quotes[0]


@pytest.mark.parametrize("day", ["thứ Năm, ngày 26/11/2026", "ngày 26/11/2026", "thứ Năm hằng tuần"])
def test_a_weekday_that_fits_is_not_asked_about(day):
    assert asked(f"Họp phụ huynh vào {day}") == []
