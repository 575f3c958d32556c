"""Sentences of one work cell: a job each where each begins with what is done."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.tables.works import jobs_in
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\n"


@pytest.mark.parametrize(
    "jobs",
    [
        ("Kiểm kê phòng máy.", "Lập dự toán sửa chữa."),
        ("- Dự giờ tổ Toán.", "Góp ý giáo án tổ Văn.", "Chấm vở lớp 6."),
        ("Họp phụ huynh.", "Thu phiếu khảo sát"),
    ],
)
def test_sentences_that_each_begin_with_a_deed_are_jobs(jobs):
    assert jobs_in(" ".join(jobs)) == jobs


@pytest.mark.parametrize(
    "work",
    [
        "Kiểm tra hồ sơ tổ. Chú trọng giáo án.",
        "Tổ chức giải bóng đá. Tổ chức tại sân vận động.",
        "Xây dựng kế hoạch tuần. Trình Hiệu trưởng phê duyệt.",
        "Tập huấn phần mềm. Báo cáo kết quả về tổ.",
        "Kiểm tra TP. Hoa Lư.",
        "Họp tổ. Họp Đội.",
        "Rà soát thiết bị; lập danh sách hỏng.",
    ],
)
def test_a_sentence_that_tells_of_the_one_before_stays_with_it(work):
    assert jobs_in(work) == (work,)


def test_where_one_sentence_is_a_work_of_the_body_the_other_stays():
    body = "I. NỘI DUNG\n- Công khai quỹ lớp năm 2024: trước ngày 15/01/2025.\n\nII. LỊCH\n\n"
    rows = (
        "|Tháng|Tuần|Nội dung công việc|\n|---|---|---|\n|1|Tuần 2|Sơ kết thi đua đợt 1. Công khai quỹ lớp năm 2024.|\n"
    )
    tasks = understand(read_text(f"{HEAD}{body}{rows}|2|Tuần 3|Họp tổ|\n", "dán"), load_calendar()).tasks
    assert sorted((task.title, len(task.mentions)) for task in tasks) == [
        ("Công khai quỹ lớp năm 2024", 2),
        ("Họp tổ", 1),
        ("Sơ kết thi đua đợt 1", 1),
    ]
