"""Times a whole sentence bans, tells or describes with set nothing; what the same sentence asks for stays."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 19 tháng 01 năm 2026\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG\n"


def read(body):
    """Return the title and last day of each work of a plan with this content."""
    return [
        (task.title, f"{task.due.day:%d/%m}")
        for task in understand(read_text(HEAD + body, "dán"), load_calendar()).tasks
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- Nghiêm cấm cán bộ lớp tự ý đứng ra tổ chức thu tiền liên hoan của các bạn trước ngày 25/5/2026.",
        "- Tuyệt đối không để học sinh ra khỏi khu nội trú về nhà ăn Tết trước ngày 10/02/2026.",
        "- Giáo viên không dúgc nhận thêm lớp ngoài giờ trước ngày 25/02/2026.",
        "- Nghiem cám ban can su thu tien cua lop trước ngày 25/02/2026.",
        "- Năm học 2024-2025, 02 lớp bị trừ điểm thi đua trong 05 ngày kể từ ngày 07/4/2025, đây là bài học.",
        "- Năm học 2024-2025 vừa qua, 04 tổ gửi báo cáo trễ (ngày 09/6/2025, hạn là ngày 02/6/2025), cần tránh.",
        "- Năm học trước, trường có 03 đoàn của Sở ghé thăm (ngày 10/3/2025, 12/4/2025).",
        "- Các hoạt động của nhà trường, số liệu 03 năm học tính đến 15/02/2026.",
        "- Số liệu trong phiếu tính đến hết ngày 28/02/2026.",
        "- Nội dung: trình độ, vị trí việc làm; số liệu chốt tại thời điểm 15/02/2026.",
        "- Dữ liệu học sinh lấy đến thời điểm 31/3/2026.",
        "- Sĩ số từng lớp thống kê tại thời điểm ngày 20/02/2026.",
        "- Hội diễn chào mừng ngày 26/3 (sẽ có kế hoạch riêng).",
        "- Giải chạy kỷ niệm ngày 26/3, thời gian cụ thể thông báo sau.",
        "- Sĩ số ổn định. Còn 02 giáo viên vào điểm chậm (ngày 12/01).",
    ],
)
def test_what_is_banned_or_told_is_no_work(line):
    assert read(f"{line}\n") == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("- Còn 02 giáo viên vào điểm chậm, yêu cầu hoàn thành trước ngày 12/02/2026.", "12/02"),
        ("- Năm học 2025-2026, các tổ nộp báo cáo cuối năm trước ngày 25/5/2026.", "25/05"),
        ("- Các lớp không dúgc đổi phòng, nộp sơ đồ lớp trước ngày 24/02/2026.", "24/02"),
        ("- Học sinh không thuộc bài phải nộp bài viết trước ngày 23/02/2026.", "23/02"),
        ("- Cấm xe vào sân. Bảo vệ kẻ vạch đỗ xe trước ngày 25/02/2026.", "25/02"),
        ("- Giáo viên có tiết nghỉ ngày 05/02 tổ chức dạy bù, xong trước ngày 27/02/2026.", "27/02"),
        ("- Giáo viên được phân công trực ngày 26/01/2026 nộp sổ trước ngày 28/01/2026.", "28/01"),
        ("- Giáo viên có mặt ngày 26/01/2026 họp phụ huynh.", "26/01"),
        ("- Học sinh vắng kiểm tra ngày 20/01 nộp đơn trước ngày 23/01/2026.", "23/01"),
        ("- Hiệu trưởng ngày 20/3/2026 họp hội đồng trường.", "20/03"),
        ("- Chốt số liệu học sinh trước ngày 26/02/2026.", "26/02"),
        ("- Số liệu chốt tại thời điểm 15/02/2026, gửi về văn phòng trước ngày 24/02/2026.", "24/02"),
        ("- Các tổ lấy số liệu và thống kê đến hết ngày 25/02/2026.", "25/02"),
    ],
)
def test_what_a_sentence_asks_for_stays(line, day):
    assert [last for _, last in read(f"{line}\n")] == [day]


def test_the_time_in_the_name_of_a_topic_is_of_its_paragraph_and_no_work():
    below = "Kế toán trình dự toán các khoản thu hộ, chi hộ để Ban đại diện góp ý trước ngày 06/02/2026."
    assert [last for _, last in read(f"1. Thu hộ, chi hộ đầu năm học\n{below}\n")] == ["06/02"]


@pytest.mark.parametrize("heading", ["1. Khảo sát chất lượng vào cuối năm học", "1. Văn thư sắp xếp kho cuối năm học"])
def test_a_heading_that_says_when_or_who_is_a_work_of_its_own(heading):
    below = "Kết quả được dùng để xếp lớp, không dùng để xếp loại thi đua của giáo viên trong trường."
    assert len(read(f"{heading}\n{below}\n")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "- Lớp 9C còn nợ 03 tiết Tin học (ngày 12/01).",
        "- Ghi chú: Lịch này thay cho lịch dự kiến gửi ngày 12/01; có thay đổi sẽ báo sau.",
        "- Kế hoạch này thay thế bản đã ký ban hành ngày 12/01/2026.",
        "- Các tổ không họp vào chiều thứ Tư (04/02) để giáo viên đi tập huấn.",
        "- Giáo viên không dạy thay ngày 04/02/2026.",
        "- Cac tổ khóng họp vao chiều thứ Tư (04/02) dể giao viên đi tập huấn.",
        "- Lưu ý: Kế toán không thu tiền vào sáng ngày 06/02/2026.",
    ],
)
def test_what_is_owed_replaced_or_not_done_on_a_day_is_no_work(line):
    assert read(f"{line}\n") == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("- Lớp 9C còn nợ 03 tiết Tin học, dạy bù ngày 04/02/2026.", "04/02"),
        ("- Thay thế lịch trực tuần tại cổng ngày 04/02/2026.", "04/02"),
        ("- Giáo viên không dạy chính khóa họp tổ ngày 04/02/2026.", "04/02"),
        ("- Các tổ không họp chiều 04/02/2026, chuyển sang chiều ngày 06/02/2026.", "06/02"),
    ],
)
def test_what_is_done_beside_what_is_owed_or_left_stays(line, day):
    assert [last for _, last in read(f"{line}\n")] == [day]


def test_the_weeks_a_title_goes_on_with_are_no_work():
    title = "KẾ HOẠCH\nTuần 3, tuần 4 và dự kiến các tuần còn lại của tháng 02 năm 2026 của nhà trường\n"
    text = HEAD.replace("KẾ HOẠCH\n", title) + "- Họp tổ ngày 04/02/2026.\n"
    found = understand(read_text(text, "dán"), load_calendar()).tasks
    assert [f"{task.due.day:%d/%m}" for task in found] == ["04/02"]


@pytest.mark.parametrize(
    ("heading", "works"), [("A. NHẬN XÉT TUẦN 2", 0), ("A. Nhận xét tuần 2 và kế hoạch tuần 3", 1)]
)
def test_a_part_that_looks_back_on_a_week_sets_works_only_with_what_is_ahead(heading, works):
    assert len(read(f"{heading}\n- Tổ 2 dự giờ lớp 9C ngày 22/01/2026.\n")) == works


def test_the_sentence_behind_a_year_begins_a_work_of_its_own():
    told = "Trường được Sở khen về công tác kiểm định, nhất là về kho hồ sơ của các năm từ 2021 đến 2025."
    line = f"- {told} Tổ văn phòng sắp xếp hồ sơ đón đoàn, trình Hiệu trưởng xem trước ngày 04/02/2026."
    assert [title for title, _ in read(f"{line}\n")] == ["Tổ văn phòng sắp xếp hồ sơ đón đoàn, trình Hiệu trưởng xem"]


def test_what_is_refused_from_a_day_on_names_the_work():
    line = "- Nghiêm cấm chép bài đã thi. Ban giám khảo không nhận bài nộp sau ngày 04/02/2026.\n"
    assert read(line) == [("Ban giám khảo không nhận bài nộp", "04/02")]


@pytest.mark.parametrize(
    "line",
    [
        "- Đề gồm hai phần; kiến thức tính đến hết tuần 24.",
        "- Giới hạn chương trình tính đến hết tuần 24.",
        "- Đề ra vừa sức, phạm vi kiến thức tính từ tuần 19 đến hết tuần 24.",
    ],
)
def test_how_far_what_is_tested_reaches_is_no_deadline(line):
    assert read(f"{line}\n") == []


def test_knowledge_that_is_taught_until_a_day_is_a_work():
    line = "- Ôn tập kiến thức cho học sinh khối 9 đến hết ngày 25/4/2026."
    assert [day for _, day in read(f"{line}\n")] == ["25/04"]


def test_a_feast_with_a_day_of_its_own_keeps_it_though_a_paper_follows():
    assert read("- Hội diễn chào mừng ngày 26/3: ngày 24/3/2026, kế hoạch gửi sau.\n")[0][1] == "24/03"


def test_a_report_on_data_as_of_a_day_is_due_on_its_own():
    assert read("- Kế toán nộp báo cáo, số liệu tính đến ngày 28/02/2026, trước ngày 06/3/2026.\n")[0][1] == "06/03"


def test_an_outlook_does_not_date_what_another_plan_will():
    lines = "III. DỰ KIẾN THÁNG 3\n- Giải cờ vua khối 6 (sẽ có kế hoạch riêng).\n- Kiểm tra sổ đầu bài các lớp.\n"
    assert read(lines) == [("Kiểm tra sổ đầu bài các lớp", "31/03")]


@pytest.mark.parametrize(
    "line",
    [
        "- Tháng 4 dự kiến nhà trường đón đoàn kiểm tra của Sở, lịch cụ thể thông báo sau.",
        "- Dự kiến trong tháng 4/2026 thi giáo viên giỏi cấp xã, sẽ có kế hoạch riêng.",
        "- Sửa lại tường rào bị đổ sau trận lũ tháng 9.",
        "- Lưu ý: Ngày 08/3/2026 là chủ nhật, ngày 15/3/2026 cũng chủ nhật nên làm sớm hơn.",
    ],
)
def test_a_month_that_is_only_expected_or_names_a_mishap_sets_no_work(line):
    assert read(f"{line}\n") == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("- Dự kiến trong tháng 4/2026 thi giáo viên giỏi cấp xã.", "30/04"),
        ("- Trong tháng 4/2026 thi giáo viên giỏi cấp trường, danh sách gửi sau.", "30/04"),
        ("- Dự kiến ngày 14/4/2026 thi giáo viên giỏi, lịch cụ thể thông báo sau.", "14/04"),
        ("- Sửa lại tường rào bị đổ sau trận lũ tháng 9, xong trước ngày 25/02/2026.", "25/02"),
        ("- Ngày 08/3/2026 là Chủ nhật nên họp mặt vào ngày 06/3/2026.", "06/03"),
        ("- Họp mặt nữ giáo viên vào ngày 08/3/2026, là chủ nhật.", "08/03"),
        ("- Khắc phục sau bão xong trong tháng 02/2026.", "28/02"),
        ("- Sau báo cáo tháng 9, các tổ họp rút kinh nghiệm trong tháng 02/2026.", "28/02"),
    ],
)
def test_a_month_that_is_put_stays(line, day):
    assert [last for _, last in read(f"{line}\n")] == [day]


def test_the_feast_in_a_topic_before_a_colon_sets_no_work_of_its_own():
    line = "- Về trực trường dịp Tết Nguyên đán: các tổ trực từ ngày 14/02 đến hết ngày 22/02/2026, gửi lịch về Phòng trước ngày 10/02/2026."
    assert [day for _, day in read(f"{line}\n")] == ["22/02", "10/02"]
    assert read("- Về quê dịp Tết Nguyên đán: các lớp ký cam kết.\n") != []


def test_what_a_plan_considers_above_its_content_is_no_work():
    ground = "Xét nhu cầu của giáo viên qua phiếu khảo sát thu ngày 08/01/2026 của các tổ chuyên môn,\n"
    text = HEAD.replace("II. NỘI DUNG", f"{ground}I. NỘI DUNG") + "- Họp tổ ngày 26/01/2026.\n"
    works = understand(read_text(text, "dán"), load_calendar()).tasks
    assert [task.title for task in works] == ["Họp tổ"]
