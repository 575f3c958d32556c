"""What is to be true by a day is an aim, told in a finding, and no task; what people do stays one."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.text.aims import words_an_aim
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC ĐỒI CHÈ\nĐồi Chè, ngày 05 tháng 9 năm 2026\nKẾ HOẠCH\nNăm học 2026-2027\n\n"


def plan_of(text):
    return understand(read_text(HEAD + text, "dán"), load_calendar())


@pytest.mark.parametrize(
    "line",
    [
        "Phấn đấu đến tháng 5/2027 được công nhận chuẩn quốc gia mức độ 1",
        "Đến hết tháng 5/2027, trường phấn đấu có thêm 2 phòng chức năng đạt chuẩn",
        "100% học sinh lớp 5 hoàn thành chương trình trước ngày 28/5/2027",
        "Có 90% giáo viên xếp loại khá trở lên vào tháng 5/2027",
        "Tỉ lệ chuyên cần đạt 97% đến ngày 31/5/2027",
        "Đến ngày 31/5/2027 có ít nhất 4 giáo viên dạy giỏi cấp xã",
        "Duy trì phổ cập mức độ 3 đến tháng 12/2026",
    ],
)
def test_an_aim_with_a_time_is_told_and_is_no_task(line):
    plan = plan_of(f"II. NỘI DUNG\n1. Chất lượng\n- {line}.\n- Họp phụ huynh ngày 12/10/2026.\n")
    assert [task.due.day for task in plan.tasks] == [date(2026, 10, 12)]
    (told,) = (finding for finding in plan.findings if finding.rule == "chi-tieu-khong-la-viec")
    assert line.split(" ")[-1] in told.quotes[0]
    assert [duty.title for duty in plan.duties] == []


@pytest.mark.parametrize(
    "line",
    [
        "100% giáo viên nộp giáo án trước ngày 20/10/2026",
        "100% học sinh được khám sức khỏe trước ngày 20/10/2026",
        "Phấn đấu hoàn thành hồ sơ trường học an toàn trước ngày 20/10/2026",
        "Kiểm tra 30% giáo viên trước ngày 20/10/2026",
        "Có kế hoạch dạy bù gửi nhà trường trước ngày 20/10/2026",
    ],
)
def test_what_people_do_is_a_task_though_it_names_a_share(line):
    assert [task.due.day for task in plan_of(f"II. NỘI DUNG\n1. Việc\n- {line}.\n").tasks] == [date(2026, 10, 20)]


def test_under_a_heading_of_indicators_only_what_is_done_is_a_task():
    text = "II. NỘI DUNG\n2. Các chỉ tiêu cụ thể\n- Giải cấp xã: 05 em trước tháng 4/2027.\n- Nộp hồ sơ trước ngày 10/3/2027.\n"
    assert [task.due.day for task in plan_of(text).tasks] == [date(2027, 3, 10)]


@pytest.mark.parametrize("line", ["Tổ chức 2 buổi ngoại khóa", "Rà soát tỉ lệ chuyên cần"])
def test_other_counts_and_words_are_no_aims(line):
    assert not words_an_aim(line)


def test_a_text_without_accents_words_an_aim_too():
    assert words_an_aim("Phan dau den thang 5/2027 truong dat chuan quoc gia")
