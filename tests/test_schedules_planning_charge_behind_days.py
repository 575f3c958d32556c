"""A clause between two works that only tells who does the first, and contents announced with their times."""

from __future__ import annotations

import pytest

from schedules.planning.told_headings import tells_of_past
from tests.fakes.typed_plan import plan_of

THEN = "Giáo viên bộ môn hoàn thành chấm bài chậm nhất ngày 03/01/2026."
EXAM = "Học sinh kiểm tra cuối học kỳ I từ ngày 22/12 đến ngày 26/12/2025"


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("; cô Phạm Thùy Trang phụ trách chung.", ("cô Phạm Thùy Trang",)),
        (", do tổ Khảo thí chủ trì.", ("tổ Khảo thí",)),
        (", Phó Hiệu trưởng chỉ đạo chung.", ()),
        (".", ()),
    ],
)
def test_who_does_a_work_may_stand_behind_its_days(clause, who):
    exam, marking = plan_of(f"1. Chuyên môn\n{EXAM}{clause} {THEN}\n").tasks
    assert exam.owners == who
    assert marking.owners == ("Giáo viên bộ môn",)


def test_the_clause_is_quoted_with_the_work_it_is_of():
    exam, marking = plan_of(f"1. Chuyên môn\n{EXAM}, do tổ Khảo thí chủ trì. {THEN}\n").tasks
    assert exam.mentions[0].quote.endswith("chủ trì.")
    assert marking.mentions[0].quote == THEN


def test_who_does_the_next_work_stays_with_it():
    exam, marking = plan_of(f"1. Chuyên môn\n{EXAM}, giáo viên bộ môn chấm bài xong trước ngày 03/01/2026.\n").tasks
    assert exam.owners == ()
    assert marking.owners == ("giáo viên bộ môn",)


@pytest.mark.parametrize("over", ["IV. Nội dung và thời điểm", "III. Nội dung, hình thức, thời gian thực hiện"])
def test_results_told_with_their_times_are_to_come(over):
    assert not tells_of_past("Kết quả giáo dục", (over.partition(" ")[2],))


@pytest.mark.parametrize(
    ("heading", "over"),
    [
        ("5. Kết quả năm học trước", "IV. Nội dung và thời điểm"),
        ("5. Kết quả giáo dục", "IV. Nội dung báo cáo"),
        ("5. Hạn chế", "IV. Nội dung và thời điểm"),
    ],
)
def test_what_went_before_stays_told(heading, over):
    assert tells_of_past(heading.partition(" ")[2], (over.partition(" ")[2],))
