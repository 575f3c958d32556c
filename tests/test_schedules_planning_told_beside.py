"""Days that only stand beside a work: what is refused, what was late, the season in its name; and the steps of a contest."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS ĐỒI CHÈ\nĐồi Chè, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def works_of(lines: str):
    plan = understand(read_text(f"{HEAD}{lines}\n", "dán"), load_calendar())
    return [(task.title, str(task.due.start), str(task.due.day)) for task in plan.tasks]


def test_a_day_that_ends_what_is_refused_sets_no_other_work():
    line = "1. Học sinh ốm được thi bù; không giải quyết đơn nộp sau ngày 08/01/2026."
    assert works_of(line) == []


def test_a_day_that_ends_what_is_refused_ends_what_is_handed_in_beside_it():
    line = "1. Các lớp nộp báo tường; không nhận bài nộp sau ngày 08/01/2026."
    assert [day for _, _, day in works_of(line)] == ["2026-01-08"]


@pytest.mark.parametrize("words", ["chậm so với quy định trước 30/6", "muộn so với thời hạn trước ngày 31/5"])
def test_what_a_day_is_compared_with_is_no_deadline(words):
    assert works_of(f"1. Báo cáo thường niên đăng trên cổng {words}.") == []


@pytest.mark.parametrize("whither", ["lên phần mềm", "vào hệ thống cơ sở dữ liệu"])
def test_a_season_in_the_name_of_a_work_gives_way_to_its_span(whither):
    line = f"1. Các tổ cập nhật số liệu cuối năm học {whither} từ ngày 20/5 đến ngày 31/5/2026."
    assert works_of(line) == [(f"Các tổ cập nhật số liệu cuối năm học {whither}", "2026-05-20", "2026-05-31")]


def test_a_labelled_last_day_is_a_step_of_the_contest_it_stands_under():
    lines = "1. Hội thi làm lồng đèn\n- Hạn đăng ký: 10/9/2025.\n- Hạn nộp sản phẩm: trước ngày 14/9/2025."
    assert [title for title, *_ in works_of(lines)] == [
        "Hội thi làm lồng đèn: đăng ký",
        "Hội thi làm lồng đèn: nộp sản phẩm",
    ]


def test_a_labelled_last_day_under_a_heading_of_no_work_stands_alone():
    assert works_of("1. Thời gian\n- Hạn nộp hồ sơ: 10/9/2025.")[0][0] == "Nộp hồ sơ"


FORMS = (
    "1. Danh sách giáo viên\n- Nội dung: trình độ.\n- Thời điểm niêm yết: trước ngày 20/9/2025.\n- Người làm: Văn thư.\n"
    "2. Học phí\n- Thời điểm niêm yết: ngày 25/9/2025.\n- Người làm: Kế toán."
)


def test_a_label_of_time_told_under_each_heading_leaves_the_name_to_the_heading():
    assert works_of(FORMS) == [
        ("Danh sách giáo viên: niêm yết", "None", "2025-09-20"),
        ("Học phí: niêm yết", "2025-09-25", "2025-09-25"),
    ]


def test_what_the_whole_part_does_need_not_be_told_again():
    under = f"II. NIÊM YẾT\n{FORMS}"
    assert [title for title, *_ in works_of(under)] == ["Danh sách giáo viên", "Học phí"]


def test_a_heading_of_people_says_only_whose_work_it_is():
    lines = "1. Tổ Toán\n- Thời gian kiểm tra: 10/10/2025.\n2. Tổ Văn\n- Thời gian kiểm tra: 13/10/2025."
    assert [title for title, *_ in works_of(lines)] == ["Kiểm tra – Tổ Toán", "Kiểm tra – Tổ Văn"]


@pytest.mark.parametrize("word", ["Biểu", "Bieu", "Mẫu số"])
def test_unmarked_lines_that_count_forms_name_what_stands_below_them(word):
    lines = (
        f"{word} 01. Danh sách giáo viên\n- Thời điểm công khai: trước ngày 20/9/2025.\n"
        f"{word} 02. Học phí, lệ phí\n- Thoi diem cong khai: tháng 10/2025."
    )
    assert [title for title, *_ in works_of(f"II. CÔNG KHAI\n{lines}")] == ["Danh sách giáo viên", "Học phí, lệ phí"]


@pytest.mark.parametrize("said", ["giáo viên cốt cán học", "GVCN các lớp học"])
def test_who_does_what_behind_a_label_of_time_belongs_to_its_work(said):
    line = f"1. Thời gian tập huấn: {said} từ ngày 06/10/2025 đến ngày 10/10/2025."
    assert works_of(line) == [(f"Tập huấn: {said}", "2025-10-06", "2025-10-10")]


@pytest.mark.parametrize("said", ["", "dự kiến ", "buổi sáng, "])
def test_a_label_of_time_over_nothing_but_a_time_is_the_work(said):
    ((title, *_),) = works_of(f"1. Thời gian tập huấn: {said}từ ngày 06/10/2025 đến ngày 10/10/2025.")
    assert title == "Tập huấn"


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("1. Trường hợp ốm, phụ huynh nộp đơn trước ngày 10/10/2025 thì được xét thi bù.", []),
        (
            (
                "1. Học sinh ốm: trường hợp có giấy khám, gia đình gửi đơn trước ngày 10/10/2025 thì được xét thi bù. "
                "Buổi thi bù tổ chức sáng ngày 15/10/2025."
            ),
            ["2025-10-15"],
        ),
        ("1. Quà: nếu lớp báo sau ngày 10/10/2025 thì không được nhận.", []),
        ("1. Trường hợp ghi sai tên, các lớp báo văn phòng trước ngày 10/10/2025 để sửa.", ["2025-10-10"]),
        ("1. Trường hợp ốm thì phụ huynh nộp đơn trước ngày 10/10/2025.", ["2025-10-10"]),
    ],
)
def test_what_somebody_may_ask_for_if_he_does_it_by_then_is_no_work(line, days):
    assert [day for *_, day in works_of(line)] == days


def test_whom_a_letter_is_addressed_to_is_no_work_of_the_term_in_its_title():
    head = (
        "UBND XÃ DÔI CHE | CỘNG HOÀ XA HOI CHU NGHĨA VIÊT NAM\nTRUÔNG THCS DÔI CHE | D6c lập - Tu do - Hạnh phúc\n"
        "So: 7/TB-THCS | Dôi Che, ngày 20 tháng 8 năm 2025\nTHONG BÂO\n"
        "Mot so viec cac to, bộ phan cán hoàn thanh trong học ky I, nam hôc 2025 - 2026 Kinh gui:\n"
    )
    body = (
        "- Tô Khoa hoc ty nhien, Tổ Khoa hoc xâ hoi, Tô Nghệ thuát - The chât, Tô Van phong;\n- Giao vien chú nhiem các lớp.\n"
        "Can cu Cóng van s6 12 ngay 19/8/2025, Hieu trưởng thong báo nhu sau:\n1. Hop hội đồng ngày 10/9/2025.\n"
    )
    plan = understand(read_text(head + body, "dán"), load_calendar())
    assert [str(task.due.day) for task in plan.tasks] == ["2025-09-10"]


def test_grounds_whose_number_sign_a_scan_misread_set_no_work():
    lines = (
        "Cin cú Cóng van s6 31/SGDĐT ngày 12/8/2025 của Sở (kêt thuc trước ngày 10/01/2026);\n1. Họp ngày 10/9/2025."
    )
    assert [day for *_, day in works_of(lines)] == ["2025-09-10"]
