"""Whose name it is in full: which of an office, a body of two fields or named by what it checks, who writes it down."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.persons import are_people
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\n"
UNDER = f"{HEAD}II. TỔ CHỨC THỰC HIỆN\n"


def people(text):
    (task,) = understand(read_text(text, "plan.txt"), load_calendar()).tasks
    return task.owners, task.helpers


@pytest.mark.parametrize(
    "who",
    [
        "Nhân viên công nghệ thông tin",
        "Nhân viên thiết bị thí nghiệm",
        "Tiểu ban Hậu cần - Tài chính",
        "Tiểu ban An ninh - Y tế",
        "Tiểu ban Lễ tân - Khánh tiết",
    ],
)
def test_a_heading_names_them_in_full(who):
    assert people(f"{UNDER}3. {who}\n- Lập dự toán trình Hiệu trưởng duyệt trước ngày 05/10/2024.")[0] == (who,)


@pytest.mark.parametrize(
    ("heading", "who"), [("Giáo viên và nhân viên", "Giáo viên"), ("Nhân viên có trách nhiệm", "Nhân viên")]
)
def test_what_a_heading_tells_of_them_is_no_name(heading, who):
    assert people(f"{UNDER}3. {heading}\n- Rà soát hồ sơ trước ngày 05/10/2024.")[0][:1] == (who,)


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Kiểm tra tài chính trước ngày 20/12/2024 (Ủy ban kiểm tra).", ("Ủy ban kiểm tra",)),
        ("Kiểm tra hồ sơ trước ngày 20/12/2024 (Ban kiểm tra nội bộ).", ("Ban kiểm tra nội bộ",)),
        ("Phân luồng xe ngày 20/12/2024 (Tiểu ban An ninh - Y tế).", ("Tiểu ban An ninh - Y tế",)),
        ("Dựng trại trước ngày 20/12/2024 (Ban Giám hiệu - Công đoàn).", ("Ban Giám hiệu", "Công đoàn")),
        ("Mở lớp xóa mù ngày 20/12/2024 (thầy Lò Văn Pản và thầy Quàng Văn Inh dạy).",
         ("thầy Lò Văn Pản", "thầy Quàng Văn Inh")),
        ("Các tổ khối cụ thể hóa kế hoạch, nộp Hiệu trưởng duyệt trước ngày 20/12/2024.", ("Các tổ khối",)),
        ("Thư ký hội thi lập hồ sơ dự thi, trình Hiệu trưởng trước ngày 20/12/2024.", ("Thư ký hội thi",)),
        ("Thư ký cuộc họp gửi biên bản trước ngày 20/12/2024.", ("Thư ký cuộc họp",)),
        ("Tiểu ban An ninh - Y tế chuẩn bị tủ thuốc trước ngày 20/12/2024.", ("Tiểu ban An ninh - Y tế",)),
        (
            "Sở yêu cầu xong trước 20/12/2024, trường yêu cầu giáo viên chủ nhiệm khối 12 thu hồ sơ trước 15/12/2024.",
            ("giáo viên chủ nhiệm khối 12",),
        ),
    ],
)  # fmt: skip
def test_a_sentence_names_them_in_full(line, owners):
    assert people(f"{HEAD}I. NỘI DUNG\n- {line}")[0] == owners


@pytest.mark.parametrize("opening", ["Sau Tết", "Sau hội nghị", "Nhân Ngày Sách Việt Nam", "Trước giờ học"])
def test_who_acts_behind_what_opens_a_sentence(opening):
    line = f"- {opening}, Đoàn trường phối hợp với tổ Sinh - Công nghệ trồng cây sáng ngày 24/02/2025."
    assert people(f"{HEAD}I. NỘI DUNG\n{line}") == (("Đoàn trường",), ("tổ Sinh - Công nghệ",))


@pytest.mark.parametrize("text", ["Tổ chức kiểm tra", "Kiểm tra nội bộ", "Tổ chuyên môn kiểm tra hồ sơ"])
def test_what_is_done_is_nobody(text):
    assert not are_people(text)


AIMS = f"{HEAD}I. MỤC ĐÍCH\n- {{}}\nII. NỘI DUNG\n- Nộp sổ trước ngày 10/12/2024."


@pytest.mark.parametrize(
    "aim",
    [
        "Tạo sân chơi cho học sinh; kỷ niệm 94 năm ngày thành lập Đoàn 26/3/1931 - 26/3/2025.",
        "Lập thành tích chào mừng ngày 26/3/2025.",
    ],
)
def test_a_feast_in_an_aim_only_says_what_for(aim):
    tasks = understand(read_text(AIMS.format(aim), "plan.txt"), load_calendar()).tasks
    assert [task.title for task in tasks] == ["Nộp sổ"]


def test_what_is_held_on_its_feast_stays_work_under_aims_too():
    aim = "Tổ chức mít tinh kỷ niệm Ngày Nhà giáo Việt Nam 20/11."
    tasks = understand(read_text(AIMS.format(aim), "plan.txt"), load_calendar()).tasks
    assert [str(task.due.day) for task in tasks] == ["2024-11-20", "2024-12-10"]


def test_who_watches_and_marks_an_exam_holds_it():
    line = "- Kiểm tra giữa kỳ từ 24/11/2024 đến 28/11/2024 do giáo viên bộ môn coi, chấm."
    assert people(f"{HEAD}I. NỘI DUNG\n{line}")[0] == ("giáo viên bộ môn",)


@pytest.mark.parametrize(
    "line",
    [
        "- Vòng 3: thực hành tổ chức tiết sinh hoạt lớp từ 24/11/2024 đến 28/11/2024, lớp do giám khảo bốc thăm.",
        "- Kiểm tra hồ sơ giáo án từ 24/11/2024 đến 28/11/2024, phiếu do văn thư in.",
    ],
)
def test_who_does_a_detail_does_not_do_the_work(line):
    assert people(f"{HEAD}I. NỘI DUNG\n{line}")[0] == ()


@pytest.mark.parametrize("owner", ["Phó Hiệu trưởng Tống Văn Lâm", ""])
def test_a_round_told_in_full_and_in_short_is_one_work(owner):
    text = (
        f"{HEAD}I. NỘI DUNG\n1. Vòng 1: thi viết về hiểu biết nghiệp vụ chủ nhiệm, 90 phút, ngày 12/11/2024.\n"
        "2. Vòng 2: trình bày biện pháp từ ngày 18/11 đến ngày 19/11/2024.\nPHỤ LỤC\nLỊCH HỘI THI\n"
        f"Ngày\tNội dung\tPhụ trách\n12/11/2024\tVòng 1: thi viết\t{owner}\n"
        "18/11 - 19/11/2024\tVòng 2: trình bày biện pháp\tBan giám khảo\n"
    )
    tasks = understand(read_text(text, "plan.txt"), load_calendar()).tasks
    assert [task.title[:6] for task in tasks] == ["Vòng 1", "Vòng 2"]
