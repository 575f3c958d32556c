"""Who a line names: subjects, labels, groups whose names hold a verb or a dash, and words that only look like people."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.named import is_owner_line, named_in, split_people
from schedules.planning.people.persons import are_doers, are_people
from schedules.planning.people.subjects import clause_subject, subject_of
from schedules.reading import read_text


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Tổ CNTT: nhập điểm", ("Tổ CNTT",)),
        ("Phó Hiệu trưởng phụ trách chuyên môn: lập danh sách", ("Phó Hiệu trưởng phụ trách chuyên môn",)),
        ("Nhóm thư ký lập danh mục", ("Nhóm thư ký",)),
        ("Báo cáo viên hoàn thành bài giảng", ("Báo cáo viên",)),
        ("Ban kiểm tra gửi biên bản", ("Ban kiểm tra",)),
        ("Các tổ nộp báo cáo tổng kết", ("Các tổ",)),
        ("BTCĐ nộp danh sách đoàn viên", ("BTCĐ",)),
        ("Họp tổ chuyên môn: 12/9", ()),
        ("Ban hành quyết định", ()),
        ("Tổ chức họp phụ huynh", ()),
    ],
)
def test_who_acts_in_a_sentence(line, who):
    assert subject_of(line) == who


@pytest.mark.parametrize("line", ["Thời gian thực hiện: tháng 9", "Kinh phí thực hiện: 5 triệu", "Thực hiện: tuần 2"])
def test_a_time_or_a_cost_after_the_word_for_doing_names_nobody(line):
    assert named_in(line)[0] == ()
    assert not is_owner_line(line)


def test_the_subjects_of_one_group_stay_together():
    assert split_people("Tổ Toán - Tin, BGH - GVCN") == (("Tổ Toán - Tin", "BGH", "GVCN"), ())


@pytest.mark.parametrize(
    "text",
    ["Cơ cấu giải thưởng", "Chỉ đạo chung", "Thay đổi", "mỗi nhóm thảo luận", "Phòng bệnh", "phòng tai nạn", "Bàn ghế"],
)
def test_words_that_begin_like_people_are_none(text):
    assert not are_people(text)


@pytest.mark.parametrize(
    "text", ["cô Hà", "đ/c Thịnh", "Đại diện Sở GD&ĐT", "Ban Giám hiệu và cô nuôi", "Báo cáo viên"]
)
def test_people_are_known(text):
    assert are_doers(text)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Thư ký Ban kiểm tra tổng hợp kết quả", ("Thư ký Ban kiểm tra",)),
        ("Hội đồng tự đánh giá rà soát minh chứng", ("Hội đồng tự đánh giá",)),
        ("Hội đồng tự đánh giá kiểm tra lần 1", ("Hội đồng tự đánh giá",)),
        ("Hiệu trưởng ra quyết định thành lập Ban kiểm tra", ("Hiệu trưởng",)),
        ("Giáo viên bộ môn biên soạn đề cương", ("Giáo viên bộ môn",)),
        ("Giáo viên Tin học hỗ trợ kỹ thuật; gửi báo cáo", ("Giáo viên Tin học",)),
    ],
)
def test_a_name_ends_where_its_verb_begins(line, who):
    assert subject_of(line) == who


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("Nhóm trưởng nhóm 2, 3, 4", ("Nhóm trưởng nhóm 2, 3, 4",)),
        ("GVCN lớp 2A, 2B, 3C; Y tế", ("GVCN lớp 2A, 2B, 3C", "Y tế")),
        ("Kế toán, tổ 4, 5", ("Kế toán", "tổ 4, 5")),
        ("Khối 6; 7; 8 và 9", ("Khối 6; 7; 8 và 9",)),
        ("Tổ 1, tổ 2", ("Tổ 1", "tổ 2")),
        ("Văn thư, 2 giáo viên", ("Văn thư", "2 giáo viên")),
    ],
)
def test_a_number_behind_a_counted_role_names_nobody(cell, owners):
    assert split_people(cell)[0] == owners


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Ban chỉ đạo: Phó Hiệu trưởng tổng hợp số liệu", "Phó Hiệu trưởng"),
        ("Hội đồng tự đánh giá: Nhóm thư ký lập bảng mã", "Nhóm thư ký"),
        ("Tổ văn phòng: văn thư niêm yết kết quả", "văn thư"),
        ("Ban chỉ đạo: đ/c Lê Thị Mơ lập danh sách", "đ/c Lê Thị Mơ"),
        ("Kế toán: thu thập chứng từ", "Kế toán"),
        ("Hiệu trưởng: Ban hành quyết định kiện toàn", "Hiệu trưởng"),
        ("Tổ văn phòng: văn thư phối hợp kế toán lập dự toán", "Tổ văn phòng"),
        ("GVCN: học sinh nộp bài dự thi", "GVCN"),
    ],
)
def test_who_acts_behind_a_label_is_nearer_than_the_label(line, owner):
    assert subject_of(line) == (owner,)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Chấm bài: Giáo viên bộ môn chấm, tổ trưởng kiểm tra", ("Giáo viên bộ môn",)),
        ("Nhập điểm: Giáo viên chủ nhiệm nhập trước kỳ họp", ("Giáo viên chủ nhiệm",)),
        ("Kiểm tra: hồ sơ lập theo mẫu", ()),
        ("Đối tượng: giáo viên tham gia", ()),
    ],
)
def test_who_acts_behind_a_deed_and_its_colon_owns_it(line, who):
    assert subject_of(line) == who


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Giáo vụ lập danh sách học viên, gửi các tổ", ("Giáo vụ",)),
        ("Về xét học bổng kỳ 1: Tổ Hành chính phát hành mẫu đơn", ("Tổ Hành chính",)),
        ("Về tổ chức ngày hội: nộp danh sách trước", ()),
    ],
)
def test_who_acts_behind_what_a_line_is_about(line, who):
    assert subject_of(line) == who


def test_the_class_teacher_who_has_others_do_something_ends_before_them():
    assert clause_subject("Kiểm tra miệng, giáo viên chủ nhiệm cho học sinh chọn câu hỏi") == ("giáo viên chủ nhiệm",)


def test_a_bracket_behind_a_colon_names_who_does_it_whoever_the_work_is_for():
    assert named_in("Tặng quà cho học sinh: sáng 12/9 (Công đoàn, Đoàn thanh niên)")[0] == (
        "Công đoàn",
        "Đoàn thanh niên",
    )


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Các nhóm công tác bổ sung minh chứng còn thiếu trước ngày 4/2", ("Các nhóm công tác",)),
        ("Thư ký Hội đồng dựng lại, sắp xếp minh chứng vào hộp", ("Thư ký Hội đồng",)),
        ("Văn thư số hóa hồ sơ", ("Văn thư",)),
    ],
)
def test_a_verb_behind_who_acts_is_no_part_of_the_name(line, who):
    assert subject_of(line) == who


@pytest.mark.parametrize(
    ("cell", "who"),
    [("Phụ trách chi đội", "Phụ trách chi đội"), ("Phụ trách: Chi đội", "Chi đội"), ("Phụ trách cô Hà", "cô Hà")],
)
def test_who_answers_for_a_body_is_not_that_body(cell, who):
    assert split_people(cell) == ((who,), ())


@pytest.mark.parametrize(
    ("heading", "who"), [("TRƯỜNG THCS HOA SEN", ()), ("TỔ VĂN PHÒNG", ("TỔ VĂN PHÒNG",)), ("KẾ TOÁN", ("KẾ TOÁN",))]
)
def test_the_school_over_a_pasted_text_owns_none_of_its_works(heading, who):
    pasted = f"{heading}\nTrước ngày 28/11/2026 hoàn thành đề cương ôn tập\n"
    (task,) = understand(read_text(pasted, "dán"), load_calendar()).tasks
    assert task.owners == who


def test_what_is_asked_of_somebody_is_no_part_of_the_name():
    assert subject_of("Giáo viên phải có chứng chỉ bồi dưỡng trước ngày 30/6/2026.") == ("Giáo viên",)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sắp xếp thư viện. Ông Lê Văn Hùng chịu trách nhiệm.", "Ông Lê Văn Hùng"),
        ("Họp hội đồng. Cô Trần Thị Mai phụ trách.", "Cô Trần Thị Mai"),
        ("Kiểm kê thiết bị do ông Lê Văn Hùng chịu trách nhiệm chính", "ông Lê Văn Hùng"),
        ("Trồng cây. Đồng chí Hoa đảm nhận", "Đồng chí Hoa"),
    ],
)
def test_a_person_is_named_by_a_sentence_of_their_own(text: str, who: str) -> None:
    owners, _, left = named_in(text)
    assert owners == (who,)
    assert who.rsplit(maxsplit=1)[-1] not in left


@pytest.mark.parametrize("words", ["Tổ chức hội thi, giao lưu của học sinh", "Chào cờ; giao ban đầu tuần"])
def test_words_that_begin_like_handing_over_name_nobody(words):
    assert named_in(words)[0] == ()


def test_a_hall_is_nobody_and_a_chairman_is():
    assert named_in("Họp phụ huynh ngày 5/10/2026, Hội trường")[0] == ()
    assert named_in("Họp (Hội trưởng)")[0] == ("Hội trưởng",)
