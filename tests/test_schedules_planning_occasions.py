"""A day that is only commemorated, or known by its name, yields to the time its sentence states for the work."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.planning.text.segments import segments
from schedules.wording import Context

HERE = Context(load_calendar(), SchoolYear(2025), date(2025, 9, 2))


def days(line: str) -> list[tuple[date | None, date | None]]:
    return [(part.due.start, part.due.day) for part in segments(line, HERE, line=True)]


DECEMBER = (date(2025, 12, 13), date(2025, 12, 13))
MARCH = (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Liên đội tổ chức dạ hội kỷ niệm 95 năm Ngày thành lập Đoàn trong tháng 3/2026.", MARCH),
        ("Dạ hội kỷ niệm 95 năm Ngày thành lập Đoàn 26/3 trong tháng 3/2026.", MARCH),
        ("Dạ hội kỷ niệm Ngày thành lập Đoàn (trong tháng 3/2026).", MARCH),
        ("Trong tháng 3/2026, liên đội tổ chức dạ hội kỷ niệm 95 năm Ngày thành lập Đoàn 26/3.", MARCH),
        ("Tọa đàm nhân Ngày Quốc tế Phụ nữ 8/3 trong tuần 1 tháng 3.", (date(2026, 3, 2), date(2026, 3, 8))),
        ("Tọa đàm kỷ niệm Ngày Quốc tế Phụ nữ vào đầu tháng 3/2026.", (date(2026, 3, 1), date(2026, 3, 10))),
        ("Tổ chức Ngày Sách và Văn hóa đọc Việt Nam trong tháng 4/2026.", (date(2026, 4, 1), date(2026, 4, 30))),
        ("Hội thi cụm nhân kỷ niệm ngày 22/12 tổ chức tại xã vào sáng thứ Bảy, ngày 13/12/2025.", DECEMBER),
    ],
)
def test_the_time_a_sentence_states_wins_over_the_day_it_commemorates(line, expected):
    assert days(line) == [expected]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tổ chức dạ hội kỷ niệm Ngày thành lập Đoàn 26/3.", date(2026, 3, 26)),
        ("Tháng 3/2026: tổ chức dạ hội kỷ niệm ngày thành lập Đoàn 26/3.", date(2026, 3, 26)),
        ("Tổ chức Ngày Quốc tế Phụ nữ 8/3.", date(2026, 3, 8)),
        ("Kỷ niệm Ngày thành lập Đoàn 26/3; trong tháng 4/2026 nghỉ.", date(2026, 3, 26)),
    ],
)
def test_a_feast_without_another_time_of_its_work_keeps_its_day(line, day):
    assert days(line)[0] == (day, day)


def test_a_month_behind_the_next_work_is_not_the_feasts():
    found = days("Mít tinh kỷ niệm ngày 22/12 và viếng nghĩa trang trong tháng 12/2025.")
    assert found == [(date(2025, 12, 22), date(2025, 12, 22)), (date(2025, 12, 1), date(2025, 12, 31))]
