"""Times of a listed line that made no work are told, and a rhythm behind an ordered work sets its time."""

from __future__ import annotations

import re

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Recurrence
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 1 tháng 10 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"


def read(line: str):
    return understand(read_text(f"{HEAD}1. {line}\n", "p.txt"), load_calendar())


def told(line: str) -> list[str]:
    return [one.message for one in read(line).findings if one.rule == "chua-hieu-thoi-gian"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Nộp phiếu trong 02 ngày làm việc kể từ khi nhận giấy mời", "trong 02 ngày làm việc"),
        ("Văn thư nộp báo cáo tài sản trước 15-12", "“trước 15-12”"),
        ("Văn thư nộp báo cáo tài sản chậm nhất 15.12 về văn phòng", "“chậm nhất 15.12”"),
    ],
)
def test_a_time_that_made_no_work_is_told(line, words):
    (message,) = told(line)
    assert words in message


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Chấm bài 3-7/11/2025, công bố điểm 9/11/2025", ["7/11/2025"]),
        ("Đón đoàn kiểm tra ngày 3/11/2025 (dự phòng 5/11/2025)", ["5/11/2025"]),
        ("Nhận hồ sơ 01-15/6/2026, xét tuyển 18/6/2026", ["15/6/2026"]),
        ("Đón đoàn kiểm tra ngày 3/11/2025 theo Quyết định số 15/QĐ ngày 3/10/2025", []),
        ("Tổ chức ngày hội đọc (5/11/2025)", []),
    ],
)
def test_a_whole_date_beside_the_time_of_a_work_is_told(line, left):
    assert [quote for one in read(line).findings if one.rule == "lech-so-moc" for quote in one.quotes] == left


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện nghiêm Quyết định số 15/QĐ ngày 15/10/2025",
        "Giữ gìn sân trường sạch đẹp từ 28/5/2025",
        "Bảng điện tử có hiệu lực đến 28/5/2026",
        "Tổ trưởng báo cáo ngay khi có sự việc",
        "Giáo viên có mặt trước 10-12 phút để chuẩn bị",
        "Thực hiện xong 5.6 điểm trở lên ở mọi môn",
        "Văn thư nộp báo cáo tài sản trước 20-15",
    ],
)
def test_papers_facts_and_days_that_were_over_are_not_told(line):
    assert told(line) == []


def test_an_aim_with_a_day_no_wording_explains_is_told_as_an_aim():
    rules = [one.rule for one in read("Duy trì sĩ số các lớp đến 28/5/2026").findings]
    assert "chi-tieu-khong-la-viec" in rules


@pytest.mark.parametrize("line", ["Báo cáo kết quả thi đua cuối mỗi học kỳ (Liên đội)", "Gửi sổ điểm đầu mỗi học kỳ"])
def test_a_rhythm_of_terms_behind_an_ordered_work_is_its_time(line):
    (task,) = read(line).tasks
    assert task.due.recurrence is Recurrence.TERMLY


def test_a_rhythm_that_describes_and_orders_nothing_stays_a_responsibility():
    plan = read("Học sinh được tặng quà cuối mỗi học kỳ tại lớp")
    assert not plan.tasks
    assert plan.duties[0].recurrence is Recurrence.TERMLY


PROSE = """
1. Họp hội đồng ngày 15/10/2025.
II. ĐẶC ĐIỂM TÌNH HÌNH
Giáo viên nghỉ thai sản trước ngày 15/01/2026 được bảo lưu kết quả, học bù ở năm học sau.
Trường có 03 giáo viên hợp đồng đến 31/5/2026; cô Bích nghỉ hưu từ 01/12/2025.
Tháng 9/2025 trường đã tu sửa xong mái nhà để xe.
"""


def test_times_to_come_that_set_nothing_are_told_once_with_why():
    plan = understand(read_text(f"{HEAD}{PROSE}", "p.txt"), load_calendar())
    (one,) = [finding for finding in plan.findings if finding.rule == "moc-chua-thanh-han"]
    assert [task.title for task in plan.tasks] == ["Họp hội đồng"]
    assert one.quotes == ("trước ngày 15/01/2026", "đến 31/5/2026", "từ 01/12/2025")
    assert [place.line for place in one.places] == [9, 10, 10]
    assert "3 mốc sau ngày ký không thành hạn của việc nào" in one.message
    reasons = re.findall(r"” \((.*?)\)", one.message)
    assert len(reasons) == len(one.quotes)
    assert set(reasons) <= {"câu chỉ kể hoặc nhắc tới thời gian này", "cả câu nghe như kể hoặc tả, không giao việc"}


def test_a_line_asked_about_already_is_not_told_again():
    rules = [finding.rule for finding in read("Bà Thoa nghỉ hưu từ ngày 01/6/2026, bàn giao cho cô Mai").findings]
    assert rules.count("chua-hieu-thoi-gian") + rules.count("moc-chua-thanh-han") <= 1


@pytest.mark.parametrize("signed", ["Đồi Sim, ngày 1 tháng 10 năm 2026\n", ""])
def test_times_over_at_the_signing_or_of_an_unsigned_plan_are_not(signed):
    text = f"{HEAD}{PROSE}".replace("Đồi Sim, ngày 1 tháng 10 năm 2025\n", signed)
    plan = understand(read_text(text, "p.txt"), load_calendar())
    assert "moc-chua-thanh-han" not in [finding.rule for finding in plan.findings]


def test_duties_by_the_moon_are_told_with_the_days_they_are():
    body = "- Trực Tết: từ ngày 27 tháng Chạp đến mùng 5 tháng Giêng.\n- Nộp sổ trước 28 Tết.\n"
    plan = understand(read_text(f"{HEAD}{PROSE}{body}", "p.txt"), load_calendar())
    (one,) = [finding for finding in plan.findings if finding.rule == "moc-chua-thanh-han"]
    assert [task.title for task in plan.tasks] == ["Họp hội đồng"]
    assert one.quotes[-3:] == ("từ ngày 27 tháng Chạp", "đến mùng 5 tháng Giêng", "trước 28 Tết")
    assert "27 tháng Chạp là thứ Bảy 14/2/2026: hãy ghi ngày dương" in one.message
