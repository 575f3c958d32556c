"""Owners named once for a whole list, persons by name before their deed, names that carry a deed."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.handed_down import handed_by
from schedules.planning.people.subjects import subject_of
from schedules.reading import read_bytes, read_text

HEAD = "TRƯỜNG TIỂU HỌC SUỐI LÚA\nSuối Lúa, ngày 1 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def owners(*lines):
    text = "\n".join(lines)
    return [task.owners for task in understand(read_text(HEAD + text, "dán"), load_calendar()).tasks]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Ban Văn thể chịu trách nhiệm các việc sau:", ("Ban Văn thể",)),
        ("Văn thư thực hiện:", ("Văn thư",)),
        ("Giao kế toán lập các báo cáo sau:", ("Kế toán",)),
        ("Hiệu trưởng yêu cầu các tổ chuyên môn hoàn thành:", ("Các tổ chuyên môn",)),
        ("Các việc do Thủ quỹ đảm nhiệm:", ("Thủ quỹ",)),
        ("Đối với Thư viện:", ("Thư viện",)),
        ("Nhà trường xây dựng kế hoạch như sau:", ()),
        ("Thời gian cụ thể:", ()),
        ("Hồ sơ gồm có:", ()),
    ],
)
def test_a_line_that_opens_a_list_names_whom_it_hands_it_to(line, named):
    assert handed_by(line).owners == named


def test_the_list_ends_with_the_next_heading():
    found = owners(
        "1. Báo cáo",
        "Kế toán lập các báo cáo sau:",
        "- Báo cáo quyết toán: trước 15/01/2026;",
        "- Báo cáo tài sản: trước 20/01/2026.",
        "2. Hội thao",
        "- Thi kéo co: ngày 24/3/2026.",
    )
    assert found == [("Kế toán",), ("Kế toán",), ()]


def test_the_owner_of_a_section_owns_what_nobody_nearer_does_however_deep():
    found = owners(
        "1. Thi cử (chủ trì: Ban Khảo thí)",
        "1.1. Khảo sát",
        "- Khảo sát khối 5: ngày 10/10/2025.",
        "- Văn thư gửi kết quả khảo sát trước ngày 20/10/2025.",
    )
    assert found == [("Ban Khảo thí",), ("Văn thư",)]


def test_an_office_is_the_owner_of_what_stands_under_its_name():
    assert owners("1. Phòng Nội vụ - Lao động", "a) Thẩm định hồ sơ, xong trước ngày 25/10/2025.") == [
        ("Phòng Nội vụ - Lao động",)
    ]


def test_who_acts_behind_the_time_a_line_begins_with_owns_it():
    found = owners("- Ngày 16/9/2025: Ban thanh tra nhân dân kiểm tra bảng tin.", "- Ngày 20/9/2025: Cô Hà dẫn trẻ đi.")
    assert found == [("Ban thanh tra nhân dân",), ("Cô Hà",)]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Giáo viên bồi dưỡng nộp giáo án", ("Giáo viên bồi dưỡng",)),
        ("Giáo viên bồi dưỡng học sinh yếu", ("Giáo viên",)),
        ("Giáo viên các lớp tập luyện văn nghệ", ("Giáo viên các lớp",)),
        ("Kế toán thanh toán tiền dạy thay", ("Kế toán",)),
        ("Thư ký Ban công khai hoàn thiện hồ sơ", ("Thư ký Ban công khai",)),
        ("Thư ký Hội đồng tự đánh giá viết báo cáo", ("Thư ký Hội đồng tự đánh giá",)),
        ("Cô Hà, thầy Nam đưa trẻ đi tham quan", ("Cô Hà", "thầy Nam")),
        ("Thầy và trò đi tham quan", ()),
    ],
)
def test_the_name_ends_where_the_deed_begins(sentence, who):
    assert subject_of(sentence) == who


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("- Thi chọn đội bóng khối 5 (ngày 13/10): Tổ Năng khiếu.", ("Tổ Năng khiếu",)),
        ("- Thành phần dự họp (ngày 13/10): Ban giám hiệu.", ()),
    ],
)
def test_people_alone_behind_the_time_of_a_work_do_it(line, who):
    assert all(found == who for found in owners(line))


def table(*rows):
    return "\n".join(row.replace("|", "\t") for row in rows)


def test_a_programme_of_hours_takes_the_day_of_the_row_over_it():
    head = "".join(f"<p>{line}</p>" for line in HEAD.splitlines())
    rows = ("Thời gian|Nội dung|Người thực hiện", "7h00 – 7h30|Đón khách mời|Tổ văn phòng", "9h|Bế mạc|Bí thư")
    first, *rest = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    day = '<td colspan="3">Thứ Sáu, ngày 28/11/2025</td>'
    page = f"{head}<table>{''.join(f'<tr>{row}</tr>' for row in (first, day, *rest))}</table>"
    plan = understand(read_bytes(page.encode(), "ke-hoach.html"), load_calendar())
    assert [(str(task.due.day), task.owners) for task in plan.tasks] == [
        ("2025-11-28", ("Tổ văn phòng",)),
        ("2025-11-28", ("Bí thư",)),
    ]


def test_hours_without_a_day_over_them_stay_without_a_date():
    rows = ("TT|Thời gian|Nội dung|Người thực hiện", "1|7h00 – 7h30|Đón khách|Văn thư", "2|7h30 – 8h00|Khai mạc|Bí thư")
    plan = understand(read_text(HEAD + "\n" + table(*rows), "dán"), load_calendar())
    assert not [task for task in plan.tasks if task.due.dated]


def test_each_work_of_a_cell_has_its_own_owner_and_helper():
    plan = understand(
        read_text(
            HEAD + "\n| Công việc | Chủ trì | Phối hợp | Thời hạn |\n|---|---|---|---|\n"
            "| - Mua ghế đá<br>- Vẽ tranh tường | Kế toán<br>Tổ Lá | Thủ quỹ<br>Cha mẹ trẻ | 10/11/2025<br>20/11/2025 |\n",
            "ke-hoach.md",
        ),
        load_calendar(),
    )
    assert [(task.owners, task.helpers) for task in plan.tasks] == [
        (("Kế toán",), ("Thủ quỹ",)),
        (("Tổ Lá",), ("Cha mẹ trẻ",)),
    ]
