"""Sentences that state who qualifies, what is valid or what came out set no work; the orders beside them do."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.text.states import states_only
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS LÁ SEN\nĐồi Sim, ngày 19 tháng 01 năm 2026\nKẾ HOẠCH\nNăm học 2025-2026\nII. NỘI DUNG\n"


def days(line):
    """Return the last day of each work of a plan with this line."""
    return [f"{task.due.day:%d/%m}" for task in understand(read_text(f"{HEAD}{line}\n", "dán"), load_calendar()).tasks]


@pytest.mark.parametrize(
    "line",
    [
        "Thí sinh nhỏ tuổi nhất phải tròn 11 tuổi vào ngày 30/4/2026.",
        "- Người dự xét phải có ít nhất 05 năm giảng dạy tính đến ngày 31/3/2026.",
        "- Phụ huynh phải đăng ký tạm trú ở xã trước ngày 01/3/2026.",
        "- Chứng chỉ tin học phải được cấp trước ngày 15/02/2026.",
        "- Bài dự thi phải chưa công bố ở báo khác trước ngày 20/3/2026.",
        "- Giải pháp dự xét phải được áp dụng trước ngày 01/02/2026.",
        "- Nồi hơi nhà bếp hết hạn kiểm định ngày 09/4/2026.",
        "- Thí sinh phải là học sinh của trường đến ngày 15/5/2026.",
        "- Người dự xét phải dạy ở xã từ 02 năm trở lên tính đến ngày 30/4/2026.",
        "- Phiếu xét nghiệm cấp trước ngày 01/02/2026 không có giá trị.",
        "- Hợp đồng nấu ăn có thời hạn đến ngày 31/5/2026.",
        "- Đường truyền: gói Internet hiện dùng có thời hạn đến ngày 31/8/2026, đủ cho 21 máy.",
        "- Ưu đãi: giảm 10% học phí cho gia đình hoàn tất nhập học trước ngày 20/6/2026.",
        "- Miễn phí hồ sơ cho thí sinh đăng ký trước ngày 15/5/2026.",
        "- Tặng 01 bộ đồng phục cho học sinh nhập học trước ngày 10/6/2026.",
        "- Cộng 2 điểm thi đua cho lớp nộp báo tường trước ngày 15/3/2026.",
        "- Lần kiểm định gần nhất (ngày 12/12/2025), bếp đạt yêu cầu.",
        "- Đợt thanh tra của Sở (18/12/2025) xếp loại khá.",
        "- Mốc tính thâm niên là ngày 31/5/2026.",
        "- Nếu đến ngày 05/3/2026 lớp nào chưa nộp thì coi như không tham gia.",
        "- Tổ nào đến ngày 05/3/2026 còn nợ báo cáo thì không được xét thi đua.",
        "- Trường hợp đến ngày 06/3/2026 vẫn còn thiếu, tổ không được xét thi đua.",
        "- Trường hgp có đoàn khao sat vé trường truớc ngay 15/3/2026 thí thứ tự công việc đuoc điều chinh.",
        "- Những cuốn sách cho mượn trước ngày 07/3/2026 mà chưa trả phải lập danh sách.",
        "- Hồ sơ nhận trước ngày 08/3/2026 mà còn thiếu minh chứng thì trả lại.",
        "- Cán bộ bổ nhiệm trước ngày 01/3/2026 được hưởng hệ số mới.",
        "- Kỳ khảo sát (ngày 22 và 23/12/2025) khối 9 có 31/40 em trên trung bình.",
    ],
)
def test_a_state_as_of_a_day_is_no_work(line):
    assert days(line) == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("- GVCN lập danh sách học sinh đủ 15 tuổi trước ngày 20/02/2026.", "20/02"),
        ("- Giáo viên khối 5 điều tra trẻ tròn 5 tuổi trước ngày 21/02/2026.", "21/02"),
        ("- Học sinh nộp bản sao hộ khẩu trước ngày 22/02/2026.", "22/02"),
        ("- Chứng chỉ tin học phải được nộp trước ngày 23/02/2026.", "23/02"),
        ("- Học sinh phải có mặt ở sân trường trước 7 giờ ngày 18/02/2026.", "18/02"),
        ("- Nồi hơi phải được kiểm định trước ngày 24/02/2026.", "24/02"),
        ("- Học sinh nộp đơn trước ngày 25/02/2026 được xét học bổng.", "25/02"),
        ("- Giải pháp dự xét phải được nộp trước ngày 26/02/2026.", "26/02"),
        ("- Nếu chưa xong, các tổ nộp bổ sung trước ngày 09/3/2026.", "09/03"),
        ("- Nếu đến ngày 10/3/2026 vẫn chưa đủ thì các tổ báo cáo trước ngày 11/3/2026.", "11/03"),
        ("- Trường hợp trùng lịch thì ngày 12/3/2026 các tổ họp bù.", "12/03"),
        ("- Giáo viên hoàn thành hồ sơ trước ngày 13/3/2026 mà không cần chờ công văn.", "13/03"),
        ("- Hội khỏe (ngày 27/02/2026) có 12 đội tham gia.", "27/02"),
        ("- Kế toán làm thủ tục gói Internet đến ngày 28/02/2026.", "28/02"),
        ("- Các lớp giảm nộp giấy tờ, học sinh đăng ký trực tuyến trước ngày 14/3/2026.", "14/03"),
        ("- Công khai mức thu cho phụ huynh nộp trước ngày 16/3/2026.", "16/03"),
        ("- Trao 5 suất quà cho học sinh có hoàn cảnh khó khăn trước ngày 17/3/2026.", "17/03"),
    ],
)
def test_what_somebody_has_to_do_stays_a_work(line, day):
    assert days(line) == [day]


def test_a_time_that_opens_its_sentence_states_nothing():
    assert not states_only("", " phải đủ 11 tuổi")


def test_a_case_under_a_day_is_no_work_of_that_day():
    lines = ("Ngày 20/3/2026:", "- Lễ phát động", "- Nếu trời mưa thì tổ chức trong hội trường", "- Dọn sân trường")
    assert days("\n".join(lines)) == ["20/03", "20/03"]


def test_a_round_over_the_case_that_follows_keeps_its_day():
    lines = (
        "1. Thi thử vào lớp 10",
        "- Lần 1: ngày 24/4/2026.",
        "- Lần 2: ngày 22/5/2026.",
        "Nếu Sở tổ chức thi chung thì nhà trường dự theo lịch của Sở.",
        "2. Lưu trữ bài thi.",
    )
    assert days("\n".join(lines)) == ["24/04", "22/05"]
