"""A day its sentence works within, and one behind words that end in “số”, are times whatever the nouns before them."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.planning.text.bare_times import times_in
from schedules.wording import Context

HERE = Context(load_calendar(), SchoolYear(2025), date(2025, 12, 2))


def days(line):
    return [one.due.day for one in times_in(line, HERE)]


@pytest.mark.parametrize(
    "line",
    [
        "Giáo viên chủ nhiệm họp xét kết quả rèn luyện của lớp trong ngày 07/01/2026.",
        "Các tổ đối chiếu số liệu hai học kỳ ngay trong ngày 07/01/2026; sau đó nộp về Văn phòng.",
        "- Tổng hợp kết quả khảo sát của khối 5 trong sáng ngày 07/01/2026.",
        "Giáo viên chủ nhiệm thu hồ sơ hưởng chế độ của học sinh dân tộc thiểu số, hạn cuối là ngày 07/01/2026.",
    ],
)
def test_the_day_is_found(line):
    assert days(line) == [date(2026, 1, 7)]


@pytest.mark.parametrize(
    "line",
    [
        "Công bố kết quả xét duyệt trong ngày 07/11/2025.",
        "Học sinh đạt giải, sĩ số 9/10.",
        "Tỷ lệ chuyên cần của lớp, sĩ số: 9/10.",
    ],
)
def test_a_day_that_was_over_and_a_share_are_none(line):
    assert days(line) == []
