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


def test_days_beside_each_other_are_one_for_each_work():
    text = (
        "Tháng\tNội dung\tMốc\tPhụ trách\n"
        "10\t- Thi vở sạch chữ đẹp. - Đại hội chi đội.\t08/10; 21/10 - 23/10\tKhối 3; TPT Đội\n"
        "11\tThao giảng tổ Ba\t05/11\tTổ Ba"
    )
    assert titles(text)[:2] == [("Thi vở sạch chữ đẹp", date(2025, 10, 8)), ("Đại hội chi đội", date(2025, 10, 23))]


def test_a_week_and_the_days_it_means_are_one_time_of_two_works():
    text = (
        "Thời gian\tHoạt động\tPhụ trách\n"
        "Tuần 3; (từ 22/9 đến 27/9/2025)\t- Lập danh mục hồ sơ - Lấy ý kiến các tổ\tTổ thư ký\n"
        "Tuần 4; (từ 29/9 đến 04/10/2025)\tDuyệt danh mục hồ sơ\tHiệu trưởng"
    )
    assert titles(text)[:2] == [("Lập danh mục hồ sơ", date(2025, 9, 27)), ("Lấy ý kiến các tổ", date(2025, 9, 27))]


def test_works_numbered_on_from_the_row_above_are_parted():
    text = (
        "Thời gian\tNội dung\tPhụ trách\n"
        "Trước 20/9/2025\t1. Họp hội đồng tự đánh giá 2. Phân công các nhóm\tHiệu trưởng\n"
        "Trước 24/10/2025\t3. Thu thập minh chứng 4. Mã hóa minh chứng\tCác nhóm"
    )
    assert [day for _, day in titles(text)] == [date(2025, 9, 20)] * 2 + [date(2025, 10, 24)] * 2


def test_each_dated_improvement_of_one_criterion_is_a_work():
    text = (
        "TT\tTiêu chí\tHạn chế\tGiải pháp cải tiến\tNgười phụ trách\n"
        "1\tTiêu chí 5.2\tÍt hoạt động đọc\t- Lập tủ sách lớp (xong trước 20/10/2025). "
        "- Mở tiết đọc ở thư viện (ngày 14/11/2025).\tThư viện"
    )
    assert titles(text) == [("Lập tủ sách lớp", date(2025, 10, 20)), ("Mở tiết đọc ở thư viện", date(2025, 11, 14))]


def test_a_row_whose_work_is_counted_on_has_the_time_of_the_row_above():
    text = (
        "Thời gian\tNội dung\tPhụ trách\n"
        "Trước 20/9/2025\t1. Họp hội đồng tự đánh giá\tHiệu trưởng\n"
        "\t2. Phân công các nhóm\tHiệu trưởng\n"
        "Trước 24/10/2025\t3. Thu thập minh chứng\tCác nhóm\n"
        "\tKhảo sát cha mẹ\tCác nhóm"
    )
    days = [day for _, day in titles(text) if day]
    assert days == [date(2025, 9, 20)] * 2 + [date(2025, 10, 24)]


HEADED = "TT\tNội dung\tThời gian\tNgười thực hiện\n"


def test_works_times_and_people_lettered_alike_belong_together():
    text = HEADED + (
        "1\ta) Nhập dữ liệu trẻ; b) Đối chiếu với sổ lớp\ta) Trước 15/10/2025; b) 28/10/2025\ta) Văn thư; b) Kế toán\n"
        "2\tKiểm kê tài sản\t20/12/2025\tKế toán"
    )
    plan = understand(read_text(HEAD + text, "dán"), load_calendar())
    assert [(task.title, task.due.day, task.owners) for task in plan.tasks][:2] == [
        ("Nhập dữ liệu trẻ", date(2025, 10, 15), ("Văn thư",)),
        ("Đối chiếu với sổ lớp", date(2025, 10, 28), ("Kế toán",)),
    ]


def test_letters_that_do_not_count_alike_part_nothing():
    text = HEADED + (
        "1\ta) Nhập dữ liệu trẻ; b) Đối chiếu với sổ lớp\t15/10/2025; b) 28/10/2025\ta) Văn thư; b) Kế toán\n"
        "2\tKiểm kê tài sản\t20/12/2025\tKế toán"
    )
    assert titles(text)[0][0].startswith("Nhập dữ liệu trẻ; b)")
