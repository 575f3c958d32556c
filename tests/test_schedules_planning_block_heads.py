"""Unmarked lines that head blocks of labelled lines, and what the lines of a block say of its work."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def read(text: str):
    return understand(read_text(HEAD + text, "plan.txt"), load_calendar())


def works(text: str):
    return [(task.title, task.due.start, task.due.day, task.owners) for task in read(text).tasks]


ROOM = "• Địa điểm: phòng Hội đồng\n"


@pytest.mark.parametrize("sign", ["•", "-", "+"])
@pytest.mark.parametrize(
    "heads", [("Chuyên đề 1. {}", "Chuyên đề 2. {}"), ("Hoạt động 1: {}", "Hoạt động 2: {}"), ("{}", "{}")]
)
def test_a_line_over_bullets_of_labels_names_their_work(heads, sign):
    text = (
        f"{heads[0].format('Thi vẽ tranh')}\n{sign} Thời gian: sáng 11/10/2025\n{sign} Địa điểm: phòng Hội đồng\n"
        f"{sign} Người phụ trách: cô Đào Thị Mận\n"
        f"{heads[1].format('Thi kể chuyện')}\n{sign} Thời gian: trong tháng 11/2025\n{sign} Địa điểm: sân trường\n"
        f"{sign} Người phụ trách: thầy Vi Văn Thụ\n"
        "II. TỔ CHỨC THỰC HIỆN\n- Báo cáo kết quả về Phòng trước ngày 30/12/2025."
    )
    named = [head.partition(": ")[2] or head for head in heads]  # “Hoạt động 1:” only labels the name
    assert works(text)[:2] == [
        (named[0].format("Thi vẽ tranh"), date(2025, 10, 11), date(2025, 10, 11), ("cô Đào Thị Mận",)),
        (named[1].format("Thi kể chuyện"), date(2025, 11, 1), date(2025, 11, 30), ("thầy Vi Văn Thụ",)),
    ]


def test_one_sentence_over_a_time_line_heads_no_block():
    text = "A. Ngày hội STEM\nNhà trường tổ chức cho cả ba khối.\n- Thời gian: 11/10/2025\n- Địa điểm: sân trường\n"
    assert [title for title, *_ in works(text)] == ["Ngày hội STEM"]


def test_months_over_their_lists_stay_times():
    text = "Tháng 10\n- Nội dung: Thi vẽ tranh\n- Kiểm kê thư viện\nTháng 11\n- Nội dung: Thi hát\n- Kiểm kê thiết bị\n"
    days = {title: day for title, _, day, _ in works(text)}
    assert days["Kiểm kê thư viện"] == date(2025, 10, 31)
    assert days["Kiểm kê thiết bị"] == date(2025, 11, 30)


BLOCK = "Nhận xét của Đoàn: {found}\nBiện pháp: {done}\nNgười thực hiện: {who}\n{when}"


def test_a_recommendation_with_its_criterion_is_over_the_lines_of_its_block():
    text = (
        "Kiến nghị 1 (Tiêu chí 1.3)\n"
        + BLOCK.format(found="Sổ ghi chưa đủ.", done="Bổ sung sổ ghi.", who="Văn thư", when="Thời hạn: quý IV/2025\n")
        + "Kiến nghị 2 (Tiêu chí 2.10)\n"
        + BLOCK.format(
            found="Cổng hẹp.",
            done="(1) Khảo sát cổng phía Tây: trong tháng 10/2025. (2) Trình xã phê duyệt: chiều 18/12/2025.",
            who="Hiệu trưởng",
            when="",
        )
        + "Kiến nghị 3 (Tiêu chí 4.1)\n"
        + BLOCK.format(
            found="Biên bản họp sơ sài.",
            done="Họp Ban đại diện cha mẹ học sinh giữa năm học, có biên bản.",
            who="Văn phòng",
            when="Thời hạn: Chủ nhật 25/01/2026\n",
        )
        + "II. TỔ CHỨC THỰC HIỆN\n- Báo cáo kết quả về Phòng trước ngày 30/5/2026."
    )
    plan = read(text)
    assert [(task.title, task.criterion, task.due.start, task.due.day, task.owners) for task in plan.tasks[:4]] == [
        ("Bổ sung sổ ghi", "1.3", date(2025, 10, 1), date(2025, 12, 31), ("Văn thư",)),
        ("Khảo sát cổng phía Tây", "2.10", date(2025, 10, 1), date(2025, 10, 31), ("Hiệu trưởng",)),
        ("Trình xã phê duyệt", "2.10", date(2025, 12, 18), date(2025, 12, 18), ("Hiệu trưởng",)),
        (
            "Họp Ban đại diện cha mẹ học sinh giữa năm học, có biên bản",
            "4.1",
            date(2026, 1, 25),
            date(2026, 1, 25),
            ("Văn phòng",),
        ),
    ]
    assert plan.tasks[4].criterion is None
    assert not any("Kiến nghị" in duty.title for duty in plan.duties)


@pytest.mark.parametrize(
    ("done", "when", "days"),
    [
        ("Mua sách trong tháng 11", "Thời hạn: 15/12/2025", [date(2025, 11, 30), date(2025, 12, 15)]),
        ("Mua sách trong tháng 11", "Thời hạn: 15/11/2025", [date(2025, 11, 15)]),
        ("Duyệt giá trước 05/11/2025; mua sách trước 10/11/2025", "Thời hạn: 15/11/2025", None),
    ],
)
def test_a_time_line_speaks_for_the_stretch_its_work_names_and_for_no_other_time(done, when, days):
    block = f"Biện pháp: {done}.\nNgười thực hiện: Thư viện\n{when}\n"
    found = [day for _, _, day, _ in works(f"A. Thư viện\n{block}B. Tài chính\n- Kiểm quỹ ngày 20/12/2025.")][:-1]
    assert found == days if days else found[:2] == [date(2025, 11, 5), date(2025, 11, 10)]


@pytest.mark.parametrize(
    ("work", "start"),
    [("Họp Hội đồng trường", date(2025, 11, 15)), ("Nộp sổ ghi", None), ("Sửa mái nhà xe", None)],
)
def test_what_is_held_is_held_on_the_day_its_line_calls_the_limit(work, start):
    assert works(f"1. {work}\n- Thời hạn: 15/11/2025\n") == [(work, start, date(2025, 11, 15), ())]


@pytest.mark.parametrize(
    ("text", "day", "title"),
    [
        (
            "Ra mắt câu lạc bộ nhân dịp 26/3, cụ thể là sáng 24/3/2026",
            date(2026, 3, 24),
            "Ra mắt câu lạc bộ nhân dịp 26/3",
        ),
        ("Tổ chức mít tinh chào mừng 20/11 (chính thức vào ngày 18/11)", date(2025, 11, 18), None),
        ("Ra mắt câu lạc bộ nhân dịp 26/3", date(2026, 3, 26), None),
        ("Hoàn thành kế hoạch cụ thể trước 05/10/2025", date(2025, 10, 5), "Hoàn thành kế hoạch cụ thể"),
    ],
)
def test_a_feast_gives_way_to_the_day_put_behind_it(text, day, title):
    ((said, _, found, _),) = works(f"- {text}.")
    assert found == day
    assert title in {None, said}
