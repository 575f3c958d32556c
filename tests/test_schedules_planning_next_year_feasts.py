"""A feast's own day keeps its date, or follows the moon; what is near it stays as near, on the same side."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.calendar.spoken import WEEKDAYS
from schedules.plan import SchoolYear
from schedules.planning.next_year.feasts import with_feast
from schedules.planning.next_year.passage import Moved, Passage
from schedules.planning.next_year.redating import moved_due
from schedules.wording import when

CALENDAR = load_calendar()


def moved(title: str, words: str, target: int = 2024) -> Moved:
    passage = Passage(SchoolYear(2023), SchoolYear(target), CALENDAR)
    old = when(words, passage.before)
    return with_feast(old, title, moved_due(old, passage), passage)


@pytest.mark.parametrize(
    ("title", "words", "new", "last"),
    [
        ("Mít tinh Ngày Nhà giáo Việt Nam", "Thứ Hai ngày 20/11/2023", "Thứ Tư ngày 20/11/2024", "2024-11-20"),
        ("Văn nghệ chào mừng 20/11", "thứ Hai, 20/11", "thứ Tư, 20/11", "2024-11-20"),
        ("Tọa đàm ngày Quốc tế Phụ nữ", "thứ Sáu 8/3/2024", "thứ Bảy 8/3/2025", "2025-03-08"),
        ("Nói chuyện truyền thống ngày 22-12", "Thứ Sáu 22/12/2023", "Chủ nhật 22/12/2024", "2024-12-22"),
        ("Lễ khai giảng", "Thứ Ba 5/9/2023", "Thứ Năm 5/9/2024", "2024-09-05"),
        ("Cắm trại kỷ niệm ngày truyền thống trường 14/10", "thứ Bảy 14/10/2023", "thứ Hai 14/10/2024", "2024-10-14"),
        ("Mít tinh Ngày Nhà giáo Việt Nam", "20/11/2023", "20/11/2024", "2024-11-20"),
        ("Đợt thi đua mừng 19/11", "từ 13/11 đến 19/11/2023", "từ 13/11 đến 19/11/2024", "2024-11-19"),
    ],
)
def test_the_feasts_own_day_keeps_its_date_under_its_new_weekday(title: str, words: str, new: str, last: str) -> None:
    due = moved(title, words).due
    assert (due.words, due.day) == (new, date.fromisoformat(last))
    assert "weekday_conflict" not in due.implied


def test_a_weekday_that_had_to_change_is_said_and_a_plain_date_is_not() -> None:
    changed = moved("Mít tinh 20/11", "Thứ Hai 20/11/2023")
    assert changed.notes == ("Ngày Nhà giáo Việt Nam: giữ đúng ngày, năm nay là thứ Tư 20/11/2024",)
    assert not changed.doubtful
    assert moved("Mít tinh 20/11", "ngày 20/11/2023").notes == ()


@pytest.mark.parametrize("title", ["Nộp báo cáo", "Họp chi bộ 20/10", "Kiểm tra 15/11"])
def test_the_same_date_without_the_feast_keeps_its_weekday(title: str) -> None:
    assert moved(title, "Thứ Hai ngày 20/11/2023").due.day == date(2024, 11, 25)


@pytest.mark.parametrize(
    ("words", "start", "last"),
    [
        ("Thứ Sáu 17/11/2023", "2024-11-15", "2024-11-15"),
        ("Thứ Tư 22/11/2023", "2024-11-27", "2024-11-27"),
        ("từ 20/11/2023 đến 24/11/2023", "2024-11-18", "2024-11-22"),
        ("từ 6/11/2023 đến 17/11/2023", "2024-11-04", "2024-11-15"),
    ],
)
def test_weeks_and_weekdays_near_a_feast_stay_on_their_side_of_it(words: str, start: str, last: str) -> None:
    found = moved("Hội thi chào mừng Ngày Nhà giáo Việt Nam 20/11", words)
    assert (found.due.start, found.due.day) == (date.fromisoformat(start), date.fromisoformat(last))
    assert "Ngày Nhà giáo Việt Nam năm nay 20/11/2024" in found.notes[0]


def test_a_week_that_held_the_feast_and_does_not_any_more_is_told() -> None:
    found = moved("Mít tinh kỷ niệm 20/11", "Tuần 4 tháng 11")
    assert found.notes == ("Ngày Nhà giáo Việt Nam 20/11/2024 không nằm trong thời gian này nữa: xem lại",)
    assert found.doubtful
    assert moved("Mít tinh kỷ niệm 22/12", "Tuần 3 tháng 12").notes == ()


@pytest.mark.parametrize(
    ("title", "words", "last"),
    [
        ("Tổ chức Tết Trung thu", "ngày 29/9/2023", "2024-09-17"),
        ("Đêm hội trăng rằm", "thứ Sáu 29/9/2023", "2024-09-17"),
        ("Rằm tháng Giêng", "ngày 24/2/2024", "2025-02-12"),
        ("Dâng hương Giỗ Tổ", "ngày 18/4/2024", "2025-04-07"),
        ("Hội chợ xuân", "Thứ Sáu ngày 2/2/2024", "2025-01-24"),
        ("Gói bánh chưng xanh", "Thứ Sáu ngày 2/2/2024", "2025-01-24"),
        ("Tổng vệ sinh sau Tết", "Thứ Hai ngày 19/2/2024", "2025-02-10"),
        ("Phát động Tết trồng cây", "Thứ Hai ngày 19/2/2024", "2025-02-10"),
        ("Họp tất niên", "ngày 6/2/2024", "2025-01-25"),
    ],
)
def test_what_follows_the_moon_goes_with_it_and_a_named_weekday_stays(title: str, words: str, last: str) -> None:
    found = moved(title, words)
    assert found.due.day == date.fromisoformat(last)
    assert found.doubtful


@pytest.mark.parametrize(
    ("title", "words", "last"),
    [
        ("Trồng cây nhớ ơn Bác dịp Tết trồng cây", "ngày 19/5/2024", "2025-05-19"),
        ("Tết thiếu nhi", "ngày 1/6/2024", "2025-06-01"),
        ("Tết Dương lịch", "Thứ Hai 1/1/2024", "2025-01-01"),
    ],
)
def test_feasts_of_the_sun_called_tet_do_not_follow_the_moon(title: str, words: str, last: str) -> None:
    assert moved(title, words).due.day == date.fromisoformat(last)


FEASTS = (("Ngày Nhà giáo Việt Nam", date(2023, 11, 20)), ("ngày 8/3", date(2024, 3, 8)), ("22/12", date(2023, 12, 22)))


@given(feast=st.sampled_from(FEASTS), away=st.integers(-14, 14), target=st.integers(2024, 2035))
def test_no_work_for_a_feast_crosses_it_in_another_year(feast: tuple[str, date], away: int, target: int) -> None:
    name, day = feast
    old = date.fromordinal(day.toordinal() + away)
    after = day.replace(year=day.year + target - 2023)
    found = moved(f"Hội diễn chào mừng {name}", f"{WEEKDAYS[old.weekday()]} {old:%d/%m/%Y}", target).due.day
    assert found is not None
    assert (found > after) - (found < after) == (old > day) - (old < day)
