"""A second column of times sets a work of its own, or is told; members of a committee have duties; consecutive days."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS ĐÁ BẠC\nĐá Bạc, ngày 05 tháng 9 năm 2026\nKẾ HOẠCH\nNăm học 2026-2027\nI. NỘI DUNG\n\n"


def plan_of(*rows):
    return understand(read_text(HEAD + "\n".join(row.replace("|", "\t") for row in rows), "dán"), load_calendar())


def works(*rows):
    return [(task.title, task.due.start, task.due.day) for task in plan_of(*rows).tasks]


@pytest.mark.parametrize(
    ("label", "deed"),
    [("Thời gian báo cáo", "Báo cáo"), ("Hạn nộp sản phẩm", "Nộp sản phẩm"), ("Ngày kiểm tra", "Kiểm tra")],
)
def test_a_second_column_that_words_another_deed_gives_a_work_of_its_own(label, deed):
    found = works(f"TT|Nội dung|Thời gian|{label}|Phụ trách", "1|Trồng rừng|10/11/2026|20/11/2026|Tổ Sinh")
    assert [(title, day) for title, _, day in found] == [
        ("Trồng rừng", date(2026, 11, 10)),
        (f"{deed} (Trồng rừng)", date(2026, 11, 20)),
    ]


def test_another_time_of_the_same_work_is_told_and_not_chosen():
    plan = plan_of("TT|Nội dung|Thời gian|Điều chỉnh", "1|Trồng rừng|10/11/2026|20/11/2026", "2|Gieo hạt|12/11/2026|")
    assert [(task.due.day.day, task.confidence) for task in plan.tasks] == [(10, 0.6), (12, 0.95)]
    (told,) = (finding for finding in plan.findings if finding.rule == "hai-cot-thoi-gian")
    assert "20/11/2026" in told.message


def test_a_column_of_last_days_has_the_last_word():
    (task,) = plan_of("TT|Nội dung|Thời gian|Hạn hoàn thành", "1|Trồng rừng|Tháng 10|20/11/2026").tasks
    assert (task.due.day, task.mentions[0].due.day) == (date(2026, 11, 20), date(2026, 11, 20))


def test_a_beginning_an_end_and_a_report():
    found = works(
        "Nội dung|Thời gian bắt đầu|Thời gian kết thúc|Thời gian báo cáo",
        "Trồng rừng|10/11/2026|14/11/2026|20/11/2026",
    )
    assert found == [
        ("Trồng rừng", date(2026, 11, 10), date(2026, 11, 14)),
        ("Báo cáo (Trồng rừng)", date(2026, 11, 20), date(2026, 11, 20)),
    ]


def test_members_of_a_committee_have_duties_and_no_undated_tasks():
    plan = plan_of(
        "TT|Họ và tên|Chức vụ|Nhiệm vụ", "1|Lò Văn An|Hiệu trưởng|Chỉ đạo chung", "2|Hà Thị Na|Kế toán|Lo chi"
    )
    assert plan.tasks == ()
    assert [(duty.title, duty.owners) for duty in plan.duties] == [
        ("Chỉ đạo chung", ("Lò Văn An",)),
        ("Lo chi", ("Hà Thị Na",)),
    ]


def test_a_work_of_a_member_with_its_own_day_stays_a_task():
    plan = plan_of(
        "TT|Họ và tên|Nhiệm vụ", "1|Lò Văn An|Nộp hồ sơ trước ngày 10/10/2026", "2|Hà Thị Na|Theo dõi tiến độ chung"
    )
    assert [task.due.day for task in plan.tasks] == [date(2026, 10, 10)]
    assert len(plan.duties) == 1


@pytest.mark.parametrize("words", ["12/11 và 13/11/2026", "Ngày 12, 13/11/2026", "Ngày 12/11/2026 và ngày 13/11/2026"])
def test_days_of_a_cell_that_follow_each_other_are_one_span(words):
    found = works("TT|Nội dung|Thời gian", f"1|Trồng rừng|{words}")
    assert found == [("Trồng rừng", date(2026, 11, 12), date(2026, 11, 13))]


def test_days_of_a_cell_that_stand_apart_are_a_work_each():
    found = works("TT|Nội dung|Thời gian", "1|Trồng rừng|12/11 và 19/11/2026")
    assert [day for _, _, day in found] == [date(2026, 11, 12), date(2026, 11, 19)]


def test_a_beginning_and_an_end_not_set_under_their_times_part_them():
    found = works("TT|Nội dung|Phụ trách|Thời gian", "Bắt đầu|Kết thúc", "1|Trồng rừng|Tổ Sinh|10/11/2026|14/11/2026")
    assert found == [("Trồng rừng", date(2026, 11, 10), date(2026, 11, 14))]
