"""Paragraphs of several sentences: each keeps its own time, whether it stands before or behind its work."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.planning import understand
from schedules.planning.people.subjects import subject_of
from schedules.planning.text.segments import segments
from schedules.reading import read_text
from schedules.wording import Context

CONTEXT = Context(load_calendar(), SchoolYear(2025), date(2025, 9, 1))
HEAD = "TRƯỜNG TIỂU HỌC BA KHE\nBa Khe, ngày 2 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def works(text):
    return [(text[part.start : part.end].strip(" .;"), part.due.day) for part in segments(text, CONTEXT, line=True)]


def test_a_time_that_leads_its_sentence_does_not_turn_those_of_the_next():
    first, then, last = (
        "Trong tháng 10/2025, Đội Sao đỏ trực cổng",
        "Tổ Toán dự giờ ngày 05/11/2025",
        "Thủ quỹ quyết toán trước ngày 25/11/2025",
    )
    found = [(first, date(2025, 10, 31)), (then, date(2025, 11, 5)), (last, date(2025, 11, 25))]
    assert works(f"{first}. {then}. {last}. Không thu thêm khoản nào.")[:2] == found[:2]
    assert works(f"{then}. {first}. {last}.") == [found[1], found[0], found[2]]


def test_a_name_in_short_ends_no_sentence():
    text = "Trước ngày 15/10/2025, nộp hồ sơ cho cô ThS. Lan tại Tp. Vinh; trước ngày 20/10/2025, duyệt kế hoạch."
    assert works(text)[0] == ("Trước ngày 15/10/2025, nộp hồ sơ cho cô ThS. Lan tại Tp. Vinh", date(2025, 10, 15))


def test_a_clause_between_semicolons_is_due_by_the_time_it_ends_with():
    text = "Trong tháng 11/2025, tổ Toán dự giờ; tổ Văn nộp đề trước ngày 20/11/2025; tổ Sử họp ngày 25/11/2025."
    assert works(text)[1] == ("tổ Văn nộp đề trước ngày 20/11/2025", date(2025, 11, 20))


def test_works_of_one_word_stand_before_their_days():
    text = "Thi ngày 05/12/2025, chấm ngày 06/12/2025, công bố ngày 07/12/2025 trên bảng tin."
    assert [words.split()[0] for words, _ in works(text)] == ["Thi", "chấm", "công"]


def test_a_part_of_the_year_in_the_words_of_a_work_is_no_time_beside_its_last_day():
    text = "Các lớp cập nhật số liệu đầu năm học lên phần mềm, hoàn thành trước ngày 20/10/2025."
    assert works(text) == [(text.strip("."), date(2025, 10, 20))]


def test_a_part_of_the_year_put_as_a_time_keeps_its_work():
    text = "Tổ chức khảo sát vào đầu năm học đối với lớp 6, hoàn thành trước ngày 20/10/2025."
    assert len(works(text)) == 2


@pytest.mark.parametrize("label", ["thời kỳ kiểm tra", "niên độ tài chính"])
def test_the_period_looked_into_is_not_when_it_is_looked_into(label):
    assert works(f"Kiểm tra quỹ lớp ({label}: từ 01/9/2025 đến 31/10/2025)") == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ủy ban kiểm tra rà soát sổ quỹ", "Ủy ban kiểm tra"),
        ("Ủy ban nhân dân xã kiểm tra nhà trường", "Ủy ban nhân dân xã"),
        ("Tổ công đoàn Hành chính muối dưa cùng học sinh", "Tổ công đoàn Hành chính"),
    ],
)
def test_a_body_with_a_deed_or_a_team_in_its_name_keeps_it(sentence, who):
    assert subject_of(sentence) == (who,)


def test_who_acts_behind_a_leading_time_and_a_comma_does_the_work():
    plan = understand(
        read_text(f"{HEAD}- Trong tháng 10/2025, Chủ tịch Công đoàn rà soát hồ sơ.", "dán"), CONTEXT.calendar
    )
    assert [task.owners for task in plan.tasks] == [("Chủ tịch Công đoàn",)]


def first_times(signed):
    head = f"TRƯỜNG MẦM NON A\nA, ngày {signed}\nKẾ HOẠCH CÔNG TÁC THÁNG 11 NĂM 2023\nI. NỘI DUNG\n"
    weeks = "- Tuần 1 (30/10 - 04/11)\n+ Duyệt sổ.\n- Tuần 2 (06/11 - 11/11)\n+ Dự giờ.\n"
    lines = "II. VIỆC KHÁC\n- Tổ nuôi dưỡng niêm yết thực đơn vào thứ Hai hằng tuần.\n"
    plan = understand(read_text(head + weeks + lines, "dán"), CONTEXT.calendar)
    return [task.due.day for task in plan.tasks if task.due.recurrence]


def test_weekly_work_of_a_month_begins_in_the_months_first_week_though_it_lies_in_the_month_before():
    assert first_times("27 tháng 10 năm 2023") == [date(2023, 10, 30)]
    assert first_times("31 tháng 10 năm 2023") == [date(2023, 11, 6)]


@pytest.mark.parametrize("between", ["Tổ Văn chuẩn bị loa đài", "Tổ Văn chuẩn bị loa đài, Văn thư in giấy mời"])
def test_a_time_that_opens_a_sentence_leaves_the_sentence_before_it_to_the_time_before(between):
    text = f"Nói chuyện về phòng bệnh tổ chức vào tháng 11/2025, {between}. Tháng 12/2025 nhà trường tổ chức khám răng cho trẻ."
    assert works(text) == [
        (f"Nói chuyện về phòng bệnh tổ chức vào tháng 11/2025, {between}", date(2025, 11, 30)),
        ("Tháng 12/2025 nhà trường tổ chức khám răng cho trẻ", date(2025, 12, 31)),
    ]


def test_a_clause_before_a_time_in_its_own_sentence_is_of_that_time():
    text = "Nói chuyện về phòng bệnh vào tháng 11/2025, tổ Văn chuẩn bị loa đài trong tháng 12/2025."
    assert works(text)[1] == ("tổ Văn chuẩn bị loa đài trong tháng 12/2025", date(2025, 12, 31))
