"""Weekly calendars, days only celebrated, phrases a sentence opens with, scanned headers over a beginning and an end."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Block, Cell, Place, SchoolYear
from schedules.planning import understand
from schedules.planning.people.behind_opening import acting_behind_opening
from schedules.planning.tables.span_head import spread
from schedules.planning.text.segments import segments
from schedules.planning.text.weekdays import with_weekdays
from schedules.reading import read_text
from schedules.wording import Context

HEAD = "TRƯỜNG THCS SÔNG LAM\nSố: 7/KH-THCSSL\nSông Lam, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH NĂM HỌC 2025-2026\n\n"
CONTEXT = Context(load_calendar(), SchoolYear(2025), date(2025, 9, 1))
CALENDAR = (
    "Tuần\tThứ, ngày\tNội dung công việc\tNgười thực hiện",
    "Tuần 5 (06/10 - 11/10)\t{}\tDọn vườn thuốc nam\tTổ Sinh",
)


def tasks(text: str):
    return understand(read_text(HEAD + text, "dán"), load_calendar()).tasks


def days(text: str):
    return [(part.due.start, part.due.day) for part in segments(text, CONTEXT, line=True)]


@pytest.mark.parametrize("named", ["mừng ngày 26/3", "hưởng ứng ngày 26/3", "chào mừng ngày 26/3"])
def test_a_day_only_celebrated_beside_a_last_day_sets_no_work(named):
    text = f"Lớp 9A gửi tranh cổ động {named} cho cô thư viện trước ngày 18/3/2026"
    assert days(text) == [(None, date(2026, 3, 18))]


def test_a_feast_that_is_held_keeps_its_day_before_another_work():
    first, last = days("Văn nghệ chào mừng ngày 26/3, nộp ảnh trước ngày 30/3/2026")
    assert (first[1], last[1]) == (date(2026, 3, 26), date(2026, 3, 30))


@pytest.mark.parametrize(
    "span", ["Ba 07/10 - Tư 08/10", "Thứ Ba 07/10 – Tư 08/10", "ba, 07/10 đến tư, 08/10", "Ba 07/10 - Tu 08/10"]
)
def test_weekdays_named_in_short_are_a_span(span):
    (task,) = tasks("\n".join(CALENDAR).format(span))
    assert (task.due.start, task.due.day) == (date(2025, 10, 7), date(2025, 10, 8))
    assert task.due.words == span


@pytest.mark.parametrize("span", ["Ba 07/10 - Chủ nhật 12/10", "Ba 07/10 - CN 12/10", "ba 07/10 den chu nhat 12/10"])
def test_a_span_of_weekdays_in_short_may_end_on_a_sunday(span):
    (task,) = tasks("\n".join(CALENDAR).format(span))
    assert (task.due.start, task.due.day) == (date(2025, 10, 7), date(2025, 10, 12))
    assert task.due.words == span


@pytest.mark.parametrize("other", ["Năm 2025 - Năm 2026", "Ba 07/10", "Tư vấn 07/10 - 08/10", "Thứ Ba - Thứ Tư"])
def test_other_words_are_no_span_of_weekdays(other):
    assert with_weekdays(other) == other


def test_the_whole_week_is_that_of_its_block():
    (task,) = tasks("\n".join(CALENDAR).format("Cả tuần"))
    assert (task.due.start, task.due.day) == (date(2025, 10, 6), date(2025, 10, 11))


def test_a_whole_week_under_a_row_of_that_week_is_that_week_though_its_column_only_counts():
    rows = (
        "Tuần\tNgày\tNội dung\tNgười phụ trách",
        "Tuần 12 (từ 24/11 đến 29/11)\t\t\t",
        "12\t26/11\tKhám sức khỏe khối 6\tY tế",
        "12\tCả tuần\tTrực cổng trường: lớp 9A1\tTổng phụ trách",
    )
    task = tasks("\n".join(rows))[-1]
    assert (task.title, task.due.start, task.due.day) == (
        "Trực cổng trường: lớp 9A1",
        date(2025, 11, 24),
        date(2025, 11, 29),
    )


def test_the_whole_week_without_a_week_is_no_date():
    rows = ("Thời gian\tNội dung công việc\tNgười thực hiện", "Cả tuần\tDọn vườn thuốc nam\tTổ Sinh")
    assert not any(task.due.dated for task in tasks("\n".join(rows)))


def test_whom_a_row_names_is_nearer_than_the_heading_of_the_body():
    body = "I. NỘI DUNG\n2. Đoàn, Đội\n- Tổ chức giải cầu lông cấp trường, khai mạc ngày 07/10/2025.\n\n"
    rows = "\n".join(CALENDAR).format("07/10").replace("Dọn vườn thuốc nam", "Khai mạc giải cầu lông cấp trường")
    (task,) = tasks(body + rows)
    assert task.owners == ("Tổ Sinh",)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Sau khi duyệt đề, tổ trưởng chuyên môn gửi đề về văn phòng", ("Tổ trưởng chuyên môn",)),
        ("Khi có lịch của Sở, văn thư gửi thông báo cho các lớp", ("Văn thư",)),
        ("Căn cứ kết quả bình chọn, Hiệu trưởng yêu cầu kế toán lập dự toán", ()),
        ("Văn thư gửi thông báo cho các lớp", ()),
    ],
)
def test_the_subject_stands_behind_the_opening_phrase(sentence, who):
    assert acting_behind_opening(sentence) == who


def test_a_paper_received_does_not_take_the_day_of_the_work():
    text = "Nhận được kế hoạch này, các khối họp phụ huynh trong ngày 12/10/2025"
    assert days(text) == [(date(2025, 10, 12), date(2025, 10, 12))]


def test_each_of_a_kind_that_acts_is_nearer_than_the_heading():
    (task,) = tasks("I. NỘI DUNG\n2. Đoàn, Đội\n- Các chi đội nộp sổ nhi đồng trước ngày 10/10/2025.\n")
    assert task.owners == ("Các chi đội",)


def row(number: int, *texts: str, lost: int = 0) -> Block:
    cells = [Cell(text, Place(table=1, row=number)) for text in texts]
    cells += [Cell("", Place(table=1, row=number), confidence=0.0) for _ in range(lost)]
    return Block("", Place(table=1, row=number), tuple(cells))


def test_a_scanned_header_spreads_over_its_beginning_and_end():
    head = row(1, "TT", "Noi dung", "Thoi gian", "Phu trach", lost=1)
    below = row(2, "", "Tu ngay", "Den ngay", "", lost=1)
    upper, lower, _ = spread([head, below, row(3, "1", "Ôn thi", "02/3/2026", "28/3/2026", "Tổ Toán")])
    assert [cell.text for cell in upper.cells] == ["TT", "Noi dung", "Thoi gian", "Thoi gian", "Phu trach"]
    assert [cell.text for cell in lower.cells] == ["", "", "Tu ngay", "Den ngay", ""]


def test_a_header_with_all_its_columns_stays():
    rows = (row(1, "TT", "Việc", "Thời gian", "Ai"), row(2, "", "Từ ngày", "Đến ngày", ""), row(3, "1", "a", "b", "c"))
    assert spread(rows) == rows


def test_weeks_without_accents_in_one_cell_are_of_two_works():
    rows = (
        "Thang\tThoi gian\tNoi dung cong viec\tNguoi thuc hien",
        "3/2026\tTuan 1; Tuan 4\t- Trang trí góc đọc mở. - Thi vẽ bìa sách đẹp.\tThư viện; TPT Đội",
    )
    first, last = tasks("\n".join(rows))
    assert first.due.day < last.due.start
