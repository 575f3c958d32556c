"""What the body and a table say is one task only where the act and its object are the same; no date is lost silently."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.acts import acts_of, other_act
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÂM BÌNH\nSố: 9/KH-THCSLB\nLâm Bình, ngày 15 tháng 9 năm 2026\nKẾ HOẠCH NĂM HỌC 2026-2027\n\n"
ROWS = "PHỤ LỤC\nThời gian\tNội dung\tPhụ trách\n"
OTHERS = "10/11/2026\tNộp giáo án\tTổ trưởng\n12/11/2026\tNộp hồ sơ tổ\tTổ trưởng\n20/11/2026\tMít tinh\tBGH\n"


def plan_of(body, rows):
    text = f"{HEAD}I. NỘI DUNG\n1. {body}\n{ROWS}{rows}\n{OTHERS}"
    return understand(read_text(text, "dán"), load_calendar())


def days(plan):
    return {task.due.day for task in plan.tasks}


def findings(plan, rule):
    return [finding for finding in plan.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("body", "row"),
    [
        ("Ban hành quyết định kiểm tra nội bộ trước ngày 20/12/2026.", "25/12/2026\tKiểm tra nội bộ\tBGH"),
        ("Giáo viên viết sáng kiến xong trước ngày 28/12/2026.", "25/12/2026\tNộp sáng kiến\tTổ trưởng"),
        ("Tổ chức thi học sinh giỏi cấp trường trong tháng 12/2026.", "25/12/2026\tNộp đề thi học sinh giỏi\tTổ Toán"),
        ("Thi học sinh giỏi cấp trường trong tháng 12/2026.", "25/12/2026\tChấm thi học sinh giỏi cấp trường\tTổ Toán"),
        ("Lễ khai giảng lớp nghề vào sáng ngày 25/12/2026.", "25/12/2026\tLễ bế giảng năm học\tBGH"),
        ("Kiểm tra hồ sơ tổ Toán ngày 21/12/2026.", "25/12/2026\tKiểm tra hồ sơ tổ Văn\tBGH"),
        ("Kiểm tra hồ sơ tổ Toán trước ngày 20/12/2026.", "25/12/2026\tKiểm tra hồ sơ thư viện, thiết bị\tBGH"),
        ("Báo cáo kết quả thi đua đợt 1 trước ngày 25/11/2026.", "25/12/2026\tBáo cáo kết quả thi đua học kỳ\tBGH"),
        ("Thao giảng khối 6 từ ngày 21/12/2026 đến ngày 26/12/2026.", "25/12/2026\tThao giảng khối 7\tBGH"),
        ("Gom minh chứng tiêu chuẩn 1 trước ngày 28/12/2026.", "25/12/2026\tGom minh chứng tiêu chuẩn 2\tNhóm 2"),
    ],
)
def test_another_act_or_another_object_is_another_work(body, row):
    plan = plan_of(body, row)
    assert len(plan.tasks) == 5
    assert date(2026, 12, 25) in days(plan)


@pytest.mark.parametrize(
    ("body", "row"),
    [
        ("Hội thi giáo viên giỏi cấp trường trong tháng 12/2026.", "25/12/2026\tThi giáo viên giỏi cấp trường\tBGH"),
        ("Lập kế hoạch công khai và nộp về Sở trước ngày 28/12/2026.", "25/12/2026\tNộp kế hoạch công khai về Sở\tBGH"),
        ("Rà soát thiết bị dạy học trước ngày 31/12/2026.", "25/12/2026\tTổ chức rà soát thiết bị dạy học\tBGH"),
        (
            "Ban hành quyết định thành lập Ban kiểm tra nội bộ trước ngày 25/12/2026.",
            "25/12/2026\tThành lập Ban kiểm tra nội bộ\tBGH",
        ),
        (
            "Kiểm tra công tác thu, chi đầu năm học trước ngày 28/12/2026.",
            "25/12/2026\tCông tác thu, chi đầu năm học\tBGH",
        ),
        (
            "Tổ chức lễ khai giảng gọn nhẹ, vui tươi vào sáng ngày 25/12/2026. Liên đội lo kịch bản, nghi thức, sân khấu.",
            "25/12/2026\tLễ khai giảng năm học mới\tBGH",
        ),
    ],
)
def test_the_same_act_on_the_same_object_is_one_work(body, row):
    (task,) = (task for task in plan_of(body, row).tasks if len(task.mentions) > 1)
    assert task.due.day == date(2026, 12, 25)


def test_a_deadline_that_was_over_at_the_signing_never_wins():
    plan = plan_of("Công khai thu chi trước ngày 10/9/2026.", "Trước 10/10/2026\tCông khai thu chi\tKế toán")
    (task,) = (task for task in plan.tasks if len(task.mentions) > 1)
    (told,) = findings(plan, "hai-han")
    assert (task.due.words, task.confidence) == ("Trước 10/10/2026", 0.6)
    assert "sau ngày ký kế hoạch (15/09/2026)" in told.message


def test_a_day_within_the_month_of_the_signing_still_refines_it():
    plan = plan_of("Đón học sinh đầu cấp trong tháng 9/2026.", "07/9/2026\tĐón học sinh đầu cấp\tBGH")
    assert date(2026, 9, 7) in days(plan)
    assert not findings(plan, "hai-han")


def test_two_last_days_of_one_work_are_both_shown():
    plan = plan_of("Thu quỹ lớp trước ngày 15/10/2026.", "Trước 10/11/2026\tThu quỹ lớp\tGVCN")
    (told,) = findings(plan, "hai-han")
    assert "15/10/2026" in told.quotes[0]
    assert "10/11/2026" in told.message


def test_two_rows_of_the_same_words_within_a_month_stay_two_tasks():
    rows = "10/12/2026\tHọp phụ huynh lớp\tGVCN\n24/12/2026\tHọp phụ huynh lớp\tGVCN"
    plan = plan_of("Họp phụ huynh lớp trong tháng 12/2026.", rows)
    assert {date(2026, 12, 10), date(2026, 12, 24)} <= days(plan)
    assert findings(plan, "lech-so-lan")


def test_a_join_of_a_thing_and_an_act_says_so_with_both_quotes():
    row = "Trước 31/12/2026\tCông khai cam kết chất lượng chăm sóc trẻ\tBGH"
    plan = plan_of("Cam kết chất lượng chăm sóc trẻ từ ngày 01/12/2026 đến ngày 20/12/2026.", row)
    (told,) = findings(plan, "gop-hai-cho")
    assert [bool(quote) for quote in told.quotes] == [True, True]
    assert "Trước 31/12/2026" in told.message


@pytest.mark.parametrize(
    ("title", "acts"),
    [
        ("Giáo viên viết sáng kiến", {"write"}),
        ("Họp sơ kết học kỳ I", {"review"}),
        ("Hoàn thành cập nhật dữ liệu, nộp báo cáo", {"mend", "hand in"}),
        ("Thư viện mở cửa", set()),
        ("To chuc ra soat phong hoc", {"check"}),
        ("Ban hành quyết định thành lập Ban kiểm tra", {"write", "publish", "prepare"}),
        ("Ra quyet dinh cong nhan tot nghiep", {"choose"}),
        ("Ban hành quyết định kiểm tra nội bộ", {"write", "publish"}),
        ("Công tác thu, chi đầu năm", set()),
        ("Thu tiền bảo hiểm", {"gather"}),
        ("Công tác thu tiền bảo hiểm", {"gather"}),
    ],
)
def test_what_a_title_does(title, acts):
    assert acts_of(title) == acts


def test_a_title_without_an_act_is_no_other_act():
    assert not other_act(acts_of("Sách giáo khoa mới"), acts_of("Nộp sách"))


OWNED = "I. NỘI DUNG\n1. {}\nPHỤ LỤC\nNội dung\tThời gian\tPhụ trách\n{}\nKiểm tra hồ sơ\tTháng 5/2025\tTổ giám sát\n"


def owned(sentence: str, row: str):
    head = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\n"
    return understand(read_text(head + OWNED.format(sentence, row), "plan.txt"), load_calendar()).tasks


def test_a_short_report_of_other_people_months_later_is_another_work():
    first, second, _ = owned(
        "Công đoàn báo cáo kết quả hoạt động thiện nguyện về Phòng trước ngày 16/12/2024",
        "Báo cáo kết quả\tTháng 5/2025\tTổ giám sát",
    )
    assert (first.owners, second.owners) == (("Công đoàn",), ("Tổ giám sát",))


def test_a_work_told_with_enough_words_stays_one_and_its_two_dates_are_told():
    first, _ = owned(
        "Kế toán nộp hồ sơ dự toán mua sắm thiết bị dạy học tối thiểu trước ngày 16/12/2024",
        "Nộp hồ sơ dự toán mua sắm thiết bị dạy học tối thiểu\tTháng 5/2025\tVăn thư",
    )
    assert len(first.mentions) == 2


def test_the_role_of_the_table_wins_over_everybody_of_the_text():
    first, _ = owned(
        "Mỗi tổ nộp kế hoạch chuyên đề môn Toán trước ngày 15/10/2024.",
        "Nộp kế hoạch chuyên đề môn Toán\tTrước 15/10/2024\tTổ trưởng chuyên môn",
    )
    assert first.owners == ("Tổ trưởng chuyên môn",)


def test_a_role_of_the_text_wins_over_everybody_of_the_table():
    first, _ = owned(
        "Kế toán nộp kế hoạch chuyên đề môn Toán trước ngày 15/10/2024.",
        "Nộp kế hoạch chuyên đề môn Toán\tTrước 15/10/2024\tCác tổ",
    )
    assert first.owners == ("Kế toán",)


def test_the_same_title_is_one_work_whose_two_dates_are_told_though_its_words_are_common():
    plan = plan_of(
        "Quyết toán kinh phí năm 2026 (hoàn thành trước ngày 18/12/2026).", "31/12/2026\tQuyết toán kinh phí\tKế toán"
    )
    work = next(task for task in plan.tasks if task.title.startswith("Quyết toán"))
    assert work.due.day == date(2026, 12, 18)
    assert len(work.mentions) == 2
    assert any("18/12/2026" in quote for one in findings(plan, "hai-han") for quote in one.quotes)


def test_meetings_of_one_name_on_other_days_stay_two():
    plan = plan_of("Họp giao ban nhà trường ngày 18/12/2026.", "15/01/2027\tHọp giao ban nhà trường\tHiệu trưởng")
    assert {date(2026, 12, 18), date(2027, 1, 15)} <= days(plan)


CHECKS = """I. NỘI DUNG
1. {body}
2. Kiểm tra hồ sơ tổ văn phòng trong tháng 10/2026.
Công việc\tThời gian\tPhụ trách
Kiểm tra hồ sơ chuyên môn học kỳ I\t11/12\tcô Hà
Kiểm tra phòng thí nghiệm\t20/11/2026\tcô Lan
Nộp giáo án\t10/11/2026\tTổ trưởng
Kiểm tra thư viện học kỳ I\t05/11/2026\tcô Thu
"""


@pytest.mark.parametrize("days_said", ["từ 21/12 đến 26/12", "từ 07/12 đến 12/12"])
def test_checks_of_other_objects_on_other_days_by_other_people_keep_each_its_day_and_its_people(days_said):
    body = f"Tổ chức kiểm tra cuối học kỳ I {days_said}, thầy Hùng."
    plan = understand(read_text(f"{HEAD}{CHECKS.format(body=body)}", "dán"), load_calendar())
    (own,) = (task for task in plan.tasks if task.owners == ("cô Hà",))
    assert (own.title, own.due.day, len(own.mentions)) == (
        "Kiểm tra hồ sơ chuyên môn học kỳ I",
        date(2026, 12, 11),
        1,
    )
    assert len(plan.tasks) == 6
    assert not findings(plan, "hai-han")


def test_the_same_object_under_two_days_is_still_one_work_that_asks_for_its_day():
    body = "Tổ chức kiểm tra hồ sơ chuyên môn học kỳ I ngày 21/12/2026, thầy Hùng."
    plan = understand(read_text(f"{HEAD}{CHECKS.format(body=body)}", "dán"), load_calendar())
    assert findings(plan, "hai-han")
    assert len(plan.tasks) == 5


def test_words_every_plan_is_full_of_are_one_work_when_said_alike_for_the_same_day():
    plan = plan_of(
        "Hoàn thành báo cáo tự đánh giá trước ngày 28/5/2027.", "Trước 28/5/2027\tHoàn thành báo cáo tự đánh giá\tBGH"
    )
    (found,) = [task for task in plan.tasks if "tự đánh giá" in task.title]
    assert len(found.mentions) == 2
    assert found.owners == ("BGH",)


def test_the_same_words_of_two_people_in_a_table_stay_two_works():
    rows = "Trước 28/5/2027\tHoàn thành báo cáo\tTổ Toán\nTrước 28/5/2027\tHoàn thành báo cáo\tTổ Văn"
    plan = plan_of("Hoàn thành báo cáo trước ngày 28/5/2027.", rows)
    owners = [task.owners for task in plan.tasks if task.title == "Hoàn thành báo cáo" and task.owners]
    assert owners == [("Tổ Toán",), ("Tổ Văn",)]
