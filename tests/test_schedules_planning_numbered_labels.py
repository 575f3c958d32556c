"""“Giải pháp 1: …” under a criterion is what is done, its number aside; also where a scan misread the label."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.text.labels import done_in
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC LÁ SEN\nĐồi Sim, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG CẢI TIẾN\n"


def works(*lines):
    tasks = understand(read_text(HEAD + "\n".join(lines) + "\n", "dán"), load_calendar()).tasks
    return [(task.title, task.criterion, task.owners, task.due.day.strftime("%d/%m")) for task in tasks]


def test_a_criterion_over_numbered_labels_is_the_works_own():
    found = works(
        "Tiêu chí 3.2: Phòng học",
        "Giải pháp: Thay 60 bộ bàn ghế.",
        "Người thực hiện: Kế toán.",
        "Thời gian: chậm nhất ngày 15/12/2025.",
        "Tiêu chí 3.5: Thiết bị",
        "Giải pháp 1: Thanh lý máy chiếu hỏng.",
        "Người thực hiện: Nhân viên thiết bị.",
        "Thời gian: chậm nhất ngày 14/01/2026.",
        "Giải pháp 2: Làm đồ dùng dạy học.",
        "Người thực hiện: Tổ trưởng tổ 4.",
        "Thời gian: chậm nhất ngày 13/3/2026.",
    )
    assert found == [
        ("Thay 60 bộ bàn ghế", "3.2", ("Kế toán",), "15/12"),
        ("Thanh lý máy chiếu hỏng", "3.5", ("Nhân viên thiết bị",), "14/01"),
        ("Làm đồ dùng dạy học", "3.5", ("Tổ trưởng tổ 4",), "13/03"),
    ]


def test_a_milestone_is_the_time_of_its_work_wherever_its_people_stand():
    found = works(
        "Tiêu chí 1.4: Hiệu trưởng, phó hiệu trưởng",
        "Biện pháp 1: Lập lịch tiếp công dân.",
        "Mốc hoàn thành: trước ngày 30/9/2025.",
        "Đầu mối: Văn thư.",
        "Biện pháp 2: Mở hộp thư góp ý.",
        "Mốc hoàn thành: trước ngày 31/10/2025.",
        "Đầu mối: Kế toán.",
    )
    assert found == [
        ("Lập lịch tiếp công dân", "1.4", ("Văn thư",), "30/09"),
        ("Mở hộp thư góp ý", "1.4", ("Kế toán",), "31/10"),
    ]


@pytest.mark.parametrize("label", ["Giải pháp", "Giái phdp", "Giai phâp 2", "Biên phap", "Giải pháp số 3"])
def test_a_label_of_what_is_done_is_known_though_misread(label):
    assert done_in(f"{label}: Thay bàn ghế.") == "Thay bàn ghế."


@pytest.mark.parametrize("label", ["Điểm yếu", "Hiện trạng", "Phụ trách", "Giải trình", "Phương pháp", "Kinh phí"])
def test_other_labels_tell_no_work(label):
    assert done_in(f"{label}: Thay bàn ghế.") == ""
