"""What a week is about, over the table of its days, is no work; what is done in it, or stands over no table, is."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = (
    "TRƯỜNG TIỂU HỌC ĐỒI SIM\nĐồi Sim, ngày 10 tháng 10 năm 2025\nLỊCH CÔNG TÁC TUẦN 6\n"
    "(Từ ngày 13/10/2025 đến ngày 19/10/2025)\nNăm học 2025-2026\nI. Trọng tâm tuần 6\n"
)
TABLE = "II. Lịch cụ thể\n\n| Ngày | Nội dung | Chủ trì |\n|---|---|---|\n| 14/10/2025 | Họp tổ văn phòng | Kế toán |\n"


def titles(items, table=TABLE):
    return [task.title for task in understand(read_text(HEAD + items + table, "dán"), load_calendar()).tasks]


def test_a_state_to_keep_over_the_table_of_the_days_is_no_work_of_the_week():
    assert titles("- An toàn, vệ sinh thực phẩm trong bếp ăn.\n") == ["Họp tổ văn phòng"]


@pytest.mark.parametrize(
    "state",
    [
        "Duy trì giờ đón, trả trẻ đúng quy định.",
        "Thi đua lập thành tích chào mừng ngày 22/12.",
        "Tiếp tục hoàn thiện hồ sơ thư viện.",
    ],
)
def test_what_goes_on_as_it_should_over_the_table_of_the_days_is_no_work_of_the_week(state):
    assert titles(f"- {state}\n") == ["Họp tổ văn phòng"]


def test_what_is_done_under_the_focus_of_a_week_stays_its_work():
    assert titles("- Kiểm kê thiết bị bếp ăn.\n") == ["Kiểm kê thiết bị bếp ăn", "Họp tổ văn phòng"]


def test_the_list_of_a_week_without_a_table_is_its_work():
    assert titles("- Vòng hai giải bóng đá mi ni khối 5.\n", "") == ["Vòng hai giải bóng đá mi ni khối 5"]
