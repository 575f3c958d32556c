"""Who acts behind the field of a line, behind “năm nay”, in a team named by its act, and by a whole name alone."""

from __future__ import annotations

import pytest

from schedules.planning.people.behind_opening import acting_behind_opening
from schedules.planning.people.name_ends import name_at_start
from schedules.planning.people.names import names_in
from schedules.planning.people.persons import are_doers
from schedules.planning.people.subjects import subject_of


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Cơ sở vật chất: Phó Hiệu trưởng 2 chỉ đạo lắp 04 màn hình", ("Phó Hiệu trưởng 2",)),
        ("An toàn trường học: Bí thư Đoàn trường ký cam kết với 27 lớp", ("Bí thư Đoàn trường",)),
        ("Công tác bán trú: Kế toán lập dự toán tiền ăn", ("Kế toán",)),
        ("Tài chính: quyết toán năm 2025", ()),
        ("An toàn trường học: Ký cam kết với 27 lớp", ()),
        ("Thành phần: Hiệu trưởng, các tổ trưởng dự họp", ()),
    ],
)
def test_behind_the_field_of_a_line_stands_who_acts(line, who):
    assert subject_of(line) == who


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Năm nay các tổ trưởng chuyên môn nộp đề kiểm tra", ("Các tổ trưởng chuyên môn",)),
        ("Học kỳ này các tổ chuyên môn nộp kế hoạch", ("Các tổ chuyên môn",)),
        ("Năm nay các kế hoạch được duyệt sớm", ()),
        ("Năm nay đề kiểm tra của các tổ trưởng nộp muộn", ()),
        ("Tháng này các trường yêu cầu giáo viên nộp đề", ()),
    ],
)
def test_several_act_behind_what_is_now(line, who):
    assert acting_behind_opening(line) == who


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Tổ công khai tổng hợp ý kiến góp ý", ("Tổ công khai",)),
        ("Nhóm biên soạn nộp bản thảo", ("Nhóm biên soạn",)),
        ("Bộ phận tiếp nhận rà soát hồ sơ", ("Bộ phận tiếp nhận",)),
        ("Tổ công khai báo cáo thường niên", ("Tổ",)),
        ("Tổ tiếp nhận đăng ký dự thi", ("Tổ",)),
    ],
)
def test_before_another_deed_the_first_is_the_name_of_a_team(line, who):
    assert subject_of(line) == who


def test_pupils_who_keep_order_act():
    assert subject_of("Sao đỏ tổng hợp điểm thi đua các lớp") == ("Sao đỏ",)
    assert subject_of("Cờ đỏ chấm điểm nền nếp") == ("Cờ đỏ",)
    assert not are_doers("Cờ đỏ sao vàng")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("GVCN khối 4, khối 5", ("GVCN khối 4, khối 5",)),
        ("Giáo viên lớp 4A, lớp 5B", ("Giáo viên lớp 4A, lớp 5B",)),
        ("Khối 4, khối 5", ("Khối 4", "khối 5")),
        ("GVCN khối 4, tổ 5", ("GVCN khối 4", "tổ 5")),
        ("GVCN khối 4, GVCN khối 5", ("GVCN khối 4", "GVCN khối 5")),
    ],
)
def test_one_more_grade_of_a_post_is_nobody_more(text, names):
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Giao Bế Thị Huyền hoàn chỉnh hồ sơ đăng ký đánh giá ngoài", ("Bế Thị Huyền",)),
        ("Giao Nguyễn Văn Nam dán nhãn hộp hồ sơ", ("Nguyễn Văn Nam",)),
        ("Giao lưu Văn Nghệ chào mừng", ()),
    ],
)
def test_a_whole_name_needs_no_verb_that_is_known(line, who):
    assert subject_of(line) == who


@pytest.mark.parametrize("line", ["Trần Thị Lan là tổ trưởng", "Đoàn Thanh niên hoàn chỉnh hồ sơ", "Bế Thị Huyền"])
def test_a_name_that_goes_on_or_is_of_a_body_is_not_over(line):
    assert name_at_start(line) == ""
