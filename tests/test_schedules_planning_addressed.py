"""Whom a heading, a label or the beginning of a sentence hands work to: bodies named by their deed, addresses, leads."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.roles import without_address
from schedules.planning.people.subjects import is_team, subject_of
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\n"


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        ("1. Đối với Thủ quỹ", "Thủ quỹ"),
        ("1. Về phía Công đoàn:", "Công đoàn"),
        ("1. Trách nhiệm của Kế toán", "Kế toán"),
        ("1. Giao Phó Hiệu trưởng:", "Phó Hiệu trưởng"),
        ("1. Tổ hỗ trợ học sinh mới:", "Tổ hỗ trợ học sinh mới"),
        ("1. Thư ký Hội đồng tự đánh giá", "Thư ký Hội đồng tự đánh giá"),
    ],
)
def test_works_under_a_heading_are_of_whom_it_names(heading, owner):
    body = f"V. TỔ CHỨC THỰC HIỆN\n{heading}\n- Dán thông báo trước ngày 10/10/2025.\n"
    (task,) = understand(read_text(HEAD + body, "dán"), load_calendar()).tasks
    assert task.owners == (owner,)


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Hiệu trưởng chủ trì họp giao ban", ("Hiệu trưởng",)),
        ("Tổ trưởng tổ Văn chịu trách nhiệm biên soạn đề", ("Tổ trưởng tổ Văn",)),
        ("Kế toán có trách nhiệm lập dự toán", ("Kế toán",)),
        ("Thư ký Ban kiểm tra: lưu giữ biên bản", ("Thư ký Ban kiểm tra",)),
        ("Ban chấm thi: nhập điểm", ("Ban chấm thi",)),
        ("Tổ kiểm tra hồ sơ: ngày 10/10", ()),
    ],
)
def test_how_somebody_does_it_is_no_part_of_the_name(sentence, owner):
    assert subject_of(sentence) == owner


@pytest.mark.parametrize(
    "text", ["Tổ chức tuyển sinh", "Ban hành quy chế", "Tổ kiểm tra nộp báo cáo", "Hội thi vẽ tranh"]
)
def test_a_deed_is_no_team(text):
    assert not is_team(text)


def test_a_heading_without_an_address_is_left_as_it_is():
    assert without_address("Văn thư") == "Văn thư"


@pytest.mark.parametrize(
    ("above", "owners"),
    [
        ("2. Kế toán\n- Công khai thu chi:", ("Kế toán",)),
        ("2. Thu chi\n- Kế toán lập báo cáo:", ("Kế toán",)),
        ("2. Thu chi\n- Niêm yết:", ()),
    ],
)
def test_the_parts_of_a_work_are_of_whom_the_work_is(above, owners):
    body = f"III. CÔNG VIỆC\n{above}\n+ Quý III/2025: trước ngày 15/10/2025;\n+ Quý IV/2025: trước ngày 15/01/2026.\n"
    tasks = understand(read_text(HEAD + body, "dán"), load_calendar()).tasks
    assert [task.owners for task in tasks] == [owners, owners]


LETTER = (
    "TRƯỜNG THCS LÁ SEN\nV/v chuẩn bị hội trại\nĐồi Sim, ngày 02 tháng 3 năm 2026\n"
    "Kính gửi:\n- Các tổ chuyên môn, giáo viên chủ nhiệm;\n- Ban đại diện cha mẹ học sinh trường.\n"
    "Để chuẩn bị hội trại năm học 2025-2026, Hiệu trưởng yêu cầu các bộ phận làm những việc sau:\n"
)


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (
            "Một là. Tổ tư vấn niêm yết lịch chậm nhất 09/3/2026; khảo sát cả trường trước ngày 18/3/2026.",
            [("Tổ tư vấn",)] * 2,
        ),
        (
            "Hai là, về thi đua. Hội đồng thi đua họp ngày 20/3/2026, công bố kết quả ngày 27/3/2026.",
            [("Hội đồng thi đua",)] * 2,
        ),
        ("Ba là, về hồ sơ. Văn thư sao gửi công văn này trong ngày 03/3/2026.", [("Văn thư",)]),
        ("Bốn là, về trại. Bảo vệ lắp thêm đèn ở sân sau, xong trước ngày 12/3/2026.", [("Bảo vệ",)]),
        ("Danh sách trại viên gửi về văn phòng trước ngày 16/3/2026.", [()]),
    ],
)
def test_in_a_letter_each_sentence_says_who_does_it_and_the_addressees_none(sentence, owners):
    tasks = understand(read_text(f"{LETTER}{sentence}\nNơi nhận:\n- Lưu: VT.\n", "dán"), load_calendar()).tasks
    assert [task.owners for task in tasks] == owners


def test_the_subject_of_a_sentence_is_nearer_than_a_heading_that_reads_like_people():
    body = "III. CÔNG VIỆC\n1. Y tế trường học\nTrạm Y tế xã phối hợp với các lớp khám mắt cho học sinh trước ngày 10/10/2025.\n"
    (task,) = understand(read_text(HEAD + body, "dán"), load_calendar()).tasks
    assert task.owners == ("Trạm Y tế xã",)
