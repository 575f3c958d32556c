"""Works run together in one cell are parted only where numbers, times or people bear it out."""

from __future__ import annotations

from datetime import date

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "KẾ HOẠCH NĂM HỌC 2025-2026\n\n"


def titles(text: str) -> list[tuple[str, date | None]]:
    plan = understand(read_text(HEAD + text, "dán"), load_calendar())
    return [(task.title, task.due.day) for task in plan.tasks]


def test_two_works_take_the_two_weeks_beside_them():
    text = (
        "Tháng\tNội dung\tMốc\n9\t- Họp cha mẹ trẻ - Bầu ban đại diện\tTuần 2 Tuần 3\n10\t- Hội nghị viên chức\tTuần 1"
    )
    assert titles(text)[:2] == [("Họp cha mẹ trẻ", date(2025, 9, 14)), ("Bầu ban đại diện", date(2025, 9, 21))]


def test_a_dash_inside_one_work_parts_nothing():
    text = "Tháng\tNội dung\tMốc\n9\t- Thi viết chữ đẹp - Khối một, hai\tTuần 2\n10\t- Hội nghị viên chức\tTuần 1"
    assert titles(text)[0] == ("Thi viết chữ đẹp - Khối một, hai", date(2025, 9, 14))


def test_a_day_speaks_for_the_empty_cells_under_it_in_a_calendar():
    text = "Ngày\tBuổi\tMôn\n17/3/2026\tSáng\tNgữ văn\n\tChiều\tLịch sử\n18/3/2026\tSáng\tToán"
    assert [day for _, day in titles(text)] == [date(2026, 3, 17), date(2026, 3, 17), date(2026, 3, 18)]


def test_an_empty_deadline_stays_empty_elsewhere():
    text = "TT\tNhiệm vụ\tThời hạn\n1\tNộp báo cáo tổ\t17/3/2026\n2\tTự học trên mạng\t\n3\tDự giờ\t18/3/2026"
    assert [day for _, day in titles(text)] == [date(2026, 3, 17), None, date(2026, 3, 18)]


def test_two_marked_works_are_parted_where_the_first_ends_like_a_sentence():
    text = (
        "Thời gian\tCác hoạt động\nTuần 1 (từ 06/10 đến 11/10/2025)\t- Họp hội đồng trường. - Tập huấn cho các nhóm.\n"
    )
    assert titles(text) == [
        ("Họp hội đồng trường", date(2025, 10, 11)),
        ("Tập huấn cho các nhóm", date(2025, 10, 11)),
    ]


def owned(text: str) -> list[tuple[str, tuple[str, ...]]]:
    plan = understand(read_text(HEAD + text, "dán"), load_calendar())
    return [(task.title, task.owners) for task in plan.tasks]


def test_marked_works_take_the_people_marked_beside_them():
    text = (
        "Tháng\tNội dung\tBộ phận\n"
        "10/2025\t- Soát xe đưa đón - Vẽ tranh tường lớp lá (từ 06/10 - 10/10)\t- Bảo vệ - Cô Lài + cô Mận\n"
    )
    assert owned(text) == [
        ("Soát xe đưa đón", ("Bảo vệ",)),
        ("Vẽ tranh tường lớp lá", ("Cô Lài", "cô Mận")),
    ]


def test_a_dash_between_days_or_inside_quotes_begins_no_work():
    text = (
        "Tháng\tNội dung\tBộ phận\n"
        '10/2025\t- Hội thi "Tay khéo - Mắt tinh" - Trực bán trú từ 06/10 - 17/10\t- Tổ lá - Tổ bếp\n'
    )
    assert owned(text) == [('Hội thi "Tay khéo - Mắt tinh"', ("Tổ lá",)), ("Trực bán trú", ("Tổ bếp",))]


def test_people_of_another_count_stay_the_rows():
    text = "Tháng\tNội dung\tBộ phận\n10/2025\t- Soát bếp ăn. - Vẽ tranh tường.\t- Tổ lá - Tổ bếp - Bảo vệ\n"
    assert {owners for _, owners in owned(text)} == {("Tổ lá", "Tổ bếp", "Bảo vệ")}
