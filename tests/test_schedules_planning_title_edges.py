"""What stands round the words of a work is none of its name: a reason, a place behind a colon, a note on its time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.head.letterhead import lines_of_letterhead
from schedules.planning.people.named import is_owner_line
from schedules.planning.text.field_lines import BUDGET_LINE
from schedules.planning.text.labels import says_when
from schedules.planning.text.time_lines import is_empty_heading
from schedules.reading import read_text
from schedules.wording import fold

HEAD = "TRƯỜNG THCS HOA SEN\nHoa Sen, ngày 5 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"
READINGS = sorted((Path(__file__).parent / "examples/plans").glob("*.json"))


def titles(line):
    return [task.title for task in understand(read_text(HEAD + line, "dán"), load_calendar()).tasks]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("- Lễ tri ân: ngày 30/5/2026, tại sân trường.", "Lễ tri ân tại sân trường"),
        ("- Thi văn nghệ ngày 14/11/2025: tại hội trường.", "Thi văn nghệ tại hội trường"),
        (
            "- Thi thử lần 3 theo đề của Sở: tháng 5/2026 (lịch cụ thể theo thông báo của Sở).",
            "Thi thử lần 3 theo đề của Sở",
        ),
        (
            "- Do học kỳ II bắt đầu từ ngày 19/01/2026 nên các tổ xếp lại lịch trực trước ngày 17/01/2026.",
            "Các tổ xếp lại lịch trực",
        ),
        (
            "- Riêng việc kiểm tra hồ sơ xét tốt nghiệp, Hiệu trưởng trực tiếp thực hiện vào ngày 24/4/2026.",
            "Kiểm tra hồ sơ xét tốt nghiệp",
        ),
        (
            "- Đợt 2 khám sức khỏe dự kiến tổ chức trong tháng 4/2026, cũng do nhân viên y tế phụ trách.",
            "Đợt 2 khám sức khỏe",
        ),
        (
            "- Thi chọn học sinh giỏi lớp 9 ngày 15/11/2025 (Phó Hiệu trưởng chủ trì, các tổ trưởng ra đề).",
            "Thi chọn học sinh giỏi lớp 9",
        ),
        (
            "- Trước 30/9/2025: cá nhân đăng ký chuyên đề, tổ trưởng duyệt.",
            "Cá nhân đăng ký chuyên đề, tổ trưởng duyệt",
        ),
        (
            "- Coi kiểm tra giữa kỳ I từ ngày 27/10/2025 đến ngày 29/10/2025 theo lịch sau:",
            "Coi kiểm tra giữa kỳ I",
        ),
        ("- Họp tổ ngày 27/10/2025 với các nội dung cụ thể như sau:", "Họp tổ"),
        ("- Họp tổ ngày 27/10/2025 bàn nội dung tháng sau.", "Họp tổ bàn nội dung tháng sau"),
        ("- Kiện toàn Hội đồng gồm 11 thành viên trước 27/10/2025.", "Kiện toàn Hội đồng gồm 11 thành viên"),
        (
            "- Kế toán công khai các khoản thu trước 01/10/2025 như đã nêu tại mục III.",
            "Kế toán công khai các khoản thu",
        ),
    ],
)
def test_a_title_is_what_is_done_and_nothing_round_it(line, title):
    assert titles(line) == [title]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("- Kế toán gia hạn trước ngày 20/12/2025.", "Kế toán gia hạn"),
        ("- Xin gia hạn đến ngày 20/12/2025.", "Xin gia hạn"),
        ("- Kế toán gia hạn chữ ký số, hạn trước ngày 20/12/2025.", "Kế toán gia hạn chữ ký số"),
        ("- Kế toán rà soát chứng từ trước ngày 20/12/2025.", "Kế toán rà soát chứng từ"),
        ("- Thủ quỹ đối chiếu chứng từ ngày 20/12/2025.", "Thủ quỹ đối chiếu chứng từ"),
        ("- Văn phòng trả lời đơn từ trước ngày 20/12/2025.", "Văn phòng trả lời đơn từ"),
        ("- Thu hồi sách quá hạn trước ngày 20/12/2025.", "Thu hồi sách quá hạn"),
        ("- Lau kính bên trong xong trước ngày 20/12/2025.", "Lau kính bên trong"),
        ("- Lập sổ ghi khách ra vào trước ngày 20/12/2025.", "Lập sổ ghi khách ra vào"),
        ("- Sắp xếp công văn đi, đến trước ngày 20/12/2025.", "Sắp xếp công văn đi, đến"),
        ("- Văn phòng nhận đơn từ ngày 15/12/2025 đến 20/12/2025.", "Văn phòng nhận đơn"),
        ("- Lớp 6A dùng sổ chung từ ngày 15/12/2025 đến 20/12/2025.", "Lớp 6A dùng sổ chung"),
        ("- Cổng đăng ký sẽ đóng lúc 17 giờ ngày 12/01/2026.", "Cổng đăng ký sẽ đóng"),
        ("- Công bố lịch dự kiến của trường trước ngày 10/10/2025.", "Công bố lịch dự kiến của trường"),
        ("- Dọn góc riêng của lớp trước ngày 10/10/2025.", "Dọn góc riêng của lớp"),
        ("- Đăng ký học nghề: tại trung tâm, trước ngày 10/10/2025.", "Đăng ký học nghề: tại trung tâm"),
        ("- Thực hiện như đã quy định trong điều lệ trước ngày 10/10/2025.", "Thực hiện như đã quy định trong điều lệ"),
    ],
)
def test_words_of_the_work_itself_stay(line, title):
    assert titles(line) == [title]


def test_a_school_year_alone_names_no_work():
    assert is_empty_heading("Năm học 2025 – 2026")
    assert not is_empty_heading("Tổng kết năm học 2025 – 2026")


def test_a_letterhead_broken_over_the_lines_of_a_cell_is_no_work():
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nYên Lương, ngày 06 tháng 10 năm 2025"
    assert len(lines_of_letterhead(motto)) > 1
    assert lines_of_letterhead("Họp tổ chuyên môn\nYên Lương, ngày 06 tháng 10 năm 2025") == ()


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_no_work_of_our_plans_is_called_by_a_label(path):
    """A label tells when, who or for how much; what is done it never says."""
    called = [task["title"] for task in json.loads(path.read_text(encoding="utf-8"))["tasks"]]
    assert called
    assert not [title for title in called if says_when(title) or is_owner_line(title)]
    assert not [title for title in called if BUDGET_LINE.match(fold(title))]
