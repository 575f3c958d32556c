"""What a plan says beside its works: the papers it follows, what comes about by itself, who does it, what follows."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_bytes, read_text

TITLE = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 08 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\n"
HEAD = f"{TITLE}II. NỘI DUNG\n"


def read(body, head=HEAD):
    """Return the title and last day of each work of a plan with this content."""
    plan = understand(read_text(f"{head}{body}\n", "dán"), load_calendar())
    return [(task.title, f"{task.due.day:%d/%m}" if task.due.day else "") for task in plan.tasks]


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện Chỉ thị số 05/CT-TTg ngày 12/2/2025 của Thủ tướng về Ngày Sách và Văn hóa đọc Việt Nam;",
        "Theo tinh thần Công văn số 77/SGDĐT ngày 28/8/2025 của Sở về hưởng ứng Ngày Môi trường thế giới,",
    ],
)
def test_a_paper_the_plan_follows_is_its_ground(line):
    assert read(line, TITLE) == []


@pytest.mark.parametrize(
    "line",
    [
        "- Thực hiện Công văn số 12/PGD ngày 04/9/2025 về Ngày Sách và Văn hóa đọc Việt Nam.",
        "- Nhà thể chất mới đang thi công, dự kiến đến năm 2028 mới xong giai đoạn 2.",
        "- Sân thể dục dự kiến đến hết quý I/2026 mới hoàn thành, các lớp tạm học ở sân đình.",
        "- Dự kiến cuối tháng 12/2025 mới có kinh phí mua sắm.",
        "- Khó khăn: phòng bộ môn đến tháng 3/2026 chưa sửa xong.",
        "- Thuận lợi: cuối tháng 10/2025 trường có thêm 2 giáo viên.",
    ],
)
def test_what_comes_about_by_itself_is_no_work(line):
    assert read(line) == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("- Thực hiện Công văn số 12/PGD ngày 04/9/2025 của Phòng, các lớp góp sách trước ngày 10/10/2025.", "10/10"),
        ("- Khó khăn: thiếu sách. Giải pháp: thư viện mua thêm trước ngày 10/10/2025.", "10/10"),
        ("- Cập nhật danh sách học sinh mới chuyển đến trước ngày 10/10/2025.", "10/10"),
        ("- Đến tháng 3/2026 hoàn thành mới 5 phòng học.", "31/03"),
    ],
)
def test_what_is_ordered_all_the_same_stays(line, day):
    assert [last for _, last in read(line)] == [day]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "1. Trang trí sân khấu. Đồng chí Tổng phụ trách Đội chủ trì, phối hợp với Công đoàn, xong trước 10/10/2025.",
            "Trang trí sân khấu",
        ),
        ("1. Thu hồ sơ tuyển sinh. Văn thư thực hiện, hoàn thành ngày 10/10/2025.", "Thu hồ sơ tuyển sinh"),
        ("1. Hiệu trưởng phụ trách chung; duyệt dự toán trước ngày 10/10/2025.", "Duyệt dự toán"),
        (
            "1. Hiệu trưởng chỉ đạo chung, dự giờ đột xuất; chủ trì họp cha mẹ học sinh ngày 10/10/2025.",
            "Họp cha mẹ học sinh",
        ),
        ("1. Hiệu trưởng chỉ đạo họp cha mẹ học sinh ngày 10/10/2025.", "Hiệu trưởng chỉ đạo họp cha mẹ học sinh"),
    ],
)
def test_a_title_is_the_work_and_not_who_leads_or_looks_after_all(line, title):
    assert read(line) == [(title, "10/10")]


def test_a_round_of_which_another_paper_tells_is_no_part_of_the_name():
    line = "2. Thi thử tốt nghiệp\n- Lần 1: ngày 30, 31/01/2026; lần 2 theo lịch của Sở.\n- Học sinh vắng thì thi bù.\n"
    assert read(line) == [("Thi thử tốt nghiệp lần 1", "31/01")]
    both = "2. Thi thử tốt nghiệp\n- Lần 1: ngày 30/01/2026; lần 2: ngày 16/5/2026.\n- Học sinh vắng thì thi bù.\n"
    assert [last for _, last in read(both)] == ["30/01", "16/05"]


def test_what_comes_out_of_a_work_has_days_of_its_own():
    table = "|TT|Nội dung công việc|Ngày|Phụ trách|\n|---|---|---|---|\n|1|Thi thử lần 1|14/3/2026|Phó Hiệu trưởng|\n"
    line = "- Kết quả thi thử lần 1 thông báo cho học sinh chậm nhất 25/3/2026.\n\n"
    plan = understand(read_text(HEAD + line + table, "dán.md"), load_calendar())
    assert sorted(f"{task.due.day:%d/%m}" for task in plan.tasks if task.due.day) == ["14/03", "25/03"]


def test_a_week_that_heads_rows_inside_a_month_dates_them():
    rows = [
        ["TT", "Công việc", "Người phụ trách", "Ghi chú"],
        ["THÁNG 10/2025"],
        ["1", "Đại hội Liên đội", "TPT", ""],
        ["Tuần 1 (từ 29/9 đến 04/10)"],
        ["1", "Hội nghị viên chức", "Công đoàn", "Chiều thứ Sáu"],
        ["2", "Kiểm tra hồ sơ", "Phó Hiệu trưởng", ""],
    ]
    cells = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    lines = "".join(f"<p>{line}</p>" for line in HEAD.splitlines())
    page = f"<html><body>{lines}<table>{cells}</table></body></html>".encode()
    plan = understand(read_bytes(page, "kế hoạch.html"), load_calendar())
    assert {task.title: (f"{task.due.start:%d/%m}", f"{task.due.day:%d/%m}") for task in plan.tasks} == {
        "Đại hội Liên đội": ("01/10", "31/10"),
        "Hội nghị viên chức": ("03/10", "03/10"),
        "Kiểm tra hồ sơ": ("29/09", "04/10"),
    }


def _cells(row):
    return f'<td colspan="4">{row[0]}</td>' if len(row) == 1 else "".join(f"<td>{text}</td>" for text in row)


def test_one_work_of_several_groups_under_the_heads_of_days_is_a_work_of_each():
    table = (
        "|Tổ|Trước 20/9/2025|Chậm nhất 31/12/2025|\n|---|---|---|\n"
        "|Ngữ văn|Nộp kế hoạch tổ|Nộp báo cáo tổ|\n|KHTN|Nộp kế hoạch tổ|Nộp đề kiểm tra|\n"
    )
    plan = understand(read_text(HEAD + "\n" + table, "dán.md"), load_calendar())
    assert [task.title for task in plan.tasks] == [
        "Nộp kế hoạch tổ – Ngữ văn",
        "Nộp báo cáo tổ",
        "Nộp kế hoạch tổ – KHTN",
        "Nộp đề kiểm tra",
    ]


def test_a_table_with_a_header_of_its_own_does_not_go_on_with_the_one_above():
    tables = (
        "|Tháng|Chủ điểm|Nội dung công việc|Người phụ trách|\n|---|---|---|---|\n"
        "|10/2025|Chăm ngoan|Hội vui học tập|TPT Đội|\n\n2. Lịch trực\n\n"
        "|Tuần|Từ ngày|Đến ngày|Lớp trực|\n|---|---|---|---|\n|6|13/10|18/10|9A|\n|7|20/10|25/10|9B|\n"
    )
    plan = understand(read_text(HEAD + "1. Hoạt động\n\n" + tables, "dán.md"), load_calendar())
    assert [task.title for task in plan.tasks] == ["Hội vui học tập"]


def test_a_comma_in_a_school_s_name_stays():
    head = "TRƯỜNG TIỂU HỌC, THCS VÀ THPT ÁNH BÌNH MINH\nSố: 21/KH-ABM\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG\n"
    plan = understand(read_text(f"{head}- Họp tổ ngày 10/10/2025.\n", "dán"), load_calendar())
    assert plan.header.school == "Trường Tiểu học, THCS và THPT Ánh Bình Minh"
