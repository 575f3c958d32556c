"""What a few words decide: days in a bracket, whom a month's paper goes to, labels, leave, what a paper says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS SUỐI CÁT\nSuối Cát, ngày 20 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\n"


def plan_of(text):
    return understand(read_text(HEAD + text, "dán"), load_calendar())


def works(text):
    return [(task.title, task.due.start, task.due.day) for task in plan_of(text).tasks]


def table(*rows):
    return "\n".join(["", *(f"| {' | '.join(row)} |" for row in rows[:1]), "|---" * len(rows[0]) + "|"]) + "".join(
        f"\n| {' | '.join(row)} |" for row in rows[1:]
    )


def test_days_on_end_in_a_bracket_are_when_a_feast_is_held_in_its_month():
    text = "II. NỘI DUNG\n" + table(("Tháng", "Nội dung"), ("3/2025", "Hội trại mừng ngày thành lập Đoàn (22 - 23/3)"))
    assert [each[1:] for each in works(text)] == [(date(2025, 3, 22), date(2025, 3, 23))]


def test_days_on_end_in_a_bracket_go_on_from_the_day_of_the_row():
    rows = (("Ngày", "Nội dung", "Phụ trách"), ("14/11", "Kiểm kê sách (hai ngày 14 và 15/11)", "Văn thư"))
    text = "II. NỘI DUNG\n" + table(*rows, ("16/11", "Tập văn nghệ", "TPT"))
    assert works(text)[0][1:] == (date(2024, 11, 14), date(2024, 11, 15))


def test_a_month_names_the_paper_where_behind_it_stands_whom_it_goes_to():
    text = "II. NỘI DUNG\n- Các tổ nộp biên bản họp tổ tháng 11 cho văn thư chậm nhất ngày 29/11/2024."
    assert [each[2] for each in works(text)] == [date(2024, 11, 29)]


def test_a_label_gives_way_to_the_sentence_behind_its_time():
    text = "II. NỘI DUNG\n4. Tuyển sinh. Từ ngày 01/4 đến ngày 15/4/2025, các tổ điều tra trẻ ra lớp."
    (task,) = plan_of(text).tasks
    assert (task.title, task.owners) == ("Các tổ điều tra trẻ ra lớp", ("các tổ",))


@pytest.mark.parametrize(
    "line",
    [
        "Giáo viên hợp đồng trước ngày 01/10/2024 cũng tham gia.",
        "Lịch nghỉ Tết thực hiện theo thông báo của Sở.",
    ],
)
def test_who_takes_part_and_when_leave_is_set_no_work(line):
    assert works(f"II. NỘI DUNG\n- {line}") == []


def test_what_a_schedule_says_of_itself_is_not_of_the_day_above_it():
    text = (
        "IV. DỰ KIẾN\n- Thứ Ba (01/10): khám sức khỏe khối 6.\n- Thứ Sáu (04/10): thao giảng tổ KHTN.\n"
        "Lịch này thay cho thông báo, đề nghị các đồng chí thực hiện.\n"
    )
    assert [each[2] for each in works(text)] == [date(2024, 10, 1), date(2024, 10, 4)]


def test_a_table_of_results_that_were_over_at_the_signing_is_told():
    rows = (
        ("Kỳ thi", "Ngày thi", "Số dự thi"),
        ("Thi thử lần 1", "08/3/2024", "412"),
        ("Thi thử lần 2", "19/4/2024", "415"),
    )
    text = "I. KẾT QUẢ NĂM HỌC 2023 - 2024\n" + table(*rows) + "\n\nII. NỘI DUNG\n- Họp tổ ngày 12/10/2024."
    assert works(text) == [("Họp tổ", date(2024, 10, 12), date(2024, 10, 12))]


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("cô Út – tổ nuôi", ("cô Út – tổ nuôi",)),
        ("Cô Lan – TT tổ 1, chú Tám – bảo vệ", ("Cô Lan – TT tổ 1", "chú Tám – bảo vệ")),
        ("Thay Quang - TPT", ("Thay Quang - TPT",)),
        ("Cô Lan - Thầy Bình", ("Cô Lan", "Thầy Bình")),
        ("Chú tịch HP, Thư ký HĐ", ("Chú tịch HP", "Thư ký HĐ")),
    ],
)
def test_a_person_and_what_the_person_is_are_one_owner(cell, owners):
    text = "II. NỘI DUNG\n" + table(("Nội dung", "Thời gian", "Phụ trách"), ("Thi vẽ tranh", "12/10/2024", cell))
    assert plan_of(text).tasks[0].owners == owners


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Ban Chấp hành giao ban với các chi đoàn ngày 05/10/2024.", "Ban Chấp hành"),
        ("Thư ký Hội thi nộp biên bản chấm trong ngày 26/11/2024.", "Thư ký Hội thi"),
    ],
)
def test_bodies_and_their_offices_act(line, owner):
    assert plan_of(f"II. NỘI DUNG\n- {line}").tasks[0].owners == (owner,)


@pytest.mark.parametrize("who", ["thầy Hùng", "Tổ Văn phòng", "thầy Hùng và cô Mai"])
def test_people_behind_the_day_a_line_ends_with_are_no_part_of_the_title(who):
    (task,) = plan_of(f"II. NỘI DUNG\n1. Dọn vườn trường từ 5/10 đến 9/10/2024, {who}.\n").tasks
    assert (task.title, task.owners) == ("Dọn vườn trường", tuple(who.split(" và ")))
