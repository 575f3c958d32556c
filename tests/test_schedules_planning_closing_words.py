"""What the last words of a sentence say of all its works: who does them, what they cost."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.named import split_people
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 1 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def read(text: str):
    return understand(read_text(f"{HEAD}1. {text}\n", "p.txt"), load_calendar()).tasks


@pytest.mark.parametrize(
    "text",
    [
        "Ra đề trước 3/11/2025, in sao trước 8/11/2025. Phụ trách: Tổ phó.",
        "Ra đề trước 3/11/2025, in sao trước 8/11/2025; phụ trách: Tổ phó",
        "Hội thi vẽ (lần 1: 3/11/2025; lần 2: 3/3/2026). Chủ trì: Tổ phó; phối hợp: Liên đội.",
        "Ra đề trước 3/11/2025, in sao trước 8/11/2025.\nPhụ trách: Tổ phó",
    ],
)
def test_whom_the_last_words_name_does_every_work_of_the_line(text):
    assert [task.owners for task in read(text)] == [("Tổ phó",), ("Tổ phó",)]


def test_a_work_that_names_its_own_doer_keeps_it():
    first, _ = read("Thủ quỹ chốt sổ trước 3/11/2025, đối chiếu số dư trước 8/11/2025. Phụ trách: Kế toán.")
    assert first.owners == ("Thủ quỹ",)


def test_a_role_behind_the_day_needs_no_colon_and_a_class_is_no_role():
    assert read("Mua giấy thi trước 3/11/2025, phụ trách Thủ quỹ.")[0].owners == ("Thủ quỹ",)
    assert read("Tập huấn cho cô Mai ngày 3/11/2025, phụ trách lớp 4B")[0].owners == ()


@pytest.mark.parametrize(
    ("text", "title", "vnd"),
    [
        ("Sơn tường rào trước 3/11/2025, kinh phí 12 triệu đồng", "Sơn tường rào", 12_000_000),
        ("Sơn tường rào (kinh phí dự kiến: 900.000đ) trước 3/11/2025", "Sơn tường rào", 900_000),
        ("Sơn tường rào trước 3/11/2025, phụ trách Thủ quỹ; 12 triệu", "Sơn tường rào", 12_000_000),
        ("Quyết toán kinh phí 12 triệu đồng trước 3/11/2025", "Quyết toán kinh phí 12 triệu đồng", None),
        ("Vận động ủng hộ trước 3/11/2025; 20.000 đồng/em", "Vận động ủng hộ; 20.000 đồng/em", None),
    ],
)
def test_money_of_a_sentence_is_the_budget_and_leaves_the_title(text, title, vnd):
    (task,) = read(text)
    assert (task.title, task.budget.vnd if task.budget else None) == (title, vnd)


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("đ/c Tâm, Bí thư Chi đoàn", ("đ/c Tâm, Bí thư Chi đoàn",)),
        ("cô Tâm, Phó Hiệu trưởng, thầy Quý, Tổ trưởng", ("cô Tâm, Phó Hiệu trưởng", "thầy Quý, Tổ trưởng")),
        ("đ/c Tâm, Hiệu trưởng, Văn thư", ("đ/c Tâm", "Hiệu trưởng", "Văn thư")),
        ("đ/c Tâm, Thủ quỹ", ("đ/c Tâm", "Thủ quỹ")),
        ("Hiệu trưởng, Thư ký Hội đồng", ("Hiệu trưởng", "Thư ký Hội đồng")),
    ],
)
def test_the_office_of_a_person_is_no_second_person(names, people):
    assert split_people(names)[0] == people
