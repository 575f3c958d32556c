"""Who acts in sentences that begin with a paper, with a council's two deeds or with schools of several levels."""

from __future__ import annotations

import pytest

from schedules.planning.people.fronted import acting_behind_paper
from schedules.planning.people.names import names_in
from schedules.planning.people.subjects import subject_of
from tests.fakes.typed_plan import plan_of


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Bảng lương tháng 12 kế toán trình Hiệu trưởng ký", "kế toán"),
        ("Báo cáo quý I kế toán gửi Phòng GD&ĐT", "kế toán"),
        ("Danh sách lớp 5A giáo viên chủ nhiệm nộp văn phòng", "giáo viên chủ nhiệm"),
        ("Kế hoạch tuần 5 tổ trưởng trình Phó Hiệu trưởng", "tổ trưởng"),
        ("Sổ “Bé ngoan” giáo viên chủ nhiệm nộp Phó Hiệu trưởng", "giáo viên chủ nhiệm"),
    ],
)
def test_who_stands_behind_what_a_paper_is_of_acts(line, who):
    assert acting_behind_paper(line) == (who,)


@pytest.mark.parametrize(
    "line",
    [
        "Kế hoạch tháng 10 của tổ trưởng gửi Phó Hiệu trưởng",
        "Danh sách 12 giáo viên dự thi nộp văn phòng",
        "Danh sách giáo viên chủ nhiệm gửi về Phòng",
        "Báo cáo tháng 9 học sinh nghỉ học gửi Phòng",
        "Hội nghị tháng 10 kế toán báo cáo",
    ],
)
def test_who_a_paper_is_about_does_not(line):
    assert acting_behind_paper(line) == ()


def test_a_work_of_such_a_paper_is_of_who_hands_it_in():
    (task,) = plan_of("1. Nhắc việc\n- Bảng lương tháng 12 kế toán trình Hiệu trưởng ký trong ngày 09/12/2024.\n").tasks
    assert task.owners == ("kế toán",)


@pytest.mark.parametrize(
    "line",
    [
        "Hội đồng xét và thông báo kết quả xếp loại",
        "Hội đồng xét, công nhận sáng kiến cấp trường",
        "Hội đồng đánh giá và xếp loại viên chức",
        "Hội đồng kiểm tra và ký biên bản bàn giao",
    ],
)
def test_a_council_of_two_deeds_is_named_by_neither(line):
    assert subject_of(line) == ("Hội đồng",)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Hội đồng xét tốt nghiệp họp rà soát hồ sơ", "Hội đồng xét tốt nghiệp"),
        ("Hội đồng chấm thi họp phiên thứ nhất", "Hội đồng chấm thi"),
        ("Ban kiểm tra, đánh giá lập báo cáo", "Ban kiểm tra"),
    ],
)
def test_a_deed_in_a_name_stays_there(line, who):
    assert subject_of(line) == (who,)


@pytest.mark.parametrize(
    "name",
    [
        "Trường TH&THCS Lũng Vài",
        "Trường TH-THCS Lũng Vài",
        "Trường TH - THCS Lũng Vài",
        "Trường TH, THCS và THPT Ba Vì",
        "Trường PTDTBT TH&THCS Nà Khoa",
        "Các trường MN, TH, THCS",
        "Trung tâm GDNN-GDTX huyện",
    ],
)
def test_a_school_of_several_levels_is_one(name):
    assert names_in(name) == (name,)


@pytest.mark.parametrize(
    "names", [("Trường TH A", "THCS B"), ("Trường THCS&THPT A", "Trường TH&THCS B"), ("TTCM", "PHT")]
)
def test_several_schools_are_several(names):
    assert names_in(", ".join(names)) == names


def test_who_hands_in_does_not_receive():
    line = "Mỗi trường cử từ 2 đến 4 giáo viên. Hồ sơ dự thi nhận tại Phòng từ ngày 28/10 đến hết ngày 01/11/2024."
    (task,) = plan_of(f"1. Hội thi\n{line}\n").tasks
    assert task.owners == ()
