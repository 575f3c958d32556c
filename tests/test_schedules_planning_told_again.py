"""An appendix that tells the plan's works again adds mentions; two works of one day and one person stay two."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC SUỐI MƠ\nSuối Mơ, ngày 5 tháng 9 năm 2024\nKẾ HOẠCH\nCải tiến chất lượng năm học 2024-2025\n\nI. NỘI DUNG\n\n"
BODY = "|TT|Tiêu chí|Công việc|Thời gian|Phụ trách|\n|---|---|---|---|---|\n"
TAIL = "\nPHỤ LỤC\nTiến độ thực hiện\n(Kèm theo kế hoạch)\n\n|Tháng|Thời hạn|Công việc|Người thực hiện|\n|---|---|---|---|\n"


def tasks_of(body, tail):
    rows = "".join(f"|{at}|Tiêu chí 1.{at}|{words}|\n" for at, words in enumerate(body, 1))
    again = "".join(f"|Tháng {words}|\n" for words in tail)
    text = f"{HEAD}{BODY}{rows}\n{TAIL}{again}"
    return understand(read_text(text, "plan.md"), load_calendar()).tasks


def test_a_work_of_the_plan_in_an_appendix_is_one_task_with_both_mentions():
    body = ["Niêm yết quy chế dân chủ|Ngày 08/11/2024|Văn thư", "Sửa cổng trường|Trước 30/11/2024|Kế toán"]
    tail = ["11/2024|Ngày 08/11|Niêm yết quy chế dân chủ|Văn thư", "11/2024|Trước 30/11|Sửa cổng trường|Kế toán"]
    assert [(task.criterion, len(task.mentions)) for task in tasks_of(body, tail)] == [("1.1", 2), ("1.2", 2)]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Tổ chức diễn tập thoát nạn khi có cháy", "Diễn tập thoát nạn khi có cháy"),
        ("Niêm yết chiến lược đã điều chỉnh tại bảng tin", "Niêm yết chiến lược điều chỉnh"),
        ("Khảo sát chất lượng học sinh cuối cấp học", "Thực hiện khảo sát chất lượng học sinh cuối cấp"),
    ],
)
def test_a_wording_cut_short_is_the_same_work_where_it_is_the_only_one(first, again):
    (task,) = tasks_of([f"{first}|Ngày 08/11/2024|Văn thư"], [f"11/2024|Ngày 08/11|{again}|Văn thư"])
    assert len(task.mentions) == 2


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Nộp báo cáo về Sở|Ngày 08/11/2024|Văn thư", "11/2024|Ngày 08/11|Nộp báo cáo về Phòng|Văn thư"),
        ("Kiểm tra hồ sơ tổ Toán|Ngày 08/11/2024|PHT", "11/2024|Ngày 08/11|Kiểm tra hồ sơ tổ Văn|PHT"),
        ("Dự giờ lớp 1A môn Tiếng Việt|Ngày 08/11/2024|PHT", "11/2024|Ngày 08/11|Dự giờ lớp 1B môn Tiếng Việt|PHT"),
        ("Niêm yết quy chế dân chủ|Ngày 08/11/2024|Văn thư", "11/2024|Ngày 09/11|Niêm yết quy chế dân chủ|Kế toán"),
        ("Thu hồ sơ học sinh mới|Ngày 08/11/2024|Văn thư", "11/2024|Ngày 08/11|Thi hồ sơ học sinh mới|Văn thư"),
        ("Niêm yết thực đơn|Ngày 08/11/2024|Cô Lan", "11/2024|Ngày 08/11|Niêm yết thực đơn|Thầy Nam"),
    ],
)
def test_another_object_day_or_person_is_another_work(first, again):
    assert len(tasks_of([first], [again])) == 2


def test_where_two_works_could_be_meant_a_wording_cut_short_stays_apart():
    body = ["Kiểm tra hồ sơ sổ sách bán trú|Ngày 08/11/2024|PHT", "Kiểm tra hồ sơ sổ sách thư viện|Ngày 08/11/2024|PHT"]
    assert len(tasks_of(body, ["11/2024|Ngày 08/11|Kiểm tra hồ sơ sổ sách|PHT"])) == 3


def test_two_works_of_the_same_table_are_never_joined():
    body = ["Kiểm tra hồ sơ tổ|Ngày 08/11/2024|PHT", "Kiểm tra hồ sơ tổ chuyên môn|Ngày 08/11/2024|PHT"]
    assert len(tasks_of(body, ["11/2024|Ngày 20/11|Mít tinh|BGH"])) == 3


WORN = (
    "TRUONG TIEU HOC SUOI MO\nSuoi Mo, ngày 31 thang 10 năm 2025\nKE HOACH CÔNG TAC THÁNG 11 NĂM 2025\nNâm học 2025-2026\n"
    "A. CÔNG VIEC TỪNG TUAN\n\nThời gian | Nội dung công việc | Phụ trách\n"
    "05/11 | Hop thống nhát de cuong on tâp cuối hoc ký I | PHT\n"
    "06/11 | Kiém tra hồ so, so sách cua giao vien | PHT\n"
    "07/11 | Phát dong thi dua day tot, hoc tôt trong hoc sinh | TPT\n"
    "10/11 | Tong ve sinh truờng lop, diệt lăng quâng | Bảo vệ\n\n"
    "B. DU KIÊN CÔNG TÁC THÁNG 12\n- Tuan 1 thang 12: duyệt dề cuong on tâp cuôi hóc ky I.\n"
)


def test_in_a_worn_plan_two_acts_on_one_thing_stay_two_works():
    days = {str(task.due.day) for task in understand(read_text(WORN, "dán"), load_calendar()).tasks}
    assert {"2025-11-05", "2025-12-07"} <= days
