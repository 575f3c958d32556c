"""Several times in one sentence: the stages and steps of a work, the months and the days it comes back on."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text
from schedules.wording import Context, next_time

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 1 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def read(line: str):
    plan = understand(read_text(f"{HEAD}- {line}\n", "p.txt"), load_calendar())
    left = [quote for finding in plan.findings if finding.rule == "lech-so-moc" for quote in finding.quotes]
    return [(task.title, f"{task.due.day:%d/%m}") for task in plan.tasks], left


@pytest.mark.parametrize(
    ("line", "works"),
    [
        (
            "Giải cờ vua: vòng bảng 3-5/11/2025, bán kết 7/11/2025, chung kết 8/11/2025",
            [("vòng bảng", "05/11"), ("bán kết", "07/11"), ("chung kết", "08/11")],
        ),
        ("Hội thi hùng biện: sơ khảo ngày 3/11; chung khảo ngày 8/11", [("sơ khảo", "03/11"), ("chung khảo", "08/11")]),
        ("Thu bài dự thi từ 3/11 đến 5/11/2025, chấm ngày 8/11/2025", [("Thu", "05/11"), ("Chấm", "08/11")]),
        ("Góp ý dự thảo (từ 3 - 5/11/2025), ban hành trước 8/11/2025", [("Góp ý", "05/11"), ("Ban hành", "08/11")]),
        ("Diễn tập cứu hộ tháng 11/2025, tháng 4/2026", [("Diễn tập", "30/11"), ("Diễn tập", "30/04")]),
    ],
)
def test_each_stage_step_or_month_is_a_work(line, works):
    found, left = read(line)
    assert [(word in title, day) for (title, day), (word, _) in zip(found, works, strict=True)] == [
        (True, day) for _, day in works
    ]
    assert not left


def test_an_end_that_only_says_done_makes_no_second_work():
    found, left = read("Thu bài dự thi từ 3/11 đến 5/11/2025, hoàn thành trước 8/11/2025")
    assert len(found) == 1
    assert left == ["từ 3/11 đến 5/11/2025"]


def test_a_stage_in_passing_names_no_round():
    assert read("Cổ vũ đội tuyển vào chung kết ngày 8/11/2025")[0] == [("Cổ vũ đội tuyển vào chung kết", "08/11")]


def test_days_of_one_rhythm_are_one_work_from_the_first_of_them():
    plan = understand(read_text(f"{HEAD}- Tập văn nghệ chiều thứ Ba, thứ Năm hằng tuần\n", "p.txt"), load_calendar())
    (task,) = plan.tasks
    assert (task.due.words, f"{task.due.day:%d/%m}") == ("chiều thứ Ba, thứ Năm hằng tuần", "02/09")
    assert all(finding.rule != "lech-so-moc" for finding in plan.findings)


def test_months_that_share_a_day_are_works_of_their_own_that_quote_it():
    plan = understand(read_text(f"{HEAD}- Nộp số liệu trước ngày 8 các tháng 11, 1 và 4\n", "p.txt"), load_calendar())
    words = [(task.due.words, f"{task.due.day:%d/%m}") for task in plan.tasks]
    assert words[0] == ("trước ngày 8 các tháng 11", "08/11")
    assert words[2] == ("trước ngày 8 các tháng 11, 1 và 4", "08/04")


def test_the_next_times_of_one_rhythm_fall_on_each_of_its_days():
    calendar = load_calendar()
    plan = understand(read_text(f"{HEAD}- Tập văn nghệ chiều thứ Ba, thứ Năm hằng tuần\n", "p.txt"), calendar)
    context, due, days = Context(calendar, plan.header.school_year, plan.header.date), plan.tasks[0].due, []
    for _ in range(4):
        due = next_time(due, context)
        days.append(f"{due.day:%d/%m}")
    assert days == ["04/09", "09/09", "11/09", "16/09"]


@pytest.mark.parametrize(
    ("line", "works"),
    [
        (
            "Ráp chương trình văn nghệ (ráp lần 1: 4/11; ráp lần cuối: 7/11).",
            [("Ráp chương trình văn nghệ", "04/11"), ("Ráp lần cuối", "07/11")],
        ),
        (
            "Hội thi bày mâm quả: đăng ký trước ngày 4/11/2025, chấm và trao giải ngày 7/11/2025",
            [("Hội thi bày mâm quả: đăng ký", "04/11"), ("Hội thi bày mâm quả: chấm và trao giải", "07/11")],
        ),
    ],
)
def test_each_label_of_a_bracket_and_each_step_of_a_contest_is_a_work(line, works):
    assert read(line) == (works, [])


def test_a_day_for_each_part_of_the_school_is_a_work_of_its_own():
    assert [day for _, day in read("Tổng vệ sinh ngày 4/11 (sân trường), 5/11 (các phòng).")[0]] == ["04/11", "05/11"]
    assert [day for _, day in read("Hướng tới kỷ niệm 85 năm ngày thành lập Đội (15/5/1941 - 15/5/2026).")[0]] == []


def test_a_place_that_names_the_day_again_is_no_work_of_its_own():
    found, _ = read("Cử cán bộ dự tập huấn ngày 26/11/2025 tại hội trường xã (26/11/2025 phát tài liệu)")
    assert [day for _, day in found] == ["26/11"]
    assert found[0][0].startswith("Cử cán bộ dự tập huấn tại hội trường xã")


def test_a_place_with_another_day_stays_apart():
    found, _ = read("Chấm thi ngày 5/11/2025 tại cụm 1; tại cụm 2 ngày 6/11/2025")
    assert [day for _, day in found] == ["05/11", "06/11"]
