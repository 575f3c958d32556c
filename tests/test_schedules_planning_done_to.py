"""People a sentence only begins with: what is done to them is nobody's work of theirs."""

from __future__ import annotations

import pytest

from schedules.planning.people.subjects import subject_of
from tests.fakes.typed_plan import plan_of

BY = "trước ngày 20/12/2024"


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Thư viện được công nhận lại danh hiệu tiên tiến {BY}.", ()),
        (f"Thư viện được kiểm tra {BY}.", ()),
        (f"Bảo vệ được trang bị đèn pin {BY}.", ()),
        (f"Giáo viên được tập huấn phần mềm mới {BY}.", ()),
        (f"Các tổ được kiểm tra việc thực hiện quy chế {BY}.", ()),
        (f"Bảo vệ được giao thay khóa cổng {BY}.", ("Bảo vệ",)),
        (f"Giáo viên được cử đi học nộp giấy xác nhận {BY}.", ("Giáo viên",)),
        (f"Giáo viên được tập huấn nộp bài thu hoạch {BY}.", ("Giáo viên",)),
        (f"Các bộ phận chuẩn bị thời khóa biểu mới {BY}.", ("Các bộ phận",)),
        (f"Kế toán xác nhận công nợ {BY}.", ("Kế toán",)),
        (f"Văn thư nhận hồ sơ {BY}.", ("Văn thư",)),
    ],
)
def test_whoever_something_is_done_to_does_nothing_by_it(sentence, owners):
    (task,) = plan_of(f"1. {sentence}\n").tasks
    assert task.owners == owners


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Tổ giám sát kế hoạch cải tiến kiểm tra tiến độ", "Tổ giám sát kế hoạch cải tiến"),
        ("Văn phòng (đồng chí Lại Thị Mến) tổng hợp số liệu", "Văn phòng (đồng chí Lại Thị Mến)"),
        ("Thư ký Hội đồng tự đánh giá (cô Bích) viết báo cáo", "Thư ký Hội đồng tự đánh giá (cô Bích)"),
        ("Các lớp cân trẻ suy dinh dưỡng", "Các lớp"),
        ("Kế toán cân đối thu chi", "Kế toán"),
    ],
)
def test_who_acts_keeps_the_whole_name(sentence, who):
    found = subject_of(sentence) or plan_of(f"1. {sentence} {BY}.\n").tasks[0].owners
    assert found == (who,)
