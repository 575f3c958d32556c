"""The criterion a work of the running text names in its own words, and several told."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_bytes, read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def read(line: str):
    plan = understand(read_text(f"{HEAD}1. {line}\n", "plan.txt"), load_calendar())
    return plan.tasks[0].criterion, [one.quotes[0] for one in plan.findings if one.rule == "nhieu-tieu-chi"]


@pytest.mark.parametrize(
    ("line", "criterion"),
    [
        ("Bổ sung minh chứng tiêu chí 1.4 trước ngày 12/12/2025.", "1.4"),
        ("Bổ sung minh chứng (TC 3.2) trước ngày 12/12/2025.", "3.2"),
        ("Bổ sung minh chứng các tiêu chí 2.1 - 2.4 trước ngày 12/12/2025.", None),
        ("Bổ sung minh chứng theo mẫu 1.4 trước ngày 12/12/2025.", None),
        ("Rà soát tiêu chí thi đua trước ngày 12/12/2025.", None),
    ],
)
def test_the_criterion_in_a_works_own_words_is_its_criterion(line, criterion):
    assert read(line) == (criterion, [])


def test_of_several_criteria_the_first_is_held_and_all_are_told():
    criterion, told = read("Bổ sung minh chứng tiêu chí 1.4, 2.5 và 3.1 trước ngày 12/12/2025.")
    assert criterion == "1.4"
    assert len(told) == 1


BELOW = (
    "- Điểm yếu: ít bóng mát.\n- Giải pháp: Trồng 15 cây bóng mát.\n- Thời gian: tháng 02/2026.\n- Phụ trách: Công đoàn.",
    "a) Giải pháp: Trồng 15 cây bóng mát.\nb) Thời gian: tháng 02/2026.",
    "1. Biện pháp: Trồng 15 cây bóng mát.\n2. Thời gian: tháng 02/2026.",
    "Giải pháp: Trồng 15 cây bóng mát.\nThời gian: tháng 02/2026.",
    "- Trồng 15 cây bóng mát trong tháng 02/2026.",
    "Sân ít bóng mát. Công đoàn trồng 15 cây bóng mát trong tháng 02/2026.",
)


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize(
    "over", ["Tiêu chí 3.1. Khuôn viên, sân chơi", "Tiêu chí 3.1: Khuôn viên", "TC 3.1 – Khuôn viên"]
)
def test_an_unmarked_line_that_names_a_criterion_is_of_the_works_below_it(over, below):
    before = "Tiêu chí 1.2. Hội đồng trường\n- Ban hành lịch họp trước ngày 18/10/2025.\n"
    after = "\nII. TỔ CHỨC THỰC HIỆN\n- Báo cáo kết quả về xã trước ngày 30/5/2026."
    plan = understand(read_text(f"{HEAD}{before}{over}\n{below}{after}\n", "plan.txt"), load_calendar())
    assert [task.criterion for task in plan.tasks] == ["1.2", "3.1", None]


def test_a_sentence_that_says_how_a_criterion_stands_heads_nothing():
    text = f"{HEAD}Tiêu chí 3.1 chưa đạt.\n- Trồng 15 cây bóng mát trong tháng 02/2026.\n"
    (task,) = understand(read_text(text, "plan.txt"), load_calendar()).tasks
    assert task.criterion is None


TABLE = "<table><tr><th>Việc</th><th>Thời hạn</th><th>Phụ trách</th></tr>{rows}</table>"
ROW = "<tr><td>{}</td><td>{}</td><td>Công đoàn</td></tr>"


def test_a_table_under_a_criterion_is_of_it_and_one_under_another_line_is_not():
    lines = "".join(f"<p>{line}</p>" for line in HEAD.splitlines())
    trees = TABLE.format(rows=ROW.format("Trồng 15 cây bóng mát", "Tháng 02/2026"))
    check = TABLE.format(rows=ROW.format("Kiểm tra việc cải tiến", "Tháng 3/2026"))
    page = f"{lines}<p>Tiêu chí 3.1. Khuôn viên</p>{trees}<p>Các việc chung</p>{check}"
    plan = understand(read_bytes(page.encode(), "plan.html"), load_calendar())
    assert [task.criterion for task in plan.tasks] == ["3.1", None]
