"""Notes of days off, sentences that close a paper and brackets under its headings set no work."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.no_works.rests import notes_rest
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n"


def works(text):
    plan = understand(read_text(HEAD + text, "dán"), load_calendar())
    return [(task.title, task.due.day) for task in plan.tasks]


@pytest.mark.parametrize(
    ("note", "rests"),
    [
        ("* Ghi chú: Nghỉ Tết theo lịch của Ủy ban, tháng 02/2025 không xếp lịch dự giờ.", True),
        ("Lưu ý: Tuần từ 20/01 đến 24/01/2025 nghỉ Tết, không tính vào tiến độ.", True),
        ("(Tuần 20 nghỉ lễ)", True),
        ("Lưu ý: Tuần 20 nghỉ Tết, các tổ nộp báo cáo trước ngày 17/01/2025.", False),
        ("Ghi chú: Thông báo nghỉ Tết trước ngày 10/01/2025", False),
        ("Học sinh nghỉ Tết từ 20/01/2025", False),
    ],
)
def test_a_note_of_days_off_that_asks_for_nothing(note, rests):
    assert notes_rest(note) is rests


def test_what_closes_a_paper_is_no_work_unless_it_sets_a_last_day():
    assert works("1. Họp tổ ngày 3/10/2024.\nTrên đây là kế hoạch tháng 10/2024 của nhà trường.") == [
        ("Họp tổ", date(2024, 10, 3))
    ]
    assert len(works("Trên đây là kế hoạch, các tổ gửi góp ý trước ngày 3/10/2024.")) == 1


def test_a_bracket_under_a_heading_tells_of_the_heading():
    assert works(
        "II. LỊCH TUẦN 5\n(Từ ngày 30/9/2024 đến ngày 05/10/2024, kèm Công văn số 7/CV)\n- Họp tổ ngày 3/10."
    ) == [("Họp tổ", date(2024, 10, 3))]


def test_a_row_that_only_names_a_break_is_no_work_but_one_with_people_is():
    rows = "Thời gian\tNội dung\tPhụ trách\nTháng 01/2025\tNghỉ Tết Nguyên đán\t\nTháng 02/2025\tNghỉ Tết, trực trường\tBảo vệ\n"
    assert works(f"\n{rows}") == [("Nghỉ Tết, trực trường", date(2025, 2, 28))]


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("Gói bánh chưng cho trẻ (08/02). Nghỉ Tết theo lịch của tỉnh", "Gói bánh chưng cho trẻ"),
        ("Gói bánh chưng cho trẻ (08/02). Học sinh nghỉ Tết. Nghỉ bù", "Gói bánh chưng cho trẻ"),
        (
            "Gói bánh chưng cho trẻ (08/02). Các lớp dọn vệ sinh theo lịch",
            "Gói bánh chưng cho trẻ. Các lớp dọn vệ sinh theo lịch",
        ),
    ],
)
def test_a_sentence_that_only_names_a_break_takes_no_day_from_the_work_before_it(cell, title):
    rows = f"\n|Tháng|Nội dung|Phụ trách|\n|---|---|---|\n|02/2025|{cell}|Tổ nuôi dưỡng|\n|3/2025|Hội khỏe|GV|\n"
    assert works(rows)[0] == (title, date(2025, 2, 8))


@pytest.mark.parametrize(
    "line",
    [
        "Ghi chú: học sinh có mặt trước 15 phút; ngày 22/10 và 23/10 khối 9 nghỉ buổi chiều.",
        "Học sinh mang thẻ; chiều 22 và 23/10 khối 6, khối 7 nghỉ.",
        "1. Lớp 9A nghỉ học chiều ngày 24/10/2024.",
        "1. Sáng thứ Năm 24/10/2024 toàn trường nghỉ học.",
    ],
)
def test_who_is_free_on_a_day_sets_no_work(line):
    assert works(line) == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("1. Chiều 24/10/2024 khối 9 nghỉ, giáo viên họp tổ.", date(2024, 10, 24)),
        ("1. Ngày 24/10/2024 khối 9 nghi lễ trao khăn quàng.", date(2024, 10, 24)),
        ("Ghi chú: khối 9 nghỉ buổi chiều; các lớp nộp danh sách trước ngày 24/10/2024.", date(2024, 10, 24)),
        ("1. Văn thư thông báo khối 9 nghỉ trước ngày 24/10/2024.", date(2024, 10, 24)),
    ],
)
def test_what_is_done_while_others_are_free_stays(line, day):
    assert [last for _, last in works(line)] == [day]


def test_a_break_beside_works_of_a_row_is_left_out_and_its_days_with_it():
    rows = (
        "|Tháng|Công việc|Người thực hiện|\n|---|---|---|\n"
        "|01/2025|Nghỉ Tết Dương lịch 01/01; sơ kết học kỳ I (17/01)|Ban Giám hiệu|\n"
        "|02/2025|Nghỉ Tết từ 03/02 đến 09/02; ổn định nền nếp sau Tết|GVCN|\n"
        "|03/2025|Nghỉ lễ Giỗ Tổ|Toàn trường|\n"
        "|12/2024|Kiểm tra cuối học kỳ I (từ 23 đến 27/12); nộp báo cáo chất lượng trước 05/01/2025|GVBM|\n"
    )
    assert sorted(works("\n" + rows), key=lambda one: one[1]) == [
        ("Kiểm tra cuối học kỳ I", date(2024, 12, 27)),
        ("Nộp báo cáo chất lượng", date(2025, 1, 5)),
        ("Sơ kết học kỳ I", date(2025, 1, 17)),
        ("Ổn định nền nếp sau Tết", date(2025, 2, 28)),
    ]


def test_a_half_day_like_any_other_is_no_work_of_a_calendar():
    table = (
        "\n\n| Ngày | Nội dung | Chủ trì |\n|---|---|---|\n| 14/10/2024 | Họp tổ văn phòng | Kế toán |\n"
        "| 15/10/2024 | Dạy học bình thường | |\n| 16/10/2024 | Dạy học bình thường lại sau lũ | Hiệu trưởng |\n"
    )
    assert [title for title, _ in works(table)] == ["Họp tổ văn phòng", "Dạy học bình thường lại sau lũ"]


def test_a_month_in_which_nothing_is_to_do_is_no_work_and_what_must_not_be_done_by_a_day_stays():
    table = (
        "| Tháng | Nội dung kiểm tra | Người kiểm tra |\n"
        "| Tháng 01/2025 | Kiểm tra tài chính | Ban Thanh tra nhân dân |\n"
        "| Tháng 02/2025 | Không kiểm tra (nghỉ Tết) | |\n"
        "| Tháng 3/2025 | Không kiểm tra hồ sơ giấy, chuyển sang kiểm tra hồ sơ số | Tổ trưởng |\n"
    )
    assert [title for title, _ in works(table)] == [
        "Kiểm tra tài chính",
        "Không kiểm tra hồ sơ giấy, chuyển sang kiểm tra hồ sơ số",
    ]
