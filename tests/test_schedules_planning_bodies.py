"""Who does it, by how a sentence begins: bodies outside the school, short forms, two persons, items of a shared row."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.cooperation import students_of
from schedules.planning.people.helpers import helped_by
from schedules.planning.people.named import named_in, split_people
from schedules.planning.people.subjects import subject_of
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS BẾN ĐÁ\nBến Đá, ngày 1 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n\n"


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Các trường hoàn thành vòng loại trước 10/11", ("Các trường",)),
        ("Mỗi trường cử hai giám khảo", ("Mỗi trường",)),
        ("Trường TH&THCS Cát Vân gửi dự toán", ("Trường TH&THCS Cát Vân",)),
        ("Phòng Nội vụ - Lao động tổng hợp danh sách", ("Phòng Nội vụ - Lao động",)),
        ("Phòng Khảo thí (Sở GDĐT): chủ trì chấm thi", ("Phòng Khảo thí",)),
        ("Trường THCS Mỹ Lộc, Trường THCS Yên Hòa: dọn phòng thi", ("Trường THCS Mỹ Lộc", "Trường THCS Yên Hòa")),
        ("Các đơn vị có học sinh đạt giải: nhận thưởng", ("Các đơn vị có học sinh đạt giải",)),
        ("Đề nghị các cơ sở giáo dục báo cáo", ("các cơ sở giáo dục",)),
        ("UBND phường phê duyệt quyết toán", ("UBND phường",)),
        ("Phòng Văn hóa và Thông tin chấm hồ sơ", ("Phòng Văn hóa và Thông tin",)),
        ("Sở Văn hóa, Thể thao và Du lịch gửi thể lệ", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Phòng Giáo dục và Đào tạo xác nhận danh sách dự thi", ("Phòng Giáo dục và Đào tạo",)),
        ("Các đơn vị tiếp tục nộp nhật ký hằng tuần", ("Các đơn vị",)),
        ("Về hồ sơ: các trường nộp bản chính", ("các trường",)),
        ("GVBM chữa bài cho lớp", ("GVBM",)),
        ("Nhân viên thiết bị, giáo viên Tin học kiểm tra máy", ("Nhân viên thiết bị", "giáo viên Tin học")),
        ("Các tổ tổ chức chọn đề", ("Các tổ",)),
        ("Ban tổ chức chuẩn bị sân khấu", ("Ban tổ chức",)),
        ("Trưởng nhóm nộp biên bản", ("Trưởng nhóm",)),
    ],
)
def test_a_sentence_begins_with_who_does_it(text, owners):
    assert subject_of(text) == owners


@pytest.mark.parametrize(
    "text",
    [
        "Trường hợp nghỉ ốm báo cáo trước 7 giờ",
        "Phòng học bộ môn sửa xong trước 9/9",
        "Phòng Tin học lắp đặt thêm máy",
        "Phòng chống dịch: phun thuốc khử khuẩn",
        "Cơ sở vật chất: rà soát bàn ghế",
        "Sổ đăng bộ: cập nhật",
    ],
)
def test_what_only_sounds_like_a_body_does_nothing(text):
    assert subject_of(text) == ()


def test_two_persons_are_two_and_a_doubled_subject_is_one():
    assert named_in("In đề (thầy Sơn và cô Lụa phụ trách)")[0] == ("thầy Sơn", "cô Lụa")
    assert named_in("Treo cờ (cô Tơ, cô Mận và thầy Sơn phụ trách)")[0] == ("cô Tơ", "cô Mận", "thầy Sơn")
    assert split_people("TTCM Lý - Công nghệ, BGH")[0] == ("TTCM Lý - Công nghệ", "BGH")


def test_those_it_is_done_with_help():
    assert helped_by("chủ trì, phối hợp với Phòng Tài chính xây dựng dự toán") == ("Phòng Tài chính",)
    assert helped_by("phối hợp với Công đoàn và Đoàn trường tổ chức hội thao") == ("Công đoàn", "Đoàn trường")
    assert helped_by("phối hợp với các giải pháp khác nâng chất lượng") == ()


def test_students_do_what_they_hand_in_and_nothing_else():
    assert students_of("- Học sinh lớp 9 nộp ảnh thẻ") == ("Học sinh lớp 9",)
    assert students_of("Học sinh tham gia cắm trại") == ()


def owners_of(items):
    rows = f"|Thời gian|Hoạt động|Phụ trách|\n|---|---|---|\n|Tháng 11/2025|{items}|Các nhóm|\n"
    return [task.owners for task in understand(read_text(HEAD + rows, "dán"), load_calendar()).tasks]


def test_an_item_that_says_who_hands_it_in_is_theirs_and_not_the_rows():
    found = owners_of("- Đọc minh chứng<br>- Thư ký gửi biên bản trước 12/11<br>- Liên đội họp")
    assert found == [("Các nhóm",), ("Thư ký",), ("Các nhóm",)]
